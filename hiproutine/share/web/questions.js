// @ts-check
/** Questions in the page, one at a time; each gives its answer as a promise. */

/** An element with a text, never markup. @param {string} name @param {string} [text] @param {string} [kind] @returns {HTMLElement} */
export function element(name, text = "", kind = "") {
  const made = document.createElement(name);
  made.textContent = text;
  if (kind) made.className = kind;
  return made;
}

/** @param {HTMLElement} place @param {string} kicker @param {string} title @returns {HTMLElement} */
function begin(place, kicker, title) {
  const heading = element("h1", title);
  heading.tabIndex = -1;
  place.replaceChildren(element("p", kicker, "kicker"), heading);
  heading.focus({ preventScroll: true });
  scrollTo(0, 0);
  return place;
}

/** @param {HTMLElement} place @param {string} text @param {string} kind @param {() => void} pressed */
function addButton(place, text, kind, pressed) {
  const button = element("button", text, kind);
  button.addEventListener("click", pressed);
  place.append(button);
  return button;
}

/** @param {HTMLElement} place @param {[string, any][]} ways @param {string} [first] @returns {Promise<any>} */
function choice(place, ways, first = "main") {
  const row = element("div", "", "ways");
  place.append(row);
  return new Promise((resolve) => {
    ways.forEach(([text, answer], at) => {
      const kind = answer === null ? "skip" : at ? "" : first;
      addButton(row, text, kind, () => resolve(typeof answer === "function" ? answer() : answer));
    });
  });
}

/** Something to know, and ways on; where nothing is told it is a question, and no answer stands out. @param {HTMLElement} place @param {{kicker: string, title: string, lines: string[], ways: [string, any][], grave?: boolean}} told */
export function askStatement(place, { kicker, title, lines, ways, grave = false }) {
  begin(place, kicker, title);
  place.classList.toggle("grave", grave);
  place.append(...lines.filter(Boolean).map((line) => element("p", line)));
  return choice(place, ways, lines.length ? "main" : "").finally(() => place.classList.remove("grave"));
}

/** A number from 0 to 10, or null. @param {HTMLElement} place @param {{kicker: string, title: string, words: string[], ends: string[], last?: number | null}} asked @returns {Promise<number | null>} */
export function askScale(place, { kicker, title, words, ends, last = null }) {
  begin(place, kicker, title);
  const scale = element("div", "", "scale");
  scale.setAttribute("role", "group");
  scale.setAttribute("aria-label", `${title} From 0, ${ends[0]}, to 10, ${ends[1]}.`);
  place.append(scale, element("p", `0 is ${ends[0]}, 10 is ${ends[1]}.`, "hint"));
  return new Promise((resolve) => {
    const onKey = (/** @type {KeyboardEvent} */ event) => {
      const score = event.key === "x" ? 10 : Number.parseInt(event.key, 10);
      if (!event.ctrlKey && !event.metaKey && !event.altKey && score >= 0) finish(score);
      if (event.key === "Escape") finish(null);
    };
    const finish = (/** @type {number | null} */ score) => {
      removeEventListener("keydown", onKey);
      resolve(score);
    };
    words.forEach((word, score) => {
      const button = addButton(scale, "", score === last ? "score last" : "score", () => finish(score));
      button.append(element("b", String(score)), element("span", word));
      if (score === last) button.append(element("small", "last time"));
    });
    addEventListener("keydown", onKey);
    addButton(scale, "Skip", "skip", () => finish(null));
  });
}

/** Any number of sentences that apply: their ids, or null. @param {HTMLElement} place @param {{kicker: string, title: string, why: string, groups: [string, {id: string, words: string}[]][], chosen: string[], some?: string}} asked @returns {Promise<string[] | null>} */
export function askSeveral(place, { kicker, title, why, groups, chosen, some = "These apply" }) {
  begin(place, kicker, title);
  place.append(element("p", why));
  /** @type {HTMLInputElement[]} */
  const boxes = [];
  /** @type {Element | null} */
  let button = null;
  const marked = () => boxes.filter((box) => box.checked).map((box) => box.value);
  const renamed = () => {
    if (button) button.textContent = marked().length ? some : "None of these";
  };
  for (const [heading, options] of groups) {
    const group = element("fieldset");
    group.append(element("legend", heading));
    for (const option of options) {
      const label = element("label");
      const box = /** @type {HTMLInputElement} */ (element("input"));
      box.type = "checkbox";
      box.value = option.id;
      box.checked = chosen.includes(option.id);
      label.append(box, element("span", option.words));
      box.addEventListener("change", renamed);
      boxes.push(box);
      group.append(label);
    }
    place.append(group);
  }
  place.append(element("p", "Mark all that apply.", "hint"));
  const main = chosen.length ? some : "None of these";
  const chosenOrNone = choice(place, [[main, marked], ["Not now", null]]);
  button = place.querySelector(".main");
  return chosenOrNone;
}
