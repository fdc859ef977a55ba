"""archive-name: a name that is nearly one that the archive has often."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import articlelint as al
from articlelint_rules.archive.evidence import (
    Evidence,
    decided_otherwise,
    is_quoted,
    outside_quotations,
    report,
)
from articlelint_rules.archive.names import (
    Person,
    name_key,
    name_marks,
    names_of,
    part_marks,
    people,
    place_names,
    straight,
)
from articlelint_rules.spelling.distance import one_slip
from articlelint_rules.spelling.name_variants import (
    BOTH_KNOWN,
    ENOUGH,
    ONE_KNOWN,
    SAME_NEIGHBOUR,
    SAME_TITLE,
)
from articlelint_rules.spelling.near_misses import KNOWN_NAME
from articlelint_rules.spelling.phonetic import SHORTEST, phonetic_form, plain
from articlelint_rules.spelling.similarity import similarity

AS_OFTEN = 5
"""How many times as many articles must write the other form."""
LONG_ENOUGH, LONG = 6, 8
"""Names of so many letters rarely differ by one slip, or are alike at all, by chance."""
SEVERAL = 10
"""So many articles do not misspell a name: if it is a known surname, it is another person's."""
_ZELENSKY = {"Volodymyr Zelensky spoke.": 1204, "Volodymyr Zelenskiy spoke.": 3}


class _Word(NamedTuple):
    """A name, or a word of one, and what a message shows before and after it."""

    kind: str
    key: str
    text: str
    before: str = ""
    after: str = ""

    def shown(self, text: str = "") -> str:
        """Return the name of the person with this word, or with another in its place."""
        return f"{self.before}{text or self.text}{self.after}"


class ArchiveName(al.Rule[al.NoOptions]):
    """
    A name is nearly, but not quite, one that the archive has often.

    The rule needs an archive, the file that `articlelint archive learn` makes of published articles, and does
    nothing without one. It reports a surname if at least ten articles, and five times as many as have this
    form, write a name that sounds or looks alike of somebody with the same first name, or with the same title
    where the article gives no first name. It also reports a misspelt first name, a misspelt word in another
    name of several words, a name that stands alone, and a place (Kiev) for which nearly all articles write
    another name (Kyiv). The message says how many articles write each form.

    Two people stay two. Left alone are a person with another first name, a first name that is on our lists
    (Joan Miller where the archive has John Miller), a surname that is on our lists if at least ten articles
    have it, and short names that stand alone and sound different (Wyden and Biden); also quotations, and
    names that the house's configuration or style pack decides on. A stranger whose name differs in a letter
    from one that is in the news is reported all the same.
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
        al.Flagged("They live in [[Kronshtadt]] now.", archive={"They live in Kronstadt.": 30}),
        al.Flagged(
            "The [[Orange County Sherriff]] was told.", archive={"The Orange County Sheriff left.": 30}
        ),
        al.Clean("Volodymyr Zelensky spoke.", archive=_ZELENSKY),
        al.Clean("Olena Zelenska spoke.", archive=_ZELENSKY),
        al.Clean("“Volodymyr Zelenskiy spoke,” she said.", archive=_ZELENSKY),
        al.Clean("They thanked Wyden for it.", archive={"They thanked Biden for it.": 509}),
        al.Clean("Joan Miller spoke.", archive={"John Miller spoke.": 200}),
        al.Clean("Anna Petersen spoke.", archive={"Anna Peterson spoke.": 300, "Anna Petersen spoke.": 30}),
        al.Clean("Volodymyr Zelenskiy spoke.", archive={"Volodymyr Zelensky spoke.": 4}),
        al.Clean("Volodymyr Zelenskiy spoke."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each near miss of a name."""
        if doc.archive is None:
            return
        named = (place for place in place_names(doc) if not place.form.isupper())
        places = outside_quotations(doc, named)
        reported: set[al.Span] = set()
        for found, spans in decided_otherwise(doc, doc.archive, "place", places):
            reported.update(spans)
            yield self._finding(doc, found, spans, found.better)
        for word, spans in _words(doc).items():
            if spans[0] not in reported:
                evidence, better = _evidence(doc, doc.archive, word)
                if evidence is not None:
                    yield self._finding(doc, evidence, spans, better)

    def _finding(self, doc: al.Document, evidence: Evidence, spans: list[al.Span], better: str) -> al.Finding:
        message = f"{evidence.message}: check which is right"
        return report(self, doc, message, spans, [better] * len(spans))


