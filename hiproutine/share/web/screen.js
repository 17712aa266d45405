// @ts-check
/** What is seen while a routine plays: time left, name and side, figure, cue, what comes next, where in the whole. */
import { piecesOf } from "./open_rounds.js";
import { nextWork, sectionOf, waits } from "./plan.js";
import { Motion, Picture } from "./figure.js";
import { element } from "./questions.js";
import { clockText, count, countdownText, sentence } from "./words.js";

const KINDS = { ready: "Get ready", switch: "Switch sides", rest: "Rest", confirm: "Check" };
const DOSES = { hold: "Hold", time: "Keep going", reps: "Repeat", open: "At your pace", distance: "At your pace" };
const MARKS = { work: "●", rest: "◌", ready: "▸", switch: "▸", confirm: "▸", paused: "‖" };
/** @type {Record<string, string>} */
const SIDES = { left: "◀ left side", right: "right side ▶" };
const MOST_SAID = 40;
const PACE = 100;
/** Milliseconds between two frames, as in the terminal. */

/** @param {string} id @returns {HTMLElement} */
export function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/** Only what is other than before is touched. @param {string} id @param {string} text */
export function put(id, text) {
  const place = byId(id);
  if (place.textContent !== text) place.textContent = text;
  place.classList.toggle("empty", !text);
}

/** @param {string} name one of the sections */
export function show(name) {
  for (const section of document.querySelectorAll("main > section")) {
    /** @type {HTMLElement} */ (section).hidden = section.id !== name;
  }
  document.body.dataset.section = name;
}

/** What plain mode prints, for those who hear the page. @param {string[]} lines */
export function say(lines) {
  const log = byId("said");
  log.append(...lines.map((line) => element("p", line)));
  while (log.childElementCount > MOST_SAID) log.firstElementChild?.remove();
}

export class Screen {
  /** @param {any} plan @param {Record<string, any>} figures @param {any[]} limbs @param {() => any} view gives the view of now */
  constructor(plan, figures, limbs, view) {
    this.view = view;
    this.picture = new Picture(byId("figure"), limbs);
    this.motions = Object.fromEntries(Object.entries(figures).map(([name, table]) => [name, new Motion(table)]));
    this.still = matchMedia("(prefers-reduced-motion: reduce)");
    this.cue = "";
    /** What was advised and needed no answer; stands with the first set-up. */
    this.notice = "";
    this.shownStep = -1;
    this.drawn = 0;
    this.frame = 0;
    this.plan = plan;
    /** @type {number[]} */
    this.seconds = [];
    /** @type {number[]} */
    this.pieceOf = [];
    /** @type {HTMLElement[]} */
    this.pieces = [];
    this.plays(plan);
  }

  /** What is played from now on. @param {any} plan */
  plays(plan) {
    this.plan = plan;
    this.seconds = Array(plan.steps).fill(0);
    for (const interval of plan.intervals) this.seconds[interval.step - 1] += interval.seconds;
    this.pieceOf = piecesOf(plan, this.seconds);
    this.pieces = this.bar();
  }

  /** A piece a step, as wide as its time. */
  bar() {
    const pieces = this.seconds.map((width, at) => {
      const piece = element("i");
      piece.style.flexGrow = String(Math.max(width, this.plan.seconds / 200, 0.01));
      piece.append(element("b"));
      piece.hidden = this.pieceOf[at] !== at;
      return piece;
    });
    byId("bar").classList.toggle("many", pieces.length > 40);
    byId("bar").replaceChildren(...pieces);
    return pieces;
  }

  /** Another cue stands there until the next, or until something else is done. @param {any[]} events */
  take(events) {
    for (const event of events) {
      if (event.type === "IntervalStarted") this.cue = "";
      if (event.type === "CueDue") this.cue = event.say;
    }
  }

