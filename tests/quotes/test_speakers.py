"""The rules about speakers, on short articles: what they report, what they say, what they leave alone."""

from __future__ import annotations

import pytest

import articlelint as al
from articlelint.errors import SettingsError
from articlelint.testing import document, find
from articlelint_rules.quotes.double_attribution import DoubleAttribution
from articlelint_rules.quotes.late_attribution import LateAttribution
from articlelint_rules.quotes.unattributed_quote import UnattributedQuote
from articlelint_rules.quotes.unclear_speaker import UnclearSpeaker

FILLER = "The bridge over the Ouse was closed on Monday, and traffic was sent through the town."
ORPHAN = "“We had no choice, and no money either.”"


def article(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


def test_the_message_names_the_last_speaker_and_how_far_up():
    text = article("“It is not safe,” said Amal Haddad.", FILLER, FILLER, ORPHAN, FILLER)
    (finding,) = find(UnattributedQuote, text)
    assert "Amal Haddad, three paragraphs up" in finding.message
    assert document(text).slice(finding.related[0].span) == "Amal Haddad"


def test_without_any_speaker_the_message_only_asks():
    (finding,) = find(UnattributedQuote, article(FILLER, ORPHAN, FILLER))
    assert finding.message == "Nobody is named as the speaker of this quotation; say who"
    assert finding.related == ()


def test_a_speaker_beside_it_makes_it_unclear_and_not_unattributed():
    text = article("“It is not safe,” said Amal Haddad.", ORPHAN, FILLER)
    assert not find(UnattributedQuote, text)
    (finding,) = find(UnclearSpeaker, text)
    assert finding.message.startswith("Is this still Amal Haddad, one paragraph up?")


def test_what_somebody_said_in_a_clause_is_no_speech_beside_it():
    text = article("The plan that Haddad said was dead in 2019 came back on Monday night.", ORPHAN, FILLER)
    assert find(UnattributedQuote, text)


@pytest.mark.parametrize("words", [1, 2, 3])
def test_one_to_three_words_are_never_reported(words):
    quote = "“" + " ".join(["Never", "ever", "again"][:words]) + ".”"
    assert not find(UnattributedQuote, article(FILLER, quote, FILLER))
    with pytest.raises(SettingsError, match="minimum-words must be at least 4"):
        find(UnattributedQuote, quote, options={"minimum-words": words})


def test_one_finding_for_a_paragraph():
    assert len(find(UnattributedQuote, article(FILLER, f"{ORPHAN} {ORPHAN[:-2]}, too.”", FILLER))) == 1


def test_one_finding_for_paragraphs_in_a_row():
    rows = [ORPHAN, "“And there was nobody to ask.”", "“So we shut it, and that was that.”"]
    (finding,) = find(UnattributedQuote, article(FILLER, *rows, FILLER))
    assert finding.span.start == len(FILLER) + 2


def test_one_finding_for_a_chain():
    text = article(FILLER, "“We had no choice, none at all.", "“And there was no money.”", FILLER)
    assert len(find(UnattributedQuote, text)) == 1


def test_a_quotation_that_is_never_closed_is_left_to_unbalanced_quote():
    assert not find(UnattributedQuote, article(FILLER, ORPHAN[:-1], FILLER))


LEFT_ALONE = {
    "an interview": "Q: Why was it closed?\n\nA: “We had no choice, and no money either.”",
    "a transcript": "HADDAD: “We had no choice, and no money either.”",
    "a pull quote": article(
        "“We had no choice, and no money either,” said Amal Haddad.", FILLER, FILLER, ORPHAN, FILLER
    ),
    "a pull quote with its credit": article(
        FILLER, "“We had no choice, and no money either.”", "Amal Haddad, mayor"
    ),
    "a list": "Readers wrote:\n\n- “We had no choice, and no money either.”\n- “It was high time for this.”",
    "a post": "“We had no choice, and no money either.” — Amal Haddad (@haddad) May 3, 2024",
    "a motto": "The motto over the gate is “We had no choice, and no money either.”",
    "a title": article(FILLER, "“No Choice and No Money Either”", FILLER),
    "an example": "It answers questions such as “Why is the bridge closed today?” in one minute.",
    "a nickname": "Amal “We Had No Choice” Haddad came last.",
    "so-called": "The so-called “No choice and no money” plan was dropped.",
    "dialogue": article(
        "“Is it closed?” asked Amal Haddad.", ORPHAN, "“Since when?”", "“Since May,” she said."
    ),
    "an attitude": article(FILLER, "The mayor was not convinced.", ORPHAN),
    "a lead-in without a colon": article(FILLER, "The letter to the council said", ORPHAN),
}


@pytest.mark.parametrize("name", LEFT_ALONE)
def test_left_alone(name):
    assert not find(UnattributedQuote, LEFT_ALONE[name])
    assert not find(UnclearSpeaker, LEFT_ALONE[name])


MARKDOWN = {
    "a heading": "# “We had no choice, and no money either.”\n\nThe bridge is closed.",
    "a question as a heading": "The bridge is closed.\n\n## Why was it closed?\n\n“We had no choice, and no money.”",
    "a block quotation with its credit": "It is closed.\n\n> “We had no choice, and no money.”\n>\n> — Amal Haddad",
    "a block quotation set off from a sentence": "The mayor knew why.\n\n> “We had no choice, and no money.”",
}


@pytest.mark.parametrize("name", MARKDOWN)
def test_left_alone_in_markdown(name):
    assert not find(UnattributedQuote, MARKDOWN[name], suffix=".md")


def test_partial_quotations_on_request():
    text = f"{FILLER}\n\nIt is “a clear and present danger” now."
    assert not find(UnattributedQuote, text)
    assert len(find(UnattributedQuote, text, options={"partial": True})) == 1
    assert not find(UnattributedQuote, text, options={"partial": True, "minimum-words": 6})


@pytest.mark.parametrize(
    "text",
    [
        "Haddad said, “It rained,” Park recalled.",
        "He said, “It rained,” she told the court.",
        "Haddad said: “It rained.” She said so twice.",
    ],
)
def test_two_speakers_are_no_double_attribution(text):
    assert not find(DoubleAttribution, text)


def test_late_attribution_counts_sentences_and_runs_only_when_asked():
    assert not LateAttribution.meta.default
    text = "“It rained. It poured. We left. We ran,” said Amal Haddad."
    (finding,) = find(LateAttribution, text)
    assert "after 4 sentences" in finding.message
    assert not find(LateAttribution, text, options={"sentences": 4})


def test_the_severities():
    assert UnattributedQuote.meta.severity is al.Severity.ERROR
    assert UnclearSpeaker.meta.severity is al.Severity.INFO


def severities(rule, text):
    return [rule.meta.severity_at(finding.confidence) for finding in find(rule, text)]


NOBODY = "The library will be rebuilt on the hill."
LATER = "Work starts next spring."


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (NOBODY, LATER, [al.Severity.ERROR]),
        ("The figures suggest a cold winter.", LATER, [al.Severity.ERROR]),
        ("Prices fell in London on Monday.", LATER, [al.Severity.ERROR]),
        ("Stones were thrown at the mayor.", LATER, [al.Severity.WARNING]),
        (f"The mayor said so. {NOBODY}", LATER, [al.Severity.WARNING]),
        (NOBODY, "The mayor lives on the hill.", [al.Severity.WARNING]),
        ("The mayor shrugged.", LATER, []),
        ("The council met on Monday.", LATER, []),
        ("The report blames the weather.", LATER, []),
        ("They have been here for days.", LATER, []),
        (NOBODY, "That quote from the mayor went round the world.", []),
    ],
)
def test_a_quotation_between_two_sentences(before, after, expected):
    assert severities(UnattributedQuote, f"{before} {ORPHAN} {after}") == expected


