// @ts-check
/** What is heard and felt: tones, the voice, vibration, and a screen that stays lit. Each can be off, and none holds anything up. */

const D5 = 587.33;
const G5 = 783.99;
const A5 = 880;
const B5 = 987.77;
const D6 = 1174.66;
const GAP = 0.07;
const OVERTONES = [1, 0.5, 0.3];
/** @type {Record<string, [number, number, number][]>} frequency, seconds, strength */
const NOTES = {
  count: [[D5, 0.14, 1]],
  zero: [[D6, 0.35, 1]],
  half: [[A5, 0.13, 1], [A5, 0.13, 1]],
  opening: [[G5, 0.12, 1], [B5, 0.12, 1], [D6, 0.3, 1]],
  beat: [[G5, 0.06, 0.35]],
  end: [[G5, 1.4, 1]],
};
/** @type {Record<string, number[]>} */
const SHAKES = { count: [40], zero: [180], half: [60, 80, 60], opening: [60, 60, 60, 60, 180], end: [500] };

/** @typedef {{tones: boolean, voice: boolean, vibration: boolean, light: boolean}} Choices */

export class Cues {
  /** @param {Choices} choices */
  constructor(choices) {
    this.choices = choices;
    /** @type {AudioContext | null} */
    this.audio = null;
    this.weight = -1;
    /** @type {any} */
    this.lock = null;
    this.playing = false;
    /** Tones that stand on the sound's clock and are due at the next moment. @type {{signals: string, voices: AudioNode[]} | null} */
    this.planned = null;
  }

  get canSpeak() {
    return typeof speechSynthesis === "object" && typeof SpeechSynthesisUtterance === "function";
  }

  get canVibrate() {
    return typeof navigator.vibrate === "function";
  }

  get canLight() {
    return "wakeLock" in navigator;
  }

  /** From a touch, as browsers want it. */
  unlock() {
    try {
      this.audio = this.audio || new AudioContext();
      this.audio.resume().catch(() => {});
    } catch {
      this.audio = null;
    }
  }

  /** @param {string[]} signals @param {[string, number] | null} said @param {boolean} still */
  give(signals, said, still) {
    if (still) this.hush();
    const sounded = this.planned && this.planned.signals === signals.join();
    if (sounded) this.planned = null;
    else this.dropPlanned();
    for (const signal of signals) {
      if (this.choices.tones && !sounded) this.tone(signal);
      if (this.choices.vibration && this.canVibrate && SHAKES[signal]) navigator.vibrate(SHAKES[signal]);
    }
    if (said && this.choices.voice && this.canSpeak) this.say(...said);
  }

  hush() {
    if (this.canSpeak) speechSynthesis.cancel();
    this.weight = -1;
  }

  /** The more important breaks off the less important; a number that comes late is left out. @param {string} text @param {number} weight */
  say(text, weight) {
    const speaks = speechSynthesis.speaking && this.weight >= 0;
    if (speaks && weight === 0) return;
    if (speaks && weight >= this.weight && weight !== 1) speechSynthesis.cancel();
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = "en";
    utterance.onend = () => {
      this.weight = -1;
    };
    this.weight = weight;
    speechSynthesis.speak(utterance);
  }

  /** Puts what is due in so many seconds on the sound's own clock, so that a timer that comes late does not make it late: in a tab behind others timers come once a second. @param {string[]} signals @param {number} seconds */
  soon(signals, seconds) {
    this.dropPlanned();
    const { audio } = this;
    if (!signals.length || !this.choices.tones || !audio || audio.state !== "running") return;
    const at = audio.currentTime + Math.max(0, seconds);
    this.planned = { signals: signals.join(), voices: signals.flatMap((signal) => this.tone(signal, at)) };
  }

  dropPlanned() {
    for (const voice of this.planned ? this.planned.voices : []) voice.disconnect();
    this.planned = null;
  }

  /** @param {string} signal @param {number} [begins] by the sound's clock; now, if not said @returns {AudioNode[]} */
  tone(signal, begins) {
    const { audio } = this;
    /** @type {AudioNode[]} */
    const voices = [];
    if (!audio || audio.state !== "running") return voices;
    let at = begins ?? audio.currentTime;
    for (const [frequency, seconds, strength] of NOTES[signal]) {
      const gain = audio.createGain();
      voices.push(gain);
      gain.gain.setValueAtTime(0, at);
      gain.gain.linearRampToValueAtTime(0.3 * strength, at + 0.006);
      gain.gain.exponentialRampToValueAtTime(0.0005, at + seconds);
      gain.connect(audio.destination);
      OVERTONES.forEach((share, place) => {
        const wave = audio.createOscillator();
        const part = audio.createGain();
        part.gain.value = share;
        wave.frequency.value = frequency * (place + 1);
        wave.connect(part).connect(gain);
        wave.start(at);
        wave.stop(at + seconds);
      });
      at += seconds + GAP;
    }
    return voices;
  }

  /** Keeps the screen lit while something plays; asked for again whenever the page is seen again. @param {boolean} playing */
  async light(playing) {
    this.playing = playing;
    const wanted = playing && this.choices.light && this.canLight && document.visibilityState === "visible";
    try {
      if (wanted && !this.lock) {
        this.lock = await /** @type {any} */ (navigator).wakeLock.request("screen");
        this.lock.addEventListener("release", () => {
          this.lock = null;
        });
      } else if (!wanted && this.lock) {
        await this.lock.release();
      }
    } catch {
      this.lock = null;
    }
  }
}
