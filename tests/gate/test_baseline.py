"""Baselines: what was there stays quiet, what is new counts."""

from __future__ import annotations

import json

import pytest
from conftest import Articlelint

ONLY = ("--isolated", "--no-cache", "--select", "repeated-word")
ONE = "The minister said that the the talks would go on in Geneva.\n"
TWO = "Nobody who was there could say why the the ferry had left.\n"
THREE = "In the end it was the the weather that decided the match.\n"


def check(articlelint: Articlelint, *paths: str) -> list[tuple[str, int]]:
    done = articlelint(
        "check", *ONLY, "--baseline", "known.json", "--output-format", "json", *(paths or (".",))
    )
    assert done.code in {0, 1}, done.err
    assert done.code == bool(done.findings)
    return [(f["path"], f["line"]) for f in done.findings]


def create(articlelint: Articlelint, *paths: str) -> None:
    done = articlelint("baseline", "create", *ONLY, "--baseline", "known.json", *(paths or (".",)))
    assert done.code == 0, done.err


def test_known_findings_are_quiet(articlelint: Articlelint) -> None:
    articlelint.write("a.txt", f"{ONE}\n{TWO}")
    create(articlelint)
    assert check(articlelint) == []


def test_a_new_one_counts_and_edits_elsewhere_change_nothing(articlelint: Articlelint) -> None:
    articlelint.write("a.txt", f"{ONE}\n{TWO}")
    create(articlelint)
    articlelint.write("a.txt", f"A first paragraph.\n\n{TWO}\nSomething between.\n\n{ONE}\n{THREE}")
    assert check(articlelint) == [("a.txt", 9)]


def test_one_fixed_and_one_new_is_seen(articlelint: Articlelint) -> None:
    articlelint.write("a.txt", f"{ONE}\n{TWO}")
    create(articlelint)
    articlelint.write("a.txt", f"{ONE.replace('the the', 'the')}\n{TWO}\n{THREE}")
    assert check(articlelint) == [("a.txt", 5)]


def test_the_same_sentence_twice_is_two(articlelint: Articlelint) -> None:
    articlelint.write("a.txt", f"{ONE}\n{ONE}")
    create(articlelint)
    articlelint.write("a.txt", f"{ONE}\n{ONE}\n{ONE}")
    assert check(articlelint) == [("a.txt", 5)]


def test_a_renamed_file_keeps_its_findings(articlelint: Articlelint) -> None:
    path = articlelint.write("a.txt", f"{ONE}\n{TWO}")
    create(articlelint)
    path.rename(articlelint.folder / "b.txt")
    assert check(articlelint) == []
    articlelint.write("b.txt", f"{ONE}\n{TWO}\n{THREE}")
    assert check(articlelint) == [("b.txt", 5)]


def test_a_copied_file_does_not(articlelint: Articlelint) -> None:
    articlelint.write("a.txt", ONE)
    create(articlelint)
    articlelint.write("b.txt", ONE)
    assert check(articlelint) == [("b.txt", 1)]


def test_prune_drops_what_is_gone_and_adds_nothing(articlelint: Articlelint) -> None:
    articlelint.write("a.txt", f"{ONE}\n{TWO}")
    gone = articlelint.write("b.txt", ONE)
    create(articlelint)
    gone.unlink()
    articlelint.write("a.txt", f"{TWO}\n{THREE}")
    done = articlelint("baseline", "prune", *ONLY, "--baseline", "known.json", ".")
    assert done.out == "Wrote known.json: 2 known findings removed, 1 left.\n"
    assert check(articlelint) == [("a.txt", 3)]


