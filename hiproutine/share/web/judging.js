// @ts-check
/** What the program would find in the page's own answers. What is said stands in the table that came with the page. Pure. */
import { DAY, HOUR, WEEK, dayOf, finding } from "./findings.js";
import { trends } from "./trends.js";
import { count } from "./words.js";

const FRESH = DAY;
const ICE = "ice-therapy";

/** @typedef {import("./findings.js").Finding} Finding */
/** @typedef {{id: string, name: string, load: string, routine: string, ended: number, day: number, before: any, after: any, worst: number, limp: boolean, answered: boolean}} Exertion */

/** Signs that apply: chosen, and not noted as checked since; a check speaks for all that was ticked before it. @param {any} kept @returns {string[]} */
export function standing(kept) {
  const checked = (/** @type {any} */ row) => kept.flags.some((/** @type {any} */ one) => one.flag === row.flag && one.cleared_on && Date.parse(one.cleared_on) >= Date.parse(row.at));
  const open = kept.flags.filter((/** @type {any} */ one) => one.answer && !checked(one));
  return [...new Set(/** @type {string[]} */ (open.map((/** @type {any} */ one) => one.flag)))];
}

/** Why the warning signs are to be asked now, or "". @param {any} kept @param {any} rules @param {any} reading @param {string} now */
export function whyAsk(kept, rules, reading, now) {
  if (!kept.flags.length) return rules.why.first;
  const today = dayOf(now, rules);
  const last = Math.max(...kept.flags.map((/** @type {any} */ one) => dayOf(one.at, rules)));
  if (last < today) {
    if (reading && raw(reading) >= rules.numbers.high) return rules.why.high;
    if (today - last >= rules.numbers.askAgainDays) return rules.why.week;
    if (comesBack(kept, rules, last, today)) return rules.why.checked;
  }
  return severeSince(kept, rules, now) ? rules.why.high : "";
}

/** Whether an answer of the last week, since the signs were asked, is severe. @param {any} kept @param {any} rules @param {string} now */
export function severeSince(kept, rules, now) {
  const at = Date.parse(now);
  const week = told(kept, at).filter((/** @type {any} */ one) => at - Date.parse(one.at) <= WEEK * DAY);
  const severe = week.filter((/** @type {any} */ one) => isSevere(rules, one)).map((/** @type {any} */ one) => Date.parse(one.at));
  const answered = Math.max(-Infinity, ...kept.flags.map((/** @type {any} */ one) => Date.parse(one.at)));
  if (!severe.some((/** @type {number} */ moment) => moment > answered)) return false;
  const sameDay = Number.isFinite(answered) && dayOf(answered, rules) === dayOf(now, rules);
  return !(sameDay && fresh(kept, answered).some((one) => isSevere(rules, one)));
}

/** Whether to ask for a pain reliever: it hurt in a day, and the newest answer does not say. @param {any} kept @param {any} rules @param {string} now */
export function asksReliever(kept, rules, now) {
  const day = fresh(kept, Date.parse(now));
  const hurt = day.some((one) => judged(rules, one) > 0 || one.masked);
  return hurt && day[day.length - 1].masked === null;
}

/** Everything that is found, the gravest first; and what speaks against single routines just now. @param {any} rules @param {any} kept @param {string} now @returns {{findings: Finding[], timing: Finding[]}} */
export function assess(rules, kept, now) {
  const at = Date.parse(now);
  const done = exertions(rules, kept, at);
  const stands = standing(kept);
  const findings = [
    ...signs(rules, stands), ...score(rules, kept, at), ...rise(rules, kept, at), ...reactions(rules, done, at),
    ...trends(rules, told(kept, at), reactedLately(rules, done, at), at), ...restDay(rules, done, at),
  ];
  return { findings: withoutMild(rules, gravestFirst(rules, findings)), timing: timing(rules, kept, done, stands, at) };
}

