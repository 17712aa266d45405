#!/usr/bin/env bash
# wavefile 11.0.0 for Node: a sound at another rate, and every mark in it is somewhere else.
#
# Guess, written down before it was run: a cue point is a moment of the sound: one at 1.5 s is at 1.5 s after
# toSampleRate(16000), as the sound is as long as before.
#
# What is so: the samples are made anew, the numbers in the cue chunk are not: 1.5 s of a file of 44,100 a
# second is 4.13 s at 16,000, past the end of three seconds, and 0.75 s at 88,200. Both ends of a stretch move.
# toBitDepth() leaves them right.
#
# Seen with Node 20.20.2 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund wavefile@11.0.0 >/dev/null
seen=$(node --input-type=module - <<'SCRIPT'
import wavefile from "wavefile";

const made = () => {
    const wave = new wavefile.WaveFile();
    wave.fromScratch(1, 44100, "16", new Int16Array(44100 * 3));
    wave.setCuePoint({ position: 500, label: "hold" });
    wave.setCuePoint({ position: 1500, label: "switch" });
    return wave;
};
const told = (name, wave) => {
    const again = new wavefile.WaveFile(wave.toBuffer());
    const marks = again.listCuePoints().map((point) => `${point.label} at ${(point.position / 1000).toFixed(2)} s`);
    const bytes = again.fmt.numChannels * (again.fmt.bitsPerSample / 8);
    const long = again.data.chunkSize / bytes / again.fmt.sampleRate;
    console.log(`${name}: ${long.toFixed(2)} s long, ${marks.join(", ")}`);
};
told("as it was", made());
for (const rate of [16000, 22050, 88200]) {
    const wave = made();
    wave.toSampleRate(rate);
    told(`at ${rate}`, wave);
}
const deeper = made();
deeper.toBitDepth("24");
told("with 24 bits", deeper);
SCRIPT
)
expected=$(cat <<'SEEN'
as it was: 3.00 s long, hold at 0.50 s, switch at 1.50 s
at 16000: 3.00 s long, hold at 1.38 s, switch at 4.13 s
at 22050: 3.00 s long, hold at 1.00 s, switch at 3.00 s
at 88200: 3.00 s long, hold at 0.25 s, switch at 0.75 s
with 24 bits: 3.00 s long, hold at 0.50 s, switch at 1.50 s
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: the marks stay behind."