  /** Everything as it is now. */
  draw() {
    const view = this.view();
    const { interval } = view;
    const works = interval.kind === "work" || interval.kind === "confirm";
    const shown = works ? interval : nextWork(this.plan, interval.index) || interval;
    const about = this.plan.abouts[shown.about] || {};
    const paused = view.phase === "paused";
    const side = shown.side || "";
    const root = byId("play");
    root.dataset.phase = paused ? "paused" : interval.kind;
    root.dataset.side = side;
    put("mark", paused ? MARKS.paused : /** @type {Record<string, string>} */ (MARKS)[interval.kind]);
    put("phase", this.phaseWord(view));
    put("name", interval.kind === "confirm" ? about.sentence || shown.name : shown.name);
    put("side", SIDES[side] || "");
    put("set", [shown.sets > 1 ? `set ${shown.set} of ${shown.sets}` : "", shown.rounds > 1 ? `round ${shown.round} of ${shown.rounds}` : "", sectionOf(this.plan, shown.index) ? `round ${this.lap(view, shown)}` : "", works ? "" : shown.distance, about.beside || ""].filter(Boolean).join(", "));
    put("time", this.timeText(view));
    const digits = this.timeText(view).length;
    root.style.setProperty("--n", String(Math.max(2, digits)));
    root.classList.toggle("asks", interval.kind === "confirm");
    put("unit", this.unitText(view));
    put("cue", this.cueText(view, shown, about));
    put("next", this.nextText(shown, this.lap(view, shown), works));
    const ofRounds = view.roundsLeft !== null && !interval.self_paced ? `${clockText(view.roundsLeft)} of the rounds · ` : "";
    put("where", `Step ${shown.step} of ${this.plan.steps} · ${ofRounds}${this.plan.estimated ? "about " : ""}${clockText(view.totalLeft)} left · done at ${finishing(view.totalLeft)}`);
    put("main", paused ? "Go on" : waits(interval) && view.phase === "playing" ? "Done" : "Pause");
    this.progress(view);
    this.showFigure(shown, about);
    document.title = `${this.timeText(view)} ${shown.name}`;
    this.move();
  }

  /** @param {any} view */
  phaseWord(view) {
    if (view.phase === "paused") return "Paused";
    if (view.phase === "counting in") return "Go on in";
    const { kind, dose } = view.interval;
    return /** @type {Record<string, string>} */ (KINDS)[kind] || /** @type {Record<string, string>} */ (DOSES)[dose] || "Keep going";
  }

  /** @param {any} view */
  timeText(view) {
    const { interval } = view;
    if (view.countIn) return String(view.countIn);
    if (interval.kind === "confirm") return "";
    if (!interval.self_paced) return countdownText(view.left);
    if (view.roundsLeft !== null) return countdownText(view.roundsLeft);
    if (interval.reps_from) return `${interval.reps_from}–${interval.reps}×`;
    if (interval.distance) return interval.distance;
    return interval.reps ? `${interval.reps}×` : clockText(Math.floor(view.elapsed + 1e-6));
  }

  /** @param {any} view */
  unitText(view) {
    const { interval } = view;
    if (view.countIn) return "";
    if (interval.kind === "confirm") return "Done when you have checked";
    if (interval.self_paced && view.roundsLeft !== null) {
      const often = interval.reps ? `${interval.reps_from ? `${interval.reps_from}–` : ""}${interval.reps}× · ` : "";
      return `${often}${view.roundsLeft ? "left" : "the last step"}, done when you are`;
    }
    if (interval.self_paced) return `${interval.sides === "alternate" ? "a side, " : ""}done when you are`;
    if (interval.tempo && interval.kind === "work") return this.repText(view);
    return "";
  }

  /** The repetition that the tempo has reached. @param {any} view */
  repText(view) {
    const { tempo, reps, sides, seconds, held, beats } = view.interval;
    const all = sides === "alternate" ? reps * 2 : reps;
    const whole = tempo.reduce((/** @type {number} */ sum, /** @type {number} */ part) => sum + part, 0);
    const done = Math.floor((Math.min(view.elapsed, seconds - 1e-6) + 1e-6) / whole);
    if (beats.length) {
      let [part, inside] = [0, view.elapsed % whole];
      while (part < tempo.length - 1 && inside >= tempo[part]) inside -= tempo[part++];
      return `${Math.min(all, done + 1)} of ${all} · ${beats[part]}`;
    }
    return `number ${Math.min(all, done + 1)} of ${all}${held ? `, held ${held} s` : ""}`;
  }

  /** @param {any} view @param {any} shown @param {any} about */
  cueText(view, shown, about) {
    if (view.phase === "paused" && view.away) return `Nobody was here for a while, so it waits where you left.`;
    if (this.cue) return view.interval.kind === "ready" ? [this.cue, about.setup].filter(Boolean).join(" ") : this.cue;
    const notice = view.interval.index ? "" : this.notice;
    return view.interval.kind === "work" ? notice : [about.setup, notice].filter(Boolean).join(" ");
  }

