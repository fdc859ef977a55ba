"""The examples that the reader is trained on: sentences that are damaged, and the answers that go with them."""

from __future__ import annotations

import random
import sys

import pytest
from conftest import ROOT

sys.path.insert(0, str(ROOT / "tools"))

from reader.annotate import AnnotatedArticle, AnnotatedSentence, Parse, divide
from reader.clauses import Clause, ClauseKind, clauses_of, drop_pronoun, is_whole
from reader.examples import (
    CAPITAL,
    OTHER,
    SMALL,
    UNKNOWN,
    Damage,
    Shares,
    case_of,
    cut_example,
    plain_example,
)
from reader.overlap import measured_rows, without_measured
from reader.splitting import choose, split
from reader.text import Article, clean_paragraphs

NOTHING = Shares(cut=0, rest=0, joined=0, broken=0, no_pronoun=0, case=0, name=0, word=0, first=0)


def sentence(rows: str) -> AnnotatedSentence:
    """A sentence from rows of word, tag, head (from 1) and relation."""
    words, tags, heads, relations = zip(*(row.split() for row in rows.strip().splitlines()), strict=True)
    parse = Parse(list(tags), [int(head) for head in heads], list(relations), ["O"] * len(words))
    return AnnotatedSentence(list(words), [i > 0 for i in range(len(words))], list(words), parse)


LATE = sentence("""
    The        DET       2  det
    ferry      NOUN      3  nsubj
    waited     VERB.Fin  0  ROOT
    because    SCONJ     8  mark
    the        DET       6  det
    mayor      NOUN      8  nsubj
    had        AUX.Fin   8  aux
    slept      VERB.Part 3  advcl
    .          PUNCT     3  punct
""")
BOAT = sentence("""
    The        DET       2  det
    boat       NOUN      6  nsubj
    that       PRON      5  dobj
    they       PRON      5  nsubj
    bought     VERB.Fin  2  relcl
    sank       VERB.Fin  0  ROOT
    in         ADP       6  prep
    May        PROPN     7  pobj
    .          PUNCT     6  punct
""")


def article(*sentences: AnnotatedSentence) -> AnnotatedArticle:
    return AnnotatedArticle("test", "1", [list(sentences)])


def test_a_clause_can_be_cut_off() -> None:
    assert is_whole(LATE)
    assert clauses_of(LATE) == {ClauseKind.SUBORDINATE: [Clause(3, 8, 7)]}
    cut = cut_example(plain_example(LATE), Clause(3, 8, 7))
    assert cut.words == ["Because", "the", "mayor", "had", "slept", "."]
    assert cut.incomplete == 1
    assert cut.case[0] == CAPITAL
    assert cut.heads == [5, 3, 5, 5, 0, 5]
    assert cut.relations is not None
    assert cut.relations[4] == "ROOT"


def test_a_relative_clause_can_lose_its_pronoun() -> None:
    shorter = drop_pronoun(BOAT)
    assert shorter is not None
    assert shorter.words == ["The", "boat", "they", "bought", "sank", "in", "May", "."]
    assert shorter.parse is not None
    assert shorter.parse.heads == [2, 5, 4, 2, 0, 5, 6, 5]
    assert drop_pronoun(LATE) is None


def test_without_damage_a_sentence_stays_as_it_is() -> None:
    (example,) = Damage(1, NOTHING).examples(article(LATE))
    assert example.words == LATE.words
    assert example.incomplete == 0
    assert example.begins == [UNKNOWN] + [0] * 8
    assert example.case[:4] == [CAPITAL, SMALL, SMALL, SMALL]


def test_two_sentences_lose_the_full_stop_between_them() -> None:
    first, _ = Damage(1, NOTHING._replace(joined=1)).examples(article(LATE, BOAT))
    assert first.words == LATE.words[:-1] + BOAT.words
    assert first.begins.index(1) == len(LATE.words) - 1
    assert first.incomplete == UNKNOWN
    assert first.heads is not None
    assert first.heads.count(0) == 2
    assert max(first.heads) <= len(first.words)


def test_capitals_are_lost_and_the_answer_still_has_them() -> None:
    (example,) = Damage(1, NOTHING._replace(case=1, name=1, word=1)).examples(article(BOAT))
    assert example.words[7] == "may"
    assert example.words[1] == "Boat"
    assert example.case[7] == CAPITAL
    assert example.case[1] == SMALL


@pytest.mark.parametrize("seed", range(5))
def test_every_word_has_every_answer(seed: int) -> None:
    for example in Damage(seed, Shares(cut=0.4, joined=0.3, broken=0.2)).examples(article(LATE, BOAT, LATE)):
        columns = [example.case, example.begins, example.states]
        columns += [
            c for c in (example.tags, example.heads, example.relations, example.entities) if c is not None
        ]
        assert {len(column) for column in columns} == {len(example.words)}


def test_the_same_seed_makes_the_same_examples() -> None:
    def made(seed: int) -> list[list[str]]:
        return [example.words for example in Damage(seed, Shares()).examples(article(*[LATE, BOAT] * 20))]

    assert made(3) == made(3)
    assert made(3) != made(4)


@pytest.mark.parametrize(
    ("word", "case"), [("ferry", SMALL), ("Ferry", CAPITAL), ("A", CAPITAL), ("MPs", OTHER), ("12", OTHER)]
)
def test_how_a_word_is_written(word: str, case: int) -> None:
    assert case_of(word) == case


def test_articles_are_divided_into_pieces() -> None:
    divided = divide(Article("test", "1", ["They didn’t go. It rained."]))
    assert [s.words for s in divided.paragraphs[0]] == [
        ["They", "did", "n’t", "go", "."],
        ["It", "rained", "."],
    ]
    assert divided.paragraphs[0][0].spaced == [False, True, False, True, False]


def test_the_held_out_articles_are_always_the_same() -> None:
    articles = [AnnotatedArticle("test", str(number), [[LATE]]) for number in range(500)]
    training, held_out = split(articles)
    assert len(training) + len(held_out) == 500
    assert 20 < len(held_out) < 70
    random.Random(1).shuffle(articles)
    assert {a.name for a in split(articles)[1]} == {a.name for a in held_out}
    chosen, others = choose(articles, 90)
    assert len(chosen) == 10
    assert len(others) == 490


def test_what_measures_is_not_trained_on(tmp_path) -> None:
    text = "One two three four five six seven eight nine ten eleven twelve thirteen."
    (tmp_path / "a.txt").write_text(text)
    (tmp_path / "b.jsonl").write_text('{"text": "alpha beta"}\n')
    rows = measured_rows(tmp_path)
    kept = list(
        without_measured([Article("t", "1", [text, "Another paragraph."]), Article("t", "2", [text])], rows)
    )
    assert kept == [Article("t", "1", ["Another paragraph."])]


def test_paragraphs_are_cleaned() -> None:
    assert clean_paragraphs(["short", "A  paragraph\nof the usual length.", "x" * 5000]) == [
        "A paragraph of the usual length."
    ]
