// @ts-check
/** How it develops over weeks: week against week, how long an episode lasts, how often things react. Pure. */
import { WEEK, dayOf, finding } from "./findings.js";

/** @param {any} rules @param {any[]} told every answer until then @param {number} reactions how many there were lately @param {number} at */
export function trends(rules, told, reactions, at) {
  const today = dayOf(at, rules);
  const times = reactions >= rules.numbers.reactions ? [finding(rules.reactions, { count: reactions })] : [];
  const resting = byDay(rules, told.filter((/** @type {any} */ one) => one.moment === "before"));
  return [...episode(rules, byDay(rules, told), today), ...times, ...weeks(rules, resting, today)];
}

/** The highest answer of each day, in order. @param {any} rules @param {any[]} readings @returns {Map<number, number>} */
function byDay(rules, readings) {
  /** @type {Map<number, number>} */
  const days = new Map();
  for (const one of readings) {
    const day = dayOf(one.at, rules);
    days.set(day, Math.max(one.score, days.get(day) ?? 0));
  }
  return days;
}

/** The scores of seven days: sum and number, or null with too few. @param {Map<number, number>} days @param {number} last @param {number} needed @returns {[number, number] | null} */
function week(days, last, needed) {
  const found = [...Array(WEEK).keys()].map((back) => days.get(last - back)).filter((one) => one !== undefined);
  return found.length < needed ? null : [found.reduce((sum, one) => sum + Number(one), 0), found.length];
}

/** The day that the present episode began with, or null. @param {any} numbers @param {Map<number, number>} days @param {number} today */
function episodeStart(numbers, days, today) {
  /** @type {number | null} */
  let began = null;
  /** @type {number | null} */
  let calm = null;
  /** @type {number | null} */
  let last = null;
  for (const [day, found] of days) {
    if (last !== null && day - last > numbers.silenceDays) began = calm = null;
    if (found >= numbers.middle) {
      began = began ?? day;
      calm = null;
    } else {
      calm = calm ?? day;
      if (day - calm >= WEEK) began = null;
    }
    last = day;
  }
  return last === null || today - last > numbers.silenceDays ? null : began;
}

/** @param {any} rules @param {Map<number, number>} days @param {number} today */
function episode(rules, days, today) {
  const { numbers } = rules;
  const first = episodeStart(numbers, days, today);
  const newest = Math.max(...[...days.keys()].filter((day) => day <= today));
  const now = week(days, newest, 1);
  if (first === null || !now) return [];
  const still = [...days].some(([day, found]) => found >= numbers.middle && newest - day >= 0 && newest - day < WEEK);
  if (today - first >= numbers.longDays && still) return [finding(rules.long)];
  const start = week(new Map([...days].filter(([day]) => day >= first)), first + WEEK - 1, 1);
  if (!start || today - first < numbers.slowDays || improved(numbers, start, now)) return [];
  return [finding(rules.slow)];
}

/** In whole numbers, as fractions are exact. @param {any} numbers @param {[number, number]} start @param {[number, number]} now */
function improved(numbers, [startSum, startDays], [nowSum, nowDays]) {
  const less = startSum * nowDays - nowSum * startDays;
  const share = Math.round(numbers.betterShare * 100);
  return less >= numbers.clear * startDays * nowDays || less * 100 >= share * startSum * nowDays;
}

/** @param {any} rules @param {Map<number, number>} days @param {number} today */
function weeks(rules, days, today) {
  const { numbers } = rules;
  const last = week(days, today - WEEK, numbers.weekNeeds);
  const these = week(days, today, numbers.weekNeeds);
  if (!last || !these) return [];
  const up = these[0] * last[1] - last[0] * these[1];
  const one = last[1] * these[1];
  if (up < numbers.hold * one) return [];
  return [finding(up >= numbers.wrongWay * one ? rules.wrongWay : rules.weekUp)];
}
