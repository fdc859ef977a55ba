"""The commands archive learn and archive ask, as people run them."""

from __future__ import annotations

import csv
import io
import json
import os
import sys

import pytest
from archive.conftest import article, write_lines
from conftest import Articlelint

from articlelint.cli.archive_progress import LearningProgress


@pytest.fixture
def learned(articlelint: Articlelint) -> Articlelint:
    """An archive of 30 articles, learned."""
    lines = [
        article(n, f"They met Volodymyr Zelensk{'iy' if n % 15 == 0 else 'y'} there.", year=2019 + n % 2)
        for n in range(30)
    ]
    write_lines(articlelint.folder / "news.jsonl", lines)
    done = articlelint("archive", "learn", "news.jsonl", "--workers", "1")
    said = (
        "archive.articlelint: learned from 30 articles, of which 30 are new and 0 near copies of earlier ones.\n"
        "The articles are of 2019-01-01 to 2020-12-24.\n"
    )
    assert (done.code, done.out) == (0, said), done.err
    assert "articlelint: 30 articles to read, 0 known from earlier runs\n" in done.err
    return articlelint


def test_ask_prints_a_table(learned: Articlelint) -> None:
    done = learned("archive", "ask", "Volodymyr Zelenskyy")
    assert done.code == 0, done.err
    rows = [line.split() for line in done.out.splitlines()]
    assert rows[2][:2] == ["name", "Volodymyr"]
    assert rows[2][2:] == ["Zelensky", "28", "93%", "2019-01-13", "2020-12-24", "city", "28", "yes"]
    assert rows[3] == ["Volodymyr", "Zelenskiy", "2", "7%", "2019-01-01", "2020-04-16", "city", "2"]
    assert "The last article of the archive is of 2020-12-24.\n" in done.out


def test_ask_for_a_surname_finds_those_that_share_a_first_name(learned: Articlelint) -> None:
    done = learned("archive", "ask", "zelenskiy", "--output-format", "json")
    found = [(row["kind"], row["form"], row["decided"]) for row in json.loads(done.out)]
    assert ("surname", "Zelensky", True) in found
    assert ("surname", "Zelenskiy", False) in found


def test_ask_as_csv(learned: Articlelint) -> None:
    done = learned("archive", "ask", "Volodymyr Zelensky", "--output-format", "csv")
    best = next(csv.DictReader(io.StringIO(done.out)))
    assert (best["form"], best["articles"], best["share"]) == ("Volodymyr Zelensky", "28", "0.933")
    assert best["years"] == "2019:14;2020:14"


def test_what_the_archive_does_not_have(learned: Articlelint) -> None:
    done = learned("archive", "ask", "Nobody Else")
    assert (done.code, done.out, done.err) == (1, "The archive does not have “Nobody Else”.\n", "")


def test_what_is_no_article_makes_the_exit_code_2(articlelint: Articlelint) -> None:
    articlelint.write("a.jsonl", '{"text": "It rained."}\n[]\n')
    done = articlelint("archive", "learn", "a.jsonl", "--workers", "1", "--into", "it.articlelint")
    assert done.code == 2
    assert (
        "articlelint: error: a.jsonl: a line is no JSON object with an article, it begins with: []\n"
        in done.err
    )
    assert done.out.startswith("it.articlelint: learned from 1 article, ")


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["learn"], "Missing argument 'SOURCE...'"),
        (["learn", "nothing"], "nothing: no such file or folder"),
        (["learn", "a.txt", "--into", "."], "--into: .: this is a folder; name a file"),
        (["learn", "a.txt", "--work", "a[1]"], "choose a folder without * ? and [ in its path"),
        (["ask", "it"], "archive.articlelint: no such file; articlelint archive learn makes it"),
        (["ask", "it", "--archive", "a.txt"], "a.txt: this is no archive of articlelint"),
    ],
)
def test_wrong_arguments(articlelint: Articlelint, arguments: list[str], why: str) -> None:
    articlelint.write("a.txt", "It rained.\n")
    done = articlelint("archive", *arguments)
    assert (done.code, done.out) == (2, "")
    assert why in done.err


