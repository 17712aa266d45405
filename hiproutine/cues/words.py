"""Numbers, lengths and sentences in the words of a person who speaks. Pure."""

from __future__ import annotations

from hiproutine.wording import count

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def duration_words(seconds: float) -> str:
    """A length in words: `thirty seconds`, `one minute thirty`, `fifteen minutes`."""
    whole = max(1, round(seconds))
    minutes, left = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    parts = [_counted(hours, "hour")] if hours else []
    if minutes:
        parts.append(_counted(minutes, "minute"))
    if left:
        parts.append(number_words(left) if minutes and not hours and left >= 10 else _counted(left, "second"))
    return " ".join(parts)


def number_words(value: int) -> str:
    """A number in words up to ninety-nine, in digits beyond."""
    if not 0 <= value < 100:
        return str(value)
    if value < 20:
        return _ONES[value]
    tens, ones = divmod(value, 10)
    return f"{_TENS[tens]}-{_ONES[ones]}" if ones else _TENS[tens]


def sentence(text: str) -> str:
    """A text with a capital and an end, so that a voice falls there; nothing stays nothing."""
    bare = " ".join(text.split())
    if not bare:
        return ""
    begun = bare[0].upper() + bare[1:]
    return begun if begun[-1] in ".?!…" else f"{begun.rstrip(':;,')}."


def _counted(value: int, noun: str) -> str:
    return f"{number_words(value)} {count(value, noun).partition(' ')[2]}"
