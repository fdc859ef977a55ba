"""mixed-abbreviation: one abbreviation with and without its full stops, or written out here and not there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import articlelint as al
from articlelint_rules.spelling.spellings import Spelling, message

_DOTTED = re.compile(r"(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![\w]))?|Ph\.D\.?")
_MAY_BE_DOTTED = re.compile(r"\.(?:[^\W\d_]\.|D)")
"""What stands in all that ``_DOTTED`` matches, and in every time with full stops."""
_TITLES_LOWERED = frozenset(title.lower() for title in al.words.titles.COMMON_SHORT_TITLES)
_PERCENT = re.compile(r"\d[\d.,]*[ \u00a0\u202f]?(%|per[ \u00a0]?cent\b)")
# After a number, "am" is a time; elsewhere it is a verb.
_TIMES = re.compile(r"\d[ \u00a0\u202f]?([ap]\.m\.|[ap]m\b)")
_JOINING = frozenset("./@#-_")
_ZIP = re.compile(r"\d{5}(?:-\d{4})?")
_SHORT_OF_SPACE = frozenset({al.BlockKind.HEADLINE, al.BlockKind.CROSSHEAD, al.BlockKind.TABLE_CELL})
_SAINT = re.compile(r"\b(Saint|St\.?)[ \u00a0]([A-Z][\w'’-]+)")


class _Forms:
    """The ways one abbreviation is written, each with its places."""

    __slots__ = ("places",)

    def __init__(self) -> None:
        self.places: dict[str, list[al.Span]] = {}

    def add(self, form: str, start: int, end: int) -> None:
        self.places.setdefault(form, []).append(al.Span(start, end))

    def spellings(self) -> list[Spelling]:
        """The forms, the preferred one first."""
        made = [Spelling(tuple(spans), (form,) * len(spans)) for form, spans in self.places.items()]
        return sorted(made, key=lambda s: s.rank)


class MixedAbbreviation(al.Rule[al.NoOptions]):
    """
    An abbreviation is written in two ways.

    UN and U.N., Mr and Mr., 5% and 5 per cent, St. Petersburg and Saint Petersburg: a house writes one of
    them throughout. The rarer is reported at each place.

    Left alone are quotations, headlines and tables, where space rules; numbers in words ("five per cent");
    and a full stop that ends the sentence.
    """

    meta = al.Meta(
        "mixed-abbreviation", "an abbreviation written in two ways", since="0.1", severity=al.Severity.WARNING
    )
    examples = (
        al.Flagged(
            "The UN met on Monday. A UN envoy spoke. The [[U.N.]] mission will stay.",
            fixed="The UN met on Monday. A UN envoy spoke. The UN mission will stay.",
        ),
        al.Flagged(
            "The US agreed. Most US states did. One left the [[U.S.]] Another stayed.",
            fixed="The US agreed. Most US states did. One left the US. Another stayed.",
        ),
        al.Flagged("Prices rose 5% in May and 6% in June. They fell 2 [[per cent]] in July."),
        al.Flagged("Mr. Hall left. Mr. Lane stayed, and [[Mr]] Dean went home."),
        al.Flagged(
            "He was born in St. Petersburg. He left St. Petersburg early, and died in [[Saint Petersburg]]."
        ),
        al.Clean("It is up to us. The US agrees."),
        al.Clean("I am late. The train left at 5 p.m. on Sunday."),
        al.Clean("He works for the U.N. The U.N. pays him."),
        al.Clean("Prices rose 5% in May. About five per cent of the people noticed."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """The rarer forms of every abbreviation."""
        found: dict[str, _Forms] = {}
        stopped = _MAY_BE_DOTTED.search(doc.text) is not None
        _patterns(doc, found, stopped=stopped)
        if stopped:
            _initials(doc, found)
        _titles(doc, found)
        for key in sorted(found):
            best, *rest = found[key].spellings()
            for form in rest:
                yield from self._findings(doc, form, best)

    def _findings(self, doc: al.Document, form: Spelling, best: Spelling) -> Iterator[al.Finding]:
        related = (al.Related(best.places[0], f"first use of “{best.text}”"),)
        for place in form.places:
            if doc.in_quote(place):
                continue
            fix = None if "%" in {form.text, best.text} else self._fix(doc, place, form.text, best.text)
            line = message(form.text, form, [(best.text, best)])
            yield self.finding(place, line, related=related, fix=fix)

    def _fix(self, doc: al.Document, place: al.Span, old: str, new: str) -> al.Fix:
        """The other form; the full stop that ends the sentence as well as an abbreviation stands once."""
        if old.endswith(".") and not new.endswith("."):
            sentence = doc.sentences_in(place)[-1]
            new += "." * (sentence.span.end == place.end)
        elif new.endswith(".") and doc.text[place.end : place.end + 1] == ".":
            place = al.Span(place.start, place.end + 1)
        return self.replace(place, new)


def _matches(doc: al.Document, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The matches of a pattern, which does not reach across lines, outside headlines and tables."""
    return (m for m in pattern.finditer(doc.text) if doc.block_at(m.start()).kind not in _SHORT_OF_SPACE)


