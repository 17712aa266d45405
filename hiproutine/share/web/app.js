// @ts-check
/** Where everything is put together: the page from its opening to what is saved in the end. */
import { planOf } from "./plan.js";
import { Engine } from "./engine.js";
import { roundsOf } from "./open_rounds.js";
import { Teller, signals, spoken } from "./words.js";
import { steadyClock } from "./clock.js";
import { Kept, leftOf, leftText } from "./keeping.js";
import { Cues } from "./cues.js";
import { Sound } from "./sound.js";
import { Recorder, newSession, now } from "./record.js";
import { coolDownOf, easedOf } from "./easing.js";
import { withLoads } from "./proposed.js";
import { keyed } from "./keys.js";
import { Asking } from "./asking.js";
import { drawSheet } from "./figure.js";
import { Screen, byId, put, say, show } from "./screen.js";
import { media, mediaState } from "./media.js";
import { save, summary } from "./done.js";

const LONGEST_WAIT = 1000;
const SAVED_EVERY = 4000;

const given = JSON.parse(byId("routine").textContent || "{}");
const whole = planOf(given.plan);
/** What is played: all of it, or less. */
let plan = whole;
let cut = "";
const rules = given.rules;
const kept = new Kept(() => localStorage);
const choices = { tones: true, voice: true, vibration: true, light: true, ...kept.data.cues };
const cues = new Cues(choices);
const steady = steadyClock(() => performance.now(), () => Date.now());
const carried = Sound.of(document.getElementById("sound"), () => {
  if (engine.phase === "playing") noticed(engine.pause());
});
const soundClock = carried ? carried.clock(steady) : steady;
/** What is carried; a cool-down has the page's own tones and voice, and its own clock. */
let sound = carried;
let engineClock = soundClock;
let engine = new Engine(plan, engineClock, !!sound);
let teller = new Teller(plan);
const screen = new Screen(plan, given.figures, given.limbs, () => seen());
const asking = new Asking(byId("ask"), plan, rules, kept);
/** @type {Recorder | null} */
let recorder = null;
/** @type {any} */
let readingBefore = null;
let timer = 0;
let saved = 0;
/** What the cool-down follows. @type {{session: any, plan: any, before: any} | null} */
let followed = null;

/** The view of this moment: what is drawn between two questions moves on. */
function seen() {
  const view = engine.view();
  return { ...view, elapsed: engine.intervalRun.elapsedAt(engineClock()) };
}

/** Whether something is being played, standing still or not. */
const runs = () => !engine.over && engine.phase !== "idle";

/** @param {any[]} events */
function noticed(events) {
  const view = engine.view();
  const still = events.some((event) => event.type === "Paused" || event.type === "Stopped");
  cues.give(signals(events, plan), spoken(events, plan, engine.phase === "paused"), still);
  say(teller.tell(events, view));
  screen.take(events);
  screen.draw();
  if (recorder) {
    recorder.take(events, view, now());
    keep(events.some((event) => !/Shown|Due|Out/.test(event.type)));
  }
  sound?.follow(view);
  void cues.light(view.phase === "playing" || view.phase === "counting in");
  mediaState(view.phase);
  if (engine.over) void ended();
  else wait();
}

/** Asks again when something is due, and at the least once a second; what will sound then is told to the sound now. */
function wait() {
  clearTimeout(timer);
  const due = engine.due();
  if (due === null && engine.phase !== "playing") return;
  const left = due === null ? LONGEST_WAIT : Math.max(0, (due - engineClock()) * 1000);
  cues.soon(signals(engine.ahead(), plan), left / 1000);
  timer = setTimeout(() => noticed(engine.tick()), Math.min(LONGEST_WAIT, left));
}

/** Where one is, so that a reload goes on there. @param {boolean} important */
function keep(important) {
  if (!recorder || (!important && Date.now() - saved < SAVED_EVERY)) return;
  saved = Date.now();
  kept.data.active = engine.over ? null : { routine: plan.id, seconds: plan.seconds, cut, session: recorder.session.id };
  kept.write();
  put("trouble", kept.trouble);
}

/** @param {string} key what it is cut to, or nothing @param {import("./plan.js").Plan | null} [other] what is played in its place */
function takes(key, other) {
  cut = key;
  plan = withLoads(other || easedOf(given.plan, whole, key), rules, kept.data, now());
  if (!followed) asking.plan = plan;
  sound = other ? null : carried;
  engineClock = sound ? soundClock : steady;
  cues.choices = choices;
  sound?.choose(choices, cues);
  screen.plays(plan);
}

/** @param {any} session @param {[number, number]} [at] where one that was left is gone on with */
function play(session, at) {
  if (!at) kept.data.sessions.push(session);
  engine = new Engine(plan, engineClock, !!sound, at && roundsOf(plan, kept.data.intervals, session));
  teller = new Teller(plan);
  recorder = new Recorder(plan, session, kept.data.intervals);
  show("play");
  byId("main").focus({ preventScroll: true });
  say([/** @type {any} */ (plan).begin]);
  media(plan.title, act);
  noticed(engine.start(at));
}

/** The cool-down, a session of its own. */
function coolDown() {
  takes("", coolDownOf(given.plan));
  screen.notice = "";
  play(newSession(plan, now(), null, "", ""));
}

