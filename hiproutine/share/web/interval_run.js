// @ts-check
/** One pass through one interval: how far it has come, and what of it is still to be told. Moments come in. */
import { DUST, allReps, shownSeconds, waits } from "./plan.js";

/** @typedef {import("./plan.js").Interval} Interval */
/** @typedef {{type: string, at: number, index?: number, [more: string]: any}} Happened */
/** @typedef {{moment: number, rank: number, number: number}} Mark rank: 0 cue, 1 half, 2 repetition */

const HALF_FROM = 20;
const LEAST_LEFT = 3;
const LONGEST = 4 * 3600;
const COUNTED_OUT = 10;

/** @param {import("./plan.js").Cue} cue @param {number} planned @param {number} actual */
function cueMoment(cue, planned, actual) {
  if (cue.anchor === "end") return actual - (planned - cue.at);
  return cue.anchor === "half" ? actual / 2 : cue.at;
}

/** @param {Mark} one @param {Mark} other */
function inOrder(one, other) {
  return one.moment - other.moment || one.rank - other.rank || one.number - other.number;
}

/** Every mark of an interval that takes so many seconds, in order. @param {Interval} interval @param {number} length */
export function marksOf(interval, length) {
  const marks = interval.cues.map((cue, number) => ({ moment: cueMoment(cue, interval.seconds, length), rank: 0, number }));
  if (interval.kind === "work" && !waits(interval) && length >= HALF_FROM) {
    marks.push({ moment: length / 2, rank: 1, number: 0 });
  }
  const reps = allReps(interval);
  if (interval.tempo && reps) {
    let start = 0;
    for (let number = 0; number < reps * interval.tempo.length; number += 1) {
      const beat = interval.tempo[number % interval.tempo.length];
      if (beat) marks.push({ moment: start, rank: 2, number });
      start += beat;
    }
  }
  return marks.sort(inOrder);
}

export class IntervalRun {
  /** `began` is the moment at which it has 0 s behind it; `most` how many seconds it may take, `lasts` how many it takes; after `notice` it tells that it is the last step. @param {Interval} interval @param {number} began @param {boolean} runs @param {number} [most] @param {number | null} [lasts] @param {number | null} [notice] */
  constructor(interval, began, runs, most = Math.max(LONGEST, interval.seconds), lasts = null, notice = null) {
    this.interval = interval;
    this.most = most;
    this.notice = notice;
    this.cut = interval.self_paced ? lasts : null;
    this.length = Math.min(lasts === null || this.cut !== null ? interval.seconds : lasts, most);
    this.began = began;
    this.stood = 0;
    this.runs = runs;
    this.waits = waits(interval);
    this.second = this.waits ? 0 : shownSeconds(this.length);
    this.marks = marksOf(interval, this.length);
    /** Seconds after which a time is over that does not wait for it, to which is counted; null for none. @type {number | null} */
    this.ending = this.cut ?? (this.waits || (notice ?? 0) <= this.length - LEAST_LEFT ? notice : null);
    this.left = this.leftAt(0);
  }

  /** What was told of the time that is over then. @param {number} elapsed */
  leftAt(elapsed) {
    return this.ending === null ? 0 : Math.min(COUNTED_OUT + 1, shownSeconds(this.ending - elapsed));
  }

  /** The second of the interval at which the next of these is told. */
  nextOut() {
    return this.ending === null || this.left <= 1 ? Infinity : this.ending - (this.left - 1);
  }

  /** The same, to go on by itself. @returns {IntervalRun} */
  copy() {
    return Object.assign(Object.create(IntervalRun.prototype), this, { marks: [...this.marks] });
  }

  get limit() {
    if (this.cut !== null) return this.cut;
    return this.waits ? Infinity : this.length;
  }

  get end() {
    return this.began + (this.cut ?? this.length);
  }

  /** How far it has come. @param {number} moment */
  elapsedAt(moment) {
    if (!this.runs) return this.stood;
    const elapsed = Math.max(0, moment - this.began);
    return this.interval.self_paced ? elapsed : Math.min(elapsed, this.length);
  }

  /** The moment at which it tells something next. */
  due() {
    const next = Math.min(this.nextSecond(), this.cut ?? Infinity, this.notice ?? Infinity, this.nextOut());
    return this.began + (this.marks.length ? Math.min(next, this.marks[0].moment) : next);
  }