def _patterns(doc: al.Document, found: dict[str, _Forms], *, stopped: bool) -> None:
    """Per cent signs, times and saints; ``stopped`` says whether there are abbreviations with full stops."""
    text = doc.text
    for match in _matches(doc, _PERCENT) if _has_two_per_cents(text) else ():
        form = "%" if match[1] == "%" else "per cent" if " " in match[1].replace("\u00a0", " ") else "percent"
        found.setdefault("%", _Forms()).add(form, *match.span(1))
    for match in _matches(doc, _TIMES) if stopped and ("a.m." in text or "p.m." in text) else ():
        found.setdefault(f"time {match[1][0]}", _Forms()).add(match[1], *match.span(1))
    for match in _matches(doc, _SAINT) if _has_two_saints(text) else ():
        name = match[2].removesuffix("'s").removesuffix("’s")
        form = f"{match[1]} {name}"
        found.setdefault(f"Saint {name}", _Forms()).add(form, match.start(), match.start() + len(form))


# Each pattern takes longer than most rules; these strings say that it cannot find two forms.
def _has_two_per_cents(text: str) -> bool:
    sign, word = "%" in text, "percent" in text
    return (sign and word) or ((sign or word) and ("per cent" in text or "per\u00a0cent" in text))


def _has_two_saints(text: str) -> bool:
    written_out = "Saint" in text
    if not written_out and "St." not in text:
        return False
    return (written_out and "St." in text) or "St " in text or "St\u00a0" in text


def _initials(doc: al.Document, found: dict[str, _Forms]) -> None:
    """``U.N.`` and ``UN``: every dotted abbreviation, and the words that are the same without full stops."""
    tokens = doc.tokens
    stopped = [text for text in doc.spellings if "." in text[1:]]
    dotted = {t.replace(".", "") for t in stopped if _DOTTED.fullmatch(t) and t[0].isupper()}
    if not dotted:
        return
    lower = {bare.lower() for bare in dotted}
    alike = (indexes for word, indexes in doc.positions.items() if _bare(word) in lower)
    for i in sorted(i for indexes in alike for i in indexes):
        text = tokens.texts[i]
        bare = _bare(text)
        if bare not in dotted or not _is_initials(tokens, i, bare):
            continue
        if bare == "DC" and _is_part_of_name(doc, i):
            continue
        form = (
            bare if "." not in text else "".join(f"{letter}." for letter in bare) if bare.isupper() else text
        )
        start = tokens.starts[i]
        found.setdefault(bare, _Forms()).add(
            form, start, start + len(text.removesuffix("'s").removesuffix("’s"))
        )


@lru_cache(maxsize=4096)
def _bare(text: str) -> str:
    """An abbreviation without its full stops and a possessive ending."""
    return text.replace(".", "").removesuffix("'s").removesuffix("’s")


def _is_initials(tokens: al.Tokens, i: int, bare: str) -> bool:
    """Not a word of a line in capitals, and no part of an address such as ``GOV.UK``."""
    around = [tokens.texts[j] for j in (i - 1, i + 1) if 0 <= j < len(tokens) and tokens.texts[j].isalpha()]
    shouted = any(len(word) > 1 and word.isupper() for word in around)
    return bool(bare) and not shouted and not _is_glued(tokens, i)


def _is_glued(tokens: al.Tokens, i: int) -> bool:
    """Whether a mark that joins stands right before a token: ``GOV.UK``, ``@DC``."""
    return i > 0 and tokens.ends[i - 1] == tokens.starts[i] and tokens.texts[i - 1] in _JOINING


def _is_part_of_name(doc: al.Document, i: int) -> bool:
    """Whether ``DC`` belongs to a body's name or an address: Impact Hub DC, Washington DC 20405."""
    texts = doc.tokens.texts
    before, after = texts[i - 1] if i else "", texts[i + 1] if i + 1 < len(texts) else ""
    named = before[:1].isupper() and before not in {"Washington", "In", "The"}
    return named or _ZIP.fullmatch(after) is not None


def _titles(doc: al.Document, found: dict[str, _Forms]) -> None:
    """``Mr`` and ``Mr.`` before a name."""
    tokens = doc.tokens
    texts = tokens.texts
    used = (i for title in filter(doc.positions.__contains__, _TITLES_LOWERED) for i in doc.positions[title])
    for i in sorted(used):
        text = texts[i]
        if text not in al.words.titles.COMMON_SHORT_TITLES or i >= len(texts) - 2:
            continue
        stop = texts[i + 1] == "." and tokens.starts[i + 1] == tokens.ends[i]
        j = i + 2 if stop else i + 1
        # Not the name of a body ("Build Mobile Gov Community"), and no word that ends a paragraph.
        beside = tokens.starts[j] - tokens.ends[j - 1] <= 1
        named = not stop and texts[i - 1][:1].isupper() and text not in al.words.titles.SHORT_COURTESY_TITLES
        if texts[j][:1].isupper() and beside and not named:
            end = tokens.ends[i + 1] if stop else tokens.ends[i]
            found.setdefault(f"title {text}", _Forms()).add(text + "." * stop, tokens.starts[i], end)
