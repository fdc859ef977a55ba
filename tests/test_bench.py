"""The benchmark of speed runs, and the page about performance has the tables that it prints."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

pytestmark = pytest.mark.tools

PAGE = (ROOT / "docs/performance.md").read_text(encoding="utf-8")


def speed(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "bench/speed.py", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def first_cells(table: str) -> list[str]:
    return [line.split("|")[1].strip() for line in table.splitlines() if line.startswith("| ")]


def test_every_part_is_measured_and_the_page_has_its_figures() -> None:
    done = speed("examples", "--quick")
    assert done.returncode == 0, done.stderr
    costs, figures = done.stdout.split("\n\n")[1:]
    assert costs.startswith("| | wall, s | CPU, s |\n|---|---:|---:|\n| **One article of 9 KB** | | |\n")
    assert figures.startswith("| | measured | at most |\n")
    assert "inf" not in done.stdout
    assert "nan" not in done.stdout
    # The title of a part may tell the size of the sample; the page was made with a larger one.
    rows = [cell for cell in first_cells(costs) + first_cells(figures) if not cell.startswith("**An archive")]
    assert len(rows) > 20
    assert [row for row in rows if row not in first_cells(PAGE)] == []


def test_one_part_can_be_chosen() -> None:
    done = speed("examples", "--quick", "--only", "formats")
    assert done.returncode == 0, done.stderr
    costs, figures = done.stdout.split("\n\n")[1:]
    assert first_cells(costs)[1:] == ["**The same 1 MB in three formats**", "plain text", "Markdown", "HTML"]
    assert len(first_cells(figures)[1:]) == 2


def test_a_folder_without_articles_is_an_error(tmp_path: Path) -> None:
    done = speed(str(tmp_path))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"{tmp_path}: no articles in .txt, .jsonl or .jsonl.gz files\n"


def test_a_command_that_fails_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT / "bench")
    import processes

    program = "import sys; print('out of paper', file=sys.stderr); sys.exit(2)"
    failing = processes.Command([sys.executable, "-c", program])
    with pytest.raises(processes.BenchError, match=r"^exit code 2 from: .*\nout of paper$"):
        processes.run(failing)


def test_articles_are_read_from_lines_of_json(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.syspath_prepend(ROOT / "bench")
    import articles

    (tmp_path / "a.txt").write_text("One.\n", encoding="utf-8")
    (tmp_path / "b.jsonl").write_text('{"id": 1, "text": "Two."}\n{"id": 2, "text": "Three."}\n')
    assert sorted(articles.read_articles(tmp_path)) == ["One.\n", "Three.", "Two."]


def test_an_article_is_written_in_three_formats(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT / "bench")
    import articles

    text = "Ferry & tide\n\nThe ferry *sails* at noon or later."
    assert articles.as_plain(text) == text
    assert articles.as_markdown(text) == (
        "# Ferry & tide\n\nThe ferry *\\*sails\\** at noon [or](https://example.org/) later.\n"
    )
    assert '<p>The ferry <em>*sails*</em> at noon <a href="https://example.org/">or</a>' in articles.as_html(
        text
    )
    assert "<h1>Ferry &amp; tide</h1>" in articles.as_html(text)


def orphans(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "bench/orphans.py", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_orphans_are_put_where_nobody_is_near_and_counted(tmp_path: Path) -> None:
    free = "The library will be rebuilt on the hill. Work starts there in spring."
    taken = "The mayor will open the library. She lives on the hill."
    quoted = "“We have waited nine years and we will wait no longer,” she said."
    (tmp_path / "a.txt").write_text(f"{free}\n\n{taken}\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"{taken} {quoted} And the work goes on.\n", encoding="utf-8")
    kept = tmp_path / "kept"
    done = orphans(str(tmp_path), "--keep", str(kept))
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1].startswith("all                    found 1.000 (1 / 1)")
    (article,) = kept.rglob("*.txt")
    assert article.read_text(encoding="utf-8").startswith(
        'The library will be rebuilt on the hill. "We have waited nine years and we will wait no longer." Work'
    )
