"""archive-name: a name that is nearly one that the archive has often."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import articlelint as al
from articlelint_rules.archive.evidence import Evidence, decided_otherwise, outside_quotations, report
from articlelint_rules.archive.names import Person, marks, people, place_names
from articlelint_rules.spelling.name_variants import (
    BOTH_KNOWN,
    ENOUGH,
    SAME_NEIGHBOUR,
    SAME_TITLE,
)
from articlelint_rules.spelling.phonetic import plain
from articlelint_rules.spelling.similarity import similarity

AS_OFTEN = 5
"""How many times as many articles must write the other form."""
SEVERAL = 10
"""So many articles do not misspell a name: if it is a known surname, it is another person's."""
_ZELENSKY = {"Volodymyr Zelensky spoke.": 1204, "Volodymyr Zelenskiy spoke.": 3}


class _Word(NamedTuple):
    """A word of the names of people, with what is known of them."""

    kind: str
    key: str
    text: str
    before: str
    """What a message shows before it: the first name or the title."""
    after: str

    def shown(self, text: str = "") -> str:
        """Return the name of the person with this word, or with another in its place."""
        return f"{self.before}{text or self.text}{self.after}"


class ArchiveName(al.Rule[al.NoOptions]):
    """
    A name is nearly, but not quite, one that the archive has often.

    The rule needs an archive, the file that `articlelint archive learn` makes of published articles, and does
    nothing without one. It reports a surname if at least ten articles, and five times as many as have this
    form, write a name that sounds or looks alike of somebody with the same first name, or with the same title
    where the article gives no first name. It also reports a misspelt first name, and a place (Kiev) for which
    nearly all articles write another name (Kyiv). The message says how many articles write each form.

    Two people stay two. Left alone are a person with another first name, a first name that is on our lists
    (Joan Miller where the archive has John Miller), and a surname that is on our lists if at least ten
    articles have it; also quotations, and names that the house's configuration or style pack decides on. A
    stranger whose name differs in a letter from one that is in the news is reported all the same.
    """

    meta = al.Meta(
        "archive-name",
        "a name that is nearly one that the archive has often",
        since="0.1",
        severity=al.Severity.WARNING,
    )
    examples = (
        al.Flagged(
            "Volodymyr [[Zelenskiy]] spoke. Then Zelenskiy left.",
            fixed="Volodymyr Zelensky spoke. Then Zelensky left.",
            archive=_ZELENSKY,
        ),
        al.Flagged("President Volodymyr [[Zelenksy]] spoke.", archive=_ZELENSKY),
        al.Flagged("[[Volodimyr]] Zelensky spoke.", archive=_ZELENSKY),
        al.Flagged(
            "Yesterday, President [[Zelenskiy]] left.",
            fixed="Yesterday, President Zelensky left.",
            archive={"Then President Zelensky left.": 90},
        ),
        al.Flagged("Angela [[Merkle]] has left.", archive={"Angela Merkel spoke.": 800}),
        al.Flagged("Viktor [[Orban]] was there.", archive={"Viktor Orbán spoke.": 90}),
        al.Flagged("The train to [[Kiev]] was late.", archive={"He lives in Kyiv.": 300}),
        al.Clean("Volodymyr Zelensky spoke.", archive=_ZELENSKY),
        al.Clean("Olena Zelenska spoke.", archive=_ZELENSKY),
        al.Clean("“Volodymyr Zelenskiy spoke,” she said.", archive=_ZELENSKY),
        al.Clean("Joan Miller spoke.", archive={"John Miller spoke.": 200}),
        al.Clean("Anna Petersen spoke.", archive={"Anna Peterson spoke.": 300, "Anna Petersen spoke.": 30}),
        al.Clean("Volodymyr Zelenskiy spoke.", archive={"Volodymyr Zelensky spoke.": 4}),
        al.Clean("Volodymyr Zelenskiy spoke."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each near miss of a name."""
        if doc.archive is None:
            return
        for word, spans in _words(doc).items():
            evidence, better = _evidence(doc, doc.archive, word)
            if evidence is not None:
                message = f"{evidence.message}: check which is right"
                yield report(self, doc, message, spans, better)
        places = outside_quotations(doc, place_names(doc))
        for found, spans in decided_otherwise(doc, doc.archive, "place", places):
            yield report(self, doc, f"{found.message}: check which is right", spans, found.better)


def _words(doc: al.Document) -> dict[_Word, list[al.Span]]:
    """Return the surnames and first names that may be misspelt, with their places outside of quotations."""
    found: dict[_Word, list[al.Span]] = {}
    for person in people(doc):
        for word, span in _words_of(person):
            if not (doc.may_be_quoted(span) or word.text.isupper()):
                found.setdefault(word, []).append(span)
    return found


def _words_of(person: Person) -> Iterator[tuple[_Word, al.Span]]:
    """Yield the surname of a person, and the first name before it unless it is on our lists."""
    # The first name says more than the title, which others have, too.
    for key, known_by in list(person.surname_keys.items())[:1]:
        yield _Word("surname", key, person.surname, f"{known_by} ", ""), person.surname_span
    if person.first_key and al.gazetteer.NameKind.GIVEN not in al.gazetteer.name_kinds(plain(person.first)):
        yield _Word("first-name", person.first_key, person.first, "", f" {person.surname}"), person.first_span


def _evidence(doc: al.Document, archive: al.Archive, word: _Word) -> tuple[Evidence | None, str]:
    """Return what the archive has against a form of a name, and the form that it has; None for nothing."""
    own = next((form for form in archive.forms(word.kind, word.key) if form.form == word.text), None)
    number = own.articles if own is not None else 0
    if number >= SEVERAL and _is_known(word.text):
        return None, ""
    for other in archive.near(word.kind, marks(word.key, word.text)):
        if (
            other.articles >= AS_OFTEN * number
            and _may_be_meant(word, other)
            and not (doc.house.has_settled(word.text) or doc.house.has_settled(other.form))
        ):
            return Evidence(word.shown(), word.shown(other.form), other.articles, own), other.form
    return None, ""


def _may_be_meant(word: _Word, other: al.ArchivedForm) -> bool:
    """Whether a form of the archive is the same name as a word, by their letters and what is known."""
    score = similarity(word.text, other.form)
    if not score:
        return False
    score += SAME_TITLE if " title=" in word.key else SAME_NEIGHBOUR
    if _is_known(word.text) and _is_known(other.form):
        score += BOTH_KNOWN
    return score >= ENOUGH


def _is_known(name: str) -> bool:
    """Whether a name is on our lists."""
    return al.lexicon.name_size(plain(name)) > 0
