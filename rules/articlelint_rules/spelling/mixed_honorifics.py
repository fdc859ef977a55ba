"""mixed-honorifics: one person with and without Mr, or with Mrs and Ms, after the first mention."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

import articlelint as al

_WOMEN = frozenset({"mrs", "ms", "miss"})
_HONORIFICS = _WOMEN | {"mr", "mx", "dr", "professor", "prof"}
"""Titles before a surname alone that are no office and no rank."""
_FEWEST = 2


class MixedHonorifics(al.Rule[al.NoOptions]):
    """
    One person is called Mr Haddad in one sentence and Haddad in the next, or Mrs Haddad and Ms Haddad.

    A house writes the courtesy title at every later mention, or at none, and a woman has one title. The rarer
    form of each person is reported at each place, with the first place of the other; of two that are equally
    frequent, the one that comes later.

    Only the writer's own sentences count, and in them only surnames without a first name. Left alone are
    quotations, headlines and captions, surnames before a noun (“the Haddad report”), people whose surname
    somebody else in the article has or may have (Mr Haddad and Mrs Haddad), and the titles of an office:
    President Haddad may be Mr Haddad.
    """

    meta = al.Meta(
        "mixed-honorifics",
        "one person with and without a courtesy title",
        since="0.1",
        severity=al.Severity.WARNING,
    )
    examples = (
        al.Flagged("Mark Haddad left. Mr Haddad was late. It rained, Mr Haddad said. [[Haddad]] stayed."),
        al.Flagged("Ann Haddad left. Haddad was late, and Haddad said so. Nobody saw [[Ms Haddad]]."),
        al.Flagged("Ann Haddad left. Mrs Haddad was late. Nobody saw [[Ms Haddad]] go."),
        al.Flagged("Ann Haddad left. Dr. Haddad was late. It rained when [[Haddad]] came home."),
        al.Clean(
            "Mark Haddad left. Mr Haddad was late. “Haddad is ill,” she said. The Haddad report is out."
        ),
        al.Clean("Mark Haddad left. Haddad was late. Mr Bell is ill, and Mr Bell said so."),
        al.Clean("Mr Haddad left with Ann Haddad. Haddad was late."),
        al.Clean("President Haddad left. Mr Haddad was late. Nobody saw President Haddad go."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each mention of a person in the rarer form."""
        if _HONORIFICS.isdisjoint(doc.positions):
            return
        for person in doc.people:
            forms: dict[str, list[al.Span]] = {}
            for mention in person.mentions:
                form = _form(mention)
                if form is not None and not doc.may_be_quoted(mention.span):
                    start = mention.title.start if mention.title is not None else mention.span.start
                    forms.setdefault(form, []).append(al.Span(start, mention.span.end))
            if len(forms) < _FEWEST or _may_be_two_people(person):
                continue
            forms[""] = [span for span in forms.get("", []) if not _describes(doc, span)]
            sides = [(form, spans) for form, spans in forms.items() if spans]
            (_, most), *rarer = sorted(sides, key=lambda side: (-len(side[1]), side[1][0]))
            best = doc.slice(most[0])
            for form, spans in rarer:
                if form == "mrs" and "ms" not in forms:
                    continue  # his wife
                for span in spans:
                    yield self.finding(
                        span,
                        f"“{doc.slice(span)}” is called “{best}” elsewhere ({len(most)}): choose one form",
                        related=[al.Related(most[0], f"“{best}”")],
                    )


def _form(mention: al.Mention) -> str | None:
    """Return the courtesy title of a surname, "" if it has none; None for a mention that does not count."""
    if mention.is_full or mention.kind not in al.BODY or mention.past or len(mention.titles) > 1:
        return None
    if not mention.titles:
        return ""
    title = "prof" if mention.titles[0] == "professor" else mention.titles[0]
    return title if title in _HONORIFICS else None


def _may_be_two_people(person: al.Person) -> bool:
    """Whether a surname may be that of two people: a man and a woman, or one before the full name stands."""
    titles = {title for mention in person.mentions for title in mention.titles}
    introduced = person.first.is_full or not any(mention.is_full for mention in person.mentions)
    return not introduced or ("mr" in titles and not titles.isdisjoint(_WOMEN))


def _describes(doc: al.Document, span: al.Span) -> bool:
    """Whether a surname is part of a longer name: Bell & Haddad, Haddad’s Britain, the Haddad report."""
    if doc.text.endswith("& ", 0, span.start) or doc.in_title(span):
        return True
    following = doc.text[span.end : span.end + len("’s X")]
    if following[1:3] == "s " and following[-1].isupper():
        return True
    token = bisect_right(doc.tokens.starts, span.start) - 1
    if doc.tokens.starts[token] != span.start:
        return True  # pro-Haddad
    sentence = doc.sentence_of(token)
    if any(_is_plural_title(word) for word in doc.lowered[sentence.tokens.start : token]):
        return True  # Professors Bell and Haddad
    word = doc.read(sentence).word_of(token)
    return word.relation in {"compound", "amod", "nmod"}


def _is_plural_title(word: str) -> bool:
    """Whether a word in lower case is a title of several people: professors."""
    return word.endswith("s") and word[:-1] in al.words.titles.TITLES