/** What speaks against a routine now, the gravest first; where no other is named, against that of the page. @param {any} rules @param {{findings: Finding[], timing: Finding[]}} found @param {string} [routine] @param {string} [load] */
export function against(rules, found, routine = rules.routine, load = rules.load) {
  const speaks = (/** @type {Finding} */ one) =>
    one.only.length ? one.only.includes(routine) || one.only.includes(family(routine)) : one.against.includes(load);
  return gravestFirst(rules, [...found.findings, ...found.timing].filter(speaks));
}

/** Whether nothing speaks against the cool-down now, nor against what it loads. @param {any} rules @param {any} kept @param {string} now */
export function coolDownSuits(rules, kept, now) {
  const found = assess(rules, kept, now);
  const [id] = rules.painKey.coolDown;
  const avoid = found.findings.flatMap((one) => one.avoid);
  const loads = rules.gentle.some((/** @type {[string, string[]]} */ [name, areas]) => name === id && areas.some((area) => avoid.includes(area)));
  return !loads && !against(rules, found, id, "low").length;
}

/** A gentle routine that holds nothing that is advised against, or "". @param {any} rules @param {Finding[]} findings */
export function suits(rules, findings) {
  if (findings.some((one) => one.against.includes("low"))) return "";
  const avoid = new Set(findings.flatMap((one) => one.avoid));
  const found = rules.gentle.find((/** @type {[string, string[]]} */ [, areas]) => !areas.some((area) => avoid.has(area)));
  return found ? found[0] : "";
}

/** @param {any} rules @param {Finding[]} findings */
function gravestFirst(rules, findings) {
  const kind = (/** @type {Finding} */ one) => rules.kinds.indexOf(one.kind);
  const order = (/** @type {Finding} */ one, /** @type {Finding} */ other) =>
    other.rank - one.rank || other.against.length - one.against.length || kind(one) - kind(other) || (one.sentence < other.sentence ? -1 : 1);
  return [...findings].sort(order);
}

/** Without "start easy" and the like beside what advises against starting at all, and with no word of gentle routines beside what advises against those. @param {any} rules @param {Finding[]} all */
function withoutMild(rules, all) {
  const [gentle, none] = all.some((one) => one.against.includes("low")) ? rules.notGentle : ["", ""];
  const findings = all.map((one) => ({ ...one, sentence: one.sentence.replace(gentle, none) }));
  const [first] = findings;
  if (!first || first.rank < rules.numbers.gentle || !first.against.length) return findings;
  return findings.filter((one) => one.kind !== "score" || one.rank >= rules.numbers.easier);
}

/** @param {any} rules @param {string[]} stands */
function signs(rules, stands) {
  const those = rules.flags.filter((/** @type {any} */ one) => stands.includes(one.id));
  return rules.signs.flatMap((/** @type {any[]} */ found, /** @type {number} */ at) => {
    const its = those.filter((/** @type {any} */ one) => one.sign === at);
    return its.length ? [{ ...finding(found), avoid: [...new Set(its.flatMap((/** @type {any} */ one) => one.avoid || []))].sort() }] : [];
  });
}

/** @param {any} reading */
function raw(reading) {
  return Math.max(reading.score, reading.worst ?? 0);
}

/** The score that counts: a band higher where a pain reliever may hide some. @param {any} rules @param {any} reading */
function judged(rules, reading) {
  return reading.masked ? rules.judged[raw(reading)] : raw(reading);
}

/** @param {any} rules @param {any} reading */
function isSevere(rules, reading) {
  const found = judged(rules, reading);
  return found >= rules.numbers.veryHigh || (found >= rules.numbers.high && Boolean(reading.limp || reading.feel === "sharp"));
}

/** Answers, the oldest first. @param {any} kept @param {number} until */
function told(kept, until) {
  const order = (/** @type {any} */ one, /** @type {any} */ other) => Date.parse(one.at) - Date.parse(other.at) || (one.id < other.id ? -1 : 1);
  return kept.readings.filter((/** @type {any} */ one) => Date.parse(one.at) <= until).sort(order);
}