def test_a_missing_package_is_named_with_the_extra(articlelint: Articlelint) -> None:
    articlelint.write("sitecustomize.py", "import sys\nsys.modules['duckdb'] = None\n")
    articlelint.write("a.txt", "It rained.\n")
    done = articlelint("archive", "learn", "a.txt", env={"PYTHONPATH": str(articlelint.folder)})
    assert done.code == 2
    assert "archive learn needs the package duckdb: install articlelint with its extra 'archive'" in done.err


def test_progress_tells_rate_and_time_left(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: False)
    now = 0.0
    progress = LearningProgress(lambda: now)
    progress.mapping(30_000, 1_000)
    now = 10.0
    progress.mapped(500)
    now = 40.0
    progress.mapped(1_500)
    now = 600.0
    progress.mapped(28_000)
    assert capsys.readouterr().err.splitlines() == [
        "articlelint: 30,000 articles to read, 1,000 known from earlier runs",
        "articlelint: 2,000 of 30,000 articles, 50 a second, 9 min left",
        "articlelint: 30,000 of 30,000 articles, 50 a second, 0 s left",
    ]


def test_an_archive_is_not_written_over_anything_else(articlelint: Articlelint) -> None:
    articlelint.write("a.txt", "It rained.\n")
    os.mkfifo(articlelint.folder / "pipe")
    for into, why in (
        ("a.txt", "a.txt: this is no archive of articlelint; name another file"),
        ("pipe", "pipe: this is no archive of articlelint; name another file"),
        ("none/it.articlelint", "make it first"),
    ):
        done = articlelint("archive", "learn", "a.txt", "--workers", "1", "--into", into)
        assert (done.code, done.out) == (2, ""), into
        assert why in done.err
    assert (articlelint.folder / "a.txt").read_text() == "It rained.\n"
    assert (articlelint.folder / "pipe").is_fifo()


def test_a_link_to_an_archive_keeps_its_place(articlelint: Articlelint) -> None:
    articlelint.write("a.txt", "It rained.\n")
    link = articlelint.folder / "it.articlelint"
    (articlelint.folder / "shared").mkdir()
    link.symlink_to("shared/it.articlelint")
    done = articlelint("archive", "learn", "a.txt", "--workers", "1", "--into", "it.articlelint")
    assert done.code == 0, done.err
    assert link.is_symlink()
    assert link.read_bytes().startswith(b"SQLite format 3")


def test_names_and_texts_that_are_not_unicode_are_read_all_the_same(articlelint: Articlelint) -> None:
    (articlelint.folder / os.fsdecode(b"caf\xe9.txt")).write_text("It rained.\n")
    (articlelint.folder / os.fsdecode(b"\xff.html")).write_bytes(os.urandom(99) + b"\0")
    broken = {"text": "Half an emoji \ud83d.", "title": "T \ud83d", "id": "\ud83d", "desk": "\udc80"}
    write_lines(articlelint.folder / "a.jsonl", [broken])
    with (articlelint.folder / "a.jsonl").open("a") as lines:
        lines.write("[" * 100_000 + "\n")
    for new in (4, 0):
        done = articlelint("archive", "learn", ".", "--workers", "1")
        assert done.code == 2
        assert f"{new} articles to read, {4 - new} known from earlier runs\n" in done.err
        assert (
            "articlelint: error: a.jsonl: a line is not JSON that can be read, it begins with: [[[["
            in done.err
        )
        assert ".html: not a text file" in done.err
        assert done.out.startswith("archive.articlelint: learned from 2 articles, ")


def test_what_is_known_of_several_people_has_their_keys(learned: Articlelint) -> None:
    write_lines(learned.folder / "more.jsonl", [article(n, "Olena Zelensky left.") for n in range(30, 33)])
    assert learned("archive", "learn", "news.jsonl", "more.jsonl", "--workers", "1").code == 0
    done = learned("archive", "ask", "Zelensky")
    assert "surname:zelenski first=volodymyr" in done.out.replace("\n", " ")
    assert "surname:zelenski first=olena" in done.out.replace("\n", " ")
    assert "or of the last two years" in " ".join(done.out.split())


