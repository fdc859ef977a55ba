"""``fix -``: what an editor puts in the place of its text is never anything but an article."""

from __future__ import annotations

import pytest
from conftest import Articlelint

ONLY = ("--no-cache", "--select", "repeated-word,long-sentence")
BAD = "It was the the end.\n"
GOOD = "It was the end.\n"


@pytest.mark.parametrize("command", [("fix",), ("check", "--fix")])
def test_the_fixed_article_is_all_there_is_on_standard_output(
    articlelint: Articlelint, command: tuple[str, ...]
) -> None:
    done = articlelint(*command, *ONLY, "-", stdin=BAD.encode())
    assert (done.code, done.out) == (0, GOOD)
    assert done.err == "Fixed 1 finding in 1 article. Nothing is left.\n"
    done = articlelint(*command, *ONLY, "-q", "-", stdin=BAD.encode())
    assert (done.code, done.out, done.err) == (0, GOOD, "")


def test_findings_that_are_left_go_to_standard_error(articlelint: Articlelint) -> None:
    left = "He walked " + "and walked " * 40 + "home.\n"
    done = articlelint("fix", *ONLY, "--fail-on", "info", "-", stdin=(BAD + "\n" + left).encode())
    assert (done.code, done.out) == (1, GOOD + "\n" + left)
    assert done.err.startswith("-:3:1: info[long-sentence]")
    done = articlelint("fix", *ONLY, "--output-format", "json", "-", stdin=left.encode())
    assert done.out == left
    assert '"rule": "long-sentence"' in done.err


def test_bytes_stay_as_they_are(articlelint: Articlelint) -> None:
    text = "Café.\r\n\r\nIt was the the end."
    done = articlelint("fix", *ONLY, "-", stdin=b"\xef\xbb\xbf" + text.encode())
    assert done.out == "\ufeff" + text.replace("the the", "the")


def test_the_name_decides_on_format_and_configuration(articlelint: Articlelint) -> None:
    articlelint.write("desk/.articlelint.toml", 'ignore = ["repeated-word"]')
    text = "It was `the the` end of the the day.\n"
    done = articlelint("fix", "--no-cache", "--stdin-filename", "a.md", "-", stdin=text.encode())
    assert done.out == "It was `the the` end of the day.\n"
    done = articlelint("fix", "--no-cache", "--stdin-filename", "desk/a.md", stdin=text.encode())
    assert done.out == text


def test_diff(articlelint: Articlelint) -> None:
    done = articlelint("fix", *ONLY, "--diff", "--stdin-filename", "a.txt", "-", stdin=BAD.encode())
    assert (done.code, done.err) == (1, "")
    assert done.out == "--- a/a.txt\n+++ b/a.txt\n@@ -1 +1 @@\n-It was the the end.\n+It was the end.\n"
    assert articlelint("fix", *ONLY, "--diff", "-", stdin=GOOD.encode()).out == ""


def test_where_something_is_wrong_the_article_comes_back_as_it_was(articlelint: Articlelint) -> None:
    articlelint.write("desk/.articlelint.toml", "wrong = 1")
    for args, data in (
        (("--stdin-filename", "desk/a.txt"), BAD.encode()),
        (("--stdin-filename", "a.tex"), BAD.encode()),
        ((), b"\x00 the the"),
    ):
        done = articlelint("fix", *ONLY, *args, "-", stdin=data)
        assert (done.code, done.out.encode()) == (2, data)
        assert "error: " in done.err


def test_an_excluded_article_comes_back_as_it_was(articlelint: Articlelint) -> None:
    articlelint.write(".articlelint.toml", 'exclude = ["drafts/"]')
    done = articlelint("fix", *ONLY, "--stdin-filename", "drafts/a.txt", "-", stdin=BAD.encode())
    assert (done.code, done.out) == (0, BAD)
    assert done.err == "Left out: 1 file that the configuration excludes.\n"


def test_other_paths_beside_it_are_refused(articlelint: Articlelint) -> None:
    articlelint.write("a.txt", BAD)
    for args in (("-", "a.txt"), ("--stdin-filename", "a.txt", "a.txt"), ("-", "-")):
        assert articlelint("fix", *ONLY, *args, stdin=BAD.encode()).code == 2
