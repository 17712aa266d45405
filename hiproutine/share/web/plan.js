// @ts-check
/** The plan as it stands in the page: the JSON of `show --json`, what is usual left out. Pure. */

/** @typedef {{at: number, say: string, anchor?: string}} Cue */
/**
 * @typedef {object} Interval
 * @property {number} index
 * @property {string} kind ready, work, switch, rest or confirm
 * @property {number} start
 * @property {number} seconds
 * @property {number} block
 * @property {string | null} block_title
 * @property {string} name
 * @property {"left" | "right" | null} side
 * @property {number} set
 * @property {number} sets
 * @property {number} round
 * @property {number} rounds
 * @property {number} step
 * @property {string | null} dose
 * @property {number | null} reps
 * @property {number | null} reps_from of a range the lower end
 * @property {number | null} held seconds that each repetition is held
 * @property {string[]} beats what each part of the tempo is called, or none
 * @property {number | null} every seconds from the beginning of its round to that of the next
 * @property {boolean} begins whether the clock of such a round begins with it
 * @property {boolean} closes whether it is the rest until the next round
 * @property {boolean} skips whether the next round waits for nobody
 * @property {number | null} metres how far
 * @property {string} distance the same in words, or nothing
 * @property {number} lap which of these rounds it is, while it is played
 * @property {number[] | null} tempo
 * @property {string} sides
 * @property {boolean} self_paced
 * @property {Cue[]} cues
 * @property {number} about which of the plan's texts belong to it
 * @property {string | null} therapy the exercise, of ice or heat: not above 20 minutes in all
 */
/**
 * @typedef {object} Plan
 * @property {string} id
 * @property {string} title
 * @property {string} load
 * @property {number} seconds
 * @property {boolean} estimated
 * @property {number} steps
 * @property {Interval[]} intervals
 * @property {Section[]} sections rounds without a number
 */
/** Where one round stands, which comes again. @typedef {{number: number, first: number, end: number, start: number, seconds: number, finishes: boolean}} Section */

const USUAL = {
  side: null, set: 1, sets: 1, dose: null, reps: null, reps_from: null, held: null, beats: [], every: null, begins: false, closes: false,
  skips: false, tempo: null, self_paced: false, cues: [], metres: null, distance: "",
};
/** What is as in the interval before where it is left out. */
const CARRIED = { block: 0, block_title: null, name: "", step: 1, sides: "both", round: 1, rounds: 1, about: 0 };
/** Ice and heat, and the seconds they may take in all. */
const THERAPIES = ["ice-pack", "heat-pack"];
export const THERAPY_SECONDS = 20 * 60;
/** Dust of arithmetic. */
export const DUST = 1e-6;
export const CHANGES = ["ready", "switch"];

/**
 * The plan with everything that was left out.
 * @param {any} table @returns {Plan}
 */
export function planOf(table) {
  /** @type {any} */
  let before = CARRIED;
  let start = 0;
  const intervals = table.intervals.map((/** @type {any} */ one, /** @type {number} */ index) => {
    const carried = Object.fromEntries(Object.keys(CARRIED).map((key) => [key, before[key]]));
    const interval = { ...USUAL, ...carried, start, lap: 1, ...one, index };
    before = interval;
    start = interval.start + interval.seconds;
    const exercise = table.abouts[interval.about].exercise;
    return { ...interval, therapy: interval.kind === "work" && THERAPIES.includes(exercise) ? exercise : null };
  });
  const text = (/** @type {number[]} */ numbers, /** @type {any} */ one = {}) =>
    numbers.map((number) => (number < 0 ? `Step ${one.step} of ${table.steps}.` : table.said[number])).join(" ");
  const abouts = table.abouts.map((/** @type {any} */ { setup = [], how = [], ...one }) => {
    return { ...one, setup: text(setup), how: how.map((/** @type {[string, number[]]} */ [label, told]) => [label, text(told)]) };
  });
  const words = table.words.map((/** @type {any} */ one, /** @type {number} */ index) => wordsOf(one, (numbers) => text(numbers, intervals[index]), index));
  return { sections: [], ...table, intervals, abouts, words };
}

