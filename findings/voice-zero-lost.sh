#!/usr/bin/env bash
# g2p-en 2.1.0: 1.05 and 1.5 are said alike.
#
# Guess, written down before it was run: digits behind the point are said one by one: 1.05 is one point zero
# five (or oh five), and 12.50 twelve point five zero; a decimal comma is read or refused.
#
# What is so: what stands behind the point is said as a number of its own: 1.05 is one point five, as 1.5 is,
# 1.005 as well, and 12.50 is twelve point fifty. A comma is taken out first: 1,5 is fifteen.
#
# Seen with Python 3.11.7 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet g2p-en==2.1.0
cd "$folder"
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
import importlib.util
from pathlib import Path

# The package itself fetches a dictionary when it is imported; this part of it needs none.
folder = Path(importlib.util.find_spec("g2p_en").origin).parent
spec = importlib.util.spec_from_file_location("expand", folder / "expand.py")
expand = importlib.util.module_from_spec(spec)
spec.loader.exec_module(expand)

for text in ("1.5 km", "1.05 km", "1.005 km", "12.50 kg", "1,5 min"):
    print(f"{text}: {expand.normalize_numbers(text)}")
PYTHON
)
expected=$(cat <<'SEEN'
1.5 km: one point five km
1.05 km: one point five km
1.005 km: one point five km
12.50 kg: twelve point fifty kg
1,5 min: fifteen min
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: one point five."