/** The answers of 24 hours. @param {any} kept @param {number} at @returns {any[]} */
function fresh(kept, at) {
  return told(kept, at).filter((/** @type {any} */ one) => at - Date.parse(one.at) <= FRESH);
}

/** @param {any} rules @param {any} kept @param {number} at */
function score(rules, kept, at) {
  const day = fresh(kept, at);
  if (!day.length) return [];
  const highest = day.reduce((one, other) => {
    const higher = judged(rules, other) - judged(rules, one) || Date.parse(other.at) - Date.parse(one.at) || other.score - one.score;
    return higher > 0 || (!higher && other.id > one.id) ? other : one;
  });
  const found = rules.scores[rules.score[raw(highest)][Number(Boolean(highest.masked))]];
  const felt = (/** @type {string} */ feel) => day.some((one) => one.feel === feel);
  const feels = Object.entries(rules.feel).filter(([feel]) => felt(feel)).map(([, told]) => finding(told));
  if (judged(rules, highest) && felt("catching")) feels.push(finding(rules.catching));
  return [finding(found), ...feels, ...(day.some((one) => one.limp) ? [finding(rules.limp)] : [])];
}

/** What an answer in the middle of a session says, or null. @param {any} rules @param {{score: number, feel: string | null, limp: boolean | null}} now @param {any} before @returns {Finding | null} */
export function during(rules, now, before) {
  const { told, scores, feel, limp } = rules.during;
  const found = feel[now.feel || ""] || (now.limp ? limp : told[scores[now.score][before ? before.score + 1 : 0]]);
  return found ? finding(found, { score: now.score, up: now.score - (before ? before.score : 0) }) : null;
}

/** @param {any} rules @param {any} kept @param {number} at */
function rise(rules, kept, at) {
  const since = at - rules.numbers.comparedDays * DAY;
  const checks = told(kept, at).filter((/** @type {any} */ one) => one.moment === "before" && Date.parse(one.at) >= since);
  const [earlier, last] = checks.slice(-2);
  if (!last || at - Date.parse(last.at) > FRESH) return [];
  const up = last.score - earlier.score;
  return up >= rules.numbers.clear ? [finding(rules.rise, { count: up })] : [];
}

/** What was played, with its answers, oldest first. @param {any} rules @param {any} kept @param {number} at @returns {Exertion[]} */
function exertions(rules, kept, at) {
  const over = kept.sessions.filter((/** @type {any} */ one) => one.ended_at && Date.parse(one.ended_at) <= at);
  const found = over.map((/** @type {any} */ one) => exertion(rules, kept, one));
  return found.sort((/** @type {Exertion} */ one, /** @type {Exertion} */ other) => one.ended - other.ended || (one.id < other.id ? -1 : 1));
}

/** @param {any} rules @param {any} kept @param {any} session @returns {Exertion} */
export function exertion(rules, kept, session) {
  const ended = Date.parse(session.ended_at);
  const its = kept.readings.filter((/** @type {any} */ one) => one.session === session.id);
  const of = (/** @type {string} */ moment) => its.find((/** @type {any} */ one) => one.moment === moment) || null;
  const after = of("after");
  const about = its.filter((/** @type {any} */ one) => one.moment === "after" || one.moment === "during");
  const before = of("before") || (after && checkedBefore(kept, ended));
  return {
    id: session.id, name: session.title, load: session.load, routine: session.routine_id, ended, day: dayOf(session.ended_at, rules),
    before, after, worst: Math.max(0, ...about.map(raw)), limp: about.some((/** @type {any} */ one) => one.limp), answered: about.length > 0,
  };
}

/** The last check of a day before its end that belongs to no session. @param {any} kept @param {number} ended */
function checkedBefore(kept, ended) {
  const free = told(kept, ended).filter((/** @type {any} */ one) => one.moment === "before" && !one.session && Date.parse(one.at) >= ended - DAY);
  return free.length ? free[free.length - 1] : null;
}

/** @param {any} rules @param {Exertion} one */
export function reacted(rules, one) {
  if (one.load === "none" || !one.answered) return false;
  const up = one.before && one.after && one.after.score >= one.before.score + rules.numbers.clear;
  return Boolean(one.limp || up || one.worst >= rules.numbers.high);
}