/** What is said of an interval, its sentences put in. @param {any} words @param {(numbers: number[]) => string} text @param {number} index */
function wordsOf({ announces, line, hint, ahead, moved = [], again, ...spoken }, text, index) {
  const said = (/** @type {any} */ table) => Object.fromEntries(Object.entries(table).map(([name, [told, weight]]) => [name, [text(told), weight]]));
  return {
    announces: announces && index + announces, line: text(line), hint: hint && text(hint), ahead: ahead && [ahead[0], text(ahead[1])],
    moved: moved.map((/** @type {[number, number[], number[]]} */ [second, told, cue]) => [second, text(told), text(cue)]),
    again: again && said(again), ...said(spoken),
  };
}

/** The rounds without a number that an interval belongs to. @param {Plan} plan @param {number} index @returns {Section | undefined} */
export function sectionOf(plan, index) {
  return plan.sections.find((one) => one.first <= index && index < one.end);
}

/** Whether only the person can end it. @param {Interval} interval */
export function waits(interval) {
  return interval.self_paced || interval.kind === "confirm";
}

/** Repetitions in all: twice as many where the sides alternate. @param {Interval} interval */
export function allReps(interval) {
  const alternating = interval.sides === "alternate" && interval.kind === "work";
  return interval.reps && alternating ? interval.reps * 2 : interval.reps;
}

/** Planned seconds that follow an interval. @param {Plan} plan @param {number} index */
export function secondsAfter(plan, index) {
  const { start, seconds } = sectionOf(plan, index) || plan.intervals[index];
  return Math.max(0, plan.seconds - start - seconds);
}

/** The first interval of work after one; after the last of rounds without a number, the first of them. @param {Plan} plan @param {number} index @returns {Interval | null} */
export function nextWork(plan, index) {
  const section = sectionOf(plan, index);
  const after = plan.intervals.slice(index + 1, section && section.end);
  const again = section ? plan.intervals.slice(section.first, index + 1) : [];
  return [...after, ...again].find((one) => one.kind === "work") || null;
}

/** Whether a new block or round begins with the work at `index`. @param {Plan} plan @param {number} index */
export function opens(plan, index) {
  const here = plan.intervals[index];
  if (here.kind !== "work") return null;
  let at = index - 1;
  while (at >= 0 && plan.intervals[at].kind !== "work") at -= 1;
  if (at < 0) return null;
  if (here.block !== plan.intervals[at].block) return "block";
  return here.round !== plan.intervals[at].round ? "round" : null;
}

/** Where the next round begins, or what follows the rounds. @param {Plan} plan @param {number} index */
export function nextRound(plan, index) {
  let at = index + 1;
  while (at < plan.intervals.length && plan.intervals[at].every && !plan.intervals[at].begins) at += 1;
  return at;
}

/** Planned seconds from the beginning of a round to an interval of it. @param {Plan} plan @param {number} index */
export function intoRound(plan, index) {
  if (index >= plan.intervals.length) return 0;
  let first = index;
  while (first && plan.intervals[first].every && !plan.intervals[first].begins) first -= 1;
  return plan.intervals[index].start - plan.intervals[first].start;
}

/** Where a person enters to do the work at `index`. @param {Plan} plan @param {number} index */
export function leadIn(plan, index) {
  let at = index;
  while (at && CHANGES.includes(plan.intervals[at - 1].kind)) at -= 1;
  return at;
}

/** Where a person enters to do again what came before. @param {Plan} plan @param {number} index */
export function before(plan, index) {
  let at = index;
  while (CHANGES.includes(plan.intervals[at].kind) && at + 1 < plan.intervals.length) at += 1;
  let earlier = leadIn(plan, at) - 1;
  while (earlier > 0 && !["work", "confirm"].includes(plan.intervals[earlier].kind)) earlier -= 1;
  return leadIn(plan, Math.max(0, earlier));
}

/** The whole number a countdown shows: rounded up; dust of arithmetic is no second. @param {number} seconds */
export function shownSeconds(seconds) {
  return Math.max(0, Math.ceil(Number(seconds.toFixed(6))));
}
