"""wrong-article: how words, numbers and abbreviations begin, and what is no article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint.testing import document, find, marked
from articlelint_rules.spelling.first_sound import begins_with_vowel
from articlelint_rules.spelling.wrong_article import WrongArticle

VOWEL = """
    apple hour hourly honest honour honorable heir heirloom umbrella unimportant unidentified uninsured unusual
    uneven umami upon udon X-ray F-16 e-mail H1N1 MP3 MP MPs FBI NFL NGO SUV HIV MRI AT&T M.A. 8 8,000 80s
    8.5 11 11-year-old 11,000 18 18th 18:00 1847 1800s 800 École Iraqi OPEC IT LGBT FA
""".split()
CONSONANT = """
    house history histories useful union unit unanimous uniform unidirectional university European eulogy ewe one one-off once
    Ukrainian Ugandan utopia uranium ubiquitous U-turn UFO UN UK USB UNICEF BBC NATO NASA FIFA FTSE SWAT C-section
    1 10 100 110 118 180 1,100,000 1999 111 7 yacht Ute young yellow week wrong Honolulu houri
""".split()
EITHER = "historic herb hotel FAQ SAT EUFOR 1,800 1100 1800 0 über nth SOS Xhosa uhlan FY22 N.Y. MoMA mph Uefa horrendous hilarious".split()


@pytest.mark.parametrize("word", VOWEL)
def test_vowels(word: str) -> None:
    assert begins_with_vowel(word) is True


@pytest.mark.parametrize("word", CONSONANT)
def test_consonants(word: str) -> None:
    assert begins_with_vowel(word) is False


@pytest.mark.parametrize("word", EITHER)
def test_either(word: str) -> None:
    assert begins_with_vowel(word) is None


@pytest.mark.parametrize(
    "text",
    [
        "It was [[a]] “honest” mistake, and [[an]] (useful) one.",
        "“It took [[a]] hour,” she said.",
        "A US TV network and an EU TV show; a US ship.",
        # Letters, names, fractions, other languages, and what is cut off.
        "The plan a is better, and vitamin a is in a and o.",
        "An Shi came. Mr An said so.",
        "It is less than an 1/8 of it.",
        "They said a oggi.",
        "It was an— a bad idea. It is a – er – thing.",
        "They saw a 'N Sync show for a R5,000 fee, behind a S/L regiment.",
        "Step a) open it. Step (a) it is open.",
        "Rock an' roll, an’ blues.",
    ],
)
def test_hard_cases(text: str) -> None:
    plain, spans = marked(text)
    assert [finding.span for finding in find(WrongArticle, plain)] == spans


def test_a_slip_that_may_be_another_one_is_not_fixed_safely() -> None:
    plural = find(WrongArticle, "They heard a allegations of fraud.")
    assert [str(finding.fix.safety) for finding in plural if finding.fix] == ["unsafe"]


@given(st.text(st.sampled_from('an AUeiouhH18,0.-$"“ \n'), max_size=50))
def test_findings_are_articles(text: str) -> None:
    doc = document(text)
    for finding in WrongArticle().check(doc):
        assert doc.slice(finding.span).lower() in {"a", "an"}
