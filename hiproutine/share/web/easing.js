// @ts-check
/** What can be played in place of the whole routine: one set and half the range, or without what is better left out. Pure. */
import { planOf } from "./plan.js";

/** @typedef {import("./findings.js").Finding} Finding */
/** @typedef {{key: string, cut: string, way: string, note: string}} Less */

/** The steps that load an area. @param {any} plan @param {string[]} areas */
function steps(plan, areas) {
  const loads = (/** @type {any} */ one) => one.kind === "work" && (plan.abouts[one.about].avoid_if || []).some((/** @type {string} */ area) => areas.includes(area));
  return [...new Set(plan.intervals.filter(loads).map((/** @type {any} */ one) => one.step))];
}

/** What less is offered, or null: nothing where something grave speaks against the routine. @param {any} plan @param {any} rules @param {Finding[]} findings @param {Finding} gravest @param {boolean} speaks against it @returns {Less | null} */
export function lessOf(plan, rules, findings, gravest, speaks) {
  if (speaks && gravest.rank > rules.numbers.gentle) return null;
  const heavy = rules.heavy.every((/** @type {string} */ load) => findings.some((one) => one.against.includes(load)));
  const easier = rules.gentled.includes(rules.load) && (speaks || (rules.load === "low" && heavy));
  const out = steps(plan, findings.flatMap((one) => one.avoid));
  const key = [...(easier ? ["easier"] : []), ...out].join(" ");
  if (!key || !plan.cuts || !Object.hasOwn(plan.cuts, key)) return null;
  const { cut, lasts } = plan.cuts[key];
  const [way, note] = rules.easing.map((/** @type {string} */ words) => words.replace("{cut}", () => cut).replace("{lasts}", lasts));
  return { key, cut, way, note };
}

/** The cool-down that the page carries, or null; its texts and sentences stand with those of the plan. @param {any} given as it stands in the page @returns {import("./plan.js").Plan | null} */
export function coolDownOf({ coolDown, cuts, ...given }) {
  return coolDown ? planOf({ ...given, ...coolDown }) : null;
}

/** The plan that is played under this key; without one the whole. @param {any} given as it stands in the page @param {import("./plan.js").Plan} whole @param {string} key @returns {import("./plan.js").Plan} */
export function easedOf(given, whole, key) {
  if (!given.cuts || !Object.hasOwn(given.cuts, key)) return whole;
  const { intervals: rows, ...changed } = given.cuts[key];
  /** @type {[number, any?, any?][]} */
  const all = rows.map((/** @type {any} */ row) => [row].flat());
  const works = all.map(([origin]) => whole.intervals[origin]).filter((one) => one.kind === "work");
  const kept = [...new Set(works.map((one) => one.step))];
  let start = 0;
  const intervals = all.map(([origin, { first = "", ...other } = {}]) => {
    const one = whole.intervals[origin];
    if (first) other.cues = [{ at: 0, say: first }, ...one.cues.slice(Number(one.cues[0]?.at === 0))];
    const step = Math.min(kept.filter((each) => each < one.step).length + 1, kept.length);
    const interval = { ...one, start, step, ...other };
    start = interval.start + interval.seconds;
    return interval;
  });
  const words = all.map(([origin, , other = {}]) => {
    return Object.fromEntries(Object.entries({ ...given.words[origin], ...other }).filter(([, told]) => told !== null));
  });
  return planOf({ ...given, ...changed, intervals, words });
}
