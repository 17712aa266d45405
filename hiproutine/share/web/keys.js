// @ts-check
/** What the keys of a keyboard do while it plays. */

/** The button that a key presses. @type {Record<string, string>} */
const KEYS = { " ": "main", n: "forward", ArrowRight: "forward", b: "back", ArrowLeft: "back", r: "restart", "+": "more", "=": "more", "-": "less" };

/** Lets keys act as buttons do, and do what is `more`. @param {(name: string) => void} act @param {Record<string, () => void>} more */
export function keyed(act, more) {
  let tabbed = false; // a button that was reached so is pressed by Space, one that was clicked is not
  addEventListener("pointerdown", () => (tabbed = false));
  addEventListener("keydown", (event) => {
    tabbed ||= event.key === "Tab";
    const playing = document.body.dataset.section === "play" && !document.querySelector("dialog[open]");
    if (!playing || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key === "Escape" ? "q" : event.key;
    if (key === " " && tabbed && document.activeElement?.matches("button")) return;
    const does = KEYS[key] ? () => act(KEYS[key]) : more[key];
    if (!does) return;
    event.preventDefault(); // else Escape closes the dialog that it opens
    does();
  });
}
