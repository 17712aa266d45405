// @ts-check
/** What is asked around a session, as the program asks it: notice, pain, warning signs and advice; pain afterwards. */
import { against, asksReliever, assess, coolDownSuits, during, severeSince, standing, suits, whyAsk } from "./judging.js";
import { checkSigns, takeBack } from "./signs.js";
import { lessOf } from "./easing.js";
import { askEffort, askLoads } from "./asked_back.js";
import { newId, newReading, now } from "./record.js";
import { askScale, askSeveral, askStatement } from "./questions.js";

const BEFORE = "Before you begin";
const AFTER = "After it";
const [WATCH, EASIER, SEE_SOMEONE, URGENT] = [1, 2, 5, 6];
const YES_OR_NO = /** @type {[string, any][]} */ ([["No", false], ["Yes", true], ["Skip", null]]);

export class Asking {
  /** @param {HTMLElement} place @param {any} plan with its `abouts` @param {any} rules @param {import("./keeping.js").Kept} kept */
  constructor(place, plan, rules, kept) {
    this.place = place;
    this.plan = plan;
    this.rules = rules;
    this.kept = kept;
  }

  /** Everything up to the first second: whether it goes on, with how much of it, against which advice, and the reading. @returns {Promise<{goes: boolean, advice: any, reading: any, less?: any}>} */
  async before() {
    const { rules, kept } = this;
    if (!kept.data.notice) {
      const ways = /** @type {[string, any][]} */ ([["I understand", true], ["Leave", false]]);
      const asked = { kicker: "Welcome", title: "Before the first time", lines: rules.notice, ways };
      if (!(await askStatement(this.place, asked))) return { goes: false, advice: null, reading: null };
      kept.data.notice = true;
    }
    const reading = await this.painBefore();
    const stood = standing(kept.data).join();
    const why = whyAsk(kept.data, rules, reading, now());
    if (why) await this.warningSigns(why);
    for (;;) {
      const judged = this.judged(standing(kept.data).join() !== stood);
      if (!judged.asks) return { goes: true, advice: judged.advice, reading };
      const answer = await this.advised(judged);
      if (answer === "anyway") return { goes: true, advice: judged.advice, reading };
      if (answer === "less") return { goes: true, advice: judged.advice, reading, less: judged.less };
      if (answer === "leave") return { goes: false, advice: judged.advice, reading };
      await this.settle(answer);
    }
  }

  /** What is found about this routine now: whether it is asked about, and what is said. @param {boolean} ticked a sign has just been ticked */
  judged(ticked) {
    const { rules, plan } = this;
    const found = assess(rules, this.kept.data, now());
    const speaks = against(rules, found);
    const first = speaks[0] || found.findings[0];
    if (!first) return { asks: false, advice: null, more: [], speaks: false, soon: false, less: null };
    const areas = new Set(found.findings.flatMap((one) => one.avoid));
    const loads = (/** @type {any} */ one) => (plan.abouts[one.about].avoid_if || []).some((/** @type {string} */ area) => areas.has(area));
    const leftOut = [...new Set(plan.intervals.filter(loads).map((/** @type {any} */ one) => one.name))].join(", ");
    const heavy = rules.heavy.every((/** @type {string} */ load) => found.findings.some((one) => one.against.includes(load)));
    const asks = speaks.length > 0 || Boolean(leftOut) || (ticked && first.kind === "sign") || (rules.load === "low" && heavy);
    const gravest = found.findings[0] && found.findings[0].rank > first.rank ? found.findings[0] : first;
    const soon = rules.soon.includes(first.kind);
    const instead = first.instead || (speaks.length && !soon ? suits(rules, found.findings) : "");
    const other = instead === rules.routine ? "" : rules.titles[instead];
    const more = [
      gravest === first ? "" : first.sentence,
      other ? `It may suit better today: ${other}.` : "",
      leftOut ? `Better left out today: ${leftOut}. Any can be skipped.` : "",
    ];
    const less = lessOf(plan, rules, found.findings, gravest, speaks.length > 0);
    const on = asks ? anyway(gravest, speaks.length > 0, less) : "";
    const advice = gravest.rank || asks ? { ...gravest, anyway: on } : null;
    return { asks, advice, more, speaks: speaks.length > 0, soon, less };
  }

