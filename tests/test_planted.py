"""``bench/planted.py``: each planter makes the defect that it says, and only that."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from types import ModuleType

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

import articlelint_rules

pytestmark = pytest.mark.tools


@pytest.fixture(scope="module")
def kinds() -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "bench")
        import planted.kinds
        import planted.model

        yield planted.model
        for name in [name for name in sys.modules if name.split(".")[0] == "planted"]:
            del sys.modules[name]


BRITISH = """\
Ferry costs rise to £12m as Blair visits 48 houses

The harbour authority said on Monday that the ferry would cost £12m, and that a neighbouring town would pay £3m of it. \
The bill has risen from 40 to 60 in a year. Its colour was chosen by Peter Blair in a five-year plan, which nobody on \
the council had read. Council leader Ann Carter said the Home Office had asked for a report by 31 May.

The ferry sails at 10:30am on 4 June from Dover, Calais and Ostend. Mr Blair said 48 houses were damaged in the storm. \
He was met by Mr Blair's brother and by two members of the crew, including three sailors who do not like him. \
The 21st crossing was on time (the 20th was not). About 5% of the seats were empty, 7% broken and 9% wet.

"We have never seen so many passengers on this line before, and we will not see them again," said Mr Blair. \
The Home Office said, "It is good." They said, "It is not."

The Maritime Safety Board (MSB) looked into the case. The MSB found an hour of delay in Norfolk. The UK wants \
the UK's ports to grow, and the UK pays. People in Kent, Sussex and Essex, as in Deal, Hythe and Rye, agree. Mr Blair and Mr Carter do not. \
The free-range eggs on board were free-range in name. The programme is grey, and the defence of it weak.

The council received £4m and £5m for six tables, seven chairs and eight windows. The council's staff can't wait, and \
it doesn't matter. There is a plan to meet on 9 July.

The town is small. The ferry is old. The mayor declined to talk about it with anybody. Everybody laughed about it loudly. The \
boat goes to Tory, Wales and Kerry, and then it comes back.
"""

AMERICAN = """\
Ferry line opens

Sen. Ted Cruz visited the port. The line was built by Jane Mills, a farmer in Tarn.

He spoke to David Carter there, and Carter said that they saw their boat late. David Carter did not say \
why the boat was late.

Critics of the plan did not reply to letters.

"It was a long and cold winter for everybody in this town, and nobody came to see us," said one owner.

Nobody knew how many people would come in the spring.

"The boat is fine and the crew is happy with it today," Carter said. Everything works, said Mills. "All is well."

"We will sail again in the morning, whatever the weather may bring us," she said.

