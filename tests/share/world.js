/** Time that only a test moves: `world.pass(seconds)` fires every timer of the page at its moment, in order. */
(() => {
  const begun = Date.UTC(2026, 0, 5, 9);
  const wall = Date;
  const world = { now: 0, timers: new Map(), next: 1, told: [], later: window.setTimeout };

  /** The first timer that is due, or none. */
  const first = () => [...world.timers].sort(([, one], [, other]) => one.at - other.at)[0];

  window.setTimeout = (what, wait = 0) => {
    world.timers.set(world.next, { what, at: world.now + Math.max(0, wait || 0) });
    return world.next++;
  };
  window.clearTimeout = (number) => world.timers.delete(number);
  performance.now = () => world.now;
  window.Date = class extends wall {
    constructor(...given) {
      super(...(given.length ? given : [begun + world.now]));
    }

    static now() {
      return begun + world.now;
    }
  };

  const { setItem } = Storage.prototype;

  /** Lets something run; of what it stores under a name the last is stored, for another process takes each. */
  const storing = (what) => {
    if (Storage.prototype.setItem !== setItem) return what(); // within another one, or a test has its own
    const last = new Map();
    Storage.prototype.setItem = function (name, text) {
      last.set(name, () => this.setItem(name, text));
    };
    try {
      return what();
    } finally {
      Storage.prototype.setItem = setItem;
      for (const store of last.values()) store();
    }
  };

  /** Everything that is due in so many seconds; ends early where `until` says so. */
  world.pass = (seconds, until = () => false) =>
    storing(() => {
      const end = world.now + seconds * 1000;
      for (let found = first(); found && found[1].at <= end && !until(); found = first()) {
        const [number, { what, at }] = found;
        world.timers.delete(number);
        world.now = Math.max(world.now, at);
        what();
      }
      if (!until()) world.now = end;
    });

  /** The device sleeps: the clocks go on, and nothing of the page runs. */
  world.sleep = (seconds) => {
    world.now += seconds * 1000;
  };

  /** Plays on for so many seconds as somebody would who needs `pace` seconds for what has no clock. */
  world.play = (pace, most = 1e6) =>
    storing(() => {
      const main = document.getElementById("main");
      const over = () => document.body.dataset.section !== "play";
      const waits = () => over() || main.textContent === "Done";
      const end = world.now + most * 1000;
      while (!over() && world.now < end) {
        world.pass((end - world.now) / 1000, waits);
        if (over() || main.textContent !== "Done") continue;
        world.pass(pace);
        main.click();
      }
    });

  /** Notes from now on what screen readers hear, with its moment. */
  world.listen = () => {
    const log = document.getElementById("said");
    const whole = world.now;
    log.append = (...lines) => {
      world.told.push(...lines.map((line) => [(world.now - whole) / 1000, line.textContent]));
      Element.prototype.append.apply(log, lines);
    };
  };

  /** Lets something run that needs timers of its own. */
  world.really = async (what) => {
    const faked = window.setTimeout;
    window.setTimeout = world.later;
    try {
      return await what();
    } finally {
      window.setTimeout = faked;
    }
  };

  /** What the tab's being covered, and seen again, comes to. */
  world.show = (state) => {
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => state });
    Object.defineProperty(document, "hidden", { configurable: true, get: () => state === "hidden" });
    document.dispatchEvent(new Event("visibilitychange"));
  };
  /** A window's title is drawn by another process, thousands of times in a second here. */
  const { get } = Object.getOwnPropertyDescriptor(Document.prototype, "title");
  Object.defineProperty(document, "title", { configurable: true, get, set: (text) => (world.title = text) });
  window.world = world;
})();
