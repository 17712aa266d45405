// @ts-check
/** What happened, as the records that `hiproutine import` takes. */

import { roundsOf } from "./open_rounds.js";

const LONGEST_TEXT = 10_000;

/** A fresh UUID, also where the page is not in a secure context. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** A moment with its offset from UTC, as ISO 8601 writes it. @param {Date} moment */
export function stamp(moment) {
  const offset = -moment.getTimezoneOffset();
  const local = new Date(moment.getTime() + offset * 60_000).toISOString().slice(0, -1);
  const two = (/** @type {number} */ number) => String(Math.floor(number)).padStart(2, "0");
  return `${local}${offset < 0 ? "-" : "+"}${two(Math.abs(offset) / 60)}:${two(Math.abs(offset) % 60)}`;
}

/** This moment, written so. */
export const now = () => stamp(new Date());

/** A session that begins. @param {any} plan @param {string} at @param {any} advice @param {string} note @param {string} cut */
export function newSession(plan, at, advice, note, cut) {
  return {
    kind: "session", id: newId(), routine_id: plan.id, title: plan.title, load: plan.load, plan_seconds: plan.seconds,
    steps: plan.steps, started_at: at, ended_at: null, outcome: "active", position_index: 0, position_elapsed: 0,
    active_seconds: 0, pauses: 0, adjusted: 0, routine_sha256: plan.sha256 || "", plan: null,
    advice: advice ? advice.sentence : "", note, cut, updated_at: at,
  };
}

/** An answer about the pain. @param {string} moment @param {string} at @param {number} score @param {any} more */
export function newReading(moment, at, score, more) {
  return {
    kind: "reading", id: newId(), at, moment, score, worst: null, side: null, area: null, feel: null, limp: null,
    stiffness: null, effort: null, masked: null, note: "", session: null, updated_at: at, ...more,
  };
}

/** Follows one session. */
export class Recorder {
  /** @param {any} plan @param {any} session @param {any[]} intervals */
  constructor(plan, session, intervals) {
    this.plan = plan;
    this.session = session;
    this.intervals = intervals;
    this.number = intervals.filter((one) => one.session === session.id).length;
    this.ended = intervals.filter((one) => one.session === session.id).reduce((sum, one) => sum + one.seconds, 0);
    this.adjustedHere = 0;
    this.rounds = roundsOf(plan).follow(intervals.filter((one) => one.session === session.id));
  }

  /** @param {any[]} events @param {any} view @param {string} at */
  take(events, view, at) {
    const { session } = this;
    for (const event of events) {
      if (event.type === "IntervalEnded") this.end(event, at);
      if (event.type === "Paused") session.pauses += 1;
      if (event.type === "Adjusted") {
        session.adjusted += event.seconds;
        this.adjustedHere += event.seconds;
      }
    }
    const over = view.phase === "finished" || view.phase === "stopped";
    session.position_index = view.interval.index;
    session.position_elapsed = view.elapsed;
    session.position_lap = view.interval.lap;
    session.rounds_done = this.rounds.counted();
    session.active_seconds = this.ended + (over ? 0 : view.elapsed);
    session.updated_at = at;
    if (over) {
      session.outcome = view.phase === "finished" ? "finished" : "ended_early";
      session.ended_at = at;
    }
  }

  /** @param {any} event @param {string} at */
  end(event, at) {
    const interval = this.plan.intervals[event.index];
    this.intervals.push({
      kind: "interval", session: this.session.id, number: this.number, plan_index: event.index,
      name: interval.name.slice(0, LONGEST_TEXT), side: interval.side, step: interval.step, set_number: interval.set,
      round_number: interval.round, interval: interval.kind, seconds: event.seconds, outcome: event.outcome,
      reason: "", adjusted: this.adjustedHere, at, lap: event.lap || 1,
    });
    this.rounds.follow(this.intervals.slice(-1));
    this.number += 1;
    this.ended += event.seconds;
    this.adjustedHere = 0;
  }

  /** Why the interval that was skipped last was skipped. @param {string} reason */
  because(reason) {
    const skipped = this.intervals.filter((one) => one.session === this.session.id && one.outcome === "skipped").pop();
    if (skipped) skipped.reason = reason;
  }
}

/** Steps of which all work was done, and the names of those that were skipped. @param {any} plan @param {any[]} intervals */
export function summed(plan, intervals) {
  const last = new Map(intervals.map((one) => [one.plan_index, one.outcome]));
  // what rounds without a number have is done by their time
  for (const { first, end } of plan.sections) {
    const begun = intervals.some((one) => first <= one.plan_index && one.plan_index < end && one.outcome !== "skipped");
    for (let at = first; begun && at < end; at += 1) last.set(at, "done");
  }
  /** @type {Map<number, {name: string, outcomes: any[]}>} */
  const steps = new Map();
  for (const interval of plan.intervals) {
    if (interval.kind !== "work") continue;
    /** @type {{name: string, outcomes: any[]}} */
    const step = steps.get(interval.step) || { name: interval.name, outcomes: [] };
    step.outcomes.push(last.get(interval.index));
    steps.set(interval.step, step);
  }
  const all = [...steps.values()];
  return {
    done: all.filter((step) => step.outcomes.every((outcome) => outcome === "done")).length,
    skipped: all.filter((step) => step.outcomes.every((outcome) => outcome === "skipped")).map((step) => step.name),
  };
}

/** All that was kept as an export of hiproutine: one JSON a line. @param {any} kept */
export function exported(kept) {
  const { sessions, intervals, readings, flags } = kept;
  const over = sessions.filter((/** @type {any} */ one) => one.ended_at);
  const ids = new Set(over.map((/** @type {any} */ one) => one.id));
  const parts = intervals.filter((/** @type {any} */ one) => ids.has(one.session));
  const told = readings.filter((/** @type {any} */ one) => !one.session || ids.has(one.session));
  const header = {
    kind: "hiproutine-journal", format: 2, plans: 0, sessions: over.length, intervals: parts.length,
    readings: told.length, flags: flags.length, outings: 0, onsets: 0,
  };
  return [header, ...over, ...parts, ...told, ...flags].map((one) => `${JSON.stringify(one)}\n`).join("");
}
