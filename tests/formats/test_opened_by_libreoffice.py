"""LibreOffice opens the Word documents that fix and annotate write, with all that is in them."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from formats.word import package, unpacked

from articlelint.config.configuration import Configuration
from articlelint.engine import Engine
from articlelint.findings.fixes import Fixer
from articlelint.markup.word.annotate import Comment, annotate
from articlelint.markup.word.source import DocxSource
from articlelint.plugins.loading import load

DATA = Path(__file__).parent / "data"
NAMES = ("libreoffice.docx", "python-docx.docx")
SECONDS = 120


def planted(name: str) -> bytes:
    """A document with repeated words in a list."""
    parts = {
        part: content.decode("latin-1") for part, content in unpacked((DATA / name).read_bytes()).items()
    }
    text = parts["word/document.xml"].replace("One boat", "One the the boat &amp; one quay")
    return package({**parts, "word/document.xml": text.encode("latin-1").decode()})


def contents(folder: Path, names: list[str]) -> list[str]:
    """The XML of documents, as LibreOffice saves them after opening them."""
    subprocess.run(
        ["soffice", "--headless", "--norestore", f"-env:UserInstallation={(folder / 'profile').as_uri()}",
         "--convert-to", "odt", "--outdir", "opened", *names],
        cwd=folder, check=True, capture_output=True, timeout=SECONDS, env={"PATH": "/usr/bin:/bin", "HOME": str(folder)},
    )  # fmt: skip
    found = [(folder / "opened" / name).with_suffix(".odt") for name in names]
    return [unpacked(file.read_bytes())["content.xml"].decode() for file in found]


@pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice (libreoffice-writer) is not installed"
)
def test_libreoffice_opens_what_fix_and_annotate_write(tmp_path: Path) -> None:
    engine = Engine(load(), Configuration(isolated=True), only=frozenset({"repeated-word"}))
    messages: list[str] = []
    for name in NAMES:
        file = tmp_path / name
        source = engine.decode(name, planted(name))
        assert isinstance(source, DocxSource)
        fixed = Fixer(engine.lint).source(source, file)
        assert fixed.applied.total() > 0
        (tmp_path / f"fixed-{name}").write_bytes(fixed.after.encode())
        comments = [Comment(d.span, d.message) for d in engine.lint(source, file).diagnostics]
        messages += [comment.text for comment in comments]
        (tmp_path / f"annotated-{name}").write_bytes(annotate(source, comments, "Ada").data)
    of_fix = [f"fixed-{name}" for name in NAMES]
    opened = contents(tmp_path, [*of_fix, *(f"annotated-{name}" for name in NAMES)])
    for xml in opened[:2]:
        shown = re.sub("<[^>]*>", "", xml)
        assert "One the boat &amp; one quay" in shown
        assert "café owners &amp; captains said." in shown
    for xml in opened[2:]:
        assert "One the the boat &amp; one quay" in re.sub(
            "<office:annotation .*?</office:annotation>|<[^>]*>", "", xml
        )
    notes = re.findall("<office:annotation .*?</office:annotation>", "".join(opened[2:]))
    assert [
        re.sub("<[^>]*>", "", re.sub(".*?<text:p", "<text:p", note, count=1)) for note in notes
    ] == messages
    assert all("<dc:creator>Ada</dc:creator>" in note for note in notes)