def test_the_same_orphan_beside_a_paragraph_in_which_somebody_speaks():
    text = article("“It is not safe,” said Amal Haddad.", f"{NOBODY} {ORPHAN} {LATER}")
    assert severities(UnattributedQuote, text) == [al.Severity.WARNING]
    assert not find(UnclearSpeaker, text)


def test_an_unclear_speaker_is_an_info_unless_two_are_named():
    one = article("“It is shut,” said Amal Haddad. “It is not safe,” Ms Haddad said.", ORPHAN)
    two = article("“It is shut,” said Amal Haddad. “It is not safe,” said Jon Park.", ORPHAN)
    assert severities(UnclearSpeaker, one) == [al.Severity.INFO]
    assert severities(UnclearSpeaker, two) == [al.Severity.WARNING]


def test_a_quotation_after_one_that_is_left_open_is_its_continuation():
    text = f'The mayor was angry. {NOBODY} "We had no choice. "And we had no money either." {LATER}'
    assert not find(UnattributedQuote, text)


INTRODUCTIONS = (
    "Haddad continued his scathing remarks.",
    "The mayor gave her answer.",
    "The mayor issued a statement.",
    "The council released a statement late on Monday.",
    "Amal Haddad praised the builders.",
    "She thanked the crews.",
    "Haddad spoke to reporters.",
    "He posted a tweet about the roof.",
    "Here is the letter that she sent to the council.",
    "A tweet from the mayor followed.",
)


@pytest.mark.parametrize("before", INTRODUCTIONS)
def test_a_sentence_about_what_somebody_says_leads_to_the_next_paragraph(before):
    assert not find(UnattributedQuote, article(FILLER, before, ORPHAN, FILLER))


@pytest.mark.parametrize(
    "before", ["The town put out flags.", "The law was passed in May.", "A truck came by."]
)
def test_a_sentence_about_something_else_does_not(before):
    assert find(UnattributedQuote, article(FILLER, before, ORPHAN, FILLER))


@pytest.mark.parametrize("credit", ["- Haddad.", "– Amal Haddad", "-- Haddad."])
def test_a_name_behind_a_dash_is_a_credit(credit):
    assert not find(UnattributedQuote, article(FILLER, f"{ORPHAN} {credit}", FILLER))
    assert not find(UnattributedQuote, article(FILLER, ORPHAN, credit, FILLER))


def test_the_speaker_in_question_is_a_person_who_has_spoken():
    said = "“It is not safe,” said Amal Haddad."
    text = article(said, "Jon Park shrugged. “Melbourne is far,” he said. “Too far,” said Melbourne.", ORPHAN)
    (finding,) = find(UnclearSpeaker, text)
    assert "Is this still Amal Haddad, two paragraphs up?" in finding.message
