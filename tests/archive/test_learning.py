"""Learning: what is read from where, what counts, and what a second run reads."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import fsspec
import pytest
from archive.conftest import Archive, article, write_lines

from articlelint.archive.articles import Fields
from articlelint.archive.forms import Form
from articlelint.archive.model import Model
from articlelint.errors import ReadError, UsageError

PROTESTER = "A protester stood there."
PROTESTOR = "A protestor stood there."


def forms(archive: Archive, kind: str, key: str) -> list[Form]:
    with Model(archive.file) as model:
        return [entry.form for entry in model.forms(kind, key)]


def counts(archive: Archive, kind: str, key: str) -> dict[str, int]:
    return {form.form: form.articles for form in forms(archive, kind, key)}


def test_forms_are_counted_by_article_year_and_desk(archive: Archive) -> None:
    lines = [
        article(1, f"{PROTESTER} The protester left.", year=2019, desk="city"),
        article(2, PROTESTER, year=2020, desk="world"),
        article(3, PROTESTER, year=2020, desk="world"),
        article(4, PROTESTOR, year=2018, desk="world"),
    ]
    learned = archive.learn(write_lines(archive.folder / "a.jsonl", lines))
    assert (learned.articles, learned.new, learned.copies, learned.errors) == (4, 4, 0, [])
    best, other = forms(archive, "word", "protester/protestor")
    assert (best.form, best.articles, best.uses, best.quoted) == ("protester", 3, 4, 0)
    assert best.years == {"2019": 1, "2020": 2}
    assert best.desks == {"world": 2, "city": 1}
    assert (best.first, best.last) == ("2019-02-02", "2020-04-04")
    assert (other.form, other.articles) == ("protestor", 1)


def test_quotations_do_not_vote(archive: Archive) -> None:
    quoted = "“The protestor left the town,” she said."
    lines = [article(1, PROTESTER), article(2, PROTESTER), article(3, quoted), article(4, quoted)]
    archive.learn(write_lines(archive.folder / "a.jsonl", lines))
    best, other = forms(archive, "word", "protester/protestor")
    assert (best.form, best.articles, best.quoted) == ("protester", 2, 0)
    assert (other.form, other.articles, other.quoted) == ("protestor", 0, 2)


def test_near_copies_count_once_and_the_earliest_does(archive: Archive) -> None:
    wire = article(5, PROTESTER, year=2020, desk="wire")
    shortened = {**wire, "id": "b", "date": "2020-09-01", "text": f"{PROTESTOR} {wire['text'][24:]}"}
    lines = [shortened, wire, article(2, PROTESTER), article(3, PROTESTER)]
    learned = archive.learn(write_lines(archive.folder / "a.jsonl", lines))
    assert learned.copies == 1
    assert counts(archive, "word", "protester/protestor") == {"protester": 3}


def test_what_one_article_has_is_left_out(archive: Archive) -> None:
    lines = [article(1, PROTESTER), article(2, "The advisor and the protester left.")]
    archive.learn(write_lines(archive.folder / "a.jsonl", lines))
    assert counts(archive, "word", "adviser/advisor") == {}
    assert counts(archive, "word", "protester/protestor") == {"protester": 2}


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_files_are_read_as_a_check_reads_them(archive: Archive, name: str) -> None:
    text = {
        "a.txt": PROTESTER,
        "a.md": f"---\ndate: 2021-05-06\ndesk: world\n---\n\n*{PROTESTER}*",
        "a.html": f"<script>protestor</script><p>{PROTESTER}</p>",
    }[name]
    for number in range(3):
        folder = archive.folder / "articles" / f"2020-01-0{number + 1}"
        folder.mkdir(parents=True)
        (folder / name).write_text(text.replace("there", f"there {number}"), encoding="utf-8")
    archive.learn(archive.folder / "articles")
    (found,) = forms(archive, "word", "protester/protestor")
    assert found.articles == 3
    dated = ("2021-05-06", "2021-05-06", {"world": 3})
    assert (found.first, found.last, found.desks) == (
        dated if name == "a.md" else ("2020-01-01", "2020-01-03", {})
    )


def test_sources_of_all_sorts_give_the_same(archive: Archive) -> None:
    lines = [article(number, PROTESTER) for number in range(1, 6)]
    plain = write_lines(archive.folder / "a.jsonl", lines)
    archive.learn(plain)
    expected = archive.bytes
    packed = archive.folder / "a.jsonl.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    archive.learn(packed, work="packed")
    assert archive.bytes == expected
    archive.learn(f"file://{plain}", work="address")
    assert archive.bytes == expected
    fsspec.filesystem("memory").pipe("/archive/a.jsonl", plain.read_bytes())
    archive.learn("memory://archive", work="memory")
    assert archive.bytes == expected
    for number, line in enumerate(lines):
        write_lines(archive.folder / f"part{number}.jsonl", [line])
    archive.learn(archive.folder / "part*.jsonl", work="glob")
    assert archive.bytes == expected


def test_a_glob_of_folders_gives_the_articles_in_them(archive: Archive) -> None:
    for year in (2019, 2020, 1999):
        (archive.folder / f"news/{year}/05/06").mkdir(parents=True)
        text = article(year, PROTESTER)["text"]
        (archive.folder / f"news/{year}/05/06/a.txt").write_text(text, encoding="utf-8")
    assert archive.learn(archive.folder / "news/20*").articles == 2
    learned = archive.learn(archive.folder / "news/*9", archive.folder / "news/20*")
    assert learned.articles == 3
    (found,) = forms(archive, "word", "protester/protestor")
    assert found.years == {"1999": 1, "2019": 1, "2020": 1}


def test_the_members_of_a_zip_file_are_articles(archive: Archive) -> None:
    file = archive.folder / "a.zip"
    with zipfile.ZipFile(file, "w") as packed:
        for number in range(3):
            packed.writestr(f"2020/03/0{number + 1}/a.txt", article(number, PROTESTER)["text"])
        packed.writestr("picture.png", b"\x89PNG")
        for name in ("bomb.png", "2020/bomb.txt"):
            packed.writestr(name, b" " * 5_000_000, zipfile.ZIP_DEFLATED)
    learned = archive.learn(file)
    assert learned.articles == 3
    (error,) = learned.errors
    assert "a.zip!/2020/bomb.txt: not read: it unpacks to more than 200 times its size" in error
    (found,) = forms(archive, "word", "protester/protestor")
    assert (found.articles, found.first) == (3, "2020-03-01")


def test_the_fields_of_json_lines_can_be_named(archive: Archive) -> None:
    lines = [
        {
            "body": f"<p>{article(n, PROTESTER)['text']}</p>",
            "head": "News",
            "day": 20200131,
            "section": ["a", "b"],
        }
        for n in range(2)
    ]
    fields = Fields(text="body", title="head", date="day", desk="section", suffix=".html")
    archive.learn(write_lines(archive.folder / "a.jsonl", lines), fields=fields)
    (found,) = forms(archive, "word", "protester/protestor")
    assert (found.articles, found.first, found.desks) == (2, "2020-01-31", {"a": 2})


def test_a_second_run_reads_only_what_is_new(archive: Archive) -> None:
    lines = [article(number, PROTESTER) for number in range(25)]
    file = write_lines(archive.folder / "a.jsonl", lines[:20])
    archive.learn(file)
    assert (archive.progress.read, archive.progress.known) == (20, 0)
    learned = archive.learn(file)
    assert (learned.articles, learned.new, archive.progress.read) == (20, 0, 0)
    write_lines(file, lines)
    learned = archive.learn(file)
    assert (learned.articles, learned.new, archive.progress.read, archive.progress.known) == (25, 5, 5, 20)
    together = archive.bytes
    archive.learn(file, work="anew")
    assert archive.bytes == together


def test_an_article_that_has_gone_does_not_count(archive: Archive) -> None:
    lines = [article(number, PROTESTER) for number in range(25)]
    file = write_lines(archive.folder / "a.jsonl", lines)
    archive.learn(file)
    write_lines(file, lines[4:])
    learned = archive.learn(file)
    assert (learned.articles, learned.new) == (21, 0)
    assert counts(archive, "word", "protester/protestor") == {"protester": 21}


def test_a_file_that_has_not_changed_is_not_read_again(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = archive.folder / "articles"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(article(number, PROTESTER)["text"])
    archive.learn(folder)
    monkeypatch.setattr("articlelint.archive.listing.open_file", lambda _address: pytest.fail("it was read"))
    assert archive.learn(folder).articles == 3


def test_what_is_no_article_is_reported_each_time(archive: Archive) -> None:
    file = archive.folder / "a.jsonl"
    file.write_text(f'{json.dumps(article(1, PROTESTER))}\n[1]\n{{"body": "x"}}\nnot JSON\n')
    for new in (1, 0):
        learned = archive.learn(file)
        assert (learned.articles, learned.new) == (1, new)
        said = "\n".join(learned.errors)
        assert len(learned.errors) == 3
        assert "a.jsonl: a line is no JSON object with an article" in said
        assert 'an object has no \'text\', it begins with: {"body": "x"}; name the key of the text' in said
        assert "with --text (there are: body)" in said
        assert "a.jsonl: a line is not JSON: Expecting value, it begins with: not JSON" in said


def test_files_of_other_formats_are_left_out_and_counted(archive: Archive) -> None:
    folder = archive.folder / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(PROTESTER)
    (folder / "a.pdf").write_bytes(b"%PDF-1.4")
    (folder / ".hidden.txt").write_text(PROTESTER)
    learned = archive.learn(folder)
    assert (learned.articles, learned.left_out) == (1, 1)


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("nothing", "no such file or folder"),
        ("nowhere*.txt", "there is no file"),
        ("a.pdf", "no article there"),
        ("foo://bucket/a", "cannot be opened: Protocol not known"),
    ],
)
def test_a_source_that_leads_nowhere_is_an_error(archive: Archive, source: str, why: str) -> None:
    (archive.folder / "a.pdf").write_bytes(b"%PDF-1.4")
    place = source if ":" in source else str(archive.folder / source)
    with pytest.raises(UsageError, match=why):
        archive.learn(place)


def test_a_damaged_archive_file_is_an_error_and_the_others_count(archive: Archive) -> None:
    (archive.folder / "a.zip").write_bytes(b"no zip")
    lines = write_lines(archive.folder / "a.jsonl", [article(1, PROTESTER)])
    learned = archive.learn(archive.folder / "a.zip", lines)
    assert learned.articles == 1
    (error,) = learned.errors
    assert "a.zip: cannot be read: File is not a zip file" in error


def test_what_a_killed_run_has_left_is_replaced(archive: Archive) -> None:
    left = archive.folder / ".archive.articlelint.part"
    left.write_bytes(b"half of a model")
    lines = write_lines(archive.folder / "a.jsonl", [article(1, PROTESTER)])
    assert archive.learn(lines).articles == 1
    assert not left.exists()


def test_a_model_that_cannot_be_written_is_an_error(archive: Archive) -> None:
    lines = write_lines(archive.folder / "a.jsonl", [article(1, PROTESTER)])
    archive.file = archive.folder / "nowhere" / "archive.articlelint"
    with pytest.raises(ReadError, match=r"archive\.articlelint: cannot be written"):
        archive.learn(lines)


def test_a_model_of_something_else_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a"
    with pytest.raises(ReadError, match="no such file"):
        Model(file)
    file.write_bytes(b"text")
    with pytest.raises(ReadError, match="no archive of articlelint"):
        Model(file)


def test_check_imports_nothing_of_the_archive(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It was the end.\n")
    wanted = "('articlelint.archive.', 'articlelint_rules.archive.kinds', 'sqlite3', 'duckdb', 'pyarrow', 'fsspec')"
    program = (
        "import sys\nfrom articlelint.cli import run\nrun(['check', '--isolated', '--no-cache', 'a.txt'])\n"
        f"print([m for m in sys.modules if m.startswith({wanted})])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout.splitlines()[-1]) == []
