"""The reader: its pieces and features, what it answers, and that the answers do not depend on how they are computed."""

import json
import os
import shutil
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import articlelint as al
from articlelint.errors import InstallationError
from articlelint.testing import document
from articlelint.text.reader import features as reader_features
from articlelint.text.reader import weights
from articlelint.text.reader.features import AFFIX_ROWS, NAME_KINDS, SHAPES, SIZES, features_of, normal_form
from articlelint.text.reader.network import ROUNDING, score
from articlelint.text.reader.pieces import split_token, split_tokens
from articlelint.text.reader.reading import BATCH_PIECES, LONGEST, Reader, make_request
from articlelint.text.reader.usage import STATES, Usage
from articlelint.text.reader.weights import FOLDER, PARTS, default_weights

ARTICLE = (
    "The ministers met in Rome on Tuesday. They didn’t agree on Kyiv’s plan, officials said. "
    "Because the ferry had already left the harbour. Anna Berg, who leads the bank, was not there."
)
words = st.sampled_from(
    "The the ministers met Rome rome didn’t Kyiv’s , . “ ” ( 12 1998 who because left Berg iPad x-ray é".split()
)
sentences = st.lists(words, min_size=1, max_size=40)


def features(texts):
    return np.array([(*features_of(text), 1) for text in split_tokens(texts).texts], np.int64)


def scores_of(batch):
    return score(default_weights(), [features(texts) for texts in batch])


@pytest.mark.parametrize(
    ("token", "pieces"),
    [
        ("don’t", ("do", "n’t")),
        ("Kyiv's", ("Kyiv", "'s")),
        ("boys’", ("boys", "’")),
        ("she'll", ("she", "'ll")),
        ("cannot", ("can", "not")),
        ("N’T", ("N’T",)),
        ("’", ("’",)),
        ("O’Brien", ("O’Brien",)),
        ("state-of-the-art", ("state-of-the-art",)),
    ],
)
def test_clitics_stand_by_themselves(token, pieces):
    assert split_token(token) == pieces


@given(st.lists(st.text(alphabet="aNnTt'’sdmreyl1.-é", min_size=1, max_size=8), max_size=12))
def test_pieces_lose_nothing(tokens):
    pieces = split_tokens(tokens)
    assert "".join(pieces.texts) == "".join(tokens)
    assert all(pieces.texts)
    for text, start, token in zip(pieces.texts, pieces.starts, pieces.tokens, strict=True):
        assert tokens[token][start : start + len(text)] == text
    assert [pieces.starts[first] for first in pieces.firsts] == [0] * len(tokens)
    assert [pieces.tokens[first] for first in pieces.firsts] == list(range(len(tokens)))


@given(st.text(min_size=1, max_size=12).filter(lambda text: not any(map(str.isspace, text))))
def test_features_are_rows_of_the_tables(piece):
    weights = default_weights()
    limits = {
        "word": len(reader_features.VOCABULARY) + 2,
        "prefix": AFFIX_ROWS + 1,
        "suffix": AFFIX_ROWS + 1,
        "short_suffix": AFFIX_ROWS + 1,
        "shape": SHAPES,
        "size": SIZES,
        "name_size": SIZES,
        "names": NAME_KINDS,
    }
    assert (*limits, "usage") == weights.tables
    for name, row in features_of(piece)._asdict().items():
        assert 0 < row < limits[name]


def test_forms_of_one_word_share_a_row():
    assert features_of("Ferry").word == features_of("ferry").word == features_of("FERRY").word
    assert features_of("Ferry").shape != features_of("ferry").shape
    assert features_of("José").word == features_of("jose").word
    assert features_of("twin-engine").word == features_of("engine").word
    assert normal_form("1998") == "0000"
    assert normal_form("30th") == "0th"
    assert normal_form("“") == '"'


def test_usage_counts_the_other_sentences_where_a_capital_says_something():
    usage = Usage()
    first, second = ["The", "Senate", "met", "."], ["In", "Rome", "the", "Senate", ",", "Rome", "said"]
    usage.add(first)
    usage.add(second)
    senate, rome, unknown = usage.states(first, ["senate", "Rome", "boat"])
    assert unknown == 1
    assert senate != 1
    assert rome != 1
    assert usage.states(second, ["Rome"]) == [1]
    assert all(1 <= state < STATES for state in (senate, rome))


@settings(max_examples=30, deadline=None)
@given(st.lists(sentences, min_size=2, max_size=6))
def test_the_answers_do_not_depend_on_the_batch(batch):
    together = scores_of(batch)
    for texts, scores in zip(batch, together, strict=True):
        (alone,) = scores_of([texts])
        for name in ("capital", "begins"):
            ours, theirs = getattr(scores, name), getattr(alone, name)
            assert np.abs(ours - theirs).max() <= 10**-ROUNDING * 1.001, name
        assert abs(scores.incomplete - alone.incomplete) <= 10**-ROUNDING * 1.001


def test_scores_are_rounded_before_anything_compares_them():
    (scores,) = scores_of([["The", "ministers", "met", "."]])
    for column in (scores.capital, scores.begins):
        assert np.array_equal(column, np.round(column, ROUNDING))


