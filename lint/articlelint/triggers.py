"""
Triggers: strings without which a rule has nothing to report, looked for in an article before it is run.

Dozens are looked for in every article, so they are looked for in its bytes: a byte is found, or missed, much
faster than a string, and ASCII letters become lower case there in a tenth of the time.
"""

from __future__ import annotations

from functools import cache, cached_property

from articlelint.enums import Enum, auto
from articlelint.records import NamedTuple

_COMMON = b"Pk\x9d\x9c\x80\xe2WCBHIMSATvfybgpmhcudl,. rtsnoaie"
"""The common bytes of English prose, the commonest last."""
_ODD = (0x84, 0xBA, 0xC4, 0xCF)
"""One of them stands in every letter that is not a case of its small letter, such as the sign for kelvins."""


class Searched:
    """A text in which triggers are looked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.exact = _encoded(text)
        self.folded = self.exact.lower()
        """With the ASCII letters in lower case."""
        self.odd = not text.isascii() and any(byte in self.exact for byte in _ODD)
        """Whether lower case may have ASCII letters, or others, that are no case of what stands there."""

    @cached_property
    def lower(self) -> str:
        """The text in lower case; made when somebody asks, for it takes as long as all other searches."""
        return self.text.lower()


class _In(Enum):
    """Where strings are looked for."""

    EXACT = auto()
    FOLDED = auto()
    TEXT = auto()
    LOWER = auto()


class _Search(NamedTuple):
    """Strings that are looked for together, for they share their rarest byte; in bytes, as bytes."""

    where: _In
    rarest: int
    strings: tuple[str, ...]
    encoded: tuple[bytes, ...]


def has_trigger(triggers: tuple[str, ...], searched: Searched) -> bool:
    """Whether a text has one of the triggers, or seems to: one small sigma in capitals is like the other."""
    if searched.odd:
        return any(t in (searched.lower if t == t.lower() else searched.text) for t in triggers)
    for where, rarest, strings, encoded in _searches(triggers):
        if where is _In.LOWER:
            if any(string in searched.lower for string in strings):
                return True
            continue
        in_bytes = searched.folded if where is _In.FOLDED else searched.exact
        if rarest not in in_bytes:
            continue
        if where is _In.TEXT:
            if any(string in searched.text for string in strings):
                return True
            continue
        for part in encoded:
            if part in in_bytes:
                return True
    return False


@cache
def _searches(triggers: tuple[str, ...]) -> tuple[_Search, ...]:
    """What to look for."""
    groups: dict[tuple[_In, int], list[str]] = {}
    for trigger in triggers:
        for string, where in _forms(trigger):
            rarest = min(_encoded(string), key=_COMMON.find)
            groups.setdefault((where, rarest), []).append(string)
    return tuple(
        _Search(where, rarest, tuple(strings), tuple(map(_encoded, strings)))
        for (where, rarest), strings in groups.items()
    )


def _forms(trigger: str) -> list[tuple[str, _In]]:
    """What to look for, and where: a trigger in lower case stands for all cases."""
    cased = trigger == trigger.lower() != trigger.upper()
    if trigger.isascii():
        return [(trigger, _In.FOLDED if cased else _In.EXACT)]
    if len(trigger) > 1:
        return [(trigger, _In.LOWER if cased else _In.EXACT)]
    # One character is found faster in the text than the bytes of it in bytes.
    cases = {case for case in (trigger, trigger.upper(), trigger.title()) if case.lower() == trigger}
    return [(case, _In.TEXT) for case in sorted(cases or {trigger})]


def _encoded(string: str) -> bytes:
    return string.encode("utf-8", "surrogatepass")
