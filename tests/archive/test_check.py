"""Checking articles against an archive: what is found, which file is used, and what cannot be used."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from archive.conftest import Archive, article, write_lines
from conftest import Articlelint

import articlelint as al
from articlelint.cli.setup import make_engine
from articlelint.desk.checking import Article, Checker, Options
from articlelint.errors import InstallationError, PluginError, SettingsError
from articlelint.plugins.loading import load_archive_kinds
from articlelint.report.base import FileResult
from articlelint.run.archive_file import ArchiveFile
from articlelint.testing import ArchiveOfTexts, find
from articlelint_rules.archive.archive_name import ArchiveName
from articlelint_rules.archive.archive_spelling import ArchiveSpelling
from articlelint_rules.archive.names import part_marks
from articlelint_rules.spelling.phonetic import phonetic_form

RIGHT = "They met Volodymyr Zelensky there. The adviser left, and the lawmakers met."
WRONG = "They met Volodymyr Zelenskiy there. The advisor left, and the law makers met."
RULES = ["archive-name", "archive-spelling", "archive-hyphenation"]


@pytest.fixture(scope="session")
def learned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of 30 articles, two of which, of 2020, write everything in another way."""
    archive = Archive(tmp_path_factory.mktemp("archive"))
    lines = [
        article(n, WRONG if n % 15 == 0 else RIGHT, year=2020 if n % 15 == 0 else 2019 + n % 3)
        for n in range(30)
    ]
    archive.learn(write_lines(archive.folder / "news.jsonl", lines))
    return archive.file


def checked(
    folder: Path, text: str = WRONG, archive: Path | None = None, config: str = "", *, trusted: bool = False
) -> FileResult:
    """Check an article in a folder with a configuration."""
    if config:
        (folder / ".articlelint.toml").write_text(config)
    engine = make_engine(
        select=(), ignore=(), config=None, isolated=False, fail_on=None, no_cache=True, cache_dir=None,
        archive=archive, trust_config=trusted,
    )  # fmt: skip
    return engine.lint(al.Source("a.txt", text), folder / "a.txt")


def rules(result: FileResult) -> list[str]:
    assert not result.errors
    return [found.rule for found in result.diagnostics if found.category == "archive"]


def test_the_message_has_the_evidence(here: Path, learned: Path) -> None:
    result = checked(here, WRONG, learned)
    assert rules(result) == RULES
    messages = [found.message for found in result.diagnostics if found.category == "archive"]
    assert messages == [
        (
            "28 articles of the archive write “Volodymyr Zelensky”, 2 write “Volodymyr Zelenskiy”, "
            "the last in 2020: check which is right"
        ),
        "28 articles of the archive write “adviser”, 2 write “advisor”, the last in 2020: write “adviser”",
        (
            "28 articles of the archive write “lawmakers”, 2 write “law makers”, the last in 2020: "
            "write “lawmakers”"
        ),
    ]
    assert all(found.severity is al.Severity.WARNING for found in result.diagnostics)


def test_a_form_is_reported_once_with_its_other_places(here: Path, learned: Path) -> None:
    result = checked(here, f"{WRONG} Then Zelenskiy left.", learned)
    name = result.diagnostics[0]
    assert [related.message for related in name.related] == ["“Zelenskiy” here, too"]
    assert name.fix is not None
    assert len(name.fix.edits) == 2


def test_without_an_archive_nothing_is_reported(here: Path) -> None:
    assert rules(checked(here)) == []


def test_the_configuration_names_the_archive_by_a_path_relative_to_itself(here: Path, learned: Path) -> None:
    (here / "data").mkdir()
    (here / "data" / "house.articlelint").write_bytes(learned.read_bytes())
    (here / "data" / "base.toml").write_text('archive = "house.articlelint"\n')
    assert rules(checked(here, config='extend = "data/base.toml"\n')) == RULES


def test_an_archive_outside_of_the_repository_is_refused(here: Path, learned: Path) -> None:
    config = f'archive = "{learned}"\n'
    with pytest.raises(SettingsError, match=r"\.articlelint\.toml:1: 'archive': .* leads outside of"):
        checked(here, config=config)
    assert rules(checked(here, config=config, trusted=True)) == RULES


def test_the_option_comes_before_the_configuration(here: Path, learned: Path) -> None:
    assert rules(checked(here, archive=learned, config='archive = "nothing.articlelint"\n')) == RULES


def _missing(_learned: Path, _file: Path) -> None:
    pass


def _folder(_learned: Path, file: Path) -> None:
    file.mkdir()


def _pipe(_learned: Path, file: Path) -> None:
    os.mkfifo(file)


def _text(_learned: Path, file: Path) -> None:
    file.write_text("An article.\n" * 30)


def _other_database(_learned: Path, file: Path) -> None:
    sqlite3.connect(file).executescript("CREATE TABLE forms (key)").close()


def _cut_off(learned: Path, file: Path) -> None:
    file.write_bytes(learned.read_bytes()[:-4096])


def _older(learned: Path, file: Path) -> None:
    file.write_bytes(learned.read_bytes())
    database = sqlite3.connect(file)
    database.execute("PRAGMA user_version = 1")
    database.close()


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (_missing, "no such file; articlelint archive learn makes it"),
        (_folder, "this is not a file: name the file that articlelint archive learn has written"),
        (_pipe, "this is not a file: name the file that articlelint archive learn has written"),
        (_text, "this is no archive of articlelint"),
        (_other_database, "this is no archive of articlelint"),
        (_cut_off, "it is not complete: copy it again, or learn it again"),
        (_older, "made by another version of articlelint: learn it again, with articlelint archive learn"),
    ],
)
def test_what_is_no_archive_is_one_clear_line(
    here: Path, learned: Path, make: Callable[[Path, Path], None], said: str
) -> None:
    make(learned, here / "a.articlelint")
    with pytest.raises(SettingsError) as option:
        checked(here, archive=Path("a.articlelint"))
    assert str(option.value) == f"--archive: a.articlelint: {said}"
    with pytest.raises(SettingsError) as key:
        checked(here, config='\narchive = "a.articlelint"\n')
    assert str(key.value) == f".articlelint.toml:2: 'archive': a.articlelint: {said}"


