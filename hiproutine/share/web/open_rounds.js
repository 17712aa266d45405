// @ts-check
/** How far rounds without a number have come: which one it is, how much of their time is over, what of them was done. */
import { CHANGES, DUST, nextRound, sectionOf, waits } from "./plan.js";
import { Rounds } from "./rounds.js";

/** @typedef {import("./plan.js").Interval} Interval */
/** @typedef {import("./plan.js").Section} Section */

const ENOUGH = 0.8;

/** The rounds of a plan, as far as they had come in a session. @param {import("./plan.js").Plan} plan @param {any[]} [intervals] @param {any} [session] @returns {Rounds} */
export function roundsOf(plan, intervals = [], session = null) {
  if (!plan.sections.length) return new Rounds(plan);
  const rounds = new OpenRounds(plan);
  if (!session) return rounds;
  rounds.follow(intervals.filter((one) => one.session === session.id));
  rounds.goOn(session.position_index, session.position_lap || 1);
  return rounds;
}

/** The step whose piece of the bar each step is in: those of rounds without a number have one. @param {import("./plan.js").Plan} plan @param {number[]} seconds of each piece, which are made so @returns {number[]} */
export function piecesOf(plan, seconds) {
  const pieces = seconds.map((_, step) => step);
  for (const { first, end, seconds: whole } of plan.sections) {
    const piece = plan.intervals[first].step - 1;
    for (const one of plan.intervals.slice(first, end)) {
      pieces[one.step - 1] = piece;
      seconds[one.step - 1] -= one.seconds;
    }
    seconds[piece] += whole;
  }
  return pieces;
}

class OpenRounds extends Rounds {
  /** @param {import("./plan.js").Plan} plan */
  constructor(plan) {
    super(plan);
    /** @type {Record<number, {lap: number, spent: number, began: number}>} */
    this.runs = {};
    /** By section, the work that was done: round and index. @type {Record<number, string[]>} */
    this.worked = {};
    this.last = 0;
  }

  /** @returns {Rounds} */
  copy() {
    const runs = Object.fromEntries(Object.entries(this.runs).map(([number, run]) => [number, { ...run }]));
    const worked = Object.fromEntries(Object.entries(this.worked).map(([number, done]) => [number, [...done]]));
    return Object.assign(super.copy(), { runs, worked });
  }

  /** @param {number} index */
  comesAgain(index) {
    return this.lap(index) > 1 && sectionOf(this.plan, index)?.first === index;
  }

  /** @param {number} index @param {number} next @param {number} at */
  over(index, next, at) {
    const section = sectionOf(this.plan, index);
    return section && next === section.end ? [{ type: "RoundsOver", at, index, ...this.done(section) }] : [];
  }

  /** @param {Section} section */
  run(section) {
    return (this.runs[section.number] ||= { lap: 1, spent: 0, began: 0 });
  }

  /** @param {number} index */
  lap(index) {
    const section = sectionOf(this.plan, index);
    return section ? this.run(section).lap : 1;
  }

  /** @param {Section} section */
  left(section) {
    return Math.max(0, section.seconds - this.run(section).spent);
  }

  /** @param {Section} section */
  isOver(section) {
    return this.left(section) <= DUST;
  }

  /** An interval begins after another one. @param {number} earlier @param {number} index */
  enter(earlier, index) {
    const section = sectionOf(this.plan, index);
    const outside = section && !(section.first <= earlier && earlier < section.end);
    if (section && outside && this.isOver(section)) this.runs[section.number] = { lap: 1, spent: 0, began: 0 };
  }

  /** Playing goes on in this round. @param {number} index @param {number} lap */
  goOn(index, lap) {
    this.enter(this.last, index);
    const section = sectionOf(this.plan, index);
    if (section) this.run(section).lap = lap;
  }

  /** So many seconds of an interval were played. @param {Interval} interval @param {number} seconds @param {string} outcome */
  ended(interval, seconds, outcome) {
    super.ended(interval, seconds, outcome);
    const section = sectionOf(this.plan, interval.index);
    if (!section) return;
    this.run(section).spent += seconds;
    const planned = this.plan.intervals[interval.index];
    const done = waits(planned) ? outcome === "done" : outcome !== "skipped" && seconds >= ENOUGH * planned.seconds - DUST;
    if (interval.kind === "work" && done) (this.worked[section.number] ||= []).push(`${interval.lap} ${interval.index}`);
  }

  /** The same of what was played before. @param {{plan_index: number, lap?: number, seconds: number, outcome: string}[]} rows */
  follow(rows) {
    for (const { plan_index: index, lap = 1, seconds, outcome } of rows) {
      if (index >= this.plan.intervals.length) continue;
      this.enter(this.last, index);
      const section = sectionOf(this.plan, index);
      if (section) this.run(section).lap = lap;
      this.ended({ ...this.plan.intervals[index], lap }, seconds, outcome);
      this.last = index;
    }
    return this;
  }

  /** What comes after an interval. @param {number} index */
  following(index) {
    const section = sectionOf(this.plan, index);
    if (!section) return index + 1;
    if (this.isOver(section) && !(section.finishes && this.goesOn(section, index))) return section.end;
    return index + 1 < section.end ? index + 1 : this.turn(section);
  }

