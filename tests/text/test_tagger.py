"""The part-of-speech tagger: its model, its public view, and what a rule may rely on."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import articlelint as al
from articlelint.testing import document
from articlelint.text.tagger import MODEL, SURE, Tagger
from articlelint.text.tagger_features import normal, pieces, shape
from articlelint.text.tagger_weights import Weights, first_code, pack
from articlelint.text.tokens import tokenize

TAGGER = Tagger()


def tagged(text: str) -> dict[str, al.Tag]:
    words = tokenize(text).texts
    return dict(zip(words, TAGGER.tag(words), strict=True))


@pytest.mark.parametrize(
    ("text", "finite"),
    [
        ("The ferry left at noon.", ["left"]),
        ("The council has not yet decided.", ["has"]),
        ("She wants to leave early.", ["wants"]),
        ("Leaving three families without a home.", []),
        ("The bridge closed by the council in May.", []),
        ("They don't know that he's ill.", ["don't", "he's"]),
        ("They don’t know that he’s ill.", ["don’t", "he’s"]),
        ("The office cannot say when it will open.", ["cannot", "will"]),
        ("Close the door.", ["Close"]),
        ("Down came the rain.", ["came"]),
    ],
)
def test_finite_verbs(text: str, finite: list[str]) -> None:
    assert [word for word, tag in tagged(text).items() if tag.is_finite] == finite


@pytest.mark.parametrize(
    ("text", "word", "upos"),
    [
        ("He met angela Merkel in Rome.", "angela", "PROPN"),
        ("The leaders of the seven states in Italy.", "leaders", "NOUN"),
        ("Their ten-year-old car broke down.", "ten-year-old", "ADJ"),
        ("Mr Brown’s views are known.", "Brown’s", "PROPN"),
    ],
)
def test_parts_of_speech(text: str, word: str, upos: str) -> None:
    assert tagged(text)[word].upos == upos


def test_tags_are_strings_with_a_public_meaning() -> None:
    assert al.Tag.VERB_FINITE == "VERB.Fin"
    assert al.Tag.VERB_FINITE.upos == "VERB"
    assert al.Tag.AUX_ING.is_verb
    assert not al.Tag.AUX_ING.is_finite
    assert not al.Tag.NOUN.is_verb


def test_a_document_tags_a_sentence_at_a_time() -> None:
    doc = document("The ferry left. It was late.")
    first, second = doc.sentences
    assert len(doc.tags(first)) == len(first.tokens)
    assert doc.tags(first) is doc.tags(first)
    assert doc.tags(second)[1].is_finite
    assert doc.opening_tags(second, 2) == doc.tags(second)[:2]
    margins = doc.finite_margins(second)
    assert [margin > 0 for margin in margins] == [tag.is_finite for tag in doc.tags(second)]


@given(st.lists(st.text(alphabet="abcXYZ'’-1.é", min_size=1, max_size=9), max_size=12))
@settings(deadline=None, max_examples=100)
def test_a_tag_for_each_word_always(words: list[str]) -> None:
    tags = TAGGER.tag(words)
    assert len(tags) == len(words)
    margins = TAGGER.finite_margins(words)
    assert len(margins) == len(words)
    assert all(-SURE <= margin <= SURE for margin in margins)
    assert Tagger().tag(words) == tags


@given(st.text(max_size=12))
@settings(deadline=None, max_examples=100)
def test_pieces_are_the_word(word: str) -> None:
    assert "".join(pieces(word)) == word


def test_pieces() -> None:
    assert pieces("don’t") == ("do", "n’t")
    assert pieces("Kyiv's") == ("Kyiv", "'s")
    assert pieces("cannot") == ("can", "not")
    assert pieces("knot") == ("knot",)
    assert pieces("rock'n'roll") == ("rock'n'roll",)


def test_what_the_model_sees_of_a_word() -> None:
    assert normal("Don’t") == "don't"
    assert normal("1999") == "0000"
    assert normal("1,234,567") == "00000"
    assert shape("NATO", first=False) == "X"
    assert shape("Rome", first=True) == "Xxi"


def test_the_model_is_small() -> None:
    assert Path(MODEL).stat().st_size <= 1_500_000
    assert Path(MODEL).with_name("tagger.NOTICE.txt").is_file()


NOUN_200, VERB_1 = bytes((0, 200)), bytes((1, 129))


def packed(features: dict[str, bytes], path: Path) -> Weights:
    path.write_bytes(pack(["NOUN", "VERB.Fin"], b"\0\1", features))
    return Weights(path)


def test_weights_read_what_pack_wrote(tmp_path: Path) -> None:
    letters = {f"P{number}": bytes((number % 2, 100 + number % 50)) for number in range(500)}
    ending = {"3ing": NOUN_200, "Aing": VERB_1, "Bing": NOUN_200}
    shapes = {"hXx": NOUN_200, "SXx": VERB_1, "hXxi": VERB_1}
    weights = packed({**letters, **ending, **shapes}, tmp_path / "model.bin")
    assert weights.tags == (al.Tag.NOUN, al.Tag.VERB_FINITE)
    assert weights.open_tags == b"\0\1"
    for feature, (tag, weight) in letters.items():
        row = bytearray((128, 128))
        row[tag] = weight
        assert weights.features.get(feature) == row
    assert weights.features.get("x1") == weights.features.get("Aing") == b""
    assert weights.features.get("3ing") == bytes((200, 128, 128, 129, 200, 128))
    assert weights.features.get("hXxi") == bytes((128, 129, 128, 129, 128, 128))


def test_a_record_has_all_that_is_known_of_a_word(tmp_path: Path) -> None:
    features = {"lrun": b"\0\1", "wrun": NOUN_200, "Prun": NOUN_200, "arun": VERB_1, "drun": VERB_1}
    weights = packed(
        {**features, "krun": bytes((1, 0, 126, 2, 1, 127)), "lthe": b"\0"}, tmp_path / "model.bin"
    )
    transitions = bytes((2, 1, 2, 126, 128, 128, 127))
    own, after, far_before = first_code(2), first_code(2) + 3, first_code(2) + 9
    groups = bytes((3, own, after, far_before, own + own, after + 1, far_before + 1, 1, own, 144))
    assert own == 123
    assert weights.words.get("run") == bytes((2, 0, 1)) + transitions + groups
    assert weights.words.get("the") == bytes((1, 0, 0))
    assert weights.words.get("ran") == b""


def test_another_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "model.bin"
    path.write_bytes(b"something else entirely")
    with pytest.raises(ValueError, match="not a tagger model"):
        Weights(path)


ARTICLE = (Path(__file__).parents[2] / "examples" / "ferry-corrected.txt").read_text(encoding="utf-8")


def test_the_tags_of_an_opening_are_those_of_the_sentence() -> None:
    whole, opened = document(ARTICLE), document(ARTICLE)
    assert len(whole.sentences) > 10
    for sentence in whole.sentences:
        for count in (1, 3):
            assert opened.opening_tags(sentence, count) == whole.tags(sentence)[:count]


@given(st.data())
@settings(deadline=None, max_examples=300)
def test_tags_near_a_word_are_those_of_the_sentence(data: st.DataObject) -> None:
    words = st.sampled_from(
        ["He", "don't", "the", "cannot", "of", "Zrk", "“", "that's", *ARTICLE.split()[:400]]
    )
    texts = data.draw(st.lists(words, min_size=1, max_size=40))
    doc, whole = (document(" ".join(texts)) for _ in range(2))
    sentence = data.draw(st.sampled_from(doc.sentences))
    indexes = st.integers(sentence.tokens.start - 2, sentence.tokens.stop + 2)
    tags = dict(zip(sentence.tokens, whole.tags(sentence), strict=True))
    for start, stop in data.draw(st.lists(st.tuples(indexes, indexes), max_size=6)):
        expected = [tag for i, tag in tags.items() if start <= i < stop]
        assert list(doc.tags_near(sentence, start, stop)) == expected
    margins = whole.finite_margins(sentence)
    at = data.draw(st.integers(0, len(margins) - 1))
    assert doc.finite_margin(sentence, at) == margins[at]
    assert doc.finite_margins(sentence) == margins
    assert doc.tags(sentence) == whole.tags(sentence)


@given(st.lists(st.sampled_from(["He", "don’t", "he’ll", "cannot", "Zrk", "1,000", *ARTICLE.split()[:400]])))
@settings(deadline=None, max_examples=100)
def test_a_word_has_one_of_its_possible_tags(words: list[str]) -> None:
    assert all(tag in al.possible_tags(word) for word, tag in zip(words, TAGGER.tag(words), strict=True))


def test_possible_tags() -> None:
    assert al.possible_tags("the") == {al.Tag.DET}
    assert al.possible_tags("he’ll") == {al.Tag.AUX_FINITE}
    assert al.Tag.VERB_FINITE in al.possible_tags("leaves")
    assert al.possible_tags("leaves") == al.possible_tags("Leaves")
    assert al.Tag.DET not in al.possible_tags("kamryntes")