The town was told that there is no more money for it this year.
"""

MADE = {
    "abbreviation-varied": "⟦U.K.⟧",
    "age-changed": r"\n\n⟦Peter Blair(?: is|, who is|,) \d\d",
    "agreement-lost": r"⟦He were⟧ met",
    "apostrophe-varied": r"[a-z]⟦’⟧[a-z]",
    "article-wrong": r"⟦(?:a hour|an [\w-]+)⟧",
    "bracket-dropped": r"⟦(?:\(the 20th was not|the 20th was not\))⟧",
    "capital-added": r"[a-z] ⟦[A-Z][a-z]{4,}⟧ [a-z]",
    "capital-doubled": r"⟦[A-Z][A-Z][a-z]+⟧",
    "capital-lost": r"[a-z] ⟦(?:norfolk|dover|blair|kent|tory|monday|june|july)⟧",
    "capitals-varied": "⟦Home office⟧ said",
    "caption-count-wrong": r"<figcaption>⟦\d\d houses were damaged\.⟧",
    "caption-given-name-wrong": r"<figcaption>⟦(?:P(?!eter)\w+ Blair|A(?!nn )\w+ Carter)[ ,]",
    "caption-name-respelt": r"<figcaption>⟦(?:Peter (?!Blair\b)|Ann (?!Carter\b))\w+",
    "clause-cut": r"plan\. ⟦Which nobody on the council had read\.⟧|crew\. ⟦Including three .*⟧",
    "colon-after-said": r"⟦said:⟧ \"",
    "comma-outside": r"⟦\",⟧",
    "conversion-wrong": r"\n\n⟦.* \(?.*\d.*⟧\n",
    "currency-style-varied": r"⟦\d+ million pounds⟧",
    "date-impossible": r"⟦(?:3[123]|42) (?:May|June|July)⟧",
    "date-style-varied": r"⟦(?:May|June|July) \d+⟧",
    "dialect-mixed": r"⟦(?:color|program|gray|defense|harbor)⟧",
    "encoding-wrong": "(?:can⟦â€™⟧t|⟦Â£⟧)",
    "explained-twice": r"The ⟦Maritime Safety Board \(MSB\)⟧ found",
    "explanation-late": r"The ⟦MSB⟧ looked into the case\. The Maritime Safety Board \(MSB\) found",
    "furniture-pasted": r"\n\n⟦[A-Z2][^\n]+⟧\n\n",
    "given-name-late": r"to ⟦Carter⟧ there",
    "heading-case-varied": r"## ⟦[A-Z]\w+(?: (?:[A-Z]\w+|for|from|the|of|a))+⟧\n",
    "headline-figure-wrong": r"visits ⟦(?!48)\d\d houses⟧",
    "headline-name-respelt": r"as ⟦(?!Blair\b)B\w+r⟧ visits",
    "honorific-dropped": r"⟦Blair⟧",
    "hyphen-dropped": r"⟦five year ⟧plan",
    "hyphen-varied": r"⟦free ?range⟧",
    "letter-swapped": r"⟦\w*[а-яА-Я]\w*⟧",
    "link-pasted": r"\n\n⟦[A-Z][^\n]+: [A-Z][^\n]+⟧\n\n",
    "list-style-varied": r"⟦- [^\n]+[a-z]⟧\n",
    "mark-doubled": r"\w⟦(?:,,|,\.|,;|\.\.|\.,|;\.)⟧",
    "mark-dropped": r"⟦\"?We have never [^\n]*⟧",
    "markup-left": r"⟦[^⟧]*[<>&\[\]{}*][^⟧]*⟧",
    "marks-varied": "⟦“[^”]*”⟧",
    "misspelling": "⟦(?:recieved|teh|wich|acheive)⟧",
    "name-respelt": r"⟦(?!Blair\b|Carter\b)[BC]\w+r⟧",
    "number-style-varied": "⟦[2-9]⟧ (?:members|sailors|tables|chairs|windows)",
    "ordinal-wrong": r"⟦(?:21th|20(?:st|nd|rd)) ?⟧",
    "paragraph-cut": r"⟦(?:Council leader|About 5%|The council|The boat)[^.\n]*⟧\n",
    "paragraph-repeated": r"\n\n⟦[^\n]+⟧",
    "percent-style-varied": r"\d⟦ per cent⟧",
    "percentage-wrong": r"\n\n⟦[^\n]*\d+(?:%| per cent)[^\n]*⟧",
    "placeholder-left": r"⟦[^⟧]+⟧",
    "pull-quote-altered": r"\n> ⟦\"[^\n]*\"⟧\n",
    "quotation-orphaned": '⟦"It was a long and cold [^\\n]*came to see us\\."⟧',
    "range-dashed": r"⟦from 40[-–]60⟧",
    "reference-dead": r"[a-z0-9%)]\. ⟦[^⟧]*(?:table|chart|photo|map|graph|Figure|timeline|video)[^⟧]*⟧",
    "role-changed": r"\n\n⟦Rep\. Ted Cruz",
    "sentence-repeated": r"\. ⟦[A-Z][^\n]+\.⟧",
    "slug-pasted": r"\n\n⟦[^\n]+⟧\n\n",
    "space-added": r"⟦\w(?:  \w| ,)⟧",
    "space-lost": r"⟦[a-z]+\.[A-Z][a-z]+ ⟧",
    "speaker-lost": r"⟦\"We will sail again in the morning, whatever the weather may bring us\.\"⟧",
    "speaker-not-introduced": r"by ⟦Mills⟧\.",
    "start-lowered": r"\. ⟦(?:the|its|he|about|people|they|there)⟧ ",
    "stated-count-wrong": r"\n\n⟦[^\n]*(?:\b[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight)[^\n]*⟧\n\n1\. ",
    "stop-lost": r"⟦[a-z]+ (?:The|Its|He|About|They|There|People) ⟧",
    "time-impossible": r"⟦(?:2[567]:30|10:(?:60|65|73|90))⟧am",
    "attributed-twice": r"\n\n⟦(?:Carter|Mills|Cruz) (?:said|told reporters|added): \"We will[^\n]*she said\.⟧",
    "unit-said-twice": "⟦(?:£[0-9]+m pounds|10:30am in the morning)⟧",
    "weekday-wrong": r"⟦\w+day,? [^\n]*20\d\d⟧",
    "weekday-wrong-for-dateline": r"⟦\w+day,? [^\n]*⟧",
    "word-confused": "saw ⟦there⟧ boat",
    "word-doubled": r"⟦(\w+) \1⟧",
    "word-mistyped": r"⟦[a-z]+⟧",
}
"""What the planted place looks like in its surroundings, by kind; empty if the article of the test has none."""


def marked(made: object) -> str:
    text, span = made.text, made.span
    return f"{text[: span.start]}⟦{text[span.start : span.end]}⟧{text[span.end :]}"


def planted_in(kinds: ModuleType, name: str) -> object:
    """The kind planted in the first of the two articles that has a place for it."""
    for article in (BRITISH, AMERICAN):
        made = kinds.KINDS[name].plant(article, Random(f"test {name}"))
        if made is not None:
            return article, made
    return None, None


def test_every_kind_has_a_test(kinds: ModuleType) -> None:
    assert sorted(kinds.KINDS) == sorted(MADE)


@pytest.mark.parametrize("name", sorted(MADE))
def test_a_planter_makes_the_defect_that_it_says(kinds: ModuleType, name: str) -> None:
    _, made = planted_in(kinds, name)
    assert made is not None
    assert re.search(MADE[name], marked(made)), marked(made)


@pytest.mark.parametrize("name", sorted(MADE))
def test_a_planter_changes_one_place_and_says_which(kinds: ModuleType, name: str) -> None:
    from planted.scoring import Moves

    article, made = planted_in(kinds, name)
    kind = kinds.KINDS[name]
    assert kind.written == (made.clean != article)
    (change,) = Moves(made.clean, made.text).changes
    assert change[1].touches(made.span)
    for span in (made.span, *made.others):
        assert 0 <= span.start < span.end <= len(made.text)
    assert made.span not in made.others


@pytest.mark.parametrize("name", sorted(MADE))
def test_the_same_seed_plants_the_same_defect(kinds: ModuleType, name: str) -> None:
    assert planted_in(kinds, name) == planted_in(kinds, name)


@pytest.mark.parametrize("name", sorted(MADE))
def test_an_article_without_a_place_is_left_alone(kinds: ModuleType, name: str) -> None:
    for article in ("", "Ferry", "Ferry opens\n\nIt is.\n"):
        assert kinds.KINDS[name].plant(article, Random(1)) is None


def test_a_kind_names_a_rule_and_says_what_it_is(kinds: ModuleType) -> None:
    for kind in kinds.KINDS.values():
        assert re.fullmatch("[a-z-]*", kind.rule)
        assert kind.about[0].isupper()
        assert kind.about[-1] != "."


UNPLANTED = {
    *("house-names", "house-spelling", "unused-ignore", "headline-case", "embargo"),
    *("archive-name", "archive-spelling", "archive-capitals", "archive-hyphenation"),
}
"""
Rules that need a list of the house, the one about ignores, the one that heading-case takes the place of, the one
about metadata, which plain articles lack, and those that need an archive: bench/archive_names.py plants for them.
"""


def test_every_rule_that_is_on_has_a_kind_in_its_category(kinds: ModuleType) -> None:
    rules = {rule.meta.name: rule for rule in articlelint_rules.articlelint_rules()}
    planted = {kind.rule for kind in kinds.KINDS.values()}
    on = {name for name, rule in rules.items() if rule.meta.default}
    assert on - planted - UNPLANTED == set()
    for kind in kinds.KINDS.values():
        if kind.rule in rules:
            assert rules[kind.rule].__module__.split(".")[-2] == kind.category, kind.name


def test_cases_do_not_depend_on_the_other_kinds(kinds: ModuleType) -> None:
    from planted.making import make

    articles = [BRITISH, AMERICAN, BRITISH]
    both = make(articles, ["misspelling", "word-doubled"], 2, seed=3)
    assert [case.kind.name for case in both] == ["misspelling"] * 2 + ["word-doubled"] * 2
    assert both[2:] == make(articles, ["word-doubled"], 2, seed=3)
    assert both[2:] != make(articles, ["word-doubled"], 2, seed=4)


def test_a_text_is_written_once(kinds: ModuleType, tmp_path: Path) -> None:
    from planted.making import Files

    files = Files(tmp_path)
    first = files.add("One.\r\n")
    assert files.add("One.\r\n") == first
    assert first.read_bytes() == b"One.\r\n"
    assert {files.add("One.\r\n", ".md").name, first.name} == {"000000.txt", "000001.md"}


@given(st.text("ab \n", max_size=40), st.text("ab \n", max_size=40), st.data())
def test_places_move_with_the_text(kinds: ModuleType, before: str, after: str, data: st.DataObject) -> None:
    from planted.model import Span
    from planted.scoring import Moves

    start = data.draw(st.integers(0, len(before)))
    end = data.draw(st.integers(start, len(before)))
    moved = Moves(before, after).moved(Span(start, end))
    assert 0 <= moved.start <= moved.end <= len(after)


@pytest.mark.parametrize("after", ["One 2 two three.\n\nFour five.", "One two three.\n\nNew.\n\nFour five."])
def test_a_place_that_is_not_changed_keeps_its_words(kinds: ModuleType, after: str) -> None:
    from planted.model import Span
    from planted.scoring import Moves

    before = "One two three.\n\nFour five."
    for word in ("One", "two", "three", "Four", "five"):
        start = before.index(word)
        moved = Moves(before, after).moved(Span(start, start + len(word)))
        assert after[moved.start : moved.end] == word


def finding(start: int, end: int, rule: str = "r", severity: str = "") -> object:
    from planted.linters.base import Finding
    from planted.model import Span

    return Finding(Span(start, end), rule, "message", severity)


def scored(
    kinds: ModuleType, in_text: list[object], in_clean: list[object], in_untouched: list[object]
) -> object:
    """The score of one case: “Two.” is written after “One.” and becomes “Too.”, which disagrees with “One.”."""
    from planted.making import Case
    from planted.model import Kind, Planted, Span
    from planted.scoring import score

    kind = Kind("k", "r", "c", "About", lambda *_: None, written=True)
    made = Planted("One. Too. Six.", "One. Two. Six.", Span(5, 8), (Span(0, 3),))
    case = Case(kind, made, "One. Six.", 0)
    found = {Path(made.text): in_text, Path(made.clean): in_clean, Path("One. Six."): in_untouched}
    return score([case], found, lambda text, _: Path(text))["k"]


def test_a_finding_at_the_place_or_its_counterpart_counts(kinds: ModuleType) -> None:
    assert scored(kinds, [finding(5, 8)], [], []).found == 1
    assert scored(kinds, [finding(0, 3)], [], []).found == 1
    assert scored(kinds, [finding(8, 9), finding(10, 13)], [], []).found == 0
    assert scored(kinds, [], [], []).share == 0


def test_a_finding_that_is_there_without_the_defect_does_not_count(kinds: ModuleType) -> None:
    assert scored(kinds, [finding(5, 8)], [finding(5, 8)], []).found == 0
    assert scored(kinds, [finding(5, 8)], [finding(5, 8, "other")], []).found == 1
    assert scored(kinds, [finding(5, 8)], [finding(10, 13)], []).found == 1


def test_a_finding_on_the_unbroken_sentence_is_an_alarm(kinds: ModuleType) -> None:
    assert scored(kinds, [], [finding(5, 8)], []).alarms == 1
    assert scored(kinds, [], [finding(10, 13)], []).alarms == 0
    assert scored(kinds, [], [finding(0, 3)], [finding(0, 3)]).alarms == 0


def test_a_finding_on_a_copied_word_does_not_count(kinds: ModuleType) -> None:
    from planted.making import Case
    from planted.model import KINDS, Planted, Span
    from planted.scoring import score

    made = Planted("One. Two. One.", "One. Two.", Span(10, 14), copies=True)
    case = Case(KINDS["sentence-repeated"], made, "One. Two.", 0)
    found = {Path(made.clean): [finding(0, 3)], Path(made.text): [finding(0, 3), finding(10, 13)]}
    row = score([case], found, lambda text, _: Path(text))["sentence-repeated"]
    assert (row.planted, row.found) == (1, 0)
    found[Path(made.text)].append(finding(10, 14, "repeated"))
    assert score([case], found, lambda text, _: Path(text))["sentence-repeated"].found == 1


def test_noise_is_counted_by_severity(kinds: ModuleType) -> None:
    from planted.scoring import noise

    found = {Path("a"): [finding(0, 1, "r", "error"), finding(0, 1, "r", "info")]}
    counted = noise([("word " * 50, Path("a")), ("word " * 150, Path("b"))], found)
    assert (counted.words, counted.per_100_000("error"), counted.per_100_000()) == (200, 500, 1000)


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, ROOT / "bench/planted.py", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")


def test_the_command_measures_and_writes_a_page(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BRITISH, encoding="utf-8")
    (tmp_path / "b.txt").write_text(AMERICAN, encoding="utf-8")
    page = tmp_path / "page.md"
    kinds = ["word-doubled", "link-pasted", "word-mistyped", "weekday-wrong"]
    done = run(str(tmp_path), "--kinds", *kinds, "--linters", "articlelint", "--write", str(page))
    assert done.returncode == 0, done.stderr
    assert "8 defects of 4 kinds" in done.stderr
    row = next(line for line in done.stdout.splitlines() if line.startswith("| A word is typed twice"))
    assert row.startswith("| A word is typed twice | 2 |")
    assert re.search(r"^word-doubled \(repeated-word\): \d of 2: ", done.stdout, re.MULTILINE)
    text = page.read_text(encoding="utf-8")
    assert "$ python bench/planted.py ARTICLES --count 40 --seed 7 --write docs/comparison.md\n" in text
    assert row in text
    assert "- articlelint " in text


def test_a_folder_without_articles_is_an_error(tmp_path: Path) -> None:
    done = run(str(tmp_path))
    assert done.returncode == 1
    assert done.stderr == f"{tmp_path}: no articles in .txt, .jsonl or .jsonl.gz files\n"


def test_the_page_of_the_documentation_has_every_kind(kinds: ModuleType) -> None:
    page = (ROOT / "docs/comparison.md").read_text(encoding="utf-8")
    rows = {line.split(" | ")[0].removeprefix("| ").removesuffix(" \\*") for line in page.splitlines()}
    assert [kind.about for kind in kinds.KINDS.values() if kind.about not in rows] == []
