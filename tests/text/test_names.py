"""The names view: what counts as one mention, where it stands, and what is no name."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articlelint.testing import document, marked

# The mentions of each text stand in [[ ]], titles and possessives outside.
MENTIONS = [
    "The talks with [[Volodymyr Zelensky]] took place in [[Kyiv]].",
    "They met [[J. K. Rowling]], [[George W. Bush]] and [[John F. Kennedy]]’s nephew.",
    "A portrait of [[Ludwig van Beethoven]] by [[Rogier van der Weyden]] was sold to [[Charles de Gaulle]].",
    "The army of [[Bashar al-Assad]] fled. In exile, [[al-Assad]] said little.",
    "Troops left [[Kiev]]’s suburbs and [[Mykhailo Podoliak]]'s office.",
    "The [[Kiev]]-based firm has a pro-[[Kremlin]] owner and a [[Kim Jong-un]] doll.",
    "They asked President [[Vladimir Putin]] and Prime Minister [[Keir Starmer]] about Sen. [[Marco Rubio]].",
    "It was [[Russian]] Foreign Minister [[Sergei Lavrov]] who spoke.",
    "Late on Monday, Sen. [[Ted Cruz]] (R-[[Texas]]) left.",
    "Some take an X-ray in a T-shirt.",
    "But the [[UN]] and the [[European Union]] agreed in [[St. Petersburg]].",
    "However, nobody came. Yesterday, it rained. The end is near.",
    "Then I said that I’d go, and I’m glad.",
    "Nobody saw “[[Casablanca]]” there.",
]


@pytest.mark.parametrize("text", MENTIONS)
def test_mentions(text: str) -> None:
    plain, spans = marked(text)
    doc = document(plain)
    calendar = {"Monday"}
    found = [n for n in doc.names if n.text not in calendar]
    assert [doc.slice(n.span) for n in found] == [plain[s.start : s.end] for s in spans]
    assert [n.span for n in found] == spans


def test_the_title_stands_apart() -> None:
    doc = document("They met Deputy Prime Minister Olha Stefanishyna in Brussels.")
    first, second = doc.names
    assert first.title is not None
    assert doc.slice(first.title) == "Deputy Prime Minister"
    assert (first.text, first.last, second.title) == ("Olha Stefanishyna", "Stefanishyna", None)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Critics spoke. The critics left.", []),
        ("Zelensky spoke. The critics left.", ["Zelensky"]),
        ("Rose spoke. They had seen Rose before.", ["Rose", "Rose"]),
        ("In London it rained. The Guardian said so.", ["London", "Guardian"]),
    ],
)
def test_a_capital_at_a_sentence_start_says_little(text: str, names: list[str]) -> None:
    assert [n.text for n in document(text).names] == names


def test_a_name_at_a_sentence_start_is_not_sure() -> None:
    first, second = document("Zelensky spoke to Podoliak.").names
    assert (first.sure, second.sure) == (False, True)


PIECES = st.sampled_from(
    [
        "Kyiv",
        "van",
        "der",
        "al-Assad",
        "Kiev’s",
        "Mr.",
        "President",
        "J.",
        "said",
        "the",
        ".",
        ",",
        "“",
        "”",
        "\n\n",
        "(",
        "X-ray",
    ]
)


@settings(deadline=None, max_examples=150)
@given(st.lists(PIECES, max_size=30).map(" ".join) | st.text(max_size=80))
def test_spans_are_exact_and_in_order(text: str) -> None:
    doc = document(text)
    end = 0
    for name in doc.names:
        assert end <= name.span.start < name.span.end <= len(doc.text)
        end = name.span.end
        assert [doc.slice(span) for span in name.word_spans] == list(name.words)
        assert name.span.start == name.word_spans[0].start
        assert name.span.end == name.word_spans[-1].end
        assert name.title is None or name.title.end <= name.span.start