def test_a_named_export_of_wordpress_is_learned(articlelint: Articlelint) -> None:
    post = (
        "<item><title>Story {0}</title><wp:post_id>{0}</wp:post_id><wp:post_type>post</wp:post_type>"
        "<wp:status>publish</wp:status><wp:post_date>2024-01-0{0} 10:00:00</wp:post_date>"
        "<content:encoded><![CDATA[<p>It rained {0} times.</p>]]></content:encoded></item>"
    )
    articlelint.write(
        "export.xml",
        '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version>'
        f"{post.format(1)}{post.format(2)}</channel></rss>",
    )
    done = articlelint("archive", "learn", "export.xml", "--workers", "1")
    assert done.code == 0, done.err
    assert done.out == (
        "archive.articlelint: learned from 2 articles, of which 2 are new and 0 near copies of earlier ones.\n"
        "The articles are of 2024-01-01 to 2024-01-02.\n"
    )
    before = (articlelint.folder / "archive.articlelint").read_bytes()
    done = articlelint("archive", "learn", "export.xml", "--workers", "1", "--status", "nonsense")
    assert (done.code, done.out) == (2, "")
    assert "articlelint: error: no article has one of the statuses of --status\n" in done.err
    assert (articlelint.folder / "archive.articlelint").read_bytes() == before


def test_that_no_date_was_found_is_said(articlelint: Articlelint) -> None:
    articlelint.write("a.jsonl", '{"text": "It rained.", "day": "2024-01-01"}\n{"text": "It snowed."}\n')
    done = articlelint("archive", "learn", "a.jsonl", "--workers", "1")
    assert done.out.endswith("\nNo article has a date: --date names the key that it is under.\n")
    done = articlelint("archive", "learn", "a.jsonl", "--workers", "1", "--date", "day")
    assert done.out.endswith("\nThe articles are of 2024-01-01 to 2024-01-01; 1 without a date.\n")


def test_a_damaged_archive_is_named_in_one_line(learned: Articlelint) -> None:
    file = learned.folder / "archive.articlelint"
    whole = file.read_bytes()
    file.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    for command in (["ask", "it", "--archive"], ["drift"], ["review", "--list"]):
        done = learned("archive", *command, "archive.articlelint")
        assert (done.code, done.out) == (2, ""), command
        assert done.err.startswith("articlelint: error: archive.articlelint: damaged (")
        assert done.err.count("\n") == 1


_HOSTILE = """
import articlelint as al

def find(doc):
    yield al.Written({key}, "x", doc.tokens[0].span)

@al.hookimpl
def articlelint_archive_kinds():
    return [al.ArchiveKind("odd", "what is odd", find)]
"""


@pytest.mark.parametrize(
    ("key", "code", "why"),
    [
        (
            "5",
            2,
            "kind 'odd' failed in a.txt: TypeError: the key and the form of Written must be strings, not int",
        ),
        ('"\\ud800"', 0, ""),
    ],
)
def test_a_kind_of_a_plugin_that_gives_something_else(
    articlelint: Articlelint, key: str, code: int, why: str
) -> None:
    articlelint.write("a.txt", "It rained.\n")
    articlelint.write("plugin/odd_kind.py", _HOSTILE.format(key=key))
    articlelint.write(
        "plugin/odd_kind-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: odd-kind\nVersion: 1.0\n"
    )
    articlelint.write("plugin/odd_kind-1.0.dist-info/entry_points.txt", "[articlelint]\nodd = odd_kind\n")
    done = articlelint(
        "archive", "learn", "a.txt", "--workers", "1", env={"PYTHONPATH": str(articlelint.folder / "plugin")}
    )
    assert done.code == code, done.err
    assert why in done.err