  /** The pain after a session, or null. @param {any} before @param {string} session */
  async after(before, session) {
    const { words, ends } = this.rules;
    const score = await askScale(this.place, { kicker: AFTER, title: "How is the hip now?", words, ends, last: before && before.score });
    if (score === null) return null;
    const worst = await askScale(this.place, { kicker: AFTER, title: "The worst during it?", words, ends, last: score });
    const hurts = Math.max(score, worst ?? 0) > 0;
    const limp = hurts ? await askStatement(this.place, { kicker: AFTER, title: "Any limp?", lines: [], ways: YES_OR_NO }) : null;
    const effort = await askEffort(this.place, AFTER, this.plan, this.rules);
    const reading = this.keep(newReading("after", now(), score, { worst: worst === null ? null : Math.max(worst, score), limp, effort, session }));
    if (severeSince(this.kept.data, this.rules, now())) await this.warningSigns(this.rules.why.high);
    return reading;
  }

  /** Whether what was used is to be the same the next time, and keeps it; not where nothing was said, or less is advised. @param {any} session @param {any[]} intervals @param {boolean} told */
  async loads(session, intervals, told) {
    const its = intervals.filter((one) => one.session === session.id);
    const asks = () => told && !assess(this.rules, this.kept.data, now()).findings.some((one) => one.rank >= EASIER);
    session.loads = await askLoads(this.place, AFTER, this.plan, this.rules, its, asks);
    this.kept.write();
  }

  /** Pain in the middle of a session, and what follows: "go on", "skip", "stop", or "cool-down" where one can. @param {any} before @param {string} session @param {boolean} downs @returns {Promise<string>} */
  async during(before, session, downs) {
    const { words, ends, feels, painKey, closing } = this.rules;
    const { kicker, coolDown } = painKey;
    const score = await askScale(this.place, { kicker, title: "Pain now?", words, ends, last: before && before.score });
    if (score === null) return "go on";
    const reading = newReading("during", now(), score, { session });
    if (score > (before ? before.score : 0)) {
      reading.feel = await askStatement(this.place, { kicker, title: "What is it like?", lines: [], ways: [...feels, ["Skip", null]] });
      reading.limp = await askStatement(this.place, { kicker, title: "Any limp?", lines: [], ways: YES_OR_NO });
    }
    this.keep(reading);
    const found = during(this.rules, reading, before);
    if (!found) return "go on";
    /** @type {[string, any][]} */
    const ways = found.rank > EASIER
      ? [["End the session", "stop"], ["Skip this step", "skip"], [painKey.anyway, "go on"]]
      : [["Go on, easier", "go on"], ["Skip this step", "skip"], ["End the session", "stop"]];
    if (downs && found.rank > EASIER && coolDownSuits(this.rules, this.kept.data, now())) ways.splice(1, 0, [coolDown[1], "cool-down"]);
    const then = await askStatement(this.place, { kicker, title: found.sentence, lines: [closing], ways });
    if (["skip", "go on"].includes(then) && severeSince(this.kept.data, this.rules, now())) await this.severe();
    return then;
  }

  /** The warning signs, and what those that stand lead to, until it is read. */
  async severe() {
    const { rules, kept } = this;
    const stood = standing(kept.data).join();
    await this.warningSigns(rules.why.high);
    if (standing(kept.data).join() === stood) return;
    for (;;) {
      const found = assess(rules, kept.data, now()).findings.find((one) => one.kind === "sign");
      if (!found) return;
      const lines = [...this.its(found), rules.closing];
      /** @type {[string, any][]} */
      const ways = [["I have read this", ""], ...rules.settling];
      const answer = await askStatement(this.place, { kicker: BEFORE, title: found.sentence, lines, ways, grave: found.rank >= URGENT });
      if (!answer || !(await this.settle(answer))) return;
    }
  }

  /** The signs that stand of which this speaks, in words. @param {any} found @returns {string[]} */
  its(found) {
    const { rules } = this;
    const stands = standing(this.kept.data);
    const its = rules.flags.filter((/** @type {any} */ one) => found.kind === "sign" && stands.includes(one.id) && rules.signs[one.sign][2] === found.sentence);
    return its.map((/** @type {any} */ one) => one.words);
  }

  /** What is worth saying after a session: the gravest, and how it went down. */
  afterwards() {
    const { findings } = assess(this.rules, this.kept.data, now());
    const went = findings.find((one) => one.kind === "reaction" || one.kind === "after");
    const first = findings.find((one) => !(one.kind === "score" && one.rank === WATCH)) || went;
    return [...new Set([first, went].map((one) => (one ? one.sentence : "")))].filter(Boolean).join(" ");
  }

