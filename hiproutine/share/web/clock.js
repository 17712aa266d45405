// @ts-check
/** Seconds that only grow and go on while the device sleeps: the page's own clock, and the wall's where that fell behind. */

const ASLEEP = 1;

/** @param {() => number} steady milliseconds, may stand still in sleep @param {() => number} wall milliseconds @returns {() => number} */
export function steadyClock(steady, wall) {
  let lastSteady = steady();
  let lastWall = wall();
  let seconds = 0;
  return () => {
    const [here, there] = [steady(), wall()]; // each once: what lies between two readings would be lost, a little each time
    const passed = Math.max(0, (here - lastSteady) / 1000);
    const onTheWall = (there - lastWall) / 1000;
    lastSteady = here;
    lastWall = there;
    seconds += onTheWall - passed > ASLEEP ? onTheWall : passed;
    return seconds;
  };
}
