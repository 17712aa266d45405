// @ts-check
/** The weights and bands that are proposed, by what was used the last time and what was said of it. Only in pages that have some. Pure. */
import { assess, exertion, reacted } from "./judging.js";
import { DUST, nextWork } from "./plan.js";

/** @typedef {{name: string, written: string, weight: string, band: string, then: string}} Load */

const TEXTS = ["name", "written", "weight", "band", "then"];

/** A weight after more or less was said of it: a tenth, in the least steps of its unit. @param {string} weight @param {string} then @param {any} table */
export function nextWeight(weight, then, { steps, share }) {
  const [number, unit] = weight.split(" ");
  const sign = signOf(then);
  if (!sign || !Number.isFinite(Number(number)) || !Object.hasOwn(steps, unit)) return weight;
  const whole = (/** @type {number} */ value) => Math.floor((sign * value) / steps[unit] + DUST);
  const next = sign * Math.max(whole(Number(number) * (1 + sign * share)), whole(Number(number)) + 1);
  return `${Math.max(1, next) * steps[unit]} ${unit}`;
}

/** A band after it: the next by its colour. @param {string} band @param {string} then @param {any} table */
export function nextBand(band, then, { bands }) {
  return (bands.includes(band) && bands[bands.indexOf(band) + signOf(then)]) || band;
}

/** @param {string} then */
function signOf(then) {
  return Number(then === "more") - Number(then === "less");
}

/** @param {string} weight @param {string} band */
function loadText(weight, band) {
  return [weight, band && `${band} band`].filter(Boolean).join(", ");
}

/** The newest of each step, with what was last said of it, and its session. @param {any} plan @param {any} kept @param {number} most */
function lastUsed(plan, kept, most) {
  /** @type {Record<string, Load & {session: any}>} */
  const known = {};
  for (const session of kept.sessions.filter((/** @type {any} */ one) => one.routine_id === plan.id && one.ended_at).slice(-most)) {
    const rows = Array.isArray(session.loads) ? session.loads : [];
    for (const one of rows.filter((/** @type {any} */ row) => row && TEXTS.every((text) => typeof row[text] === "string"))) {
      const key = `${one.name}\n${one.written}`;
      const before = known[key] || one;
      const same = before.weight === one.weight && before.band === one.band;
      known[key] = { ...one, then: one.then || (same ? before.then : ""), session };
    }
  }
  return known;
}

/** A step's texts with what is proposed. @param {any} about @param {string} written @param {Load} last @param {string} then @param {any} table */
function proposedIn(about, written, last, then, table) {
  const [weight, band] = [nextWeight(last.weight, then, table), nextBand(last.band, then, table)];
  const [before, text] = [loadText(last.weight, last.band), loadText(weight, band)];
  const other = band && band === last.band && table.notes[then];
  const note = other || (text === before ? "" : table.notes.last + before);
  const [number, unit] = weight.split(" ");
  const called = weight && `${number} ${table.units[unit]}${number === "1" ? "" : "s"}`;
  const beside = about.beside.replace(written, () => (note ? `${text} (${note})` : text));
  return { ...about, weight, band, written, beside, called: loadText(called, band) };
}

/** The plan with what is proposed now; more only where something may be added. @template {any} P @param {P} whole @param {any} rules @param {any} kept @param {string} now @returns {P} */
export function withLoads(whole, rules, kept, now) {
  const plan = /** @type {any} */ (whole);
  const table = rules.weights;
  const known = lastUsed(plan, kept, table.most);
  const calm = !assess(rules, kept, now).findings.some((one) => one.rank >= rules.numbers.easier || (one.rank && table.addsNothing.includes(one.kind)));
  const abouts = [...plan.abouts];
  const intervals = plan.intervals.map((/** @type {any} */ one) => {
    const about = plan.abouts[one.about];
    const written = loadText(about.weight, about.band);
    const last = written && known[`${one.name}\n${written}`];
    if (!last) return one;
    const adds = calm && !reacted(rules, exertion(rules, kept, last.session));
    return { ...one, about: abouts.push(proposedIn(about, written, last, last.then === "more" && !adds ? "same" : last.then, table)) - 1 };
  });
  const made = { ...plan, abouts, intervals };
  return { ...made, words: plan.words.map((/** @type {any} */ words, /** @type {number} */ at) => wordsWith(words, made, at)) };
}

/** What is said of an interval, with what is proposed: of its own step, or that which comes. @param {any} words @param {any} plan @param {number} at */
function wordsWith({ ahead, ...words }, plan, at) {
  const comes = nextWork(plan, at);
  const said = (/** @type {any} */ told, /** @type {any} */ of) => {
    const { called, loads = [] } = (of && plan.abouts[of.about]) || {};
    if (!told || !called) return told;
    return JSON.parse(loads.reduce((/** @type {string} */ text, /** @type {string} */ load) => text.replaceAll(load, called), JSON.stringify(told)));
  };
  const own = plan.intervals[at].kind === "work" ? plan.intervals[at] : comes;
  return { ...said(words, own), ahead: said(ahead, comes) };
}
