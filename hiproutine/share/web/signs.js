// @ts-check
/** What becomes of a warning sign that was ticked. Pure but for the rows that come in. */

/** Notes that a professional has checked these. @param {any[]} flags @param {string[]} signs @param {string} at */
export function checkSigns(flags, signs, at) {
  for (const flag of standingOf(flags, signs)) flag.cleared_on = flag.updated_at = at;
}

/** Notes that these were ticked by mistake: they were never so. @param {any[]} flags @param {string[]} signs @param {string} at */
export function takeBack(flags, signs, at) {
  for (const flag of standingOf(flags, signs)) {
    flag.answer = false;
    flag.updated_at = at;
  }
}

/** @param {any[]} flags @param {string[]} signs @returns {any[]} */
function standingOf(flags, signs) {
  return flags.filter((flag) => flag.answer && !flag.cleared_on && signs.includes(flag.flag));
}
