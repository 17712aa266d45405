// @ts-check
/** The figure of an exercise: where its movement is at a moment, and its outline there. The same motion as the program's. */

const SVG = "http://www.w3.org/2000/svg";
const PAD = 20;

/** @typedef {{start: number, end: number, done: number}} Place */

/** Slow at both ends. @param {number} share */
function eased(share) {
  return (1 - Math.cos(Math.PI * Math.min(Math.max(share, 0), 1))) / 2;
}

/** Numbers that are written as characters: small ones as one, wide ones as two, others in digits, and two that come again as how often. @param {string} text @returns {number[]} */
export function numbersIn(text) {
  /** @type {number[]} */
  const numbers = [];
  for (const one of text.match(/~-?\d+;|[g-}].|./g) || []) {
    const [first, second] = [one.charCodeAt(0) - 63, one.charCodeAt(1) - 63];
    for (let again = -15; again <= first && first < 0; again += 1) numbers.push(...numbers.slice(-2));
    if (one[0] === "~") numbers.push(parseInt(one.slice(1)));
    else if (first >= 0) numbers.push(first < 40 ? first - 20 : (first - 40) * 64 + second - 736);
  }
  return numbers;
}

export class Motion {
  /** @param {any} table */
  constructor(table) {
    const { legs, written, others } = table;
    const [first, ...later] = table.keys.map(numbersIn);
    /** Every point of every key pose. @type {number[][]} */
    this.keys = [first, ...later.map((/** @type {number[]} */ key) => first.map((/** @type {number} */ value, /** @type {number} */ at) => value + (key[at] || 0)))];
    /** How far off the straight way each point is halfway between two of them. @type {Record<string, number[]>} */
    this.bends = Object.fromEntries(Object.entries(table.bends || {}).map(([pair, bend]) => [pair, numbersIn(bend)]));
    if (others) this.otherSide(others, written);
    const count = this.keys.length;
    this.table = { mirrored: false, moving: false, props: [], pads: [], out: legs.slice(0, written - 1), ...table, count };
    this.moves = count > 1;
    this.over = this.table.out.reduce((/** @type {number} */ sum, /** @type {number[]} */ leg) => sum + leg[2] + (leg[3] || 0), 0);
  }

  /** The later half of the poses, which is the first again where every point goes the way of another. @param {number[]} others @param {number} written */
  otherSide(others, written) {
    const swapped = (/** @type {number[]} */ body) => others.flatMap((at) => [body[2 * at] || 0, body[2 * at + 1] || 0]);
    this.keys.push(...this.keys.map(swapped));
    for (const [pair, bend] of Object.entries(this.bends)) {
      const [one, two] = pair.split(" ").map((at) => (Number(at) + written) % (2 * written)).sort((a, b) => a - b);
      const other = `${one} ${two}`;
      this.bends[other] = this.bends[other] || swapped(bend);
    }
  }

  /** @returns {Place} */
  get still() {
    return { start: this.table.written - 1, end: this.table.written - 1, done: 0 };
  }

  /** @param {number} start @param {number} end @param {number} share @returns {Place} */
  at(start, end, share) {
    return { start, end, done: this.table.moving ? share : eased(share) };
  }

  /** @param {number[][]} legs @param {number} seconds @returns {Place | null} */
  along(legs, seconds) {
    let left = seconds;
    for (const [start, end, into, stay = 0] of legs) {
      if (left < into + stay) return this.at(start, end, Math.min(1, left / into));
      left -= into + stay;
    }
    return null;
  }

  /** Comes into the last pose and stays. @param {number} seconds */
  hold(seconds) {
    return this.along(this.table.out, seconds) || this.still;
  }

  /** Shown over and over at the author's pace. @param {number} seconds */
  loop(seconds) {
    return this.along(this.table.legs, seconds % this.table.seconds) || this.still;
  }

  /** In a repetition with a tempo. @param {number} part @param {number} share @param {boolean} other */
  beat(part, share, other) {
    const { written, count, repeat, out } = this.table;
    const base = other && count > written ? written : 0;
    const last = base + written - 1;
    const first = repeat === "swap" ? (base + written) % count : 0;
    if (part === 1) return this.at(last, last, 0);
    if (part === 3) return this.at(first, first, 0);
    if (part === 0) return this.through(out.map((/** @type {number[]} */ leg) => [base + leg[0], base + leg[1], leg[2]]), share);
    if (repeat === "back") return this.through([...out].reverse().map((leg) => [leg[1], leg[0], leg[2]]), share);
    return this.at(last, first, share);
  }

  /** @param {number[][]} legs @param {number} share @returns {Place} */
  through(legs, share) {
    let left = Math.min(Math.max(share, 0), 1) * legs.reduce((sum, leg) => sum + leg[2], 0);
    for (const [start, end, into] of legs) {
      if (left <= into) return this.at(start, end, left / into);
      left -= into;
    }
    return this.still;
  }

  /** Where a tempo has come to. @param {number[]} tempo @param {number} elapsed */
  beaten(tempo, elapsed) {
    const whole = tempo.reduce((sum, part) => sum + part, 0);
    let into = elapsed % whole;
    let part = 0;
    while (part < tempo.length - 1 && into >= tempo[part]) {
      into -= tempo[part];
      part += 1;
    }
    return this.beat(part, tempo[part] ? into / tempo[part] : 1, Math.floor(elapsed / whole) % 2 === 1);
  }

