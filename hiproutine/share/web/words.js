// @ts-check
/** What happens, as lines to read or to hear, and what the voice says of it: events in, words out. The same as plain mode's. */
import { allReps, sectionOf, shownSeconds, waits } from "./plan.js";

/** @typedef {import("./interval_run.js").Happened} Happened */

const EVERY = 60;
const COUNTED_DOWN = 3;
const WARNED_FROM = 20;
const WARNED_AT = 10;
const CHANGING = ["ready", "switch"];
const PLAIN_WORDS = { LastStep: "Time is over. Finish this step.", HalfReached: "Half time.", Resumed: "Go on.", Finished: "That was the last step.", Stopped: "Stopped here." };
const NUMBERS = ["zero", "one", "two", "three"];

/** @param {number} number @param {string} noun */
export function count(number, noun) {
  return number === 1 ? `${number} ${noun}` : `${number} ${noun}s`;
}

/** What was done of rounds without a number. @param {number} rounds @param {number} steps */
export function roundsText(rounds, steps) {
  const parts = [[rounds, "round"], [steps, "step"]].filter(([number]) => number);
  return parts.map(([number, noun]) => count(Number(number), String(noun))).join(" and ") || "no whole step";
}

/** A length to the second: `1 minute 30 seconds`. @param {number} seconds */
export function lasting(seconds) {
  const whole = shownSeconds(seconds);
  const minutes = Math.floor(whole / 60);
  const parts = [[Math.floor(minutes / 60), "hour"], [minutes % 60, "minute"], [whole % 60, "second"]];
  return parts.filter(([number]) => number).map(([number, noun]) => count(Number(number), String(noun))).join(" ") || "0 seconds";
}

/** With a capital and an end. @param {string} text */
export function sentence(text) {
  const bare = text.trim().split(/\s+/).join(" ");
  if (!bare) return "";
  const [first] = bare;
  const begun = first.toUpperCase() + bare.slice(first.length);
  return ".?!…".includes(begun.slice(-1)) ? begun : `${begun.replace(/[:;,]+$/, "")}.`;
}