  /** @param {number} moment */
  overAt(moment) {
    return moment - this.began + DUST >= this.limit;
  }

  /** @param {number} moment */
  run(moment) {
    if (!this.runs) {
      this.began = moment - this.stood;
      this.runs = true;
    }
  }

  /** @param {number} moment */
  stand(moment) {
    this.stood = this.elapsedAt(moment);
    this.runs = false;
  }

  finish() {
    this.stood = this.cut ?? this.length;
    this.runs = false;
  }

  /** Stands still so many seconds in, with what lies before them told. @param {number} elapsed */
  standAt(elapsed) {
    this.stood = Math.max(0, this.waits ? elapsed : Math.min(elapsed, this.length));
    this.second = this.waits ? Math.floor(this.stood) : shownSeconds(this.length - this.stood);
    this.marks = this.marks.filter((mark) => !this.stood || mark.moment > this.stood);
    this.left = this.leftAt(this.stood);
    if (this.notice !== null && this.stood && this.notice <= this.stood) this.notice = null;
    this.runs = false;
  }

  /** Makes it longer, or shorter; by how many seconds. @param {number} seconds @param {number} moment */
  lengthen(seconds, moment) {
    if (this.waits || this.interval.tempo) return 0;
    const elapsed = this.elapsedAt(moment);
    const least = elapsed + Math.min(LEAST_LEFT, this.length - elapsed);
    const length = Math.min(this.most, Math.max(least, this.length + seconds));
    const change = length - this.length;
    this.length = length;
    if (change) {
      const known = new Set(this.marks.map((mark) => `${mark.rank} ${mark.number}`));
      const moved = marksOf(this.interval, length).filter((mark) => known.has(`${mark.rank} ${mark.number}`));
      this.marks = moved.filter((mark) => mark.moment > elapsed);
      this.second = shownSeconds(length - elapsed);
    }
    return change;
  }

  /** Seconds and marks that were due by this moment, in order. @param {number} moment @returns {Happened[]} */
  tell(moment) {
    const elapsed = Math.min((this.interval.kind === "confirm" ? this.began : moment) - this.began, this.limit);
    /** @type {{moment: number, rank: number, event: Happened}[]} */
    const told = [];
    let count = 0;
    while (count < this.marks.length && this.marks[count].moment <= elapsed + DUST) {
      const mark = this.marks[count];
      told.push({ moment: mark.moment, rank: mark.rank, event: this.event(mark) });
      count += 1;
    }
    this.marks.splice(0, count);
    if (this.notice !== null && this.notice <= elapsed + DUST) {
      told.push({ moment: this.notice, rank: 4, event: { type: "LastStep", at: this.began + this.notice, index: this.interval.index } });
      this.notice = null;
    }
    for (let next = this.nextSecond(); (this.waits || this.second > 1) && next <= elapsed + DUST; next = this.nextSecond()) {
      this.second += this.waits ? 1 : -1;
      const event = { type: "SecondShown", at: this.began + next, index: this.interval.index, second: this.second };
      told.push({ moment: next, rank: 3, event });
    }
    for (let next = this.nextOut(); next <= elapsed + DUST; next = this.nextOut()) {
      this.left -= 1;
      const event = { type: "CountedOut", at: this.began + next, index: this.interval.index, second: this.left };
      told.push({ moment: next, rank: 5, event });
    }
    told.sort((one, other) => one.moment - other.moment || one.rank - other.rank);
    return told.map((one) => one.event);
  }

  /** That it ended, how far it came, and why. @param {number} moment @param {string} outcome @returns {Happened} */
  ended(moment, outcome) {
    const { index, lap } = this.interval;
    return { type: "IntervalEnded", at: moment, index, ...(lap > 1 ? { lap } : {}), seconds: this.elapsedAt(moment), outcome };
  }

  /** @param {Mark} mark @returns {Happened} */
  event(mark) {
    const { index, cues, tempo } = this.interval;
    const at = this.began + mark.moment;
    if (mark.rank === 0) return { type: "CueDue", at, index, say: cues[mark.number].say };
    if (mark.rank === 1) return { type: "HalfReached", at, index };
    const parts = (tempo || [0]).length;
    return { type: "RepBeat", at, index, rep: Math.floor(mark.number / parts) + 1, part: mark.number % parts };
  }

  /** The second of the interval at which the shown second changes. */
  nextSecond() {
    return this.waits ? this.second + 1 : this.length - (this.second - 1);
  }
}
