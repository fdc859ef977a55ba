"""``bench/published.py``: findings on articles are compared, recorded, and judged by a person."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

pytestmark = pytest.mark.tools

TEXTS = {
    "desk/1": "Ferry sails\n\nIt was the the end. The ferry sailed at noon.\n\nShe saw the the bridge.",
    "desk/2": "The crew went to to the harbour. It rained.",
    "desk/3": "Nobody was on board. The captain  slept.",
}
ARTICLE = ("repeated-word", "desk/1")


def published(*arguments: str, answers: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, ROOT / "bench/published.py", *arguments]
    return subprocess.run(
        command, input=answers, capture_output=True, text=True, check=False, encoding="utf-8"
    )


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    write(folder, TEXTS)
    return folder


def write(folder: Path, texts: dict[str, str]) -> None:
    rows = [{"id": name.split("/")[1], "text": text} for name, text in texts.items()]
    lines = "\n".join(json.dumps(row) for row in rows)
    (folder / "desk.jsonl.gz").write_bytes(gzip.compress(lines.encode()))


class Judge:
    """Runs ``--judge`` on the corpus, with its files in the same folder."""

    def __init__(self, corpus: Path) -> None:
        self.corpus = corpus
        self.answers = corpus.parent / "answers.jsonl"
        self.figures = corpus.parent / "precision.json"

    def __call__(self, answers: str, *rules: str, sample: int = 20) -> subprocess.CompletedProcess[str]:
        return published(
            str(self.corpus), "--judge", *rules, "--answers", str(self.answers), "--figures", str(self.figures),
            "--date", "2026-01-31", "--sample", str(sample), answers=answers,
        )  # fmt: skip

    def rows(self) -> dict[str, dict[str, object]]:
        return json.loads(self.figures.read_text(encoding="utf-8"))


def test_a_person_judges_each_finding_with_its_sentence(corpus: Path) -> None:
    judge = Judge(corpus)
    done = judge("y\nn\ns\n", "repeated-word")
    assert done.returncode == 0, done.stderr
    assert "repeated-word, 1 of 3" in done.stdout
    assert "    It was ⟦the the⟧ end.\n" in done.stdout
    assert "  desk/2:1:15 error: “to” stands here twice: cut one\n" in done.stdout
    assert "rained" not in done.stdout
    (row,) = judge.rows().items()
    assert row[0] == "repeated-word"
    assert {key: row[1][key] for key in ("right", "style", "sample", "date")} == {
        "right": 1, "style": 1, "sample": 3, "date": "2026-01-31",
    }  # fmt: skip
    assert done.stdout.endswith("repeated-word: 1 of 3 right, 1 a matter of style\n")


def test_the_files_have_no_text_of_the_articles(corpus: Path) -> None:
    judge = Judge(corpus)
    judge("y\ny\ny\ny\n")
    kept = [json.loads(line) for line in judge.answers.read_text().splitlines()]
    assert len(kept) == 4
    assert {"rule": "repeated-word", "article": "desk/2", "place": "1:15-1:20", "answer": "right"} in kept
    assert set(judge.rows()) == {"repeated-word", "extra-space"}
    for word in ("ferry", "harbour", "captain"):
        assert word not in (judge.answers.read_text() + judge.figures.read_text()).lower()


def test_it_goes_on_where_it_was_left(corpus: Path) -> None:
    judge = Judge(corpus)
    done = judge("y\nq\n", "repeated-word")
    assert "run the same command to go on" in done.stdout
    assert judge.rows()["repeated-word"]["sample"] == 1
    done = judge("n\n", "repeated-word")  # the input ends before the last question
    assert done.returncode == 0
    assert "repeated-word, 1 of 3" not in done.stdout
    done = judge("y\n", "repeated-word")
    assert "repeated-word, 3 of 3" in done.stdout
    assert "to go on" not in done.stdout
    assert (judge.rows()["repeated-word"]["right"], judge.rows()["repeated-word"]["sample"]) == (2, 3)
    assert "Right?" not in judge("", "repeated-word").stdout


def test_what_is_no_answer_is_asked_again(corpus: Path) -> None:
    done = Judge(corpus)("maybe\n\nY\nq\n", "extra-space")
    assert done.stdout.count("Right?") == 3
    assert "extra-space: 1 of 1 right" in done.stdout


def test_figures_of_other_rules_stay(corpus: Path) -> None:
    judge = Judge(corpus)
    judge("y\n", "extra-space")
    before = judge.rows()["extra-space"]
    judge("n\nn\nn\n", "repeated-word")
    assert judge.rows()["extra-space"] == before
    assert judge.rows()["repeated-word"]["right"] == 0


def test_a_sample_keeps_its_findings_when_others_come(corpus: Path) -> None:
    judge = Judge(corpus)
    judge("y\ny\n", "repeated-word", sample=2)
    write(corpus, {**TEXTS, "desk/4": "All is well."})
    assert "Right?" not in judge("", "repeated-word", sample=2).stdout
    asked = judge("", "repeated-word", sample=3).stdout
    assert "repeated-word, 3 of 3" in asked
    assert asked.count("Right?") == 1


def test_a_broken_file_of_answers_is_named(corpus: Path) -> None:
    judge = Judge(corpus)
    judge.answers.write_text('{"rule": "a", "article": "b", "place": "c", "answer": "perhaps"}\n')
    done = judge("y\n")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"{judge.answers}:1: this is no answer of an earlier run\n"


def test_what_is_new_and_gone_is_shown_with_its_sentence(corpus: Path) -> None:
    record = corpus.parent / "record.json"
    done = published(str(corpus), "--record", "--recorded", str(record))
    assert done.stdout == "Recorded 4 findings in 3 articles.\n", done.stderr
    assert json.loads(record.read_text())["desk/2"] == {"repeated-word": ["1:15-1:20"]}
    assert "harbour" not in record.read_text()
    same = published(str(corpus), "--recorded", str(record)).stdout
    assert same == "3 of 3 recorded articles are here: 4 findings before, 4 now\nno difference\n"

    write(corpus, {**TEXTS, "desk/2": "The crew went to the harbour. It rained  on and on."})
    done = published(str(corpus), "--recorded", str(record))
    assert done.returncode == 0
    assert done.stdout == (
        "3 of 3 recorded articles are here: 4 findings before, 4 now\n\n"
        "extra-space: 2 now, 1 new, 0 gone\n"
        "  new   desk/2:1:40  It rained⟦ ⟧on and on.\n"
        "        info: 2 spaces in a row: one is enough\n\n"
        "repeated-word: 2 now, 0 new, 1 gone\n"
        "  gone  desk/2:1:15  The crew went ⟦to th⟧e harbour.\n"
    )


def test_a_sample_of_each_set_is_recorded(corpus: Path) -> None:
    record = corpus.parent / "record.json"
    (corpus / "wire.jsonl").write_text('{"id": 7, "text": "It was the the end."}\n', encoding="utf-8")
    published(str(corpus), "--record", "--recorded", str(record), "--sample", "1")
    names = list(json.loads(record.read_text()))
    assert [name.split("/")[0] for name in names] == ["desk", "wire"]
    (corpus / "wire.jsonl").unlink()
    done = published(str(corpus), "--recorded", str(record))
    assert "1 of 2 recorded articles are here" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("nowhere", "--record"), "nowhere: no articles in .txt, .jsonl or .jsonl.gz files\n"),
        (("{corpus}", "--recorded", "nowhere"), "nowhere: cannot be read: No such file or directory; make it"),
        (("{corpus}", "--judge"), "--judge and --answers FILE need each other"),
        (("{corpus}", "--judge", "no-rule", "--answers", "{corpus}/a", "--date", "x"), "no rule or category is named"),
    ],
)  # fmt: skip
def test_errors(corpus: Path, arguments: tuple[str, ...], complaint: str) -> None:
    done = published(*(argument.format(corpus=corpus) for argument in arguments))
    assert done.returncode != 0
    assert done.stdout == ""
    assert complaint in done.stderr
    assert "Traceback" not in done.stderr


def test_the_session_succeeds_where_there_are_no_articles(tmp_path: Path) -> None:
    (tmp_path / "noxfile.py").write_bytes((ROOT / "noxfile.py").read_bytes())
    command = [sys.executable, "-m", "nox", "--no-venv", "-s", "published"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "published is not there, so nothing is compared" in done.stderr
