#!/usr/bin/env bash
# number-to-words 1.2.4: two and a half kilos are two.
#
# Guess, written down before it was run: toWords(2.5) is two point five, or refused.
#
# What is so: what is behind the point is dropped without a word: 2.5 and 2.9 are two, half a minute is zero.
# toWordsOrdinal(2.5) is second.
#
# Seen with Node 20.20.2 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund number-to-words@1.2.4 >/dev/null
seen=$(node --input-type=module - <<'SCRIPT'
import words from "number-to-words";

for (const amount of [2, 2.5, 2.9, 0.5]) console.log(`${amount}: ${words.toWords(amount)}, ${words.toWordsOrdinal(amount)}`);
SCRIPT
)
expected=$(cat <<'SEEN'
2: two, second
2.5: two, second
2.9: two, second
0.5: zero, zeroth
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: a weight is said without what is behind its point."
