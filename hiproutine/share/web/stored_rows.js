// @ts-check
/** What was kept as it may have become: only rows that are whole are taken. Pure. */

const HIGHEST = 10;

const text = (/** @type {unknown} */ value) => typeof value === "string";
const number = (/** @type {unknown} */ value) => Number.isFinite(value) && Number(value) >= 0;
const truth = (/** @type {unknown} */ value) => typeof value === "boolean";
const moment = (/** @type {unknown} */ value) => typeof value === "string" && !Number.isNaN(Date.parse(value));
const isScore = (/** @type {unknown} */ value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= HIGHEST;
const or = (/** @type {(value: unknown) => boolean} */ check) => (/** @type {unknown} */ value) => value === null || check(value);

/** @type {Record<string, Record<string, (value: unknown) => boolean>>} */
const ROWS = {
  sessions: {
    id: text, routine_id: text, started_at: moment, updated_at: moment, ended_at: or(moment), position_index: number,
    position_elapsed: number, active_seconds: number, plan_seconds: number,
  },
  intervals: { session: text, plan_index: number, seconds: number, outcome: text, at: moment },
  readings: { id: text, at: moment, moment: text, score: isScore, worst: or(isScore), session: or(text), updated_at: moment },
  flags: { id: text, at: moment, flag: text, answer: truth, cleared_on: or(moment), updated_at: moment },
};

/** @param {any} row @param {Record<string, (value: unknown) => boolean>} checks */
function isWhole(row, checks) {
  return typeof row === "object" && row !== null && Object.entries(checks).every(([name, check]) => check(row[name]));
}

/** What of it can be used, and whether that is all. @param {any} found @returns {[any, boolean]} */
export function usable(found) {
  let all = true;
  /** @type {any} */
  const taken = { notice: found.notice === true, cues: {}, active: null };
  for (const [name, checks] of Object.entries(ROWS)) {
    const rows = Array.isArray(found[name]) ? found[name] : [];
    taken[name] = rows.filter((/** @type {any} */ row) => isWhole(row, checks));
    all = all && Array.isArray(found[name]) && taken[name].length === rows.length;
  }
  for (const [name, value] of Object.entries(found.cues || {})) if (truth(value)) taken.cues[name] = value;
  if (isWhole(found.active, { routine: text, seconds: number, session: text })) taken.active = found.active;
  return [taken, all];
}

/** Adds rows that only others have, in the order of time, and what they have changed since. @param {any} own @param {any} theirs */
export function joined(own, theirs) {
  const part = (/** @type {any} */ one) => `${one.session} ${one.number}`;
  const parts = new Set(own.intervals.map(part));
  for (const one of theirs.intervals) if (!parts.has(part(one))) own.intervals.push(one);
  for (const name of ["sessions", "readings", "flags"]) {
    const rows = own[name];
    const byId = new Map(rows.map((/** @type {any} */ one) => [one.id, one]));
    for (const one of theirs[name]) {
      const mine = byId.get(one.id);
      if (!mine) rows.push(one);
      else if (Date.parse(one.updated_at) > Date.parse(mine.updated_at)) Object.assign(mine, one);
    }
    const began = (/** @type {any} */ one) => Date.parse(one.started_at || one.at);
    rows.sort((/** @type {any} */ one, /** @type {any} */ other) => began(one) - began(other));
  }
}