def test_an_article_is_read_the_same_sentence_by_sentence_and_as_a_whole():
    text = "\n\n".join([ARTICLE] * (BATCH_PIECES // 20))
    one, whole = document(text), document(text)
    together = [reading for _, reading in whole.readings(whole.sentences)]
    for sentence, reading in zip(one.sentences, together, strict=True):
        alone = one.read(sentence)
        assert alone.words == reading.words
        assert alone.incomplete == reading.incomplete
        assert [alone.capital(t) for t in sentence.tokens] == [reading.capital(t) for t in sentence.tokens]


def test_a_sentence_is_read_once():
    doc = document(ARTICLE)
    assert doc.read(doc.sentences[0]) is doc.read(doc.sentences[0])


def test_words_have_exact_places():
    doc = document(ARTICLE)
    for sentence, reading in doc.readings(doc.sentences):
        for word in reading.words:
            start = doc.tokens.starts[word.token] + word.start
            assert doc.text[start : start + len(word.text)] == word.text
            assert sentence.span.start <= start < sentence.span.end
            assert -1 <= word.head < len(reading.words)
        for token in sentence.tokens:
            assert reading.word_of(token).token == token
            assert 0 <= reading.capital(token) <= 1
            assert 0 <= reading.begins(token) <= 1


def test_parts_of_speech_and_relations():
    doc = document(ARTICLE)
    reading = doc.read(doc.sentences[0])
    by_text = {word.text: word for word in reading.words}
    met = by_text["met"]
    assert met.tag is al.Tag.VERB_FINITE
    assert met.head == -1
    assert by_text["ministers"].relation == "nsubj"
    assert reading.words[by_text["ministers"].head] is met
    assert by_text["Rome"].entity is al.EntityKind.PLACE


def test_complete_and_incomplete_sentences():
    doc = document(ARTICLE)
    incomplete = [doc.read(sentence).incomplete for sentence in doc.sentences]
    assert max(incomplete) == incomplete[2]
    assert incomplete[2] > 0.9
    assert max(incomplete[0], incomplete[1], incomplete[3]) < 0.1


def test_words_outside_an_article():
    reading = al.read_words(["She", "did", "n't", "leave"])
    assert [word.text for word in reading.words] == ["She", "did", "n't", "leave"]
    assert reading.word_of(1).tag.is_finite


def test_what_is_far_too_long_is_read_as_far_as_it_goes():
    doc = document("word " * (LONGEST + 50))
    reading = doc.read(doc.sentences[0])
    assert len(reading.words) == LONGEST
    assert reading.word_of(doc.sentences[0].tokens[-1]) == reading.words[-1]


def test_tags():
    assert al.Tag.VERB_FINITE == "VERB.Fin"
    assert al.Tag.VERB_FINITE.upos == "VERB"
    assert al.Tag.AUX_ING.is_verb
    assert not al.Tag.AUX_ING.is_finite
    assert not al.Tag.NOUN.is_verb


def test_the_weights_are_small_and_described():
    assert (FOLDER / "weights.npy").stat().st_size <= 8_000_000
    description = json.loads((FOLDER / "reader.json").read_text())
    assert set(description["calibration"]) == {"incomplete", "capital", "begins"}
    assert description["labels"]["tags"] == list(al.Tag)


def test_numpy_is_imported_for_a_candidate_only():
    code = (
        "import sys; from articlelint.testing import document\n"
        "from articlelint.plugins.loading import load\n"
        "doc = document('It rained.'); rules = [entry.rule() for entry in load().rules.values()]\n"
        "[list(rule.check(doc)) for rule in rules]; sys.exit('numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("part", PARTS)
def test_a_damaged_part_is_noticed(part, tmp_path, monkeypatch):
    shutil.copytree(FOLDER, tmp_path / "reader")
    monkeypatch.setattr(weights, "FOLDER", tmp_path / "reader")
    assert default_weights.__wrapped__().tables
    file = tmp_path / "reader" / part
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    with pytest.raises(InstallationError, match="missing or damaged: install articlelint again"):
        default_weights.__wrapped__()
    file.unlink()
    with pytest.raises(InstallationError, match="missing or damaged: install articlelint again"):
        default_weights.__wrapped__()


def test_an_installation_that_lacks_something_is_told_once(tmp_path):
    (tmp_path / "numpy.py").write_text("raise ModuleNotFoundError(\"No module named 'numpy'\", name='numpy')")
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text("He left. Because the last ferry had already left. We stayed.")
    done = subprocess.run(
        [sys.executable, "-m", "articlelint", "check", "--isolated", "--no-cache", "--workers", "1", "."],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(tmp_path)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr == (
        "articlelint: error: the package 'numpy' is not installed: install articlelint again with what it needs\n"
    )


def test_a_reading_answers_for_its_own_tokens():
    doc = document("The ferry left. Nobody was on board.")
    first, second = (doc.read(sentence) for sentence in doc.sentences)
    assert second.word_of(4).text == "Nobody"
    for reading, token in ((first, 4), (second, 3), (second, 9), (second, -1)):
        with pytest.raises(IndexError, match="is not in the sentence"):
            reading.capital(token)
    with pytest.raises(ValueError, match="no words"):
        al.read_words([])


def test_a_sentence_that_is_remembered_reads_the_same():
    """Whatever was read before, in this or another order, the answers are those of a reader that forgets."""
    sentences = [
        text.split() for text in ("He left .", "The Met office Closed", "He left .", "In may they met")
    ]
    fresh = [answers(reading) for words in sentences for reading in Reader().read([request(words)])]
    for size in (1, 2, 10):
        reader = Reader(size)
        for _ in range(3):
            assert [answers(next(reader.read([request(words)]))) for words in sentences] == fresh


def request(words):
    return make_request(0, words, Usage())


def answers(reading):
    return reading.words, reading.incomplete, [reading.capital(i) for i in range(len(reading.words))]
