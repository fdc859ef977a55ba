"""Fifty short articles through a style with a rule of every kind: what is found, where, and nothing else."""

from __future__ import annotations

import random
from pathlib import Path
from typing import NamedTuple

import pytest
from vale.styles import run, write_style, write_vocabulary

from articlelint_vale.styles import Styles

STYLE = {
    "Weasel": "extends: existence\nmessage: \"'%s' is a weasel word\"\nignorecase: true\n"
    "tokens: [very, fairly, 'clear(?:ly)?']\nexceptions: [clear water]\n",
    "Money": "extends: existence\nmessage: \"Write '%s' out\"\nnonword: true\ntokens: ['(?<=\\s)\\$\\d+(?:m|bn)\\b']\n",
    "Words": "extends: substitution\nmessage: \"Use '%s' instead of '%s'\"\nignorecase: true\n"
    "action:\n  name: replace\nswap:\n  utili[sz]e: use\n  prior to: before\n  'a (?:large|great) number of': many\n",
    "Commas": "extends: occurrence\nmessage: '%s commas'\nscope: sentence\ntoken: ','\nmax: 3\n",
    "Twice": "extends: repetition\nmessage: \"'%s' twice\"\nalpha: true\ntokens: ['[^\\s]+']\n",
    "Either": "extends: consistency\nmessage: \"'%s'\"\neither:\n  advisers?: advisors?\n",
    "Acronym": "extends: conditional\nmessage: \"'%s' is not explained\"\nfirst: '\\b([A-Z]{3,5})\\b'\n"
    "second: '\\(([A-Z]{3,5})\\)'\nexceptions: [BBC]\n",
    "Title": "extends: capitalization\nmessage: \"'%s'\"\nscope: heading\nmatch: $sentence\n",
    "Cell": "extends: existence\nmessage: \"'%s'\"\nscope: table.cell\nnonword: true\ntokens: ['n/a']\n",
    "Item": "extends: existence\nmessage: \"'%s'\"\nscope: list\nnonword: true\ntokens: ['\\.$']\n",
    "Link": "extends: existence\nmessage: \"'%s'\"\nscope: raw\nnonword: true\ntokens: ['\\[(?:here|this)\\]\\(']\n",
}


class Piece(NamedTuple):
    """A part of an article, and what is to be found in it: rules with the words they report, in order."""

    text: str
    found: tuple[tuple[str, str], ...] = ()
    advisers: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    explained: tuple[str, ...] = ()


HEADINGS = (
    Piece("# Ferry to the island sinks"),
    Piece("# Ferry To The Island Sinks", (("Title", "Ferry To The Island Sinks"),)),
    Piece("# the ferry sinks", (("Title", "the ferry sinks"),)),
    Piece("# Odesa ferry sinks"),
    Piece("# A very short night at sea", (("Weasel", "very"),)),
)
PIECES = (
    Piece("The mayor sailed at noon. Nobody was hurt."),
    Piece("It was very late, and fairly dark.", (("Weasel", "very"), ("Weasel", "fairly"))),
    Piece("Clearly, the every-day answer is clear.", (("Weasel", "Clearly"), ("Weasel", "clear"))),
    Piece("It costs $5m, not US$5m or $50.", (("Money", "$5m"),)),
    Piece("Officials utilise it prior to lunch.", (("Words", "utilise"), ("Words", "prior to"))),
    Piece("Utilize a large\nnumber of boats.", (("Words", "Utilize"), ("Words", "a large number of"))),
    Piece("One, two, three, four, five. Six, seven.", (("Commas", ","),)),
    Piece("One, two, three, four. Five, six.", ()),
    Piece("He said that that was was wrong.", (("Twice", "that that"), ("Twice", "was was"))),
    Piece("He left at on\n\non Monday he came.", ()),
    Piece("An adviser said no.", advisers=("adviser",)),
    Piece("Two advisors said yes.", advisers=("advisors",)),
    Piece("The WHO and the BBC met.", acronyms=("WHO",)),
    Piece("The World Health Organization (WHO) met.", explained=("WHO",)),
    Piece("> A quoted *very* bad day.", (("Weasel", "very"),)),
    Piece("Run `very --fairly` at https://very.example/clear now."),
    Piece("```\nvery very utilize\n```"),
    Piece("- A boat.\n- A ferry", (("Item", "."),)),
    Piece("| A | B |\n|---|---|\n| n/a | x |", (("Cell", "n/a"),)),
    Piece("Read [here](x.html) and [there](y.html).", (("Link", "here"),)),
    Piece("See the **very** “clearly” bad.", (("Weasel", "very"), ("Weasel", "clearly"))),
    Piece("<!-- vale Desk.Weasel = NO -->\n\nA very bad day.\n\n<!-- vale Desk.Weasel = YES -->"),
)


def article(number: int) -> tuple[str, list[tuple[str, str]]]:
    """An article, and what is to be found in it."""
    chosen = random.Random(number)
    pieces = [chosen.choice(HEADINGS), *chosen.sample(PIECES, 6)]
    expected: list[tuple[str, str]] = []
    spelled = ""
    known: set[str] = set()
    for piece in pieces:
        expected += piece.found
        known.update(piece.explained)
        expected += [("Acronym", name) for name in piece.acronyms if name not in known]
        for word in piece.advisers:
            spelled = spelled or word.rstrip("s")
            expected += [("Either", word)] if word.rstrip("s") != spelled else []
    return "\n\n".join(piece.text for piece in pieces) + "\n", expected


@pytest.fixture(scope="module")
def styles(tmp_path_factory: pytest.TempPathFactory) -> Styles:
    folder = tmp_path_factory.mktemp("desk")
    return Styles([str(write_style(folder, STYLE))], [str(write_vocabulary(folder, "Odesa\n"))])


@pytest.mark.parametrize("number", range(50))
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_an_article(styles: Styles, number: int, ends: str) -> None:
    text, expected = article(number)
    doc, found = run(styles, text.replace("\n", ends))
    assert not [rule for rule in styles.rules.values() if rule.unsupported]
    reported = [(f.rule.removeprefix("vale/Desk."), doc.slice(f.span)) for f in found]
    assert sorted(reported) == sorted(expected)
    for finding in found:
        if finding.rule == "vale/Desk.Either":
            assert doc.slice(finding.related[0].span).rstrip("s") != doc.slice(finding.span).rstrip("s")


def test_every_rule_finds_something_in_them(styles: Styles) -> None:
    found = {rule for number in range(50) for rule, _ in article(number)[1]}
    assert found == STYLE.keys()


def test_all_rules_together_find_what_each_finds_alone(tmp_path: Path) -> None:
    text = "\n\n".join(article(number)[0] for number in range(20))
    together = run(Styles([str(write_style(tmp_path, STYLE))], ()), text)[1]
    alone = [
        finding
        for name, rule in STYLE.items()
        for finding in run(Styles([str(write_style(tmp_path / name, {name: rule}))], ()), text)[1]
    ]
    assert sorted(map(repr, alone)) == sorted(map(repr, together))
