// @ts-check
/** Rounds that begin at fixed times, while they are played. Of rounds without a number `open_rounds.js` knows. */
import { DUST, before, intoRound, nextRound } from "./plan.js";

/** @typedef {import("./plan.js").Interval} Interval */
/** @typedef {import("./interval_run.js").Happened} Happened */

/** Each answer is that of a plan in which every round has its number. */
export class Rounds {
  /** @param {import("./plan.js").Plan} plan */
  constructor(plan) {
    this.plan = plan;
    /** Seconds that were played of a round that begins at a fixed time. */
    this.inRound = 0;
  }

  /** The same, to go on by itself. @returns {Rounds} */
  copy() {
    return Object.assign(Object.create(Object.getPrototypeOf(this)), this);
  }

  /** Which round without a number it is. @param {number} _index */
  lap(_index) {
    return 1;
  }

  /** Whether a later one of them begins here. @param {number} _index @returns {boolean} */
  comesAgain(_index) {
    return false;
  }

  /** An interval begins after another one. @param {number} _earlier @param {number} _index */
  enter(_earlier, _index) {}

  /** The ends of intervals that were kept. @param {any[]} _rows @returns {Rounds} */
  follow(_rows) {
    return this;
  }

  /** So many seconds of an interval were played. @param {Interval} _interval @param {number} seconds @param {string} _outcome */
  ended(_interval, seconds, _outcome) {
    this.inRound += seconds;
  }

  /** What comes after an interval. @param {number} index */
  following(index) {
    return index + 1;
  }

  /** What is told where one leaves rounds whose time is over. @param {number} _index @param {number} _next @param {number} _at @returns {Happened[]} */
  over(_index, _next, _at) {
    return [];
  }

  /** Where the next round that begins at a fixed time does, or what follows. @param {number} index */
  nextOnTime(index) {
    return nextRound(this.plan, index);
  }

  /** The interval that is entered in place of one for which its round has no time left. @param {number} wanted @param {boolean} follows */
  reached(wanted, follows) {
    let index = wanted;
    if (!follows) this.inRound = intoRound(this.plan, index);
    while (index < this.plan.intervals.length) {
      const interval = this.plan.intervals[index];
      if (interval.begins) this.inRound = 0;
      if (interval.every === null || interval.every - this.inRound > DUST) return index;
      if (!interval.closes && !interval.skips) return index;
      index = interval.closes ? this.following(index) : this.nextOnTime(index);
    }
    return index;
  }

  /** How long its rounds let an interval last, if that is other than planned; when it is cut, and known to be the last. @param {Interval} interval */
  limits(interval) {
    const { cuts, notice } = this.untilOver(interval);
    const onTime = interval.every !== null && (interval.closes || interval.skips) ? interval.every - this.inRound : Infinity;
    const limit = Math.min(onTime, cuts);
    const whole = interval.closes || interval.self_paced ? limit : Math.min(limit, interval.seconds);
    return { cuts, notice, lasts: limit === Infinity ? null : whole };
  }

  /** When rounds cut an interval whose time is over, and when it is known to be the last. @param {Interval} _interval @returns {{cuts: number, notice: number | null}} */
  untilOver(_interval) {
    return { cuts: Infinity, notice: null };
  }

  /** What a view says of them. @param {number} _index @param {number} _elapsed @param {number} left seconds of the interval @returns {{roundsLeft: number | null, totalLeft: number, position: number | null}} */
  where(_index, _elapsed, left) {
    return { roundsLeft: null, totalLeft: left, position: null };
  }

  /** Where a person enters to do again what came before. @param {number} index */
  before(index) {
    return before(this.plan, index);
  }

  /** Of every section that was begun, what was done, as the journal has it. @returns {{title: string, rounds: number, steps: number}[]} */
  counted() {
    return [];
  }
}
