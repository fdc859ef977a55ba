"""sentence-fragment: broken sentences by kind, and what writers do on purpose."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articlelint.testing import document, find
from articlelint_rules.fragments.sentence_fragment import SentenceFragment, may_lack_main_clause

BEFORE = "The council met on Monday night."
AFTER = "Nobody had expected that."

BROKEN = {
    "a subordinate clause": [
        "Because the ferry had already left the harbour.",
        "Although the mayor had promised a new bridge in May.",
        "While the other towns were waiting for their money.",
        "As the town was waiting for the next boat.",
        "Until he found the letter in a drawer.",
    ],
    "a relative clause": [
        "Who had never played there before.",
        "Which nobody in the town had read.",
        "Whose father had built the first mill.",
    ],
    "a participle clause": [
        "Leaving three families without a home.",
        "Forcing the owners to close both shops.",
    ],
    "a phrase without a main verb": [
        "The bridge, which the council closed in May.",
        "A small town on the coast of the island.",
        "One of the oldest houses in the region.",
        "A company that makes boats for rich people.",
        "Especially in the narrow streets of the old town.",
        "With a new roof and a fresh coat of paint.",
    ],
}


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in BROKEN.items() for text in texts])
def test_broken_sentences(kind: str, text: str) -> None:
    whole = f"{BEFORE} {text} {AFTER}"
    (finding,) = find(SentenceFragment, whole)
    assert whole[finding.span.start : finding.span.end] == text
    assert kind in finding.message
    assert finding.message.startswith(f"“{text.split(maxsplit=1)[0]} ")


@pytest.mark.parametrize(
    "text",
    [
        "Because the ferry had left, they stayed.",
        "If it rains, take a coat.",
        "When asked about the bridge, he laughed.",
        "As he left, he said that the talks were over.",
        "After the match he went home.",
        "As chairman she led the board for years.",
        "Since 1990 the town has grown.",
        "Leaving the house early is a habit of hers.",
        "Using the new road, it takes an hour.",
        "What he wanted was a boat.",
        "Who pays for the roof is anybody's guess.",
        "The man who sold the boat lives in Rome.",
        "Researchers from both towns rely on the boat.",
        "The WHO wants more tests.",
        "Cover the pan and wait for an hour.",
        "There came a day of rain.",
        "Not even close to it.",
        "The verdict on both counts: mixed.",
        "Blood pressure 120/80, pulse 65, weight 71 kg.",
        "So much for the plan.",
        "“A small town on the coast of the island.”",
        "What a day for the two clubs!",
        "The offices, which are old buildings, rely on coal.",
        "The company also recently opened a shop.",
        "The clubs from both towns all voted for the plan.",
        "Many carried flags and drums.",
        "The guard then shot himself in the leg.",
        "One owner shared that they were often asked.",
        "Doing that makes the work easier.",
        "The bigger the boat, the louder the engine.",
        "As a result the two clubs are closing.",
        "Since that week we've learned a lot.",
        "If the boat is late, then be sure to call.",
        "She answered all the letters in the Q & A.",
    ],
)
def test_sentences_and_turns_of_speech(text: str) -> None:
    assert find(SentenceFragment, f"{BEFORE} {text} {AFTER}") == []


def test_an_answer_is_no_fragment() -> None:
    text = "Why did they stay? Because the ferry had already left the harbour. The café was open."
    assert find(SentenceFragment, text) == []


def test_a_paragraph_of_nothing_else_is_left_alone() -> None:
    text = "A table near the old window. A lamp on the round table. A book under the lamp. It rained."
    assert find(SentenceFragment, text) == []


def test_one_of_a_row_is_left_alone() -> None:
    text = f"{BEFORE} Mending the roads in the north. Closing two schools in the old town. {AFTER} {AFTER}"
    assert find(SentenceFragment, text) == []


def test_a_phrase_in_a_paragraph_of_its_own_is_a_caption_or_a_credit() -> None:
    text = f"{BEFORE} {AFTER}\n\nA small town on the coast of the island.\n\n{BEFORE} {AFTER}"
    assert find(SentenceFragment, text) == []


@pytest.mark.parametrize(
    "text", ["# A small town on the coast of the island.", "- Because it had left the harbour."]
)
def test_headings_and_lists_are_not_read(text: str) -> None:
    assert find(SentenceFragment, text, suffix=".md") == []


def test_a_sentence_that_breaks_off() -> None:
    (finding,) = find(SentenceFragment, f"{BEFORE} They will meet again at the end of the. {AFTER}")
    assert finding.message == "The sentence breaks off after “the”: finish it"


def test_short_is_what_the_option_says() -> None:
    text = f"{BEFORE} Which nobody had read. {AFTER}"
    assert find(SentenceFragment, text) == []
    assert len(find(SentenceFragment, text, options={"minimum-words": 4})) == 1


@given(
    st.lists(
        st.sampled_from(
            "The ferry which who because of left , . : “ ” said that in and leaving ? it 12 A.".split()
        ),
        max_size=30,
    )
)
@settings(deadline=None, max_examples=150)
def test_findings_are_whole_sentences(words: list[str]) -> None:
    doc = document(" ".join(words))
    spans = {sentence.span for sentence in doc.sentences}
    assert all(finding.span in spans for finding in SentenceFragment().check(doc))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("the ferry was late because of the storm", False),
        ("in may they met again in rome", False),
        ("those who won were glad about it", True),
        ("because the ferry was late", True),
        ("leaving three families without a home", True),
        ("consumer borrowing rose at a near-record pace", True),
        ("it will meet again at the end of the", True),
    ],
)
def test_only_doubtful_sentences_are_read(text: str, asked: bool) -> None:
    assert may_lack_main_clause(text.split()) is asked


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "After the long and difficult talks in Brussels about the future of fishing.",
            "a phrase without a main verb",
        ),
        ("Because the last ferry had already left the harbour.", "a subordinate clause"),
        ("Who had never played there before in his life.", "a relative clause"),
        ("Leaving three families without a home for the winter.", "a participle clause"),
    ],
)
def test_the_message_says_what_the_fragment_is(text, kind):
    (finding,) = find(SentenceFragment, f"The storm passed on Monday. {text} The mayor was there.")
    assert f"is {kind}, not a sentence" in finding.message
