"""What was pasted, out of what a terminal sends in pieces of any size."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hiproutine.tui.pasting import BEGIN, END, Pastes

TYPED = st.text("ab\x1b[20~", max_size=6).filter(lambda text: BEGIN not in text)
INSIDE = st.text("ab\n\x1b[201~", max_size=12).filter(lambda text: END not in text)


@given(st.lists(st.tuples(TYPED, INSIDE), max_size=4), st.sets(st.integers(1, 90)))
def test_texts_come_out_whole_and_in_order_however_they_are_cut(parts: list[tuple[str, str]], cuts: set[int]) -> None:
    sent = "".join(f"{typed}|{BEGIN}{inside}|{END}|" for typed, inside in parts) + "."
    cuts = {cut for cut in cuts if cut < len(sent) and not sent[:cut].endswith(("\x1b", "\x1b["))}
    pastes, pasted, typed = Pastes(), [], ""
    for begin, end in pairwise([0, *sorted(cuts), len(sent)]):
        for whole, text in pastes.split(sent[begin:end]):
            pasted += [text] if whole else []
            typed += "" if whole else text
    assert pasted == [f"{inside}|" for _, inside in parts]
    assert typed == "".join(f"{before}||" for before, _ in parts) + "."


def test_a_key_is_never_waited_upon() -> None:
    pastes = Pastes()
    for key in ("\x1b", "\x1b[", "\x1b[A", "\x1b[20~", "é"):
        assert list(pastes.split(key)) == [(False, key)]
