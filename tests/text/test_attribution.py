"""Who said it: the ways in which news copy names a speaker, and properties of any string."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from steps import steps

from articlelint.document import Document
from articlelint.model import Block, BlockKind, Span
from articlelint.testing import document

# Of the last quotation: the speaker, the cue, and where they stand.
ATTRIBUTED = [
    ("“We won,” Haddad said.", "Haddad", "said", "after"),
    ("“We won,” said Amal Haddad, the mayor.", "Amal Haddad", "said", "after"),
    ("“We won,” said former mayor Amal Haddad.", "former mayor Amal Haddad", "said", "after"),
    ("“We won,” the mayor of Easton said on Monday.", "the mayor of Easton", "said", "after"),
    ("“We won,” he’d said.", "he’d", "said", "after"),
    ("“Have we won?” asked Haddad.", "Haddad", "asked", "after"),
    ("“We won,” officials reported.", "officials", "reported", "after"),
    ("“We won,” a voice in the crowd states.", None, "states", "after"),
    ("“We won,” according to the ministry.", "the ministry", "according to", "after"),
    ("“We won,” Haddad pointed out.", "Haddad", "pointed out", "after"),
    ("“We won,” she shot back.", "she", "shot back", "after"),
    ("“We won,” Haddad, who had waited for days, told reporters.", "Haddad", "told", "after"),
    ("“We won,” Haddad said, “and won well.”", "Haddad", "said", "between"),
    ("Haddad said, “We won.”", "Haddad", "said", "before"),
    ("Haddad, the mayor of Easton, said, “We won.”", "Haddad", "said", "before"),
    ("Amal Haddad (Easton) has repeatedly said, “We won.”", "Amal Haddad", "said", "before"),
    ("Haddad laughed, adding, “We won.”", "Haddad", "adding", "before"),
    ("In his words, “We won.”", "his", "words", "before"),
    ("As Haddad put it, “We won.”", "Haddad", "put it", "before"),
    ("According to the report, “We won.”", "the report", "According to", "before"),
    ("A sign at the gate said “Keep off.”", None, "said", "before"),
    ("Haddad said: “We won.”", "Haddad", "said", "lead-in"),
    ("Asked why, he smiled: “We won.”", "he", "smiled", "lead-in"),
    ("Her answer: “We won.”", "Her answer", ":", "lead-in"),
    ("The verdict of the mayor: “We won.”", "the mayor", ":", "lead-in"),
    ("Haddad spoke for an hour. “We won,” she said. “We won well.”", "she", "said", "earlier-sentence"),
    ("“We won.” That is what Haddad told us.", "Haddad", "told", "later-sentence"),
    ("Haddad shrugged. “We won, and that is that.”", "Haddad", "shrugged", "earlier-sentence"),
    ("“We won.” — Amal Haddad", "Amal Haddad", "—", "credit"),
    ("“We won.” [Reuters]", "Reuters", "[", "credit"),
    ("“We won.”\n\n— Amal Haddad, mayor of Easton", "Amal Haddad", "—", "credit"),
    ("“We won.”\n\nAmal Haddad, mayor of Easton", "Amal Haddad", None, "credit"),
    ("Her father disagreed.\n\n“We lost.”", "Her father", "disagreed", "neighbouring-paragraph"),
    ("Asked why, he smiled:\n\n“We won.”", "he", "smiled", "neighbouring-paragraph"),
    ("“We won.”\n\nThose were the words of Amal Haddad.", None, "words", "neighbouring-paragraph"),
    ("Haddad said: “We won.\n\n“We won well.”", "Haddad", "said", "chain"),
    ("“We won.\n\n“We won well,” Haddad said.", "Haddad", "said", "after"),
]


@pytest.mark.parametrize(("text", "speaker", "cue", "where"), ATTRIBUTED)
def test_the_speaker_the_cue_and_where(text, speaker, cue, where):
    doc = document(text)
    found = doc.attributions[doc.quotes[-1]]
    assert found.where == where
    if cue is not None or where == "credit":
        assert (doc.slice(found.cue) if found.cue else None) == cue
    if speaker is not None:
        assert found.speaker is not None
        assert doc.slice(found.speaker) == speaker


ORPHANED = [
    "“We won.”",
    "The gates were shut.\n\n“We won.”\n\nTraffic was light.",
    "It rained. The queue reached the bridge. “We won.”",
    "The vote was close, and the mood was tense in the square on Monday night.\n\n“We won.”",
]


@pytest.mark.parametrize("text", ORPHANED)
def test_no_speaker_in_reach(text):
    assert document(text).attributions == {}


OUT_OF_REACH = [
    # Each has a possible speaker that is nearer than in the one before.
    "It rained. The gates were shut. “We won.” The road was dry.",
    "The mayor said so. It rained. It poured. The gates were shut. “We won.” The road was dry.",
    "The mayor said so. It rained. The gates were shut. “We won.” The road was dry.",
    "The mayor said so. The gates were shut. “We won.” The road was dry.",
    "The gates were shut. “We won.” The mayor is at home.",
]


def test_the_nearer_a_possible_speaker_the_lower_the_confidence():
    docs = [document(text) for text in OUT_OF_REACH]
    confidences = [doc.unattributed[doc.quotes[0]] for doc in docs]
    assert confidences == sorted(confidences, reverse=True)
    assert len(set(confidences)) == len(confidences)
    assert all(not doc.attributions for doc in docs)


def test_every_outer_quotation_is_attributed_or_not():
    doc = document("The gates were shut. “She said ‘we won’ twice.” It rained.\n\n“We won,” said Haddad.")
    outer = {quote for quote in doc.quotes if quote.depth == 0}
    assert doc.attributions.keys() | doc.unattributed.keys() == outer
    assert not doc.attributions.keys() & doc.unattributed.keys()


def test_a_part_of_a_sentence_is_attributed_by_its_paragraph():
    doc = document(
        "The mayor said it was over. The gates were shut. It was “a clear and present danger to all”."
    )
    assert doc.attributions


def test_a_first_link_is_attributed_by_the_last():
    doc = document("“One.\n\n“Two.\n\n“Three,” said Haddad.")
    assert [doc.attributions[quote].where for quote in doc.quotes] == ["chain", "chain", "after"]
    assert {doc.slice(doc.attributions[quote].speaker) for quote in doc.quotes} == {"Haddad"}


def test_a_picture_stands_aside_and_a_heading_between():
    text = "Her father disagreed.\n\nThe harbour\n\n“We lost.”"

    def doc(kind: BlockKind) -> Document:
        spans = (Span(0, 21), Span(23, 34), Span(36, 46))
        kinds = (BlockKind.PARAGRAPH, kind, BlockKind.PARAGRAPH)
        return Document(text, tuple(Block(k, span) for k, span in zip(kinds, spans, strict=True)))

    assert doc(BlockKind.CAPTION).attributions
    assert doc(BlockKind.TICKER).attributions
    assert not doc(BlockKind.CROSSHEAD).attributions
    assert not doc(BlockKind.TIMESTAMP).attributions


def test_a_speaker_label_attributes_what_is_below():
    doc = document("((Anna Berg))\n\n“We lost. It was late, and nobody came.”")
    assert [attribution.where for attribution in doc.attributions.values()] == ["neighbouring-paragraph"]


def test_quotations_inside_quotations_have_no_attribution_of_their_own():
    doc = document("“She said ‘never again’ twice,” said Haddad.")
    assert [quote.depth for quote in doc.attributions] == [0]


_pieces = st.sampled_from(
    "“We won.”|“we won”|said|Haddad|,|.|:|—|the mayor|according to|put it|in her|words|\n\n|(|)|answer|saying"
    "|“|”|'|\ufffc|he’d|on Monday|told|So|[|Monday|@".split("|")
)


@settings(deadline=None, max_examples=300)
@given(st.lists(_pieces, max_size=25))
def test_any_string_gives_spans_in_bounds(pieces):
    doc = document(" ".join(pieces))
    for quote, attribution in doc.attributions.items():
        assert quote in doc.quotes
        for span in (attribution.speaker, attribution.cue):
            if span is not None:
                assert 0 <= span.start < span.end <= len(doc.text)
                assert doc.slice(span).strip()


@pytest.mark.parametrize("piece", ["“a” ", "he said “a” ", "“A.” ", "Haddad, “a”, ", "said: ", "“A.”\n\n"])
def test_work_is_linear(piece):
    def work(times):
        doc = document(piece * times)
        return steps(lambda: doc.attributions)

    assert work(1600) < 12 * work(200)


@pytest.mark.parametrize(
    "text", ['"A." Jane Smith chief executive', 'He was designated "unrecoverable". The MPs found']
)
def test_a_description_may_end_with_the_article(text):
    assert document(text).attributions is not None
