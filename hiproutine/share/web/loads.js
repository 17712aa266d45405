// @ts-check
/** Weights and bands: what was used in a session. */

/** @typedef {{name: string, written: string, weight: string, band: string, then: string}} Load */

/** What was used, of steps of which anything was done. @param {any} plan @param {any[]} ended intervals of one session @returns {Load[]} */
export function loadsUsed(plan, ended) {
  const done = new Set(ended.filter((one) => one.outcome === "done" || one.seconds > 0).map((one) => one.plan_index));
  /** @type {Map<string, Load>} */
  const found = new Map();
  for (const { index, kind, name, about } of plan.intervals) {
    const { weight = "", band = "" } = plan.abouts[about];
    if (kind !== "work" || !(weight || band) || !done.has(index)) continue;
    const written = [weight, band && `${band} band`].filter(Boolean).join(", ");
    found.set(`${name}\n${written}`, { name, written, weight, band, then: "" });
  }
  return [...found.values()];
}

/** `The weight`, `The weights and the band`. @param {Load[]} used */
export function calledLoads(used) {
  const weights = used.filter((one) => one.weight).length;
  const bands = used.filter((one) => one.band).length;
  const words = [weights ? `the weight${weights > 1 ? "s" : ""}` : "", bands ? `the band${bands > 1 ? "s" : ""}` : ""];
  const called = words.filter(Boolean).join(" and ");
  return `${called.slice(0, 1).toUpperCase()}${called.slice(1)}`;
}
