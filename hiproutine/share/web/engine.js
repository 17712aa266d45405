// @ts-check
/** The state machine: a plan and a clock in, events out. The clock is read once a command; all arithmetic is on deadlines. */
import { IntervalRun } from "./interval_run.js";
import { THERAPY_SECONDS, opens, secondsAfter, shownSeconds } from "./plan.js";
import { roundsOf } from "./open_rounds.js";

/** @typedef {import("./interval_run.js").Happened} Happened */

const COUNT_IN = 3;
const LONGEST_GAP = 5;

/** What counts together. @param {import("./plan.js").Interval} interval */
function spot(interval) {
  return `${interval.therapy} ${interval.side}`;
}

export class Engine {
  /** `clock` gives seconds that only grow; one that `plays` on by itself needs no count-in, and nobody is away from it. @param {import("./plan.js").Plan} plan @param {() => number} clock @param {boolean} [plays] @param {import("./rounds.js").Rounds} [rounds] */
  constructor(plan, clock, plays = false, rounds = roundsOf(plan)) {
    this.plan = plan;
    this.clock = clock;
    this.plays = plays;
    this.phase = "idle";
    this.seen = 0;
    this.away = 0;
    this.index = 0;
    this.rounds = rounds;
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
    this.index = at ? at[0] : 0;
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
    return this.command((now) => [this.ended(now, "skipped"), ...this.goToNext(now)], true);
  }

  back() {
    return this.again(() => this.rounds.before(this.index));
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
      return [this.ended(now, "done"), ...this.goToNext(now)];
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
    const own = { spent: { ...this.spent }, rounds: this.rounds.copy(), intervalRun: this.intervalRun.copy(), clock: () => at };
    return Object.assign(Object.create(Engine.prototype), this, own).tick();
  }

  /** What there is to see, as of the last question. */
  view() {
    const { interval, length } = this.intervalRun;
    const elapsed = this.intervalRun.elapsedAt(this.seen);
    const share = length ? Math.min(1, elapsed / length) : Number(this.over);
    const left = Math.max(0, length - elapsed);
    const { roundsLeft, totalLeft, position } = this.rounds.where(this.index, this.over ? 0 : elapsed, left);
    return {
      phase: this.phase,
      interval,
      elapsed,
      length,
      left,
      away: this.away,
      countIn: this.phase === "counting in" ? shownSeconds(this.goesOn - this.seen) : 0,
      second: this.intervalRun.waits ? Math.floor(elapsed + 1e-6) : shownSeconds(left),
      totalLeft: totalLeft + secondsAfter(this.plan, this.index),
      position: position ?? interval.start + interval.seconds * share,
      roundsLeft,
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
      const cut = this.interval.skips ? "skipped" : "left";
      events.push(this.ended(end, this.intervalRun.cut === null ? "done" : cut), ...this.goToNext(end));
    }
    return events;
  }

  /** Enters what follows, having said how many rounds there were, where their time is over. @param {number} moment @returns {Happened[]} */
  goToNext(moment) {
    const next = this.rounds.following(this.index);
    return [...this.rounds.over(this.index, next, moment), ...this.enter(next, moment, true)];
  }

  /** @param {number} wanted @param {number} moment @param {boolean} [follows] @returns {Happened[]} */
  enter(wanted, moment, follows = false) {
    const earlier = this.index;
    const index = this.rounds.reached(wanted, follows);
    if (index >= this.plan.intervals.length) {
      this.intervalRun.finish();
      this.phase = "finished";
      return [{ type: "Finished", at: moment }];
    }
    this.rounds.enter(earlier, index);
    this.index = index;
    const lap = this.rounds.lap(index);
    const interval = lap === 1 ? this.plan.intervals[index] : { ...this.plan.intervals[index], lap };
    const { cuts, lasts, notice } = this.rounds.limits(interval);
    const therapy = interval.therapy ? Math.max(0, THERAPY_SECONDS - (this.spent[spot(interval)] || 0)) : Infinity;
    const most = Math.min(cuts, therapy);
    this.intervalRun = new IntervalRun(interval, moment, this.phase === "playing", most === Infinity ? undefined : most, lasts, notice);
    return [{ type: "IntervalStarted", at: moment, index, ...(lap > 1 ? { lap } : {}), opens: this.rounds.comesAgain(index) ? "round" : opens(this.plan, index) }];
  }

  /** That the interval ended; what was played of ice or heat is remembered. @param {number} moment @param {string} outcome @returns {Happened} */
  ended(moment, outcome) {
    const { interval } = this.intervalRun;
    const elapsed = this.intervalRun.elapsedAt(moment);
    if (interval.therapy) this.spent[spot(interval)] = (this.spent[spot(interval)] || 0) + elapsed;
    this.rounds.ended(interval, elapsed, outcome);
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
