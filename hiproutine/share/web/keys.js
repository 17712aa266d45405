// @ts-check
/** What the keys of a keyboard do while it plays. */

/** The button that a key presses. @type {Record<string, string>} */
const KEYS = { " ": "main", n: "forward", ArrowRight: "forward", b: "back", ArrowLeft: "back", r: "restart", "+": "more", "=": "more", "-": "less" };

/** Lets keys act as buttons do, and do what is `more`. @param {(name: string) => void} act @param {Record<string, () => void>} more */
export function keyed(act, more) {
  addEventListener("keydown", (event) => {
    const playing = document.body.dataset.section === "play" && !document.querySelector("dialog[open]");
    if (!playing || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key === "Escape" ? "q" : event.key;
    if (Object.hasOwn(KEYS, key)) {
      event.preventDefault();
      act(KEYS[key]);
    } else if (Object.hasOwn(more, key)) {
      more[key]();
    }
  });
}
