"""Zip files of articles: what is read of them, how a member is told, and what is refused."""

from __future__ import annotations

import io
import json
import stat
import zipfile
from pathlib import Path

import pytest
from conftest import Articlelint

from articlelint.config import zipped
from articlelint.config.configuration import Configuration
from articlelint.config.discovery import chosen, discover, given
from articlelint.config.left_out import LeftOut
from articlelint.engine import Engine
from articlelint.findings.baseline import Baseline
from articlelint.findings.changed_lines import ChangedLines
from articlelint.markup import zip_files
from articlelint.markup.zip_paths import split_member
from articlelint.plugins.loading import load
from articlelint.report.base import FileResult

BAD = "It was the the end.\n"
GOOD = "It was the end.\n"
ONLY = ("--isolated", "--select", "repeated-word")
DOCX = Path(__file__).parent / "data/libreoffice.docx"


def packed(
    *members: tuple[str, str | bytes], attributes: int = 0, method: int = zipfile.ZIP_DEFLATED
) -> bytes:
    """A zip file; ``attributes`` are those that all of its members have."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in members:
            info = zipfile.ZipInfo("a")
            info.filename = name  # the constructor would mend it
            info.external_attr = attributes
            archive.writestr(info, content, method)
    return data.getvalue()


def found_in(data: bytes, settings: str = "", **options: object) -> tuple[list[tuple[str, str]], str]:
    """What is found in a.zip: paths with contents or errors, and what is told to be left out."""
    Path("a.zip").write_bytes(data)
    Path(".articlelint.toml").write_text(settings, encoding="utf-8")
    left_out = LeftOut()
    found = discover(["a.zip"], Configuration(), (), left_out, **options)  # type: ignore[arg-type]
    return [(each.path, each.error or (each.data or b"").decode()) for each in found], str(left_out)


def test_articles_are_found_by_their_suffixes(here: Path) -> None:
    data = packed(
        ("news/b.md", BAD), ("news/", ""), ("a.txt", GOOD), ("a.json", "{}"), ("p.png", b"\x89"), ("old.pdf", b"x"),
        ("inner.zip", b"x"), ("__MACOSX/a.txt", b"\0"), (".git/a.txt", b""), ("drafts/c.txt", BAD),
    )  # fmt: skip
    found, left_out = found_in(data, 'exclude = ["drafts/"]')
    assert found == [("a.zip!/a.json", "{}"), ("a.zip!/a.txt", GOOD), ("a.zip!/news/b.md", BAD)]
    assert left_out == (
        "Left out: 1 .pdf, 1 other file (articlelint does not read their formats); 1 file that the configuration "
        "excludes; 1 .zip file inside another."
    )
    assert [path for path, _ in found_in(data, forced=(".md",))[0]] == ["a.zip!/news/b.md"]


def test_in_a_folder_a_zip_file_is_read_where_it_is_included(here: Path) -> None:
    Path("a.zip").write_bytes(packed(("a.txt", GOOD)))
    assert list(discover(["."], Configuration())) == []
    Path(".articlelint.toml").write_text('include = ["*.zip"]', encoding="utf-8")
    assert [each.path for each in discover(["."], Configuration())] == ["a.zip!/a.txt"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("../a.txt", "a.zip!/../a.txt: not read: its name leads out of the zip file; rename it"),
        ("/etc/a.txt", "its name leads out of the zip file"),
        ("b/../../a.txt", "its name leads out of the zip file"),
        ("C:a.txt", "its name leads out of the zip file"),
        ("b//a.txt", "a part of its name is empty or a dot"),
        ("b\\a.txt", "its name has a backslash or a null character"),
        ("b\0a.txt", r"a.zip!/b\x00a.txt: not read: its name has a backslash or a null character"),
    ],
)
def test_names_that_lead_out_are_refused_and_the_rest_is_read(here: Path, name: str, said: str) -> None:
    (error, good), _ = found_in(packed(("z.txt", GOOD), (name, BAD)))
    assert error[0] == "a.zip"
    assert said in error[1]
    assert good == ("a.zip!/z.txt", GOOD)


def test_two_members_of_one_name_are_refused(here: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        data = packed(("a.txt", GOOD), ("a.txt", BAD), ("b.txt", GOOD))
    assert found_in(data)[0] == [
        ("a.zip", "a.zip!/a.txt: not read: several files in it have this name"),
        ("a.zip!/b.txt", GOOD),
    ]


def test_names_are_utf_8_whether_they_say_so_or_not(here: Path) -> None:
    name = "caf\u00e9.txt".encode()
    plain = packed(("caf??.txt", GOOD))
    assert found_in(plain.replace(b"caf??.txt", name))[0] == [("a.zip!/café.txt", GOOD)]
    other = plain.replace(b"caf??.txt", b"caf\xe9_.txt")
    assert found_in(other)[0][0][1] == r"a.zip!/caf\udce9_.txt: not read: its name is not UTF-8; rename it"
    says_so = packed(("caf\u00e9.txt", GOOD)).replace(name, b"caf\xe9_.txt")
    assert "a.zip: not read: a name in it is not UTF-8" in found_in(says_so)[0][0][1]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (packed(("a.txt", "/etc/passwd"), attributes=(stat.S_IFLNK | 0o777) << 16), "it is a link"),
        (packed(("a.txt", ""), attributes=stat.S_IFIFO << 16), "it is no file"),
        (packed(("a.txt", BAD), method=zipfile.ZIP_LZMA), "it is compressed in an unusual way"),
        (packed(("a.txt", b" " * 5_000_000)), "it unpacks to more than 200 times its size"),
        (packed(("a.txt", b" " * 65_000_000)), "65 MB is more than an article can have (64 MB)"),
        (packed(("a.txt", BAD)).replace(b"\x08\x00", b"\x08\x01"), "not read"),
    ],
)
def test_members_that_are_not_read(here: Path, data: bytes, said: str) -> None:
    ((path, error),) = found_in(data)[0]
    assert path == "a.zip!/a.txt"
    assert said in error


def test_a_member_with_a_password(here: Path) -> None:
    data = bytearray(packed(("a.txt", GOOD)))
    data[6] |= 1  # in its header, and in the list
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert "it needs a password; unpack it" in found_in(bytes(data))[0][0][1]


def test_a_size_that_is_a_lie_is_damage(here: Path) -> None:
    data = packed(("a.txt", BAD * 1000))
    real, lie = len(BAD * 1000).to_bytes(4, "little"), (100).to_bytes(4, "little")
    assert "a.zip!/a.txt: damaged" in found_in(data.replace(real, lie))[0][0][1]
    at = data.index(b"a.txt") + 8
    assert "a.zip!/a.txt: damaged" in found_in(data[:at] + b"\xff" * 4 + data[at + 4 :])[0][0][1]


def test_limits_of_the_whole_file(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = packed(("a.txt", GOOD), ("b.txt", GOOD), ("c.txt", GOOD))
    monkeypatch.setattr(zipped, "MOST_UNPACKED", 2 * len(GOOD))
    found, _ = found_in(data)
    assert [path for path, _ in found] == ["a.zip!/a.txt", "a.zip!/b.txt", "a.zip"]
    assert "a.zip: not read further: it unpacks to more than" in found[-1][1]
    monkeypatch.setattr(zip_files, "MOST_MEMBERS", 2)
    assert "a.zip: not read: it has more than 2 files" in found_in(data)[0][0][1]
    monkeypatch.setattr(zip_files, "MOST_PACKED", 100)
    assert "is more than a zip file of articles can have" in found_in(data)[0][0][1]


@pytest.mark.parametrize(
    "data", [b"", b"no zip", packed(("a.txt", GOOD))[:-30], b"PK\x05\x06" + b"\xff" * 18]
)
def test_what_is_no_zip_file_is_an_error(here: Path, data: bytes) -> None:
    ((path, error),) = found_in(data)[0]
    assert path == "a.zip"
    assert error.startswith("a.zip: cannot be read: ")


def test_a_zip_file_that_is_staged_or_on_standard_input(here: Path) -> None:
    data = packed(("news/a.txt", GOOD))
    staged = chosen({here / "a.zip": data}, ["a.zip"], Configuration())
    piped = given("a.zip", data, Configuration(), (), None)
    for found in (staged, piped):
        assert [(each.path, each.data) for each in found] == [("a.zip!/news/a.txt", GOOD.encode())]


def test_paths_of_members() -> None:
    assert split_member("b/a.ZIP!/c.zip!/d.md") == ("b/a.ZIP", "c.zip!/d.md")
    for path in ("a.zip", "a!/b.md", "a.zip!/", "a.zip/b.md"):
        assert split_member(path) == (path, "")


def test_check_and_what_changes_nothing(articlelint: Articlelint) -> None:
    data = packed(
        ("news/a.md", BAD),
        ("b.docx", DOCX.read_bytes()),
        ("c.html", f"<!-- articlelint: ignore[repeated-word] we mean it -->\n<p>{BAD}</p>"),
    )
    articlelint.write("x.zip", data)
    articlelint.write(
        ".articlelint.toml",
        'select = ["repeated-word"]\n[paths."x.zip!/news/**"]\nignore = ["repeated-word"]',
    )
    done = articlelint("check", "--output-format", "concise", "x.zip")
    assert done.code == 1
    assert "x.zip!/b.docx: paragraph 3, character 23: error[repeated-word]" in done.out
    assert "news/a.md" not in done.out
    assert "c.html" not in done.out
    assert articlelint("check", "--output-format", "concise", "x.zip") == done  # from the cache
    fixed = articlelint("fix", "x.zip")
    assert fixed.code == 2
    assert "x.zip: not changed: a .zip file is only read; unpack it, and name the folder" in fixed.err
    assert (articlelint.folder / "x.zip").read_bytes() == data


def test_reports_name_the_file_that_the_repository_has(articlelint: Articlelint) -> None:
    articlelint.write("x.zip", packed(("a.txt", BAD), ("b.docx", DOCX.read_bytes())))
    formats = ("github", "sarif:s.json", "gitlab:g.json", "rdjson:r.json", "checkstyle:c.xml")
    options = [option for each in formats for option in ("--output-format", each)]
    shown = articlelint("check", *ONLY, *options, "x.zip").out.splitlines()
    assert shown[0] == "::error file=x.zip,title=repeated-word::“the” stands here twice: cut one (a.txt:1:8)"
    assert "(b.docx: paragraph 3, character 23)" in shown[1]
    sarif, gitlab, rdjson = (
        json.loads((articlelint.folder / name).read_text("utf-8")) for name in ("s.json", "g.json", "r.json")
    )
    result = sarif["runs"][0]["results"][0]
    assert result["locations"] == [
        {
            "physicalLocation": {"artifactLocation": {"uri": "x.zip", "uriBaseId": "SRCROOT"}},
            "logicalLocations": [{"fullyQualifiedName": "a.txt", "decoratedName": "a.txt:1:8"}],
        }
    ]
    assert "fixes" not in result
    assert gitlab[0]["location"] == {"path": "x.zip", "lines": {"begin": 1, "end": 1}}
    assert rdjson["diagnostics"][0]["location"] == {"path": "x.zip"}
    assert 'name="x.zip!/a.txt"' in (articlelint.folder / "c.xml").read_text("utf-8")


def results(data: bytes) -> list[FileResult]:
    """The results of a.zip."""
    Path("a.zip").write_bytes(data)
    engine = Engine(load(), Configuration(isolated=True), only=frozenset({"repeated-word"}))
    return list(engine.run(discover(["a.zip"], engine.configuration)))


def test_baseline_of_members(here: Path) -> None:
    baseline = Baseline(here)
    for result in results(packed(("a.txt", BAD), ("b.txt", GOOD))):
        baseline.add(result.diagnostics)
    assert list(baseline.files) == ["a.zip!/a.txt"]

    def new(data: bytes) -> list[str]:
        known = Baseline(here, baseline.files)
        return [d.path for result in known.filter(results(data)) for d in result.diagnostics]

    assert new(packed(("a.txt", BAD), ("b.txt", BAD))) == ["a.zip!/b.txt"]
    # A member that is gone may have been renamed, and so may the zip file.
    assert new(packed(("c.txt", BAD))) == []
    Path("a.zip").rename("b.zip")
    assert Baseline(here, baseline.files).pruned([]).files == {}


def test_a_zip_file_that_has_changed_has_changed_as_a_whole(here: Path) -> None:
    found = results(packed(("a.txt", f"{GOOD}\n{BAD}"), ("b.txt", BAD)))
    file = here / "a.zip"

    def left(changed: ChangedLines) -> list[int]:
        return [len(result.diagnostics) for result in changed.filter(found)]

    assert left(ChangedLines({file: [range(90, 91)]}, frozenset({file}))) == [1, 1]
    assert left(ChangedLines({}, frozenset({file}))) == [0, 0]
    assert left(ChangedLines()) == [1, 1]
