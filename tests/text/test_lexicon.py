"""The lexicon: what it knows, what it does not, and that it costs nothing until it is asked."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articlelint.text import lexicon


@pytest.mark.parametrize(
    "word", ["the", "met", "colour", "color", "organise", "organize", "theatre", "don't"]
)
def test_knows_common_words_of_every_spelling(word):
    assert lexicon.is_common(word)


@pytest.mark.parametrize("word", ["switzerland", "monday", "angela", "african", "paris"])
def test_knows_words_that_always_have_a_capital(word):
    assert lexicon.is_name_only(word)


@pytest.mark.parametrize("word", ["will", "may", "march", "polish", "turkey", "china"])
def test_knows_words_that_have_a_capital_only_at_times(word):
    assert lexicon.is_word(word)
    assert lexicon.name_size(word) > 0
    assert not lexicon.is_name_only(word)


@pytest.mark.parametrize("word", ["", "zelensky", "qwrtzp", "thhe", "kyivv"])
def test_does_not_know_what_is_no_english_word(word):
    assert not lexicon.is_word(word)
    assert not lexicon.is_name_only(word)


@pytest.mark.parametrize("form", ["teacher's", "teacher’s", "tea\u00adcher"])
def test_sees_through_possessives_apostrophes_and_soft_hyphens(form):
    assert lexicon.size(form) == lexicon.size("teacher")


def test_common_words_are_words_of_a_small_size():
    assert lexicon.size("the") == 10
    assert lexicon.size("serendipitous") > lexicon.COMMON
    assert not lexicon.is_common("serendipitous")


@given(st.text(max_size=20))
@settings(deadline=None, max_examples=200)
def test_any_string_has_valid_sizes(text):
    assert lexicon.size(text) in lexicon.SIZES
    assert lexicon.name_size(text) in lexicon.SIZES


@given(st.text(alphabet="qxzjkvw", min_size=6, max_size=12))
@settings(deadline=None, max_examples=300)
def test_letter_salad_is_not_taken_for_words(text):
    assert not lexicon.is_word(text)


@pytest.mark.parametrize("word", ["adhibited", "adiaphora", "adhesional"])
def test_rare_words_are_no_words_of_the_lexicon(word):
    assert lexicon.is_rare(word)
    assert not lexicon.is_word(word)


@pytest.mark.parametrize("word", ["teacher", "london", "qwrtzp", ""])
def test_other_words_are_not_rare(word):
    assert not lexicon.is_rare(word)


def test_the_tables_are_small_and_opened_at_first_use():
    assert sum(table.path.stat().st_size for table in (lexicon.WORDS, lexicon.RARE_WORDS)) < 4_000_000
    code = "import articlelint.text.lexicon as l; assert '_file' not in vars(l.WORDS) | vars(l.RARE_WORDS)"
    subprocess.run([sys.executable, "-c", code], check=True)
