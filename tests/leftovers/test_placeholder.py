"""Placeholders, told from numerals, names, chromosomes and abbreviations."""

from __future__ import annotations

import pytest

from articlelint.testing import document, find
from articlelint_rules.leftovers.placeholder import Placeholder

LEFT = {
    "The bridge cost TK crowns.": ["TK"],
    "The bridge cost (TK) crowns, TKTK said.": ["TK", "TKTK"],
    "A 20-year-old from tktk won.": ["tktk"],
    "At least XX people died and XXX were hurt.": ["XX", "XXX"],
    "It cost £XX million, or XX% more, by XX/XX/2024.": ["£XX", "XX%", "XX/XX"],
    "He was born on XX May.": ["XX"],
    "Mayor XX opened it.": ["XX"],
    "The XXXX committee met.": ["XXXX"],
    "An xx-year-old man won $xx.": ["xx", "$xx"],
    "Ann Lee, [insert age], won.": ["[insert age]"],
    "Ann Lee, [AGE], of [town name TK], won.": ["[AGE]", "TK"],
    "Dear {first name}, the ferry sails.": ["{first name}"],
    "The ferry sails [link] at noon.": ["[link]"],
    "The ferry <insert name> sails.": ["<insert name>"],
    "Ann Lee, ???, won.": ["???"],
    "Ann Lee (??) won.": ["(??)"],
    "Ann Lee (CQ) won. CHECK SPELLING": ["(CQ)", "CHECK SPELLING"],
    "Ann Lee won. QUOTE TO COME": ["QUOTE TO COME"],
    "Tickets cost TBC pounds.": ["TBC"],
    "Lorem ipsum dolor sit amet.": ["Lorem ipsum dolor sit amet."],
}

RIGHT = """
Super Bowl XX was played in 1986.
Pope John XX never was.
The XX century began late.
Women have two XX chromosomes.
The XX Winter Games and the XX Congress.
XXX Corps crossed the river.
The film is XXX-rated.
TK Maxx opened.
Flight TK 1980 of Turkish Airlines left.
Tarn Kommune (TK) said that TK would pay.
The TKO came in round three.
He runs a .tk site and a TK-12 engine.
The venue is still TBD.
Kick-off: TBC.
TBC Bank said profits rose.
What??? No way???
“It cost XX pounds,” she read out.
She wrote love, Ann xx at the end.
He told [the council] that it was over [sic].
See [the note](https://ferry.example) and [link][1].
They used “lorem ipsum” as dummy text.
The todo list is long.
""".strip().splitlines()


@pytest.mark.parametrize(("text", "words"), LEFT.items())
def test_a_placeholder_is_reported(text: str, words: list[str]) -> None:
    doc = document(text)
    assert [doc.slice(f.span) for f in find(Placeholder, text)] == words


@pytest.mark.parametrize("text", RIGHT)
def test_what_only_looks_like_one_is_left_alone(text: str) -> None:
    assert find(Placeholder, text) == []
