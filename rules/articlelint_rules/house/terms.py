"""All terms of all packs in one look at a document's words, however many terms there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import articlelint as al
from articlelint_rules.house.entries import Entry

_APOSTROPHES = str.maketrans("’", "'")


@dataclass(frozen=True, slots=True)
class Term:
    """A form to avoid, as the words it is made of, in lower case with straight apostrophes."""

    words: tuple[str, ...]
    form: str
    rule: str
    entry: Entry

    @property
    def cased(self) -> bool:
        """Whether its capitals matter: those of a name do, a common word may start a sentence."""
        return self.form != self.form.lower()


class Terms:
    """Finds forms to avoid, whole words only, whatever their case where the form has no capital."""

    def __init__(self, named: Iterable[tuple[str, Entry]]) -> None:
        self._by_first: dict[str, list[Term]] = {}
        for rule, entry in named:
            for form in entry.avoid:
                words = tuple(w.lower().translate(_APOSTROPHES) for w in al.tokenize(form).texts)
                if words:
                    self._by_first.setdefault(words[0], []).append(Term(words, form, rule, entry))

    def check(self, doc: al.Document) -> Iterator[al.Finding]:
        """The forms in a document; of two that overlap, the longer."""
        taken = -1
        hits = [hit for word in doc.positions for hit in self._at_word(doc, word)]
        for span, term in sorted(hits, key=lambda hit: (hit[0].start, -hit[0].end)):
            if span.start < taken or (term.entry.scope == "outside-quotes" and doc.in_quote(span)):
                continue
            taken = span.end
            yield _finding(doc, span, term)

    def _at_word(self, doc: al.Document, word: str) -> Iterator[tuple[al.Span, Term]]:
        for key in _keys(word.translate(_APOSTROPHES)):
            for term in self._by_first.get(key, ()):
                for index in doc.positions[word]:
                    span = _matched(doc, index, term)
                    if span is not None:
                        yield span, term


def _keys(word: str) -> list[str]:
    """A word as a term may begin with it: as it stands, and without its possessive."""
    return [word, word[:-2]] if word.endswith("'s") else [word]


def _matched(doc: al.Document, index: int, term: Term) -> al.Span | None:
    tokens, count = doc.tokens, len(term.words)
    if index + count > len(tokens):
        return None
    texts = [text.lower().translate(_APOSTROPHES) for text in tokens.texts[index : index + count]]
    last = texts[-1]
    if tuple(texts[:-1]) != term.words[:-1] or term.words[-1] not in _keys(last):
        return None
    start, end = tokens.starts[index], tokens.ends[index + count - 1]
    end -= len(last) - len(term.words[-1])
    printed = " ".join(doc.text[start:end].split()).translate(_APOSTROPHES)
    if "\n\n" in doc.text[start:end]:  # two blocks
        return None
    if term.cased and printed not in {term.form.translate(_APOSTROPHES), term.form.upper()}:
        return None
    return al.Span(start, end)


def _finding(doc: al.Document, span: al.Span, term: Term) -> al.Finding:
    found, entry = doc.slice(span), term.entry
    fix = None
    use = _in_case(found, term, entry.use)
    if use:
        fix = al.Fix((al.Edit(span, use),), al.Safety.UNSAFE)
    return al.Finding(term.rule, span, message(found, entry, use), (), fix)


def _in_case(found: str, term: Term, use: str) -> str:
    """What to write instead, with the capitals that the form has where it stands."""
    if not use:
        return ""
    if len(found) > 1 and found.isupper() and not term.form.isupper():
        return use.upper()
    if found[0].isupper() and not term.cased:
        return use[0].upper() + use[1:]
    return use


def message(found: str, entry: Entry, use: str) -> str:
    """What is said about a place: the form, what to write instead, and why."""
    said = f"“{' '.join(found.split())}” is not house style"
    if use:
        said += f": write “{use}”"
    return f"{said} ({' '.join(entry.why.split()).rstrip('.')})" if entry.why else said
