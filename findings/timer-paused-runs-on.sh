#!/usr/bin/env bash
# Textual 8.2.8: a countdown of a second that is paused for two is over as soon as it goes on.
#
# Guess, written down before it was run: a timer that is paused after 0.6 s of a second has 0.4 s left when it
# goes on: its method is called pause(), and its documents say that no events are sent until resume().
#
# What is so: pause() holds back the event, not the time: the timer sleeps on. After a pause that is longer than
# what was left the event comes at once with resume(), from set_timer() and from set_interval() alike, and the
# next tick comes in the old rhythm.
#
# Seen with Python 3.11.7 on Linux x86-64, 2026-11-30. Fails when it is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet textual==8.2.8
cd "$folder"
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
import asyncio
import time

from textual.app import App


class Countdown(App):
    def on_mount(self):
        self.seen = []
        self.begun = time.monotonic()
        self.ticks = self.set_interval(1, lambda: self.saw("tick"))
        self.end = self.set_timer(1, lambda: self.saw("over"))
        self.set_timer(0.6, self.stop)
        self.set_timer(2.6, self.go_on)

    def saw(self, what):
        self.seen.append((what, time.monotonic() - self.begun))

    def stop(self):
        self.saw("pause")
        self.ticks.pause()
        self.end.pause()

    def go_on(self):
        self.saw("resume")
        self.ticks.resume()
        self.end.resume()


async def main():
    app = Countdown()
    async with app.run_test():
        await asyncio.sleep(4.5)
    (went_on,) = (at for what, at in app.seen if what == "resume")
    for what in ("over", "tick"):
        after = [f"{round((at - went_on) * 2) / 2:.1f}" for name, at in app.seen if name == what]
        print(f"{what}: {' and '.join(after)} s after resume(), to half a second")


asyncio.run(main())
PYTHON
)
expected=$(cat <<'SEEN'
over: 0.0 s after resume(), to half a second
tick: 0.0 and 1.5 s after resume(), to half a second
SEEN
)
echo "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'This has changed. It was:\n%s\n' "$expected"
    exit 1
fi
echo "As it was found: a pause takes the time that was left."
