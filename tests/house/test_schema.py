"""What an entry may say: keys, types, scopes, dialects, each complaint with its line."""

from __future__ import annotations

import re

import pytest
from conftest import ROOT

import articlelint as al
from articlelint_house.schema import COMMON, KINDS


@pytest.mark.parametrize(
    ("pack", "said"),
    [
        ('[[term]]\navoid = "x"\nregex = "y"\n', "desk.toml:3: unknown key 'regex' (a [[term]] entry has: avoid, use, inflect, id"),
        ('[[pattern]]\nregex = "x"\navoid = "y"\n', "desk.toml:3: unknown key 'avoid' (a [[pattern]] entry has: regex, use, ignore-case"),
        ('[[term]]\navoid = "x"\nscope = ["body", "sport"]\n', "desk.toml:3: 'scope' must be one of everywhere, body"),
        ('[[term]]\navoid = "x"\nscope = ["everywhere", "body"]\n', "desk.toml:3: 'scope': \"everywhere\" has all other"),
        ('[[term]]\navoid = "x"\ndialect = "fr"\n', "desk.toml:3: 'dialect' must be one of en-GB"),
        ('[[term]]\navoid = "x"\nadvisory = 1\n', "desk.toml:3: 'advisory' must be true or false, not 1"),
        ('[[term]]\navoid = "x"\nadvisory = true\nseverity = "error"\n', "desk.toml:4: an advisory entry is for information"),
        ("[[term]]\navoid = []\n", "desk.toml:2: 'avoid' must not be empty"),
        ('[[term]]\navoid = ""\n', "desk.toml:2: 'avoid' must not be empty"),
        ("[[term]]\navoid = 1\n", "desk.toml:2: 'avoid' must be a string or a list of strings, not 1"),
        ('[[term]]\navoid = "x"\nuse = ""\n', "desk.toml:3: 'use' must not be empty"),
        ('[[term]]\navoid = "x"\nuse = true\n', "desk.toml:3: 'use' must be a string in quotation marks, not true"),
        ('[[term]]\navoid = "x"\ninflect = ["a"]\n', "desk.toml:3: 'inflect' must be true or false, not ['a']"),
        ('[[term]]\navoid = "x"\ndisabled = true\n', "desk.toml:3: 'disabled' must be the reason as text"),
        ('[[term]]\navoid = "x"\ndate = "yesterday"\n', "desk.toml:3: 'date' must be a date such as"),
        ('[[term]]\navoid = "x"\nlink = "nourl"\n', "desk.toml:3: 'link' must be a web address"),
        ('[[term]]\navoid = "x"\nscope = "headlines"\n', "not 'headlines'; did you mean 'headline'?"),
        ('[[term]]\navoid = "x"\nseverity = "warn"\n', "not 'warn'; did you mean 'warning'?"),
        ('[[terms]]\navoid = "x"\n', "did you mean 'term'?"),
        ('[[term]]\navoid = "x"\nfixed = "y"\n', "desk.toml:3: 'fixed' has more examples than 'flagged'"),
        ('[[banned]]\navoid = "x"\n', "desk.toml:1: a [[banned]] entry needs 'why'"),
        ('[[phrase]]\navoid = "a (b"\n', "desk.toml:2: 'avoid': “a (b”: a “(” that is not closed"),
        ('[[phrase]]\navoid = "ferr(y|ies)"\n', "desk.toml:2: 'avoid': “ferr(y|ies)”: a bracket inside a word"),
        ('[[phrase]]\navoid = "... b"\n', "desk.toml:2: 'avoid': “... b”: a gap at an end"),
        ('[[phrase]]\navoid = "[a] [b]"\n', "desk.toml:2: 'avoid': “[a] [b]”: every word is optional"),
        ('[[phrase]]\navoid = "a (b||c)"\n', "desk.toml:2: 'avoid': “a (b||c)”: an empty choice"),
        ('[[phrase]]\navoid = "a ) b"\n', "desk.toml:2: 'avoid': “a ) b”: a “)” too many"),
        ('[[pattern]]\nid = "p"\nregex = "x"\nuse = "\\\\2"\n', "desk.toml:4: 'use': there is no group 2"),
        ('[[name]]\nuse = "ferry"\n', "desk.toml:2: 'use': a name has a capital"),
        ('[[paired]]\npair = ["a"]\ntogether = "never"\n', "desk.toml:2: 'pair' must be two different forms"),
        ('[[paired]]\npair = ["a", "b"]\ntogether = "often"\n', "desk.toml:3: 'together' must be one of never"),
        ('[[first-use]]\nfull = "A"\nshort = "A"\n', "desk.toml:3: 'short' must be another form"),
        ('[[abbreviation]]\nfull = "A B"\n', "desk.toml:2: 'full' needs 'short'"),
        ('[[abbreviation]]\nreport = "now"\n', "desk.toml:2: 'report' must be one of undefined, late"),
        ("[[pattern]]\nid = 'p'\nregex = '[[a]'\n", "desk.toml:3: 'regex' is no regular expression: possible nested set"),
        ('[[pattern]]\nid = "p"\nregex = "\\bx"\n', "desk.toml:3: 'regex' has a backspace in it"),
        ("[[number]]\n", "desk.toml:1: a number decides one thing an entry, one of words-below"),
        ('[[number]]\npercent = "5%"\nday = "25 December 2026"\n', "desk.toml:3: a number decides one thing an entry, not 2"),
        ('[[number]]\npercent = "5 %"\n', "desk.toml:2: 'percent' must be one of 5%, 5 percent, 5 per cent"),
        ("[[number]]\nwords-below = 1\n", "desk.toml:2: 'words-below' must be from 2 to 100"),
        ('[[number]]\nwords-below = "ten"\n', "desk.toml:2: 'words-below' must be a whole number"),
        ('[[heading]]\ncase = "camel"\n', "desk.toml:2: 'case' must be one of sentence, title"),
        ('[terms]\navoid = "x"\n', "desk.toml:1: 'terms' is no kind of entry; the kinds are [[term]], [[phrase]]"),
        ('[[term]]\navoid = "a"\nwhy = """\n[[term]]\n"""\n[[term]]\navoid = "b"\nx = 1\n', "desk.toml:8: unknown key 'x'"),
    ],
)  # fmt: skip
def test_a_fault_is_one_line_with_the_place_of_the_key(report, pack: str, said: str) -> None:
    with pytest.raises(al.SettingsError) as raised:
        report(pack, "x")
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)


