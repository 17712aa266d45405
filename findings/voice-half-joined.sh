#!/usr/bin/env bash
# text-unidecode 1.3 and anyascii 0.3.3: a minute and a half is five and a half minutes for a voice that reads
# ASCII.
#
# Guess, written down before it was run: a mixed number stays one: “1½ min” becomes “1 1/2 min”, as Unidecode
# 1.4.0 writes it.
#
# What is so: ½ becomes 1/2 with nothing before it, so that 1½ min is written 11/2 min and 2¼ km 21/4 km: values
# that a voice, a person or a parser reads as five and a half and five and a quarter.
#
# Seen with Python 3.11.7 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet text-unidecode==1.3 anyascii==0.3.3 unidecode==1.4.0
cd "$folder"
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
from importlib import import_module

for package, name in (("unidecode", "unidecode"), ("text_unidecode", "unidecode"), ("anyascii", "anyascii")):
    plain = getattr(import_module(package), name)
    print(f"{package}:", " | ".join(plain(text).strip() for text in ("½ min", "1½ min", "2¼ km")))
PYTHON
)
expected=$(cat <<'SEEN'
unidecode: 1/2 min | 1 1/2 min | 2 1/4 km
text_unidecode: 1/2 min | 11/2 min | 21/4 km
anyascii: 1/2 min | 11/2 min | 21/4 km
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: a whole number and its fraction run together."
