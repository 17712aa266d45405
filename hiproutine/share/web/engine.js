// @ts-check
/** The state machine: a plan and a clock in, events out. The clock is read once a command; all arithmetic is on deadlines. */
import { IntervalRun } from "./interval_run.js";
import { THERAPY_SECONDS, before, intoRound, nextRound, opens, secondsAfter, shownSeconds } from "./plan.js";

/** @typedef {import("./interval_run.js").Happened} Happened */

const COUNT_IN = 3;
const DUST = 1e-6;
const LONGEST_GAP = 5;

/** What counts together. @param {import("./plan.js").Interval} interval */
function spot(interval) {
  return `${interval.therapy} ${interval.side}`;
}

export class Engine {
  /** `clock` gives seconds that only grow; one that `plays` on by itself needs no count-in, and nobody is away from it. @param {import("./plan.js").Plan} plan @param {() => number} clock @param {boolean} [plays] */
  constructor(plan, clock, plays = false) {
    this.plan = plan;
    this.clock = clock;
    this.plays = plays;
    this.phase = "idle";
    this.seen = 0;
    this.away = 0;
    this.index = 0;
    /** Seconds that were played of a round that begins at a fixed time. */
    this.inRound = 0;
    this.intervalRun = new IntervalRun(plan.intervals[0], 0, false);
    this.goesOn = 0;
    /** Seconds of ice or heat that were played, by exercise and side. @type {Record<string, number>} */
    this.spent = {};
  }

  get interval() {
    return this.intervalRun.interval;
  }

  get over() {
    return this.phase === "finished" || this.phase === "stopped";
  }

  /** Begins; or goes on `at` an interval, so many seconds into it, after a count-in. @param {[number, number]} [at] @returns {Happened[]} */
  start(at) {
    if (this.phase !== "idle") return [];
    const now = this.clock();
    this.seen = now;
    this.phase = "playing";
    const events = this.enter(at ? at[0] : 0, now);
    if (!at) return [...events, ...this.play(now)];
    this.intervalRun.standAt(at[1]);
    return [...events, ...this.goOn(now)];
  }

  /** Everything that was due since the last question. */
  tick() {
    return this.catchUp(this.clock());
  }

  pause() {
    return this.command((now) => {
      if (this.phase !== "playing" && this.phase !== "counting in") return [];
      this.freeze(now);
      return [{ type: "Paused", at: now, index: this.interval.index, away: 0 }];
    });
  }

  resume() {
    return this.command((now) => {
      if (this.phase !== "paused") return [];
      this.away = 0;
      return this.goOn(now);
    });
  }

  next() {
    return this.command((now) => [this.ended(now, "skipped"), ...this.enter(this.index + 1, now)], true);
  }

  back() {
    return this.again(() => before(this.plan, this.index));
  }

  restart() {
    return this.again(() => this.index);
  }

  /** Makes the interval longer or shorter. @param {number} seconds */
  adjust(seconds) {
    return this.command((now) => {
      const change = this.intervalRun.lengthen(seconds, now);
      return change ? [{ type: "Adjusted", at: now, index: this.interval.index, seconds: change }] : [];
    }, true);
  }

  /** The person has done what has no clock, or has acknowledged a sentence. */
  done() {
    return this.command((now) => {
      if (this.phase !== "playing" || !this.intervalRun.waits) return [];
      return [this.ended(now, "done"), ...this.enter(this.index + 1, now)];
    });
  }

  /** Ends the session here. @returns {Happened[]} */
  stop() {
    if (this.over || this.phase === "idle") return [];
    const now = this.clock();
    const events = this.catchUp(now);
    if (!this.over) {
      events.push(this.ended(now, "left"));
      this.intervalRun.stand(now);
      this.phase = "stopped";
      events.push({ type: "Stopped", at: now });
    }
    return events;
  }

  /** What the largest key means now. */
  space() {
    if (this.phase === "paused") return this.resume();
    if (this.phase === "playing" && this.intervalRun.waits) return this.done();
    return this.pause();
  }

  /** The moment at which something happens next, or null while only a command can change anything. */
  due() {
    if (this.phase === "counting in") return this.goesOn - (shownSeconds(this.goesOn - this.seen) - 1);
    if (this.phase !== "playing" || this.interval.kind === "confirm") return null;
    return this.intervalRun.due();
  }

  /** What happens when it is due next, if nobody does anything until then; nothing changes here. @returns {Happened[]} */
  ahead() {
    const at = this.due();
    if (at === null || at - this.seen > LONGEST_GAP) return [];
    const own = { spent: { ...this.spent }, intervalRun: this.intervalRun.copy(), clock: () => at };
    return Object.assign(Object.create(Engine.prototype), this, own).tick();
  }

  /** What there is to see, as of the last question. */
  view() {
    const { interval, length } = this.intervalRun;
    const elapsed = this.intervalRun.elapsedAt(this.seen);
    const share = length ? Math.min(1, elapsed / length) : Number(this.over);
    const left = Math.max(0, length - elapsed);
    return {
      phase: this.phase,
      interval,
      elapsed,
      length,
      left,
      away: this.away,
      countIn: this.phase === "counting in" ? shownSeconds(this.goesOn - this.seen) : 0,
      second: this.intervalRun.waits ? Math.floor(elapsed + 1e-6) : shownSeconds(left),
      totalLeft: left + secondsAfter(this.plan, this.index),
      position: interval.start + interval.seconds * share,
    };
  }

