// @ts-check
/** What was found, as it stands in the table that came with the page, and the days it is about. Pure. */
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const WEEK = 7;

/** @typedef {{kind: string, rank: number, sentence: string, against: string[], avoid: string[], only: string[], instead: string}} Finding */

/** A finding as it stands in the table, its places filled in. @param {any[]} told @param {Record<string, string | number>} [places] @returns {Finding} */
export function finding([kind, rank, sentence, against = [], avoid = [], only = [], instead = ""], places = {}) {
  const filled = sentence.replace(/\{(\w+)\}/g, (/** @type {string} */ whole, /** @type {string} */ name) => String(places[name] ?? whole));
  return { kind, rank, sentence: filled, against, avoid, only, instead };
}

/** The day a moment belongs to, as a number; it begins at 04:00 where the person is. @param {string | number} at @param {any} rules */
export function dayOf(at, rules) {
  const moment = new Date(at);
  return Math.floor((moment.getTime() - moment.getTimezoneOffset() * 60_000 - rules.numbers.dayBegins * HOUR) / DAY);
}