  async painBefore() {
    const { words, ends } = this.rules;
    const kicker = this.plan.title;
    const last = this.kept.data.readings.filter((/** @type {any} */ one) => one.moment === "before").pop() || null;
    const score = await askScale(this.place, { kicker, title: "How is the hip right now?", words, ends, last: last && last.score });
    if (score === null) return null;
    const worst = await askScale(this.place, { kicker, title: "The worst in the last 24 hours?", words, ends, last: last && last.worst });
    const reading = this.keep(newReading("before", now(), score, { worst: worst === null ? null : Math.max(worst, score) }));
    if (asksReliever(this.kept.data, this.rules, now())) {
      reading.masked = await askStatement(this.place, { kicker, title: this.rules.masked, lines: [], ways: YES_OR_NO });
      this.kept.write();
    }
    return reading;
  }

  /** @param {any} reading */
  keep(reading) {
    this.kept.data.readings.push(reading);
    this.kept.write();
    return reading;
  }

  /** @param {string} why */
  async warningSigns(why) {
    const { rules, kept } = this;
    const of = (/** @type {number} */ group) => rules.flags.filter((/** @type {any} */ one) => one.group === group);
    const groups = rules.groups.map((/** @type {string} */ heading, /** @type {number} */ at) => [heading, of(at)]);
    const stood = standing(kept.data);
    const chosen = await askSeveral(this.place, { kicker: BEFORE, title: "Does any of this apply?", why, groups, chosen: stood });
    if (chosen === null) return;
    const at = now();
    for (const { id } of rules.flags) {
      kept.data.flags.push({ kind: "flag", id: newId(), at, flag: id, answer: chosen.includes(id), cleared_on: null, updated_at: at });
    }
    kept.write();
    for (const { id, words } of rules.flags) {
      if (!stood.includes(id) || chosen.includes(id)) continue;
      const asked = { kicker: words, title: "No longer marked: what has become of it?", lines: [], ways: rules.unmarked };
      this.settled(await askStatement(this.place, asked), [id]);
    }
  }

  /** Which signs a professional has checked, or were ticked by mistake; whether any was. @param {string} what */
  async settle(what) {
    const { rules } = this;
    const stands = standing(this.kept.data);
    let chosen = stands;
    if (stands.length > 1) {
      const options = rules.flags.filter((/** @type {any} */ one) => stands.includes(one.id));
      const groups = /** @type {[string, any[]][]} */ ([["These stand", options]]);
      const marked = what === "checked" ? stands : [];
      const asked = { kicker: "Warning signs", title: rules.which[what], why: "The others still stand.", groups, chosen: marked, some: "These" };
      chosen = (await askSeveral(this.place, asked)) || [];
    }
    this.settled(what, chosen);
    return chosen.length > 0;
  }

  /** @param {string} what "checked", "slip", or that it stays @param {string[]} signs */
  settled(what, signs) {
    if (what === "checked") checkSigns(this.kept.data.flags, signs, now());
    if (what === "slip") takeBack(this.kept.data.flags, signs, now());
    this.kept.write();
  }

  /** @param {{advice: any, more: string[], speaks: boolean, soon: boolean, less: any}} judged */
  advised({ advice, more, speaks, soon, less }) {
    const { rules } = this;
    const lines = [...more, ...this.its(advice), rules.closing];
    /** @type {[string, any][]} */
    const ways = [[advice.anyway, "anyway"], [soon ? "Not now" : "Not today", "leave"]];
    if (speaks) ways.reverse();
    if (less) ways.splice(speaks ? 1 : 0, 0, [less.way, "less"]);
    if (advice.kind === "sign") ways.push(...rules.settling);
    return askStatement(this.place, { kicker: BEFORE, title: advice.sentence, lines, ways, grave: advice.rank >= URGENT });
  }
}

/** The words with which a person goes on; with all of it, where less of it is offered too. @param {{rank: number}} found @param {boolean} speaks against the routine @param {any} less */
function anyway(found, speaks, less) {
  if (less && !speaks) return "Start with all of it";
  if (speaks) return found.rank >= SEE_SOMEONE ? "Go on anyway, it is my decision" : "Go on with it anyway";
  return found.rank === WATCH ? "Start, and watch it" : "Start, and take it easier";
}
