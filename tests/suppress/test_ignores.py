"""Inline ignores: scopes, front matter, and ignores that ignore nothing."""

from __future__ import annotations

import pytest
from conftest import ROOT, Articlelint

RULES = "repeated-word,unused-ignore"


def rules_of(
    articlelint: Articlelint, text: str, name: str = "a.md", select: str = RULES
) -> list[tuple[str, int]]:
    articlelint.write(name, text)
    done = articlelint("check", "--isolated", "--output-format", "json", "--select", select, name)
    assert done.code in {0, 1}, done.err
    return [(f["rule"], f["line"]) for f in done.findings]


def test_ignore_covers_the_next_block_only(articlelint: Articlelint) -> None:
    text = (
        "<!-- articlelint: ignore[repeated-word] a quote -->\n\nIt was the the end.\n\nIt was the the end.\n"
    )
    assert rules_of(articlelint, text) == [("repeated-word", 5)]


def test_ignore_in_html(articlelint: Articlelint) -> None:
    text = "<!-- articlelint: ignore[repeated-word] --><p>It was the the end.</p><p>It was\nthe the end.</p>"
    assert rules_of(articlelint, text, "a.html") == [("repeated-word", 2)]


def test_ignore_without_names_covers_every_rule(articlelint: Articlelint) -> None:
    assert rules_of(articlelint, "<!-- articlelint: ignore -->\n\nIt was the the end.\n") == []


def test_ignore_takes_a_category(articlelint: Articlelint) -> None:
    assert rules_of(articlelint, "<!-- articlelint: ignore[typography] -->\n\nIt was the the end.\n") == []


def test_start_and_end(articlelint: Articlelint) -> None:
    text = (
        "It was the the end.\n\n<!-- articlelint: ignore-start[repeated-word] lyrics -->\n\n"
        "It was the the end.\n\nIt was the the end.\n\n<!-- articlelint: ignore-end -->\n\nIt was the the end.\n"
    )
    assert rules_of(articlelint, text) == [("repeated-word", 1), ("repeated-word", 11)]


def test_start_without_end_runs_to_the_end_of_the_file_and_is_reported(articlelint: Articlelint) -> None:
    text = "<!-- articlelint: ignore-start[repeated-word] -->\n\nIt was the the end.\n\nIt was the the end.\n"
    assert rules_of(articlelint, text) == [("unused-ignore", 1)]


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("ignore[repeated-word", "the list of rules is not closed"),
        ("ignore-file[repeated-word a band", "the list of rules is not closed"),
        ("ignore [repeated-word", "the list of rules is not closed"),
        ("ignore[]", "the list of rules is empty"),
    ],
)
def test_a_list_that_names_no_rule_ignores_nothing(
    articlelint: Articlelint, comment: str, message: str
) -> None:
    articlelint.write("a.md", f"<!-- articlelint: {comment} -->\n\nIt was the the end.\n")
    done = articlelint("check", "--isolated", "--output-format", "json", "--select", RULES, "a.md")
    assert [f["rule"] for f in done.findings] == ["unused-ignore", "repeated-word"]
    assert message in done.findings[0]["message"]


def test_ignore_file_works_from_anywhere(articlelint: Articlelint) -> None:
    text = "It was the the end.\n\nMore.\n\n<!-- articlelint: ignore-file[repeated-word] poem -->\n"
    assert rules_of(articlelint, text) == []


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: A\narticlelint-ignore: [repeated-word]\n---\n",
        "---\narticlelint-ignore:\n  - repeated-word\n  - extra-space\ntitle: A\n---\n",
        "---\narticlelint-ignore: repeated-word\n---\n",
        '+++\narticlelint-ignore = ["repeated-word"]\n+++\n',
        '{\n  "title": "A",\n  "articlelint-ignore": ["repeated-word"]\n}\n',
        '{"articlelint-ignore": "repeated-word", "title": "A"}\n',
    ],
)
def test_front_matter(articlelint: Articlelint, front: str) -> None:
    assert rules_of(articlelint, front + "\nIt was the the end.\n") == []


def test_an_ignore_that_ignores_nothing_is_reported_where_it_stands(articlelint: Articlelint) -> None:
    text = "All is well.\n\n<!-- articlelint: ignore[repeated-word] once needed -->\n\nAll is well.\n"
    assert rules_of(articlelint, text) == [("unused-ignore", 3)]


def test_front_matter_that_ignores_nothing_is_reported(articlelint: Articlelint) -> None:
    assert rules_of(articlelint, "---\na: 1\narticlelint-ignore: [repeated-word]\n---\n\nFine.\n") == [
        ("unused-ignore", 3)
    ]


