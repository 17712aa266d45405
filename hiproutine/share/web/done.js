// @ts-check
/** The end: what was done, and the file that is taken along. */
import { exported, stamp, summed } from "./record.js";
import { doneText, put } from "./screen.js";
import { roundsText } from "./words.js";

/** What was done, what was skipped, how the pain changed, and what is said of it. @param {{plan: any, session: any, before: any}} its @param {any[]} intervals @param {any} after @param {string[]} told */
export function summary({ plan, session, before }, intervals, after, [advice, closing]) {
  const { done, skipped } = summed(plan, intervals.filter((one) => one.session === session.id));
  put("result", session.outcome === "finished" ? "Done." : "Ended early.");
  const rounds = (session.rounds_done || []).map((/** @type {any} */ one) => ` ${one.title}: ${roundsText(one.rounds, one.steps)}.`);
  put("did", doneText(session.active_seconds, done, plan.steps) + rounds.join(""));
  put("skipped", skipped.length ? `Skipped: ${skipped.join(", ")}.` : "");
  const change = before && after ? ["easier", "the same", "worse"][Math.sign(after.score - before.score) + 1] : "";
  put("pain", change ? `Pain ${before.score} → ${after.score}, ${change}.` : "");
  put("advice", advice);
  put("closing", closing);
}

/** A file that `hiproutine import` takes. @param {any} data */
export function save(data) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([exported(data)], { type: "application/x-ndjson" }));
  link.download = `hiproutine-${stamp(new Date()).slice(0, 10)}.jsonl`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  put("saved", `Saved as ${link.download}. On your computer: hiproutine import ${link.download}`);
}
