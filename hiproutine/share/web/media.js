// @ts-check
/** The keys of headphones and lock screens, and what they are told of the routine. */

/** Says whether it plays. @param {string} phase */
export function mediaState(phase) {
  const state = phase === "playing" ? "playing" : "paused";
  if ("mediaSession" in navigator && navigator.mediaSession.playbackState !== state) navigator.mediaSession.playbackState = state;
}

/** Lets the keys act as the buttons do. @param {string} title @param {(name: string) => void} act */
export function media(title, act) {
  if (!("mediaSession" in navigator)) return;
  navigator.mediaSession.metadata = new MediaMetadata({ title, artist: "hiproutine" });
  /** @type {[MediaSessionAction, string][]} */
  const keys = [["play", "main"], ["pause", "main"], ["nexttrack", "forward"], ["previoustrack", "back"]];
  for (const [key, name] of keys) {
    try {
      navigator.mediaSession.setActionHandler(key, () => act(name));
    } catch {
      continue; // a browser that has no such key
    }
  }
}