def test_an_ignore_is_not_called_unused_when_its_rule_did_not_run(articlelint: Articlelint) -> None:
    text = "<!-- articlelint: ignore[extra-space] -->\n\nAll is well.\n"
    assert rules_of(articlelint, text) == []


def test_an_unknown_rule_in_an_ignore_is_reported_with_the_nearest_name(articlelint: Articlelint) -> None:
    articlelint.write("a.md", "<!-- articlelint: ignore[repeated-words] -->\n\nIt was the the end.\n")
    done = articlelint("check", "--isolated", "--output-format", "json", "--select", RULES, "a.md")
    assert [f["rule"] for f in done.findings] == ["unused-ignore", "repeated-word"]
    assert "did you mean 'repeated-word'?" in done.findings[0]["message"]


def test_a_misspelt_instruction_is_reported(articlelint: Articlelint) -> None:
    articlelint.write("a.md", "<!-- articlelint: ignroe[repeated-word] -->\n\nFine.\n")
    done = articlelint("check", "--isolated", "--output-format", "json", "--select", RULES, "a.md")
    assert "did you mean 'ignore'?" in done.findings[0]["message"]


@pytest.mark.parametrize(
    "written",
    [
        *("articlelint ignore", "articlelint-ignore", "articlelint ignore-file"),
        *("Articlelint: ignore", "article-lint: ignore"),
    ],
)
def test_an_ignore_that_does_not_begin_rightly_is_reported(articlelint: Articlelint, written: str) -> None:
    articlelint.write("a.md", f"<!-- {written}[repeated-word] -->\n\nIt was the the end.\n")
    done = articlelint("check", "--isolated", "--output-format", "json", "--select", RULES, "a.md")
    assert [f["rule"] for f in done.findings] == ["unused-ignore", "repeated-word"]
    assert "this does not begin with “articlelint:”, so nothing is ignored" in done.findings[0]["message"]


def test_a_comment_about_articlelint_is_a_comment(articlelint: Articlelint) -> None:
    assert rules_of(articlelint, "<!-- articlelint ignores this -->\n\nFine.\n") == []


def test_an_end_without_start_is_reported(articlelint: Articlelint) -> None:
    assert rules_of(articlelint, "Fine.\n\n<!-- articlelint: ignore-end -->\n") == [("unused-ignore", 3)]


def test_ignores_in_code_are_text(articlelint: Articlelint) -> None:
    text = "```html\n<!-- articlelint: ignore-file -->\n```\n\nIt was the the end.\n"
    assert rules_of(articlelint, text) == [("repeated-word", 5)]


@pytest.mark.parametrize(
    "text",
    [
        "It was the the end. <!-- COMMENT -->\n\nIt was at at sea.\n",
        "# It was the the end <!-- COMMENT -->\n\nIt was at at sea.\n",
        "- It was the the end. <!-- COMMENT -->\n- It was at at sea.\n",
        "- It was the the end.\n  <!-- COMMENT -->\n- It was at at sea.\n",
        "> It was the the end. <!-- COMMENT -->\n\nIt was at at sea.\n",
        "| it was the the end <!-- COMMENT --> | it was at at sea |\n|---|---|\n",
        "It was <!-- COMMENT --> the the end.\n\nIt was at at sea.\n",
    ],
)
def test_an_ignore_behind_words_covers_their_block_and_no_other(articlelint: Articlelint, text: str) -> None:
    comment = "articlelint: ignore[repeated-word] as it was said"
    found = rules_of(articlelint, text.replace("COMMENT", comment))
    assert [rule for rule, _ in found] == ["repeated-word"] * text.count("at at sea")


@pytest.mark.parametrize(
    "text",
    [
        "<p>It was the the end.<!-- COMMENT --></p><p>It was at at sea.</p>",
        "<p>It was the the end.</p> <!-- COMMENT -->\n<p>It was at at sea.</p>",
        "<ul><li>It was the the end. <!-- COMMENT -->\n<li>It was at at sea.</ul>",
        "<p>It was at at sea.</p><!-- COMMENT --><p>It was the the end.</p>",
    ],
)
def test_an_ignore_behind_words_in_html(articlelint: Articlelint, text: str) -> None:
    comment = "articlelint: ignore[repeated-word] as it was said"
    assert [rule for rule, _ in rules_of(articlelint, text.replace("COMMENT", comment), "a.html")] == [
        "repeated-word"
    ]


def test_the_example_of_the_readme_is_used(articlelint: Articlelint) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    example = readme.partition("```markdown\n<!--")[2].partition("```")[0]
    assert rules_of(articlelint, "<!--" + example) == []