/** From the first touch to the first second. */
async function start() {
  cues.unlock();
  sound?.unlock();
  show("ask");
  takes("");
  const decided = await asking.before();
  readingBefore = decided.reading;
  if (!decided.goes) return show("open");
  const { advice, less } = decided;
  takes(less ? less.key : "");
  const session = newSession(plan, now(), advice, less ? less.note : advice ? advice.anyway : "", less ? less.cut : "");
  if (readingBefore) {
    readingBefore.session = session.id;
    readingBefore.updated_at = session.started_at;
  }
  screen.notice = advice && !advice.anyway ? advice.sentence : "";
  if (screen.notice) say([screen.notice]);
  play(session);
}

/** How it feels now; the routine waits meanwhile, and goes on if it did before. */
async function pain() {
  const its = recorder;
  if (!its || !runs()) return;
  const went = engine.phase === "playing" || engine.phase === "counting in";
  cues.unlock();
  noticed(engine.pause());
  show("ask");
  const down = given.plan.coolDown;
  const then = await asking.during(readingBefore, its.session.id, !!down && down.id !== plan.id);
  show("play");
  byId("main").focus({ preventScroll: true });
  if (then === "skip") {
    noticed(engine.next());
    its.because("pain");
    kept.write();
  }
  if (then === "cool-down") followed = { session: its.session, plan, before: readingBefore };
  if (then === "stop" || followed?.session === its.session) noticed(engine.stop());
  else if (went && engine.phase === "paused") noticed(engine.resume());
}

/** After the last second, or when it was ended; what is asked then is about what the cool-down follows, where one was played. */
async function ended() {
  clearTimeout(timer);
  if (!recorder) return;
  const its = followed || { session: recorder.session, plan, before: readingBefore };
  const goesOn = followed?.session === recorder.session;
  recorder = null;
  cues.unlock();
  if (goesOn) return coolDown();
  followed = null;
  const { session, before } = its;
  show("ask");
  const reading = await asking.after(before, session.id);
  await asking.loads(session, kept.data.intervals, reading !== null);
  summary(its, kept.data.intervals, reading, reading ? [asking.afterwards(), rules.closing] : ["", ""]);
  show("done");
  byId("save").focus({ preventScroll: true });
}

/** @type {Record<string, () => any>} */
const ACTIONS = {
  main: () => engine.space(),
  forward: () => engine.next(),
  back: () => engine.back(),
  restart: () => engine.restart(),
  more: () => engine.adjust(10),
  less: () => engine.adjust(-10),
};

/** @param {string} name */
function act(name) {
  cues.unlock();
  if (runs()) noticed(ACTIONS[name]());
}

const dialog = (/** @type {string} */ id) => /** @type {HTMLDialogElement} */ (byId(id));

/** @param {string} id */
function openDialog(id) {
  if (runs()) noticed(engine.pause());
  dialog(id).showModal();
  dialog(id).scrollTop = 0;
}

function how() {
  screen.how(byId("how-text"));
  openDialog("how-dialog");
}

/** Everything that is heard, off or on again. */
function mute() {
  const silent = !choices.tones && !choices.voice;
  choose({ tones: silent, voice: silent });
}

const boxes = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("input[data-cue]"));

/** @param {Partial<import("./cues.js").Choices>} changed */
function choose(changed) {
  Object.assign(choices, changed);
  if (sound) sound.choose(choices, cues);
  else if (!carried) kept.data.cues = { ...choices };
  kept.write();
  if (!choices.voice) cues.hush();
  for (const box of boxes) box.checked = /** @type {Record<string, boolean>} */ (choices)[String(box.dataset.cue)];
  put("muted", choices.tones || choices.voice ? "" : "muted");
}

const on = (/** @type {string} */ id, /** @type {() => void} */ what) => byId(id).addEventListener("click", what);

function wire() {
  for (const name of Object.keys(ACTIONS)) on(name, () => act(name));
  on("start", () => void start());
  on("again", () => void start());
  on("print", () => print());
  on("save", () => save(kept.data));
  on("how", how);
  on("pain-now", () => void pain());
  on("leave", () => openDialog("leave-dialog"));
  on("leave-yes", () => {
    dialog("leave-dialog").close();
    noticed(engine.stop());
  });
  for (const box of boxes) box.addEventListener("change", () => choose({ [String(box.dataset.cue)]: box.checked }));
  keyed(act, { i: how, p: () => void pain(), m: mute, q: () => openDialog("leave-dialog") });
  document.addEventListener("visibilitychange", () => {
    if (runs()) noticed(engine.tick());
  });
  addEventListener("pagehide", () => {
    recorder?.take([], engine.view(), now());
    keep(true);
  });
  addEventListener("beforeprint", () => drawSheet(given.limbs, screen.motions));
}

function open() {
  const { active } = kept.data;
  if (active) takes(String(active.cut || ""), active.routine === given.plan.coolDown?.id ? coolDownOf(given.plan) : null);
  const session = leftOf(kept.data, plan);
  choose({});
  byId("vibration").hidden = !cues.canVibrate;
  byId("voice").hidden = !cues.canSpeak;
  byId("light").hidden = !cues.canLight;
  put("trouble", kept.trouble);
  byId("resume").hidden = !session;
  if (session) {
    put("resume", leftText(plan, kept.data.intervals, session));
    on("resume", () => {
      cues.unlock();
      sound?.unlock();
      readingBefore = kept.data.readings.find((/** @type {any} */ one) => one.session === session.id && one.moment === "before") || null;
      play(session, [session.position_index, session.position_elapsed]);
    });
  }
  carried?.dress(ACTIONS);
  show("open");
  for (const id of ["start", "print"]) byId(id).removeAttribute("disabled");
}

wire();
open();
requestAnimationFrame(() => setTimeout(() => drawSheet(given.limbs, screen.motions)));
if ("prints" in document.body.dataset) setTimeout(print);
