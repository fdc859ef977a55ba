"""Characters that readers cannot tell from others, or cannot see at all: they never reach the rules."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

LOOK_ALIKES = str.maketrans(
    {
        **dict.fromkeys("\N{HYPHEN}\N{NON-BREAKING HYPHEN}", "-"),
        **dict.fromkeys("\N{FIGURE SPACE}\N{THIN SPACE}\N{HAIR SPACE}\N{NARROW NO-BREAK SPACE}", "\u00a0"),
    }
)
"""For each character the common one that looks like it; both are one code point."""
_ZERO_WIDTH = "\N{ZERO WIDTH SPACE}\N{WORD JOINER}\N{ZERO WIDTH NO-BREAK SPACE}"
# After a capital with an accent, a soft hyphen may be half of a letter in the wrong encoding ("Ã" for í).
_UNSEEN = re.compile(
    f"[{_ZERO_WIDTH}]+|(?<=[^\\W\u00c0-\u00df])\N{SOFT HYPHEN}+(?=\\w)|[^\\W\\d_][\u0300-\u036f]+"
)


def seen(prose: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """
    Yield a run of prose, which stands for a source range, as readers see it: in one or several runs.

    Zero-width spaces, and soft hyphens inside words, are left out. Letters with combining accents become one
    code point where there is one. Hyphens and narrow spaces that do not break become the common ones.
    """
    if prose.isascii():
        yield prose, start, end
        return
    at = 0
    if len(prose) == end - start:
        for match in _UNSEEN.finditer(prose):
            shown = _shown(match[0])
            if len(shown) != len(match[0]):
                if at < match.start():
                    yield prose[at : match.start()].translate(LOOK_ALIKES), start + at, start + match.start()
                if shown:
                    yield shown, start + match.start(), start + match.end()
                at = match.end()
        if at < len(prose):
            yield prose[at:].translate(LOOK_ALIKES), start + at, end
        return
    shown = _UNSEEN.sub(lambda match: _shown(match[0]), prose).translate(LOOK_ALIKES)
    # "&shy;" stands alone.
    if shown.strip("\N{SOFT HYPHEN}"):
        yield shown, start, end


def _shown(text: str) -> str:
    """Return what is seen of a match of ``_UNSEEN``."""
    return unicodedata.normalize("NFC", text) if text[0].isalpha() else ""