def _words(doc: al.Document) -> dict[_Word, list[al.Span]]:
    """Return what may be misspelt, with its places outside of quotations, in reading order."""
    found: dict[_Word, list[al.Span]] = {}
    mentions = {person.name.span: person for person in people(doc)}
    surnames = {name.last for name in doc.names if len(name.words) > 1}
    for name in names_of(doc):
        person = mentions.get(name.span)
        if person is None and len(name.words) == 1 and name.last in surnames:
            continue
        words = _words_of(person) if person is not None else _whole(name)
        for word, span in words:
            if not (is_quoted(doc, span) or word.text.isupper()):
                found.setdefault(word, []).append(span)
    return found


def _words_of(person: Person) -> Iterator[tuple[_Word, al.Span]]:
    """Yield the surname of a person, and the first name before it unless it is on our lists."""
    # The first name says more than the title, which others have, too.
    for key, known_by in list(person.surname_keys.items())[:1]:
        yield _Word("surname", key, person.surname, f"{known_by} "), person.surname_span
    if person.first_key and al.gazetteer.NameKind.GIVEN not in al.gazetteer.name_kinds(plain(person.first)):
        word = _Word("first-name", person.first_key, person.first, "", f" {person.surname}")
        yield word, person.first_span


def _whole(name: al.Name) -> Iterator[tuple[_Word, al.Span]]:
    """Yield a name that is no person's, or of which no first name and no title is known."""
    if name.title is None:
        yield _Word("name", name_key(name), straight(name.text)), name.span


def _evidence(doc: al.Document, archive: al.Archive, word: _Word) -> tuple[Evidence | None, str]:
    """Return what the archive has against a form of a name, and the form that it has; None for nothing."""
    own = next((form for form in archive.forms(word.kind, word.key) if form.form == word.text), None)
    number = own.articles if own is not None else 0
    if number >= SEVERAL and _is_known(word.text):
        return None, ""
    marks = _MARKS[word.kind](word.key, word.text)
    for other in archive.near(word.kind, marks):
        if (
            other.articles >= AS_OFTEN * number
            and _may_be_meant(word, other.form)
            and not (doc.house.has_settled(word.text) or doc.house.has_settled(other.form))
        ):
            return Evidence(word.shown(), word.shown(other.form), other.articles, own), other.form
    return None, ""


_MARKS = {"surname": part_marks, "first-name": part_marks, "name": name_marks}


def _may_be_meant(word: _Word, other: str) -> bool:
    """Whether a form of the archive is the same name as a word, by their letters and what is known."""
    differing = _differing(word.text, other)
    if differing is None:
        return False
    score = similarity(*differing)
    if not score:
        return False
    ours, theirs = map(plain, differing)
    if " title=" in word.key:
        score += SAME_TITLE
    elif word.kind != "name":
        score += SAME_NEIGHBOUR
    elif " " in word.text:
        score += SAME_NEIGHBOUR
        if al.lexicon.is_word(ours) and al.lexicon.is_word(theirs):  # the Chief Adviser, the Chief Advisor
            return False
    elif not _are_alike(*differing):
        return False
    elif ours != theirs and (_is_known(ours) or al.lexicon.is_word(ours)):
        score += KNOWN_NAME
    if ours != theirs and _is_known(theirs):
        score += BOTH_KNOWN if _is_known(ours) else ONE_KNOWN
    return score >= ENOUGH


def _are_alike(name: str, other: str) -> bool:
    """
    Whether two names that stand alone sound the same, differ by one slip, or are long.

    Short names are alike by chance: Davis and Davos, Biden and Wyden.
    """
    ours, theirs = phonetic_form(name), phonetic_form(other)
    letters = min(len(ours.bare), len(theirs.bare))
    if ours.key == theirs.key:
        return letters > SHORTEST
    return letters >= LONG or (letters >= LONG_ENOUGH and one_slip(ours.bare, theirs.bare))


def _differing(name: str, other: str) -> tuple[str, str] | None:
    """Return the word in which two names differ, as each has it; None if they differ in several."""
    ours, theirs = name.split(), other.split()
    differing = [pair for pair in zip(ours, theirs, strict=False) if pair[0] != pair[1]]
    return differing[0] if len(ours) == len(theirs) and len(differing) == 1 else None


def _is_known(name: str) -> bool:
    """Whether a name is on our lists."""
    return al.lexicon.name_size(plain(name)) > 0