  /** Where the next round begins, or what follows all of them. @param {Section} section */
  turn(section) {
    const run = this.run(section);
    if (this.isOver(section) || run.spent - run.began <= DUST) return section.end;
    run.lap += 1;
    run.began = run.spent;
    return section.first;
  }

  /** Where the next round that begins at a fixed time does, or what follows. @param {number} index */
  nextOnTime(index) {
    const [section, after] = [sectionOf(this.plan, index), nextRound(this.plan, index)];
    return section && after >= section.end ? this.turn(section) : after;
  }

  /** Whether an interval goes on to its end when the time is over. @param {Section} section @param {number} index */
  letsOut(section, index) {
    const one = this.plan.intervals[index];
    if (!section.finishes || one.kind === "work") return section.finishes;
    const between = one.kind === "switch" || (one.kind === "rest" && one.dose === null && one.sets > 1);
    const earlier = this.plan.intervals.slice(section.first, index);
    return between && earlier.some((other) => other.kind === "work" && other.step === one.step);
  }

  /** @param {Interval} interval */
  untilOver(interval) {
    const section = sectionOf(this.plan, interval.index);
    if (!section) return { cuts: Infinity, notice: null };
    const left = this.left(section);
    if (!this.letsOut(section, interval.index)) return { cuts: interval.kind === "confirm" ? Infinity : left, notice: null };
    const told = left > DUST && (interval.self_paced || left < interval.seconds - DUST);
    return { cuts: Infinity, notice: told ? left : null };
  }

  /** What a view says of them. @param {number} index @param {number} elapsed @param {number} left seconds of the interval */
  where(index, elapsed, left) {
    const section = sectionOf(this.plan, index);
    if (!section) return { roundsLeft: null, totalLeft: left, position: null };
    const roundsLeft = Math.max(0, this.left(section) - elapsed);
    const totalLeft = Math.max(roundsLeft, this.letsOut(section, index) ? left : 0);
    return { roundsLeft, totalLeft, position: section.start + section.seconds - roundsLeft };
  }

  /** @param {Section} section @param {number} index */
  goesOn(section, index) {
    const after = index + 1;
    if (after >= section.end || !this.letsOut(section, index) || !this.letsOut(section, after)) return false;
    return this.plan.intervals[after].step === this.plan.intervals[index].step;
  }

  /** Where a person enters to do again what came before, also in the round before. @param {number} index */
  before(index) {
    const here = sectionOf(this.plan, index);
    const all = this.plan.intervals.map((_, at) => [at, 1]);
    if (!here) {
      const [found] = this.beforeIn(all, index);
      const there = sectionOf(this.plan, found);
      return there && this.isOver(there) ? all[this.leadIn(all, there.first)][0] : found;
    }
    const { lap } = this.run(here);
    const laps = [lap - 1, lap, lap + 1].filter(Boolean);
    const inside = laps.flatMap((number) => all.slice(here.first, here.end).map(([at]) => [at, number]));
    const order = [...all.slice(0, here.first), ...inside, ...all.slice(here.end)];
    const [found, number] = this.beforeIn(order, order.findIndex(([at, turn]) => at === index && turn === lap));
    if (here.first <= found && found < here.end) this.run(here).lap = number;
    return found;
  }

  /** What came before a place of an order of intervals and rounds. @param {number[][]} order @param {number} at */
  beforeIn(order, at) {
    const kind = (/** @type {number} */ place) => this.plan.intervals[order[place][0]].kind;
    let place = at;
    while (CHANGES.includes(kind(place)) && place + 1 < order.length) place += 1;
    let earlier = this.leadIn(order, place) - 1;
    while (earlier > 0 && !["work", "confirm"].includes(kind(earlier))) earlier -= 1;
    return order[this.leadIn(order, Math.max(0, earlier))];
  }

  /** Where one gets into place for it; what leads back to the beginning of a round leads to nothing else. @param {number[][]} order @param {number} at */
  leadIn(order, at) {
    let place = at;
    while (place && CHANGES.includes(this.plan.intervals[order[place - 1][0]].kind)) {
      const [earlier, later] = [order[place - 1][0], order[place][0]].map((index) => sectionOf(this.plan, index));
      if (earlier && earlier !== later) break;
      place -= 1;
    }
    return place;
  }

  /** Whole rounds, and the steps of those that are not. @param {Section} section @returns {{rounds: number, steps: number}} */
  done(section) {
    const works = this.plan.intervals.slice(section.first, section.end).filter((one) => one.kind === "work");
    /** @type {Record<string, Set<number>>} */
    const laps = {};
    for (const one of this.worked[section.number] || []) {
      const [lap, index] = one.split(" ");
      (laps[lap] ||= new Set()).add(Number(index));
    }
    let [rounds, steps] = [0, 0];
    for (const found of Object.values(laps)) {
      const left = new Set(works.filter((one) => !found.has(one.index)).map((one) => one.step));
      const all = new Set(works.map((one) => one.step));
      if (left.size) steps += [...all].filter((step) => !left.has(step)).length;
      else rounds += 1;
    }
    return { rounds, steps };
  }

  /** Of every section that was begun, what was done, as the journal has it. */
  counted() {
    return this.plan.sections.filter((section) => section.number in this.runs).map((section) => {
      return { title: this.plan.intervals[section.first].block_title || "", ...this.done(section) };
    });
  }
}
