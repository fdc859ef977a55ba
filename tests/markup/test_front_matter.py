"""Front matter: what of it is prose, where it stands, and how it is fixed."""

from __future__ import annotations

import json
import re

import pytest
import yaml
from conftest import ROOT, Articlelint
from hypothesis import given, settings
from hypothesis import strategies as st
from markup.checks import shown_blocks

from articlelint.cli.init import TEMPLATE
from articlelint.markup.front_matter import find_front_matter, read_values
from articlelint.markup.front_matter_blocks import FRONT_MATTER_KINDS, FrontMatter, read_front_matter
from articlelint.model import BlockKind

YAML = """\
---
title: "The \\"Ilse\\" was late \\u2014 again"
date: 2024-05-01
author: Jane Doe
tags: [title, b]
description: >-
  A folded text
  that goes on.

  And another.
cover:
  alt: 'It''s the quay'
  caption: |
    A quay
    at night.
seo:
  title: Not a headline
images:
- alt: A ferry
  src: a.jpg
- alt: plain text over
    two lines
lang: en
---
"""
TOML = '''\
+++
title = 'The ferry' # no title
description = """
Many lines \\
   go on"""
weights = [1,
  2]
image = { alt = "The quay \\"B\\"", src = "x" }
[[images]]
"alt" = "A ferry"
+++
'''
JSON = '{\n\t"title": "A \\"new\\" ferry",\n\t"image": {"alt": "The \\/ quay"}, "draft": true\n}\n'


def read(text: str) -> FrontMatter:
    span = find_front_matter(text)
    assert span is not None
    return read_front_matter(text, span, FRONT_MATTER_KINDS)


def shown(text: str) -> list[tuple[str, str]]:
    return shown_blocks(read(text).markup)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_yaml(newline: str) -> None:
    assert shown(YAML.replace("\n", newline)) == [
        ("headline", 'The "Ilse" was late — again'),
        ("standfirst", "A folded text that goes on."),
        ("standfirst", "And another."),
        ("alt-text", "It's the quay"),
        ("caption", "A quay at night."),
        ("alt-text", "A ferry"),
        ("alt-text", "plain text over two lines"),
    ]


def test_toml() -> None:
    assert shown(TOML) == [
        ("headline", "The ferry"),
        ("standfirst", "Many lines go on"),
        ("alt-text", 'The quay "B"'),
        ("alt-text", "A ferry"),
    ]


def test_json() -> None:
    assert shown(JSON + "\nBody.\n") == [("headline", 'A "new" ferry'), ("alt-text", "The / quay")]


def test_metadata() -> None:
    metadata = read(YAML).metadata
    assert (metadata["date"], metadata["author"], metadata["lang"]) == ("2024-05-01", "Jane Doe", "en")
    assert metadata["cover.alt"] == "It's the quay"


def test_what_cannot_be_read_is_said() -> None:
    assert read("---\ntitle: a: b\n---\n").problem == (
        "line 2: there is a colon in the value, or a space too many before the key; "
        "put the value in quotation marks, or delete the space"
    )
    assert read("+++\ntitle = 'a\n+++\n").problem == "line 2: a string is not closed"
    assert read(f"---\na: {'[' * 5000}\n---\n").problem


values = st.text(st.characters(codec="utf-8", categories=("L", "P", "Zs", "S", "N"))) | st.text(
    "a'\"\\ \n:#-"
)


@settings(max_examples=300, deadline=None)
@given(value=values, style=st.sampled_from([None, "'", '"', "|", ">"]), width=st.integers(10, 80))
def test_a_value_of_yaml_is_the_prose_whatever_its_style(value: str, style: str | None, width: int) -> None:
    data = yaml.safe_dump({"title": value}, default_style=style, width=width, allow_unicode=True)
    text = f"---\n{data}---\n"
    assert read(text).metadata["title"].split() == value.split()


@settings(deadline=None)
@given(value=values)
def test_a_value_of_json_is_the_prose(value: str) -> None:
    text = json.dumps({"title": value}, ensure_ascii=False) + "\n"
    assert read(text).metadata["title"].split() == value.split()


def test_values_keep_their_places() -> None:
    span = find_front_matter(YAML)
    assert span is not None
    raw = {value.path: YAML[value.start : value.end] for value in read_values(YAML, span)}
    assert raw["cover.alt"] == "It''s the quay"
    assert raw["title"].startswith('The \\"Ilse')


@pytest.mark.parametrize("name", ["a.md", "a.html"])
@pytest.mark.parametrize("text", [YAML, TOML, JSON])
def test_findings_and_fixes(articlelint: Articlelint, text: str, name: str) -> None:
    text = text.replace("ferry", "and and ferry").replace("quay", "at at quay")
    path = articlelint.write(name, text + "\nThe body.\n")
    done = articlelint("check", "--isolated", "--output-format", "json", "--select", "repeated-word", name)
    for finding in done.findings:
        line = text.splitlines()[finding["line"] - 1]
        assert line[finding["column"] - 1 : finding["end_column"] - 1] == finding["text"]
    assert len(done.findings) >= 2
    assert articlelint("fix", "--isolated", "--select", "repeated-word", name).code == 0
    fixed = text.replace("and and", "and").replace("at at", "at")
    assert path.read_text("utf-8") == fixed + "\nThe body.\n"


