// @ts-check
/** The sound of the whole routine, where the page carries it. It is then the clock: it plays on when the screen goes off, and scripts do not. */
import { byId, put } from "./screen.js";

/** Seconds that sound and digits may be apart before the sound is moved. */
const APART = 0.25;

export class Sound {
  /** The sound that stands in an element, or null where there is none. @param {HTMLElement | null} element @param {() => void} stopped */
  static of(element, stopped) {
    const text = element && element.textContent && element.textContent.trim();
    if (!element || !text) return null;
    const bytes = Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
    return new Sound(new Audio(URL.createObjectURL(new Blob([bytes], { type: element.dataset.kind }))), stopped);
  }

  /** `stopped` is called when something else than the page has stopped it: a call, headphones that were pulled out. @param {HTMLAudioElement} audio @param {() => void} stopped */
  constructor(audio, stopped) {
    this.audio = audio;
    this.stopped = stopped;
    /** Whether it is to be heard now. */
    this.runs = false;
    this.last = 0;
    audio.preload = "auto";
    audio.addEventListener("pause", () => this.halted());
    audio.addEventListener("error", () => this.halted());
  }

  /** Seconds that only grow: those of the sound while it runs, and else those of the page. @param {() => number} steady @returns {() => number} */
  clock(steady) {
    let before = steady();
    let seconds = 0;
    return () => {
      const [here, at] = [steady(), this.audio.currentTime];
      seconds += this.runs ? Math.max(0, at - this.last) : Math.max(0, here - before);
      before = here;
      this.last = at;
      return seconds;
    };
  }

  /** From a touch, as phones want it before they play anything. */
  unlock() {
    if (this.runs) return;
    const tried = this.audio.play();
    if (!tried) return;
    tried.then(() => {
      if (!this.runs) this.audio.pause();
    }).catch(() => {});
  }

  /** Brings the sound where the routine is; after its end it sounds out. @param {{phase: string, interval: {start: number}, elapsed: number}} view */
  follow(view) {
    if (view.phase === "finished") return;
    if (view.phase !== "playing") {
      this.runs = false;
      this.audio.pause();
      return;
    }
    const at = view.interval.start + view.elapsed;
    if (!this.runs || Math.abs(this.audio.currentTime - at) > APART) {
      this.audio.currentTime = at;
      this.last = this.audio.currentTime;
    }
    if (!this.runs) {
      this.runs = true;
      this.audio.play().catch(() => this.halted());
    }
  }

  /** Voice and tones are one in it, and the page makes neither once more. @param {import("./cues.js").Choices} choices @param {import("./cues.js").Cues} cues */
  choose(choices, cues) {
    choices.voice = choices.tones;
    cues.choices = { ...choices, tones: false, voice: false };
    this.audio.muted = !choices.tones;
  }

  /** What it cannot do is not offered: it is as long as it is. @param {Record<string, () => any>} actions */
  dress(actions) {
    put("tones", "voice and tones");
    for (const id of ["voice", "less", "more"]) byId(id).hidden = true;
    actions.less = actions.more = () => [];
  }

  /** It does not run any more, although it was to. */
  halted() {
    if (!this.runs || this.audio.ended) return;
    this.runs = false;
    this.stopped();
  }
}
