// @ts-check
/** What the page remembers, in the browser's own storage; without it everything works and nothing is kept. */
import { roundsOf } from "./open_rounds.js";
import { secondsAfter } from "./plan.js";
import { joined, usable } from "./stored_rows.js";
import { lasting } from "./words.js";

const PLACE = "hiproutine";
const VERSION = 1;
const MOST_SESSIONS = 100;
const GOES_ON_WITHIN = 4 * 3600 * 1000;
const NOTHING_KEPT = "This browser keeps nothing for this page, so save what you did before you close it.";
const NEWER = "What is kept here comes from a newer page. It is left as it is, and nothing is added.";
const LEFT_OUT = "Some of what was kept here cannot be read, and is left out.";

export class Kept {
  /** @param {() => Storage} storage may throw, as private windows do */
  constructor(storage) {
    /** @type {any} */
    this.data = { version: VERSION, cues: {}, sessions: [], intervals: [], readings: [], flags: [], active: null, notice: false };
    this.trouble = "";
    this.storage = storage;
    this.frozen = false;
    /** What stood there when it was last looked at. @type {string | null} */
    this.seen = null;
    this.read();
  }

  read() {
    try {
      const text = (this.seen = this.storage().getItem(PLACE));
      if (!text) return;
      const found = JSON.parse(text);
      if (!found || found.version > VERSION) {
        this.frozen = true;
        this.trouble = NEWER;
      } else if (found.version === VERSION) {
        const [taken, all] = usable(found);
        Object.assign(this.data, taken);
        if (!all) this.trouble = LEFT_OUT;
      }
    } catch {
      this.trouble = NOTHING_KEPT;
    }
  }

  /** Takes in what other pages have kept meanwhile: all of a browser may have one place. */
  join() {
    const text = this.storage().getItem(PLACE);
    if (!text || text === this.seen) return;
    const found = JSON.parse(text);
    if (found && found.version > VERSION) this.frozen = true;
    if (!found || found.version !== VERSION) return;
    const [theirs] = usable(found);
    joined(this.data, theirs);
  }

  /** Writes what has changed; the oldest sessions give way. */
  write() {
    try {
      this.join();
    } catch {
      // what cannot be read is written over
    }
    if (this.frozen) return;
    const { sessions, intervals, readings } = this.data;
    const gone = sessions.splice(0, Math.max(0, sessions.length - MOST_SESSIONS));
    const ids = new Set(gone.map((/** @type {any} */ one) => one.id));
    // in place: what follows a session adds to the very list
    for (const rows of ids.size ? [intervals, readings] : []) {
      const left = rows.filter((/** @type {any} */ one) => !ids.has(one.session));
      rows.length = 0;
      for (const one of left) rows.push(one);
    }
    try {
      const text = JSON.stringify(this.data);
      this.storage().setItem(PLACE, text);
      this.seen = text;
    } catch {
      this.trouble = NOTHING_KEPT;
    }
  }
}

/** The session that was left in the middle, if it is of this plan and not long ago. @param {any} data @param {any} plan */
export function leftOf(data, plan) {
  const { active } = data;
  if (!active || active.routine !== plan.id || active.seconds !== plan.seconds) return null;
  const session = data.sessions.find((/** @type {any} */ one) => one.id === active.session);
  const within = session && Date.now() - Date.parse(session.updated_at) < GOES_ON_WITHIN;
  return within && session.position_index < plan.intervals.length ? session : null;
}

/** Where it goes on, and how much of it is left. @param {any} plan @param {any[]} intervals @param {any} session */
export function leftText(plan, intervals, session) {
  const { position_index: index, position_elapsed: elapsed } = session;
  const { name, seconds } = plan.intervals[index];
  const { totalLeft } = roundsOf(plan, intervals, session).where(index, elapsed, seconds - elapsed);
  return `Go on at ${name}, ${lasting(Math.max(0, totalLeft + secondsAfter(plan, index)))} left`;
}