ARTICLE = """
<h1>The crag opens</h1><p>The crag is “a crag”, she said.</p><ul><li>A crag is listed.</li></ul>
<blockquote><p>This crag is quoted.</p></blockquote>
<figure><img src="a.jpg"><figcaption>A crag in May.</figcaption></figure>
"""


@pytest.mark.parametrize(
    ("scope", "found"),
    [
        ('"everywhere"', ["The crag o", "The crag i", "a crag”", "A crag is", "This crag", "A crag in"]),
        ('"outside-quotes"', ["The crag o", "The crag i", "A crag is", "A crag in"]),
        ('"headline"', ["The crag o"]),
        ('"body"', ["The crag i", "A crag is"]),
        ('"list"', ["A crag is"]),
        ('"caption"', ["A crag in"]),
        ('"blockquote"', ["This crag"]),
        ('"quotes"', ["a crag”"]),
        ('["body", "quotes"]', ["a crag”"]),
        ('["body", "quotes", "outside-quotes"]', ["The crag i", "a crag”", "A crag is"]),
        ('["headline", "caption"]', ["The crag o", "A crag in"]),
    ],
)
def test_scopes_add_up(report, scope: str, found: list[str]) -> None:
    pack = f'[[term]]\navoid = "crag"\nscope = {scope}\n'
    marked = report(pack, ARTICLE, suffix=".html").marked
    plain = [text.replace("crag", "[[crag]]") for text in found]
    assert marked.count("[[") == len(plain)
    assert all(text in marked for text in plain)


BRITISH = "The centre, the theatre and the harbour were full of colour. The crag was grey."
AMERICAN = "The center, the theater and the harbor were full of color. The crag was gray."


@pytest.mark.parametrize(
    ("text", "dialect", "count"),
    [
        (BRITISH, "auto", 1),
        (AMERICAN, "auto", 0),
        ("The crag was high.", "auto", 0),
        ("The crag was high.", "en-GB", 1),
        (BRITISH, "en-US", 0),
    ],
)
def test_an_entry_of_a_dialect_counts_in_its_articles(report, text: str, dialect: str, count: int) -> None:
    pack = '[[term]]\navoid = "crag"\ndialect = "en-GB"\n'
    assert len(report(pack, text, dialect=dialect).messages) == count


def test_the_documentation_has_every_kind_and_every_key() -> None:
    page = (ROOT / "docs/house-style.md").read_text(encoding="utf-8")
    for name, kind in KINDS.items():
        section = page.partition(f"### `{name}`")[2].partition("\n### ")[0]
        assert section, f"no section on {name}"
        missing = [key for key in kind.keys if f"| `{key}`" not in section]
        assert not missing, f"{name}: {missing}"
        extra = set(re.findall(r"^\| `([\w-]+)`", section, re.MULTILINE)) - kind.keys.keys()
        assert not extra, f"{name}: {extra}"
    assert not [key for key in COMMON if f"| `{key}`" not in page]
