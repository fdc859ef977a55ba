"""Makes findings: the message about a place in the document, and the fix."""

from __future__ import annotations

import articlelint as al
from articlelint_house.entries import Entry
from articlelint_house.inflect import Ending, inflected
from articlelint_house.words import Hit, Words, tag_at


def of_hit(doc: al.Document, hit: Hit) -> al.Finding:
    """The finding about a form to avoid; the suggestion has the same capitals and the same ending."""
    found, entry = doc.slice(hit.span), hit.form.entry
    use = in_case(found, hit.form.text, _use(doc, hit), cased=hit.form.cased)
    advice = f"“{use}”" if use else f"a form of “{entry.use}”" if entry.use else ""
    message = message_about(found, entry, advice)
    return al.Finding(hit.form.rule, hit.span, message, (), replacement(doc, hit.span, use))


def wrong_hits(doc: al.Document, words: Words) -> list[Hit]:
    """
    Return the places of the forms to avoid, without those that are what the entry asks for.

    "the government" is found in any case, and so is "the Government", which is to be written instead.
    """
    return [hit for hit in words.hits(doc) if not _is_right(doc, hit)]


def _is_right(doc: al.Document, hit: Hit) -> bool:
    form, use = hit.form, hit.form.entry.use
    if hit.inflected or form.text == use:
        return False
    found = doc.slice(hit.span)
    if form.text in use:  # the rest may stand around it, as in Mrs and Mrs.
        start = max(hit.span.start - use.index(form.text), 0)
        found = doc.text[start : start + len(use)]
    return in_case(found, form.text, use, cased=form.cased) == found


def replacement(doc: al.Document, span: al.Span, use: str) -> al.Fix | None:
    """The unsafe fix that writes ``use``; None where ``use`` is "" or would change nothing."""
    return al.Fix((al.Edit(span, use),), al.Safety.UNSAFE) if use and use != doc.slice(span) else None


def message_about(found: str, entry: Entry, advice: str) -> str:
    """The message about a form: what was found, what to write instead, and why."""
    message = f"“{' '.join(found.split())}” is not house style"
    if advice:
        message += f": write {advice}"
    return with_reason(message, entry)


def with_reason(message: str, entry: Entry) -> str:
    """A message with the entry's reason at the end."""
    return f"{message} ({' '.join(entry.why.split()).rstrip('.')})" if entry.why else message


def in_case(found: str, form: str, use: str, *, cased: bool) -> str:
    """What to write instead, with the capitals of the form as it was found."""
    if not use:
        return ""
    if len(found) > 1 and found.isupper() and not form.isupper():
        return use.upper()
    if found[0].isupper() and not cased:
        return use[0].upper() + use[1:]
    return use


def _use(doc: al.Document, hit: Hit) -> str:
    """What to write instead, inflected like the words found; "" where the inflection is not certain."""
    use = hit.form.entry.use
    if not use or not hit.inflected:
        return use
    if any(mark in use for mark in ",;/") or " or " in use:
        return ""
    ending = hit.first or hit.last
    words = use.split(" ")
    if hit.first and hit.last:
        return ""
    verb: bool | None = None
    participle: bool | None = None
    if hit.first:
        tag = tag_at(doc, hit.token)
        verb = tag.is_verb
        participle = {al.Tag.VERB_PARTICIPLE: True, al.Tag.VERB_FINITE: False}.get(tag)
    noun = hit.last or (ending is Ending.S and not verb and len(hit.form.words) == 1)
    at = -1 if noun else 0
    words[at] = inflected(words[at], ending, verb=bool(verb), participle=participle)
    return " ".join(words) if words[at] else ""