def test_a_damaged_archive_ends_the_run(here: Path, learned: Path) -> None:
    data = learned.read_bytes()
    (here / "a.articlelint").write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))
    with pytest.raises(InstallationError, match=r"a\.articlelint: damaged \(.*\): copy it again"):
        checked(here, archive=here / "a.articlelint")


def test_the_command_in_workers_and_with_the_cache(articlelint: Articlelint, learned: Path) -> None:
    for number in range(30):
        articlelint.write(f"{number:02}.txt", WRONG)
    copy = articlelint.folder / "house.articlelint"
    copy.write_bytes(learned.read_bytes())
    command = (
        *"check . --select archive --output-format concise --quiet --archive".split(),
        "house.articlelint",
    )
    alone = articlelint(*command, "--workers", "1")
    assert (alone.code, alone.out.count("[archive-name]")) == (0, 30), alone.err
    assert articlelint(*command, "--workers", "2") == alone
    with sqlite3.connect(copy) as database:
        database.execute("UPDATE forms SET decided = 0, articles = 1")
        database.execute("UPDATE about SET value = 'another' WHERE name = 'digest'")
    again = articlelint(*command)
    assert "[archive-" not in again.out
    copy.write_bytes(b"")
    broken = articlelint(*command)
    said = "articlelint: error: --archive: house.articlelint: this is no archive of articlelint\n"
    assert (broken.code, broken.out, broken.err) == (2, "", said)


def test_a_server_sees_that_the_archive_has_changed(here: Path, learned: Path) -> None:
    (here / ".articlelint.toml").write_text('archive = "a.articlelint"\n')
    (here / "a.articlelint").write_bytes(learned.read_bytes())
    checker = Checker(Options(here))
    assert [found.rule for found in checker.check(Article(WRONG)).diagnostics] == RULES
    (here / "a.articlelint").unlink()
    with pytest.raises(SettingsError, match="no such file"):
        checker.check(Article(WRONG))


@pytest.mark.parametrize(
    "config",
    [
        '[house]\nnames = ["Volodymyr Zelenskiy"]\n',
        '[house.spelling]\nZelenskiy = ["Zelensky"]\n',
        '[house]\npacks = ["pack.toml"]\n',
    ],
)
def test_decisions_of_the_house_win(here: Path, learned: Path, config: str) -> None:
    (here / "pack.toml").write_text('[[term]]\navoid = "Zelensky"\nuse = "Zelenskiy"\n')
    assert rules(checked(here, archive=learned, config=config)) == RULES[1:]


def test_the_dialect_of_the_house_wins() -> None:
    archive = {"The colour is new.": 90}
    text = "The color of it is dull."
    assert find(ArchiveSpelling, text, archive=archive)
    for dialect in ("en-US", "en-GB"):
        assert not find(ArchiveSpelling, text, archive=archive, house=al.House(dialect=dialect))


def test_both_archives_of_the_same_texts_answer_alike(learned: Path) -> None:
    in_file, of_texts = ArchiveFile(learned), ArchiveOfTexts({RIGHT: 28, WRONG: 2})
    for kind, key in (("surname", "zelenski first=volodymyr"), ("word", "adviser/advisor"), ("word", "no")):
        expected = [form._replace(last="") for form in in_file.forms(kind, key)]
        assert list(of_texts.forms(kind, key)) == expected
    marks = list(part_marks("zelenski first=volodymyr", "Zelenksy"))
    assert [form.form for form in in_file.near("surname", marks)] == ["Zelensky"]
    assert of_texts.near("surname", marks)[0].form == "Zelensky"


@pytest.mark.parametrize(
    ("one", "other"),
    [("Zelensky", "Zelenskiy"), ("Zelensky", "Zelenksy"), ("Merkel", "Merkle"), ("Orbán", "Orban")],
)
def test_near_misses_share_a_mark(one: str, other: str) -> None:
    assert phonetic_form(one) != phonetic_form(other)
    assert set(part_marks("- first=a", one)) & set(part_marks("- first=a", other))


@pytest.mark.parametrize(
    ("marks", "why"),
    [
        (lambda _key, _form: [1 / 0], "ZeroDivisionError"),
        (lambda _key, _form: [8], "a mark must be a string, not int"),
    ],
)
def test_marks_that_fail_are_one_line(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, marks: Callable[[str, str], list[str]], why: str
) -> None:
    kinds = {name: (who, replace(kind, marks=marks)) for name, (who, kind) in load_archive_kinds().items()}
    monkeypatch.setattr("articlelint.archive.learning.load_archive_kinds", lambda: kinds)
    lines = [article(n, RIGHT) for n in range(10)]
    with pytest.raises(PluginError, match=f"plugin 'builtin'.*: the marks of kind '.*' failed: .*{why}"):
        archive.learn(write_lines(archive.folder / "news.jsonl", lines))


def test_a_name_that_stands_alone() -> None:
    archive = {"They met in Patreksfjordur today.": 40}
    (found,) = find(ArchiveName, "They met in Patreksfjördur today.", archive=archive)
    assert found.message.startswith("40 articles of the archive write “Patreksfjordur”, none writes")
    assert not find(ArchiveName, "They met in Patreksvik today.", archive=archive)