/** Seconds as a clock shows them: `4:32`, `1:02:30`. @param {number} seconds */
export function clockText(seconds) {
  const whole = shownSeconds(seconds);
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return hours ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

/** A countdown in large digits: the last minute as seconds alone. @param {number} seconds */
export function countdownText(seconds) {
  const whole = shownSeconds(seconds);
  return whole < 60 ? String(whole) : clockText(whole);
}

/** Tells one playing of a plan. */
export class Teller {
  /** @param {any} plan with `words` and `headings` */
  constructor(plan) {
    this.plan = plan;
    /** @type {number | null} */
    this.announced = null;
    this.part = "";
    /** @type {Set<string>} */
    this.hinted = new Set();
  }

  /** What to print about all that happened at once; of a late countdown only where it is now. @param {Happened[]} events @param {any} view @returns {string[]} */
  tell(events, view) {
    const lines = events.flatMap((event) => this.lines(event, view));
    return lines.filter((line, place) => !line.timely || place === lines.length - 1).map((line) => line.text);
  }

  /** @param {Happened} event @param {any} view @returns {{text: string, timely?: boolean}[]} */
  lines(event, view) {
    const interval = event.index === undefined ? null : { ...this.plan.intervals[event.index], lap: event.lap || 1 };
    if (event.type === "IntervalStarted") {
      return [...this.heading(interval, view), this.announcement(interval)].map((text) => ({ text }));
    }
    if (event.type === "SecondShown") return this.secondLine(interval, event.second);
    if (counts(event)) return [{ text: String(event.second), timely: true }];
    const text = this.text(event, interval, view);
    return text ? [{ text }] : [];
  }

  /** @param {Happened} event @param {any} interval @param {any} view @returns {string} */
  text(event, interval, view) {
    switch (event.type) {
      case "CueDue":
        return sentence(event.say);
      case "RepBeat": {
        const number = event.part === 0 && event.rep > 1 ? `Number ${event.rep} of ${allReps(interval)}.` : "";
        return `${number} ${sentence(interval.beats[event.part] || "")}`.trim();
      }
      case "IntervalEnded":
        return event.outcome === "skipped" && !CHANGING.includes(interval.kind) ? "Skipped." : "";
      case "Adjusted":
        return `${lasting(Math.abs(event.seconds))} ${event.seconds > 0 ? "longer" : "shorter"}, ${lasting(view.left)} left.`;
      case "Paused":
        return event.away ? `Nobody was here for ${lasting(event.away)}, so it waits. Done goes on.` : "Paused. Done goes on.";
      case "RoundsOver":
        return `That makes ${roundsText(event.rounds, event.steps)}.`;
      default:
        return /** @type {Record<string, string>} */ (PLAIN_WORDS)[event.type] || "";
    }
  }

  /** @param {any} interval @param {any} view @returns {string[]} */
  heading(interval, view) {
    const [block, before] = [`${interval.block} ${interval.round}`, this.part];
    const part = `${block} ${interval.lap}`;
    if (part === before) return [];
    this.part = part;
    const section = sectionOf(this.plan, interval.index);
    if (section && interval.lap > 1 && (before.startsWith(`${block} `) || interval.index === section.first)) {
      return [`Round ${interval.lap}, ${lasting(view.roundsLeft || 0)} left.`];
    }
    return this.plan.headings[block] ? [this.plan.headings[block]] : [];
  }

  /** @param {any} interval @returns {string} */
  announcement(interval) {
    const words = this.plan.words[interval.index];
    const text = interval.kind === "work" && this.announced === interval.index ? "Begin." : words.line;
    this.announced = words.announces ?? null;
    if (!words.hint || this.hinted.has(interval.kind)) return text;
    this.hinted.add(interval.kind);
    return `${text} ${words.hint}`;
  }

  /** @param {any} interval @param {number} second @returns {{text: string, timely: boolean}[]} */
  secondLine(interval, second) {
    const due = Boolean(second) && second % EVERY === 0;
    if (waits(interval)) return due ? [{ text: `${lasting(second)} so far.`, timely: true }] : [];
    if (second <= COUNTED_DOWN) return [{ text: String(second), timely: true }];
    return due || warned(interval, second) ? [{ text: `${lasting(second)} left.`, timely: true }] : [];
  }
}

/** @param {any} interval @param {number} second */
function warned(interval, second) {
  return interval.kind === "rest" && interval.seconds >= WARNED_FROM && second === WARNED_AT;
}

/** Whether it is one of the seconds before going on, or the last ones of a time that waits for nobody. @param {Happened} event */
function counts(event) {
  return /^Counted/.test(event.type) && event.second <= COUNTED_DOWN;
}

/** What happened after the last time everything stood still. @param {Happened[]} events */
function sinceStill(events) {
  const last = events.map((event) => event.type === "Paused" || event.type === "Stopped").lastIndexOf(true);
  return events.slice(last + 1);
}

/** What to say about all that happened at once: text and weight, 0 count, 1 cue, 2 change. @param {Happened[]} events @param {any} plan @param {boolean} [still] @returns {[string, number] | null} */
export function spoken(events, plan, still = false) {
  let now = sinceStill(events);
  const rounds = now.map((event) => roundWords(event, plan)).filter((part) => part !== null);
  const begun = Math.max(0, now.map((event) => event.type === "IntervalStarted" || event.type === "Finished").lastIndexOf(true));
  const led = now.slice(0, begun).some((event) => event.type === "IntervalEnded" && event.outcome !== "done");
  now = timely(now.slice(begun));
  const entered = still || now.slice(1).some((event) => event.type === "CountedIn");
  const parts = [...rounds, ...now.map((event) => spokenPart(event, plan, led, entered)).filter((part) => part !== null)];
  const telling = parts.filter((part) => part[1] !== 0);
  if (!telling.length) return parts.length ? parts[parts.length - 1] : null;
  const texts = [...rounds, ...parts.filter((part) => part[0] === "Begin."), ...telling].map((part) => part[0]);
  return [[...new Set(texts)].join(" "), Math.max(...telling.map((part) => part[1]))];
}

/** Which round without a number begins, or how many there were. @param {Happened} event @param {any} plan @returns {[string, number] | null} */
function roundWords(event, plan) {
  if (event.type === "RoundsOver") return [`That makes ${roundsText(event.rounds, event.steps)}.`, 1];
  const begins = event.type === "IntervalStarted" && event.lap > 1 && sectionOf(plan, event.index ?? 0)?.first === event.index;
  return begins ? [`Round ${event.lap}.`, 1] : null;
}

/** Without the seconds that are over. @param {Happened[]} events */
function timely(events) {
  const last = Object.fromEntries(events.map((event, place) => [event.type, place]));
  return events.filter((event, place) => !["SecondShown", "CountedOut"].includes(event.type) || place === last[event.type]);
}

/** @param {Happened} event @param {any} plan @param {boolean} led @param {boolean} entered @returns {[string, number] | null} */
function spokenPart(event, plan, led, entered) {
  switch (event.type) {
    case "IntervalStarted": {
      const once = plan.words[event.index ?? 0];
      const words = event.lap > 1 && once.again ? once.again : once;
      return (entered && words.entered) || (led && !entered && words.led) || words.said;
    }
    case "CueDue":
      if (toldAt(plan, event).some(([, , cue]) => cue === event.say)) return null;
      return [Object.hasOwn(plan.voiced, event.say) ? plan.voiced[event.say] : sentence(event.say), 1];
    case "RepBeat": {
      const beat = plan.intervals[event.index ?? 0].beats[event.part];
      return beat ? [Object.hasOwn(plan.voiced, beat) ? plan.voiced[beat] : sentence(beat), 0] : null;
    }
    case "HalfReached":
      return ["Half time.", 1];
    case "SecondShown": {
      const interval = plan.intervals[event.index ?? 0];
      if (waits(interval)) return null;
      if (event.second <= COUNTED_DOWN) return [sentence(NUMBERS[event.second]), 0];
      if (warned(interval, event.second)) return ["Ten seconds.", 0];
      const due = toldAt(plan, event).find(([second]) => second === event.second);
      return due ? [due[1], 1] : null;
    }
    case "Resumed":
      return ["Go on.", 0];
    case "LastStep":
      return [PLAIN_WORDS.LastStep, 1];
    case "Finished":
      return ["Done.", 2];
    default:
      return counts(event) ? [sentence(NUMBERS[event.second]), 0] : null;
  }
}

/** What is said at a second of an interval: cues that are moved, then what comes next. @param {any} plan @param {Happened} event @returns {[number, string, string?][]} */
function toldAt(plan, event) {
  const { moved = [], ahead } = plan.words[event.index ?? 0];
  return ahead ? [...moved, ahead] : moved;
}

/** The signals of what happened at once; of a countdown that comes late, no burst of beeps. @param {Happened[]} events @param {any} plan @returns {string[]} */
export function signals(events, plan) {
  const found = sinceStill(events).map((event) => signalOf(event, plan)).filter((signal) => signal !== "");
  return found.filter((signal, place) => signal !== "count" || place === found.length - 1);
}

/** @param {Happened} event @param {any} plan @returns {string} */
function signalOf(event, plan) {
  switch (event.type) {
    case "SecondShown":
      return event.second <= COUNTED_DOWN && !waits(plan.intervals[event.index ?? 0]) ? "count" : "";
    case "IntervalStarted":
      return event.opens ? "opening" : event.index ? "zero" : "";
    case "Resumed":
    case "LastStep":
      return "zero";
    case "HalfReached":
      return "half";
    case "RepBeat":
      return event.part === 0 && event.rep > 1 ? "beat" : "";
    case "Finished":
      return "end";
    default:
      return counts(event) ? "count" : "";
  }
}