  /** @param {() => number} where */
  again(where) {
    return this.command((now) => {
      const ended = this.ended(now, "left");
      const entered = this.enter(where(), now);
      return [ended, ...entered, ...this.settle(now)];
    }, true);
  }

  /** Catches up, and acts if that brought no surprise. @param {(now: number) => Happened[]} act @param {boolean} [live] @returns {Happened[]} */
  command(act, live = false) {
    const now = this.clock();
    const events = this.catchUp(now);
    const surprised = events.some((event) => event.type === "Paused");
    const alive = ["playing", "paused", "counting in"].includes(this.phase);
    if (!surprised && (alive || !live)) {
      events.push(...act(now));
      if (this.phase === "playing") events.push(...this.play(now));
    }
    return events;
  }

  /** @param {number} now @returns {Happened[]} */
  catchUp(now) {
    const running = this.phase === "playing" || this.phase === "counting in";
    const waiting = this.phase === "playing" && this.interval.kind === "confirm";
    const seen = this.seen;
    const gap = now - seen;
    if (running && !waiting && !this.plays && gap > LONGEST_GAP) {
      this.freeze(seen);
      this.seen = now;
      this.away = gap;
      return [{ type: "Paused", at: seen, index: this.interval.index, away: gap }];
    }
    this.seen = Math.max(now, seen);
    const events = this.phase === "counting in" ? this.countIn(seen, now) : [];
    if (this.phase === "playing") events.push(...this.play(now));
    return events;
  }

  /** @param {number} seen @param {number} now @returns {Happened[]} */
  countIn(seen, now) {
    const events = [];
    const last = Math.max(shownSeconds(this.goesOn - now), 1);
    for (let second = shownSeconds(this.goesOn - seen) - 1; second >= last; second -= 1) {
      events.push({ type: "CountedIn", at: this.goesOn - second, index: this.interval.index, second });
    }
    if (now >= this.goesOn) {
      this.phase = "playing";
      this.intervalRun.run(this.goesOn);
      events.push({ type: "Resumed", at: this.goesOn, index: this.interval.index });
    }
    return events;
  }

  /** Tells what is due, and enters what follows at the deadline of what was. @param {number} now @returns {Happened[]} */
  play(now) {
    const events = [];
    while (this.phase === "playing") {
      events.push(...this.intervalRun.tell(now));
      if (!this.intervalRun.overAt(now)) break;
      const end = this.intervalRun.end;
      this.intervalRun.finish();
      events.push(this.ended(end, this.intervalRun.cut === null ? "done" : "skipped"), ...this.enter(this.index + 1, end));
    }
    return events;
  }

  /** The interval that is entered in place of one for which its round has no time left. @param {number} wanted */
  reached(wanted) {
    let index = wanted;
    if (index !== this.index + 1) this.inRound = intoRound(this.plan, index);
    while (index < this.plan.intervals.length) {
      const interval = this.plan.intervals[index];
      if (interval.begins) this.inRound = 0;
      if (interval.every === null || interval.every - this.inRound > DUST) return index;
      if (!interval.closes && !interval.skips) return index;
      index = interval.closes ? index + 1 : nextRound(this.plan, index);
    }
    return index;
  }

  /** @param {number} wanted @param {number} moment @returns {Happened[]} */
  enter(wanted, moment) {
    const index = this.reached(wanted);
    if (index >= this.plan.intervals.length) {
      this.intervalRun.finish();
      this.phase = "finished";
      return [{ type: "Finished", at: moment }];
    }
    this.index = index;
    const interval = this.plan.intervals[index];
    const most = interval.therapy ? Math.max(0, THERAPY_SECONDS - (this.spent[spot(interval)] || 0)) : undefined;
    let lasts = null;
    if (interval.every !== null && (interval.closes || interval.skips)) {
      const left = interval.every - this.inRound;
      lasts = interval.closes || interval.self_paced ? left : Math.min(left, interval.seconds);
    }
    this.intervalRun = new IntervalRun(interval, moment, this.phase === "playing", most, lasts);
    return [{ type: "IntervalStarted", at: moment, index, opens: opens(this.plan, index) }];
  }

  /** That the interval ended; what was played of ice or heat is remembered. @param {number} moment @param {string} outcome @returns {Happened} */
  ended(moment, outcome) {
    const { interval } = this.intervalRun;
    const elapsed = this.intervalRun.elapsedAt(moment);
    if (interval.therapy) this.spent[spot(interval)] = (this.spent[spot(interval)] || 0) + elapsed;
    this.inRound += elapsed;
    return this.intervalRun.ended(moment, outcome);
  }

  /** Work that is entered by a command, with nothing to get into place, is counted in. @param {number} now @returns {Happened[]} */
  settle(now) {
    if (this.phase !== "paused" && this.interval.kind === "work") return this.goOn(now);
    if (this.phase === "counting in") {
      this.phase = "playing";
      this.intervalRun.run(now);
    }
    return [];
  }

  /** @param {number} now @returns {Happened[]} */
  goOn(now) {
    if (this.interval.kind === "confirm" || this.plays) {
      this.phase = "playing";
      this.intervalRun.run(now);
      return [{ type: "Resumed", at: now, index: this.interval.index }];
    }
    this.intervalRun.stand(now);
    this.phase = "counting in";
    this.goesOn = now + COUNT_IN;
    return [{ type: "CountedIn", at: now, index: this.interval.index, second: shownSeconds(COUNT_IN) }];
  }

  /** @param {number} moment */
  freeze(moment) {
    this.intervalRun.stand(moment);
    this.phase = "paused";
  }
}