def test_prune_moves_the_findings_of_renamed_files(articlelint: Articlelint) -> None:
    for name, text in (("a.txt", f"{ONE}\n{TWO}"), ("b.txt", ONE), ("c.txt", ONE)):
        articlelint.write(name, text)
    create(articlelint)
    for old, new in (("a.txt", "x.txt"), ("b.txt", "new/y.txt")):
        (articlelint.folder / new).parent.mkdir(exist_ok=True)
        (articlelint.folder / old).rename(articlelint.folder / new)
    (articlelint.folder / "c.txt").unlink()
    articlelint.write("x.txt", f"{TWO}\n{THREE}")  # of the two sentences of a.txt, one has been corrected
    before = check(articlelint)
    done = articlelint("baseline", "prune", *ONLY, "--baseline", "known.json")
    assert done.out == "Wrote known.json: 2 known findings removed, 2 left.\n"
    assert check(articlelint) == before == [("x.txt", 3)]
    data = json.loads((articlelint.folder / "known.json").read_text())
    assert list(data["files"]) == ["new/y.txt", "x.txt"]
    done = articlelint("baseline", "prune", *ONLY, "--baseline", "known.json")
    assert done.out == "Wrote known.json: 0 known findings removed, 2 left.\n"


def test_it_is_sorted_and_has_no_line_numbers(articlelint: Articlelint) -> None:
    articlelint.write("b.txt", ONE)
    articlelint.write("a.txt", f"{ONE}\n{TWO}")
    create(articlelint)
    data = json.loads((articlelint.folder / "known.json").read_text())
    assert list(data["files"]) == ["a.txt", "b.txt"]
    assert {key for rows in data["files"].values() for row in rows for key in row} == {"rule", "fingerprint"}
    assert data["files"]["b.txt"][0] in data["files"]["a.txt"]


def test_from_another_folder(articlelint: Articlelint) -> None:
    articlelint.write("site/a.txt", ONE)
    create(articlelint)
    articlelint.write("known-elsewhere", "")
    done = Articlelint(articlelint.folder / "site")("check", *ONLY, "--baseline", "../known.json", "a.txt")
    assert done.code == 0


@pytest.mark.parametrize(
    "content",
    ["", b"\xff\xfe\xfd", "[]", "{", '{"version": 9, "files": {}}', '{"version": 1, "files": {"a": [1]}}'],
)
def test_what_is_no_baseline_is_an_error(articlelint: Articlelint, content: str | bytes) -> None:
    articlelint.write("a.txt", ONE)
    articlelint.write("known.json", content)
    done = articlelint("check", *ONLY, "--baseline", "known.json", ".")
    assert done.code == 2
    assert "known.json: not a baseline" in done.err
    assert done.err.count("\n") == 1
    assert "codec" not in done.err


def test_create_replaces_a_baseline_and_nothing_else(articlelint: Articlelint) -> None:
    articlelint.write("a.txt", ONE)
    done = articlelint("baseline", "create", *ONLY, "--baseline", "a.txt", "a.txt")
    assert done.code == 2
    assert "a.txt: not a baseline" in done.err
    assert done.err.count("\n") == 1
    assert (articlelint.folder / "a.txt").read_text() == ONE
    for _ in range(2):
        assert articlelint("baseline", "create", *ONLY, "--baseline", "known.json", "a.txt").code == 0


def test_one_finding_in_one_article(articlelint: Articlelint) -> None:
    articlelint.write("a.txt", "It was the the end.\n")
    done = articlelint(
        "baseline", "create", "--isolated", "--select", "repeated-word", "--baseline", "known.json", "a.txt"
    )
    assert done.out == "Wrote known.json: 1 known finding in 1 article.\n"
    assert "--fail-on" not in articlelint("baseline", "create", "--help").out


def test_a_missing_baseline_says_how_to_make_one(articlelint: Articlelint) -> None:
    articlelint.write("a.txt", ONE)
    done = articlelint("check", *ONLY, "--baseline", "known.json", ".")
    assert done.code == 2
    assert "articlelint baseline create --baseline known.json" in done.err


def test_nothing_is_written_when_not_all_was_read(articlelint: Articlelint) -> None:
    articlelint.write("a.txt", ONE)
    articlelint.write("b.txt", b"\0")
    done = articlelint("baseline", "create", *ONLY, "--baseline", "known.json", ".")
    assert done.code == 2
    assert not (articlelint.folder / "known.json").exists()