/** @param {any} rules @param {Exertion[]} done @param {number} at */
function reactions(rules, done, at) {
  const { holdsDays, wellWorst } = rules.numbers;
  const counted = done.filter((one) => one.load !== "none");
  const stands = counted.filter((one) => reacted(rules, one) && at - one.ended < holdsDays * DAY).pop();
  const found = stands ? [finding(rules.reaction, { name: stands.name })] : [];
  const last = counted.filter((one) => one.after).pop();
  if (!last || reacted(rules, last) || dayOf(at, rules) > last.day) return found;
  const well = last.worst <= wellWorst && last.after.score <= (last.before ? last.before.score : 0) + 1;
  return [...found, finding(well ? rules.well : rules.sore)];
}

/** How many of the last days' sessions reacted. @param {any} rules @param {Exertion[]} done @param {number} at */
function reactedLately(rules, done, at) {
  const today = dayOf(at, rules);
  return done.filter((one) => today - one.day >= 0 && today - one.day < rules.numbers.reactionsDays && reacted(rules, one)).length;
}

/** @param {any} rules @param {Exertion[]} done @param {number} at */
function restDay(rules, done, at) {
  const today = dayOf(at, rules);
  const active = new Set(done.filter((one) => rules.heavy.includes(one.load)).map((one) => one.day));
  let day = active.has(today) ? today : today - 1;
  let row = 0;
  for (; active.has(day); day -= 1) row += 1;
  if (row < rules.numbers.row) return [];
  return [finding(active.has(today) ? rules.restTomorrow : rules.restToday, { count: row })];
}

/** @param {any} rules @param {any} kept @param {Exertion[]} done @param {string[]} stands @param {number} at */
function timing(rules, kept, done, stands, at) {
  const { iceHours, heatHours, runs } = rules.numbers;
  const found = [];
  const ice = Math.max(-Infinity, ...done.filter((one) => one.routine === ICE).map((one) => one.ended));
  if (at - ice < iceHours * HOUR) found.push(later(rules.ice, ice + iceHours * HOUR, at - ice));
  if (fresh(kept, at).some((one) => one.feel === "tingling")) found.push(finding(rules.numb));
  const run = Math.max(-Infinity, ...done.filter((one) => family(one.routine) === runs).map((one) => one.ended));
  if (rules.flags.some((/** @type {any} */ one) => one.noHeat && stands.includes(one.id))) found.push(finding(rules.heat));
  else if (at - run < heatHours * HOUR) found.push(later(rules.heatAfterRun, run + heatHours * HOUR, at - run));
  const yesterday = dayOf(at, rules) - 1;
  const spacing = finding(rules.spacing);
  if (done.some((one) => one.day === yesterday && spacing.only.includes(family(one.routine)))) found.push(spacing);
  return found;
}

/** @param {any[]} told @param {number} until @param {number} passed milliseconds */
function later(told, until, passed) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  const at = new Date(until);
  const ago = count(Math.round(passed / 60_000), "minute");
  return finding(told, { ago, again: `from ${two(at.getHours())}:${two(at.getMinutes())} on` });
}

/** Whether a check of a sign that may return is a week old, and nothing was asked since. @param {any} kept @param {any} rules @param {number} last @param {number} today */
function comesBack(kept, rules, last, today) {
  const again = rules.flags.filter((/** @type {any} */ one) => one.again).map((/** @type {any} */ one) => one.id);
  const checks = kept.flags.filter((/** @type {any} */ one) => one.cleared_on && again.includes(one.flag));
  const ends = checks.map((/** @type {any} */ one) => dayOf(one.cleared_on, rules) + rules.numbers.askAgainDays);
  return ends.some((/** @type {number} */ end) => last < end && end <= today);
}

/** The id of a routine without the number of its level or stage. @param {string} routine */
export function family(routine) {
  return routine.replace(/-\d+$/, "");
}