  /** Every point of the body at a place, x and y in turn. @param {Place} place @returns {number[]} */
  points(place) {
    const { bends } = this;
    const [from, to] = [this.keys[place.start], this.keys[place.end]];
    if (from === to || !place.done) return from;
    const { done } = place;
    const bend = bends[`${place.start} ${place.end}`] || bends[`${place.end} ${place.start}`] || [];
    const share = 4 * done * (1 - done);
    return from.map((/** @type {number} */ value, /** @type {number} */ at) => value + (to[at] - value) * done + (bend[at] || 0) * share);
  }
}

/** The outline of a capsule, y down. @param {number} ax @param {number} ay @param {number} ar @param {number} bx @param {number} by @param {number} br */
export function outline(ax, ay, ar, bx, by, br) {
  const away = Math.hypot(bx - ax, by - ay);
  if (away <= Math.abs(ar - br) + 1e-9) {
    const [x, y, r] = ar >= br ? [ax, ay, ar] : [bx, by, br];
    return `M${x - r} ${-y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
  }
  const along = Math.atan2(by - ay, bx - ax);
  const open = Math.acos((ar - br) / away);
  const corner = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ r, /** @type {number} */ angle) =>
    `${(x + r * Math.cos(angle)).toFixed(1)} ${(-y - r * Math.sin(angle)).toFixed(1)}`;
  const first = corner(ax, ay, ar, along + open);
  return (
    `M${first}L${corner(bx, by, br, along + open)}A${br} ${br} 0 ${Number(br > ar)} 1 ${corner(bx, by, br, along - open)}` +
    `L${corner(ax, ay, ar, along - open)}A${ar} ${ar} 0 ${Number(ar > br)} 1 ${first}z`
  );
}

/** One picture that is drawn again and again. */
export class Picture {
  /** @param {Element} svg @param {Record<string, number[][]>[]} limbs what the parts of figures are made of */
  constructor(svg, limbs) {
    this.svg = svg;
    this.limbs = limbs;
    this.key = "";
    /** @type {Motion | null} */
    this.motion = null;
    /** @type {[SVGPathElement, number[][], string[]][]} */
    this.paths = [];
    /** @type {[SVGPathElement, number][]} */
    this.pads = [];
  }

  /** Shows another exercise, or none. @param {string} key @param {Motion | null} motion @param {string | null} side */
  show(key, motion, side) {
    if (key === this.key) return;
    this.key = key;
    this.motion = motion;
    this.svg.replaceChildren();
    if (!motion) return;
    const { box, mirrored, parts, props, pads } = motion.table;
    const [left, right, top] = box;
    this.svg.setAttribute("viewBox", `${left} ${-top} ${right - left} ${top + 7}`);
    const body = document.createElementNS(SVG, "g");
    if (mirrored !== Boolean(side && side !== motion.table.side)) {
      body.setAttribute("transform", `translate(${left + right} 0) scale(-1 1)`);
    }
    this.path(body, "prop").setAttribute("d", props.map((/** @type {[number, number, number, number, number, number]} */ prop) => outline(...prop)).join(""));
    this.paths = [];
    for (const [limb, ...worn] of parts) {
      for (const name of worn[0] === "head" ? ["clear", "flesh"] : ["flesh", "clear"]) {
        const kinds = worn.map((/** @type {string} */ kind) => `${kind} ${name}`);
        const shapes = this.limbs[limb][name];
        if (shapes.length) this.paths.push([this.path(body, kinds[0]), shapes, kinds]);
      }
    }
    this.pads = pads.map((/** @type {number} */ point) => [this.path(body, "prop clear"), point]);
    this.svg.append(body);
    this.path(this.svg, "ground").setAttribute("d", `M${left} 3H${right}`);
    this.draw(motion.still);
  }

  /** @param {Place} place */
  draw(place) {
    if (!this.motion) return;
    const at = this.motion.points(place);
    const swapped = place.start >= this.motion.table.written;
    for (const [path, shapes, kinds] of this.paths) {
      path.setAttribute("d", shapes.map(([a, ar, b, br]) => outline(at[2 * a], at[2 * a + 1], ar, at[2 * b], at[2 * b + 1], br)).join(""));
      if (kinds.length > 1) path.setAttribute("class", kinds[Number(swapped)]);
    }
    for (const [path, point] of this.pads) {
      const [x, y] = [at[2 * point], at[2 * point + 1]];
      path.setAttribute("d", outline(x - PAD, y, PAD, x + PAD, y, PAD));
    }
  }

  /** @param {Element} parent @param {string} kind */
  path(parent, kind) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("class", kind);
    parent.append(path);
    return path;
  }
}

/** The sheet, which stands apart where no script runs, and its small figures where it is long; once. @param {any[]} limbs @param {Record<string, Motion>} motions */
export function drawSheet(limbs, motions) {
  const paper = document.getElementById("paper");
  if (paper) paper.outerHTML = String(paper.textContent);
  for (const svg of document.querySelectorAll("svg[data-exercise]:empty")) {
    const { exercise = "", side = "" } = /** @type {SVGElement} */ (svg).dataset;
    new Picture(svg, limbs).show(exercise, motions[exercise], side || null);
  }
}