def test_a_fix_that_would_break_the_data_is_not_made(articlelint: Articlelint) -> None:
    text = (
        "---\ntitle: \"It's ours\"\nsubtitle: 'The ferry''s late'\n---\n\nIt’s theirs. It’s his. It’s hers.\n"
    )
    path = articlelint.write("a.md", text)
    articlelint("fix", "--isolated", "--unsafe-fixes", "--select", "mixed-apostrophes", "a.md")
    after = path.read_text("utf-8")
    assert yaml.safe_load(after.split("---")[1])["subtitle"] in {"The ferry's late", "The ferry’s late"}


def test_which_keys_are_prose_can_be_configured(articlelint: Articlelint) -> None:
    articlelint.write(".articlelint.toml", '[front-matter]\nkicker = "crosshead"\ntitle = "none"\n')
    articlelint.write("a.md", "---\ntitle: the the a\nkicker: the the b\n---\n\nBody.\n")
    done = articlelint("check", "--output-format", "json", "--select", "repeated-word", "a.md")
    assert [f["line"] for f in done.findings] == [3]
    articlelint.write(".articlelint.toml", '[front-matter]\nkicker = "headlin"\n')
    done = articlelint("check", "a.md")
    assert (done.code, "did you mean 'headline'?" in done.err) == (2, True)


def test_the_guides_name_the_keys_that_are_read() -> None:
    guide = (
        (ROOT / "docs/configuration.md").read_text().partition("## `[front-matter]`")[2].partition("\n## ")[0]
    )
    table = dict(re.findall(r"^\| (`.*`) \| `(.*)` \|$", guide, re.MULTILINE))
    told = {key.strip("`"): kind for keys, kind in table.items() for key in keys.split(", ")}
    assert told == {key: kind for key, kind in FRONT_MATTER_KINDS.items() if kind is not None}
    assert [kind for kind in BlockKind if f"`{kind}`" not in guide] == []
    plain = [key for key in told if "*" not in key]
    for text in (TEMPLATE, (ROOT / "docs/journalists.md").read_text()):
        assert [key for key in plain if key not in text and key != "headline"] == []
        assert 'lede = "standfirst"' in text


def test_the_documented_keys_are_read(articlelint: Articlelint) -> None:
    guide = (ROOT / "docs/configuration.md").read_text()
    example = re.search(r"```toml\n(\[front-matter\]\n.*?)```", guide, re.DOTALL)
    assert example is not None
    articlelint.write(".articlelint.toml", example[1])
    articlelint.write(
        "a.md", "---\nlede: the the a\nimage:\n  credit: the the b\nexcerpt: the the c\n---\n\nBody.\n"
    )
    done = articlelint("check", "--output-format", "json", "--select", "repeated-word", "a.md")
    assert [f["line"] for f in done.findings] == [2, 4]


@pytest.mark.parametrize(
    ("front", "problem"),
    [
        ("---\ntitle: a: b\n---", "line 2: there is a colon in the value"),
        ('---\ntitle: "It" is\n---', "line 2 cannot be read as YAML"),
        ('---\ntitle: "It is\n---', "line 3: a quotation mark or a bracket is not closed"),
        ("---\ntitle: %a\n---", "line 2: the value begins with a mark"),
        ("+++\ntitle = It is the the\n+++", "line 2: the value of title is text; put it in quotation marks"),
        ("+++\na = 1\na = 2\n+++", "line 3 is not TOML"),
        ('+++\na = "b" 2\n+++', "line 2 is not TOML"),
        ('{\n  "title": "the the",\n  "a": {\n    "b": 1\n  },\n}', "line 6 is not JSON"),
        ('{"title": "the the",}', "line 1 is not JSON"),
    ],
)
def test_malformed_front_matter_is_a_notice(articlelint: Articlelint, front: str, problem: str) -> None:
    articlelint.write("a.md", f"{front}\n\nBody.\n")
    done = articlelint("check", "--isolated", "a.md")
    assert f"a.md: the front matter was not checked: {problem}" in done.err
    assert "Nothing found" in done.out


def test_toml_values_without_quotation_marks_are_read() -> None:
    assert not read(
        "+++\na = 2024-01-01 07:32:00\nb = -1.5\nc = [true, inf]\n[d]\ne = {f = 0x1}\n+++\n"
    ).problem


def test_fixes_in_a_long_front_matter_are_shown_only(articlelint: Articlelint) -> None:
    """Each would have to be verified by reading the whole front matter again."""
    for count, fixed in ((20, True), (400, False)):
        articlelint.write("a.md", "---\ntitle:\n" + "- It is the the end\n" * count + "---\n\nIt left.\n")
        articlelint("fix", "--isolated", "--select", "repeated-word", "a.md")
        assert ("the the" not in (articlelint.folder / "a.md").read_text()) is fixed
