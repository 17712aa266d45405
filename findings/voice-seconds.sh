#!/usr/bin/env bash
# espeak-ng 1.52 (espeakng-loader 0.2.4): “Hold 30s” is said as hold thirties.
#
# Guess, written down before it was run: 30s is read as thirty s, letter by letter, as 30 s is.
#
# What is so: an s that touches a number makes it a plural: 30s is one word that ends in z. With a blank it is
# the letter, and 8-12 is eight dash twelve. Only “30 seconds” is seconds.
#
# Seen with Python 3.11.7 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet espeakng-loader==0.2.4
cd "$folder"
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
import ctypes

import espeakng_loader

espeak = ctypes.CDLL(espeakng_loader.get_library_path())
espeak.espeak_Initialize(2, 0, str(espeakng_loader.get_data_path()).encode(), 0)
espeak.espeak_SetVoiceByName(b"en")
espeak.espeak_TextToPhonemes.restype = ctypes.c_char_p
espeak.espeak_Info.restype = ctypes.c_char_p
print("espeak-ng", espeak.espeak_Info(None).decode().split()[0])
for text in ("Hold 30s", "Hold 30 s", "Hold 30 seconds", "Hold 8-12 s"):
    place = ctypes.c_char_p(text.encode())
    print(f"{text}:", espeak.espeak_TextToPhonemes(ctypes.byref(place), 1, 2).decode())
PYTHON
)
expected=$(cat <<'SEEN'
espeak-ng 1.52.0
Hold 30s: hˈəʊld θˈɜːti z
Hold 30 s: hˈəʊld θˈɜːti ˈɛs
Hold 30 seconds: hˈəʊld θˈɜːti sˈɛkəndz
Hold 8-12 s: hˈəʊld ˈeɪt dˈaʃ twˈɛlv ˈɛs
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: thirties, not thirty seconds."
