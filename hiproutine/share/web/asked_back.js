// @ts-check
/** What an author wrote, asked back afterwards: how hard it was, and what it was done with. Not in pages that have neither. */
import { askScale, askStatement } from "./questions.js";

/** @typedef {{name: string, written: string, weight: string, band: string, then: string}} Load */

/** What was used, of steps of which anything was done. @param {any} plan @param {any[]} ended intervals of one session @returns {Load[]} */
function loadsUsed(plan, ended) {
  const done = new Set(ended.filter((one) => one.outcome === "done" || one.seconds > 0).map((one) => one.plan_index));
  /** @type {Map<string, Load>} */
  const found = new Map();
  for (const { index, kind, name, about } of plan.intervals) {
    const { weight = "", band = "", written = [weight, band && `${band} band`].filter(Boolean).join(", ") } = plan.abouts[about];
    if (kind !== "work" || !(weight || band) || !done.has(index)) continue;
    found.set(`${name}\n${written}`, { name, written, weight, band, then: "" });
  }
  return [...found.values()];
}

/** `The weight`, `The weights and the band`. @param {Load[]} used */
function calledLoads(used) {
  const weights = used.filter((one) => one.weight).length;
  const bands = used.filter((one) => one.band).length;
  const words = [weights ? `the weight${weights > 1 ? "s" : ""}` : "", bands ? `the band${bands > 1 ? "s" : ""}` : ""];
  const called = words.filter(Boolean).join(" and ");
  return `${called.slice(0, 1).toUpperCase()}${called.slice(1)}`;
}

/** How hard it was, beside what was meant; null where nothing was. @param {HTMLElement} place @param {string} kicker @param {any} plan @param {any} rules @returns {Promise<number | null>} */
export async function askEffort(place, kicker, plan, rules) {
  if (!plan.meant) return null;
  const [words, ends] = rules.efforts;
  return askScale(place, { kicker, title: `How hard was it? Meant: ${plan.meant}.`, words, ends });
}

/** What was used, and where it is asked whether it is to be the same the next time. @param {HTMLElement} place @param {string} kicker @param {any} plan @param {any} rules @param {any[]} ended @param {() => boolean} asks @returns {Promise<Load[]>} */
export async function askLoads(place, kicker, plan, rules, ended, asks) {
  const used = loadsUsed(plan, ended);
  if (!used.length || !asks()) return used;
  const ways = /** @type {[string, any][]} */ ([...rules.loads, ["Skip", null]]);
  const then = await askStatement(place, { kicker, title: `${calledLoads(used)} the next time?`, lines: [], ways });
  return used.map((one) => ({ ...one, then: then || "" }));
}