  /** Which round without a number what is shown is of; a change back leads to the next. @param {any} view @param {any} shown */
  lap(view, shown) {
    return view.interval.lap + Number(shown.index < view.interval.index);
  }

  /** What comes after what stands large: in its own work with how to get into place, and before that in a word.
   * @param {any} shown @param {number} lap @param {boolean} works */
  nextText(shown, lap, works) {
    const comes = nextWork(this.plan, shown.index);
    const label = works ? "Next" : "Then";
    if (!comes) return `${label}  the end`;
    if (comes.index <= shown.index) return `${label}  round ${lap + 1}: ${comes.name}`;
    const again = comes.name === shown.name;
    const [round, set] = [comes.round !== shown.round && `round ${comes.round}`, comes.set !== shown.set && `set ${comes.set}`];
    const side = SIDES[comes.side || ""];
    const setup = works && !again && (this.plan.abouts[comes.about] || {}).setup;
    const told = again && (round || set || side) ? [round, set, side] : [comes.name, side];
    return `${label}  ${told.filter(Boolean).join(", ")}${setup ? ` · ${setup}` : ""}`;
  }

  /** @param {any} view */
  progress(view) {
    const step = this.pieceOf[view.interval.step - 1];
    let start = 0;
    for (let at = 0; at < step; at += 1) start += this.seconds[at];
    const share = this.seconds[step] ? Math.min(1, Math.max(0, (view.position - start) / this.seconds[step])) : 0;
    this.pieces.forEach((piece, at) => {
      const done = at < step || view.phase === "finished" ? 1 : at === step ? share : 0;
      /** @type {HTMLElement} */ (piece.firstChild).style.width = `${(done * 100).toFixed(1)}%`;
    });
  }

  /** @param {any} shown @param {any} about */
  showFigure(shown, about) {
    const motion = this.motions[about.exercise];
    byId("play").classList.toggle("drawn", Boolean(motion));
    this.picture.show(motion ? `${about.exercise} ${shown.side}` : "", motion || null, shown.side);
  }

  /** The figure moves because the exercise does, and only then. */
  move() {
    if (this.frame) return;
    const step = (/** @type {number} */ now) => {
      this.frame = 0;
      const view = this.view();
      const { motion } = this.picture;
      const moves = view.phase === "playing" && view.interval.kind === "work" && motion && motion.moves && !this.still.matches;
      if (!motion) return;
      if (!moves) {
        this.picture.draw(motion.still);
        return;
      }
      if (now - this.drawn >= PACE) {
        this.drawn = now;
        this.picture.draw(this.place(view, motion));
      }
      if (view.interval.dose !== "hold" || view.elapsed < motion.over + 0.2) this.frame = requestAnimationFrame(step);
    };
    this.frame = requestAnimationFrame(step);
  }

  /** @param {any} view @param {Motion} motion */
  place(view, motion) {
    const { interval, elapsed } = view;
    if (interval.dose === "hold") return motion.hold(elapsed);
    return interval.tempo ? motion.beaten(interval.tempo, elapsed) : motion.loop(elapsed);
  }

  /** How and why, of what is shown. @param {HTMLElement} place */
  how(place) {
    const { interval } = this.view();
    const shown = interval.kind === "work" ? interval : nextWork(this.plan, interval.index) || interval;
    const about = this.plan.abouts[shown.about] || {};
    const cues = shown.cues.map((/** @type {any} */ cue) => sentence(cue.say)).join(" ");
    const told = [["Set-up", about.setup], ["Cues", cues], ...(about.how || [])];
    const list = element("dl");
    for (const [name, text] of told) if (text) list.append(element("dt", name), element("dd", text));
    place.replaceChildren(element("h2", shown.name), list);
  }
}

/** When it ends, by the clock on the wall. @param {number} seconds */
function finishing(seconds) {
  const at = new Date(Date.now() + seconds * 1000);
  return `${String(at.getHours()).padStart(2, "0")}:${String(at.getMinutes()).padStart(2, "0")}`;
}

/** What was done, in a line. @param {number} seconds @param {number} done @param {number} steps */
export function doneText(seconds, done, steps) {
  const minutes = Math.round(seconds / 60);
  return `${seconds < 60 ? count(Math.round(seconds), "second") : count(minutes, "minute")}, ${done} of ${count(steps, "step")}.`;
}
