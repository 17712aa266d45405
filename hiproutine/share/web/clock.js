// @ts-check
/** Seconds that only grow and go on while the device sleeps: the page's own clock, and the wall's where that fell behind. */

const ASLEEP = 1;

/** @param {() => number} steady milliseconds, may stand still in sleep @param {() => number} wall milliseconds @returns {() => number} */
export function steadyClock(steady, wall) {
  let lastSteady = steady();
  let lastWall = wall();
  let seconds = 0;
  return () => {
    const passed = Math.max(0, (steady() - lastSteady) / 1000);
    const onTheWall = (wall() - lastWall) / 1000;
    lastSteady = steady();
    lastWall = wall();
    seconds += onTheWall - passed > ASLEEP ? onTheWall : passed;
    return seconds;
  };
}
