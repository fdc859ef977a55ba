"""Possible speakers: what part a person, a group or a document has in a sentence."""

from __future__ import annotations

import pytest

from articlelint.testing import document
from articlelint.text.possible_speakers import PossibleSpeakers, Presence
from articlelint.text.speakers import SpeakerFinder


def presence(text: str) -> Presence:
    doc = document(text)
    starts = [sentence.tokens.start for sentence in doc.sentences]
    possible = PossibleSpeakers(doc.tokens, starts, SpeakerFinder(doc.tokens))
    return possible.presence([(0, len(doc.tokens))])


SENTENCES = {
    Presence.NOBODY: [
        "The library will be rebuilt on the hill.",
        "Work starts next spring.",
        "It rained in London on Monday.",
        "France is far away.",
        "The plan was announced in May.",
        "Shares fell 3% in early trading.",
        "The figures suggest a cold winter.",
    ],
    Presence.MENTIONED: [
        "Stones were thrown at the mayor.",
        "The plan pleased Haddad.",
        "The roof fell on him.",
        "Rain delayed the teachers.",
    ],
    Presence.SUBJECT: [
        "The mayor shrugged.",
        "On Monday the former mayor resigned.",
        "Amal Haddad chaired the meeting.",
        "They have been here for days.",
        "When officials arrived, the gates were shut.",
        "The report blames the weather.",
        "It was cold, and he’d had enough.",
    ],
    Presence.SPEAKS: [
        "The mayor said the bridge was closed.",
        "According to the report, the bridge is old.",
        "The mayor of Easton announced the plan in May.",
        "France insisted on the plan.",
        "That quote went round the world.",
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"), [(text, part) for part, texts in SENTENCES.items() for text in texts]
)
def test_what_part_a_possible_speaker_has(text: str, expected: Presence) -> None:
    assert presence(text) is expected


def test_a_noun_that_modifies_another_names_nobody() -> None:
    assert presence("The council plan was dropped.") is Presence.NOBODY
    assert presence("The council’s plan was dropped.") is Presence.NOBODY
