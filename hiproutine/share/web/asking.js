// @ts-check
/** What is asked around a session, as the program asks it: notice, pain, warning signs and advice; pain afterwards. */
import { adviceBefore, avoided, signsOf, standing, whyAsk } from "./judging.js";
import { checkSigns, takeBack } from "./signs.js";
import { newId, newReading, stamp } from "./record.js";
import { askScale, askSeveral, askStatement } from "./questions.js";

const BEFORE = "Before you begin";
const AFTER = "After it";
const GRAVEST = 7;

const now = () => stamp(new Date());

export class Asking {
  /** @param {HTMLElement} place @param {any} plan with its `abouts` @param {any} rules @param {import("./keeping.js").Kept} kept */
  constructor(place, plan, rules, kept) {
    this.place = place;
    this.plan = plan;
    this.rules = rules;
    this.kept = kept;
  }

  /** Everything up to the first second: whether it goes on, against which advice, and the reading. @returns {Promise<{goes: boolean, advice: any, reading: any}>} */
  async before() {
    const { rules, kept } = this;
    if (!kept.data.notice) {
      const ways = /** @type {[string, any][]} */ ([["I understand", true], ["Leave", false]]);
      const asked = { kicker: "Welcome", title: "Before the first time", lines: rules.notice, ways };
      if (!(await askStatement(this.place, asked))) return { goes: false, advice: null, reading: null };
      kept.data.notice = true;
    }
    const reading = await this.painBefore();
    const why = whyAsk(kept.data, rules, reading, now());
    if (why) await this.warningSigns(why);
    for (;;) {
      const advice = adviceBefore(rules, kept.data, reading, now());
      if (!advice || advice.rank === 0) return { goes: true, advice: null, reading };
      const answer = await this.advised(advice, reading);
      if (answer === "anyway") return { goes: true, advice, reading };
      if (answer === "leave") return { goes: false, advice, reading };
      await this.settle(answer);
    }
  }

  /** The pain after a session, or null. @param {any} before @param {string} session */
  async after(before, session) {
    const { words, ends } = this.rules;
    const score = await askScale(this.place, { kicker: AFTER, title: "How is the hip now?", words, ends, last: before && before.score });
    if (score === null) return null;
    const worst = await askScale(this.place, { kicker: AFTER, title: "The worst during it?", words, ends, last: score });
    const ways = /** @type {[string, any][]} */ ([["No", false], ["Yes", true], ["Skip", null]]);
    const hurts = Math.max(score, worst ?? 0) > 0;
    const limp = hurts ? await askStatement(this.place, { kicker: AFTER, title: "Any limp?", lines: [], ways }) : null;
    return this.keep(newReading("after", now(), score, { worst: worst === null ? null : Math.max(worst, score), limp, session }));
  }

  async painBefore() {
    const { words, ends } = this.rules;
    const kicker = this.plan.title;
    const last = this.kept.data.readings.filter((/** @type {any} */ one) => one.moment === "before").pop() || null;
    const score = await askScale(this.place, { kicker, title: "How is the hip right now?", words, ends, last: last && last.score });
    if (score === null) return null;
    const worst = await askScale(this.place, { kicker, title: "The worst in the last 24 hours?", words, ends, last: last && last.worst });
    return this.keep(newReading("before", now(), score, { worst: worst === null ? null : Math.max(worst, score) }));
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

  /** Which signs a professional has checked, or were ticked by mistake. @param {string} what */
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
  }

  /** @param {string} what "checked", "slip", or that it stays @param {string[]} signs */
  settled(what, signs) {
    if (what === "checked") checkSigns(this.kept.data.flags, signs, now());
    if (what === "slip") takeBack(this.kept.data.flags, signs, now());
    this.kept.write();
  }

  /** @param {any} advice @param {any} reading */
  advised(advice, reading) {
    const { plan, rules, kept } = this;
    const areas = avoided(rules, kept.data, reading);
    const loads = (/** @type {any} */ one) => (plan.abouts[one.about].avoid_if || []).some((/** @type {string} */ area) => areas.has(area));
    const leftOut = [...new Set(plan.intervals.filter(loads).map((/** @type {any} */ one) => one.name))].join(", ");
    const other = rules.titles[advice.alternative];
    const lines = [
      other ? `It may suit better today: ${other}.` : "",
      leftOut ? `Better left out today: ${leftOut}. Any can be skipped.` : "",
      ...signsOf(rules, kept.data, advice).map((one) => one.words),
      rules.closing,
    ];
    /** @type {[string, any][]} */
    const ways = [[advice.anyway, "anyway"], ["Not today", "leave"]];
    if (advice.prefersOther) ways.reverse();
    if (advice.sign) ways.push(...rules.settling);
    return askStatement(this.place, { kicker: BEFORE, title: advice.sentence, lines, ways, grave: advice.rank >= GRAVEST });
  }
}
