// @ts-check
/** What the program's rules say of the page's own answers. Everything is looked up in the table that came with the page. */

const DAY = 86_400_000;

/** The day a moment belongs to, as a number; it begins at 04:00 where the person is. @param {string} at @param {any} rules */
export function dayOf(at, rules) {
  const moment = new Date(at);
  const local = moment.getTime() - moment.getTimezoneOffset() * 60_000 - rules.dayBegins * 3_600_000;
  return Math.floor(local / DAY);
}

/** Flags that apply: chosen, and not noted as checked since. @param {any} kept @returns {string[]} */
export function standing(kept) {
  const open = kept.flags.filter((/** @type {any} */ one) => one.answer && !one.cleared_on);
  return [...new Set(/** @type {string[]} */ (open.map((/** @type {any} */ one) => one.flag)))];
}

/** Why the warning signs are to be asked now, or "". @param {any} kept @param {any} rules @param {any} reading @param {string} now */
export function whyAsk(kept, rules, reading, now) {
  if (!kept.flags.length) return rules.why.first;
  const today = dayOf(now, rules);
  const last = Math.max(...kept.flags.map((/** @type {any} */ one) => dayOf(one.at, rules)));
  if (last >= today) return "";
  if (reading && Math.max(reading.score, reading.worst ?? 0) >= rules.askFlagsFrom) return rules.why.high;
  if (today - last >= rules.askFlagsAfterDays) return rules.why.week;
  return comesBack(kept, rules, last, today) ? rules.why.checked : "";
}

/** Whether a check of a sign that may return is a week old, and nothing was asked since. @param {any} kept @param {any} rules @param {number} last @param {number} today */
function comesBack(kept, rules, last, today) {
  const again = rules.flags.filter((/** @type {any} */ one) => one.again).map((/** @type {any} */ one) => one.id);
  const checks = kept.flags.filter((/** @type {any} */ one) => one.cleared_on && again.includes(one.flag));
  const ends = checks.map((/** @type {any} */ one) => dayOf(one.cleared_on, rules) + rules.askFlagsAfterDays);
  return ends.some((/** @type {number} */ end) => last < end && end <= today);
}

/** What is advised before a session, or null. @param {any} rules @param {any} kept @param {any} reading @param {string} now */
export function adviceBefore(rules, kept, reading, now) {
  const sessions = kept.sessions.filter((/** @type {any} */ one) => one.ended_at);
  const stands = standing(kept);
  const numbers = rules.signs.filter((/** @type {number} */ _, /** @type {number} */ at) => stands.includes(rules.flags[at].id));
  if (reading) {
    const last = lastBefore(kept, reading);
    const worst = Math.max(reading.score, reading.worst ?? 0);
    numbers.push(cell(rules.before[reading.score][worst - reading.score], last === null ? 0 : last + 1));
  }
  if (sessions.some((/** @type {any} */ one) => reactedTo(rules, kept, one))) numbers.push(rules.reacted);
  const yesterday = dayOf(now, rules) - 1;
  const alike = (/** @type {any} */ one) => rules.spaced.includes(family(one.routine_id)) && dayOf(one.ended_at, rules) === yesterday;
  if (rules.spaced.includes(family(rules.routine)) && sessions.some(alike)) numbers.push(rules.yesterday);
  return strictest(rules, numbers);
}

/** The signs that an advice speaks of. @param {any} rules @param {any} kept @param {any} advice @returns {any[]} */
export function signsOf(rules, kept, advice) {
  const stands = standing(kept);
  return rules.flags.filter((/** @type {any} */ one, /** @type {number} */ at) => {
    const its = rules.advices[rules.signs[at]];
    return advice.sign && its && its.sentence === advice.sentence && stands.includes(one.id);
  });
}

/** What is better left out today, as in the `avoid_if` of exercises. @param {any} rules @param {any} kept @param {any} reading @returns {Set<string>} */
export function avoided(rules, kept, reading) {
  const stands = standing(kept);
  const bySigns = rules.flags.filter((/** @type {any} */ one) => stands.includes(one.id)).flatMap((/** @type {any} */ one) => one.avoid);
  return new Set([...bySigns, ...(reading ? rules.avoid[Math.max(reading.score, reading.worst ?? 0)] : [])]);
}

/** What is said after a session. @param {any} rules @param {any} before @param {any} reading */
export function adviceAfter(rules, before, reading) {
  const worst = Math.max(reading.score, reading.worst ?? 0);
  const row = rules.after[before ? before.score + 1 : 0][reading.score];
  return rules.advices[cell(row, 2 * (worst - reading.score) + Number(Boolean(reading.limp)))];
}

/** The id of a routine without the number of its level or stage. @param {string} routine */
function family(routine) {
  return routine.replace(/-\d+$/, "");
}

/** The number of an advice in a row of the table, a letter each: `a` is none. @param {string} row @param {number} at */
function cell(row, at) {
  return row.charCodeAt(at) - "b".charCodeAt(0);
}

/** The strictest, with the most careful alternative of all, unless that is this routine. @param {any} rules @param {number[]} numbers */
function strictest(rules, numbers) {
  const found = numbers.filter((number) => number >= 0).map((number) => rules.advices[number]);
  if (!found.length) return null;
  const order = (/** @type {any} */ one, /** @type {any} */ other) => other.rank - one.rank || other.careful - one.careful;
  const [first] = [...found].sort(order);
  const preferring = found.filter((one) => one.prefersOther).sort((one, other) => other.careful - one.careful);
  const other = preferring.length ? preferring[0].alternative : "";
  return { ...first, alternative: other === rules.routine ? "" : other };
}

/** The pain before the session before, or null. @param {any} kept @param {any} reading */
function lastBefore(kept, reading) {
  const earlier = kept.readings.filter((/** @type {any} */ one) => one.moment === "before" && one.session && one.id !== reading.id);
  return earlier.length ? earlier[earlier.length - 1].score : null;
}

/** Whether the hip reacted to a session. @param {any} rules @param {any} kept @param {any} session */
function reactedTo(rules, kept, session) {
  const of = (/** @type {string} */ moment) => kept.readings.find((/** @type {any} */ one) => one.session === session.id && one.moment === moment);
  const after = of("after");
  return Boolean(after) && adviceAfter(rules, of("before"), after).rank >= rules.reactionRank;
}
