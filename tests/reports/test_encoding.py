"""What is printed can be read, whatever the terminal's encoding and the files' names."""

from __future__ import annotations

import json
import os
import sys

import pytest
from conftest import Articlelint

from articlelint.report import BUILT_IN

ONLY = ("--isolated", "--select", "repeated-word")
TEXT = "“It was the the end 👍,” she said.\n"


def environment(encoding: str) -> dict[str, str]:
    return {"PYTHONUTF8": "0", "PYTHONIOENCODING": encoding}


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_formats_for_programs_are_utf_8(articlelint: Articlelint, encoding: str) -> None:
    articlelint.write("東京.txt", TEXT)
    done = articlelint("check", *ONLY, "--output-format", "json", ".", env=environment(encoding))
    assert done.code == 1
    assert json.loads(done.out)[0]["path"] == "東京.txt"


def test_formats_for_people_keep_to_the_terminal(articlelint: Articlelint) -> None:
    articlelint.write("a.txt", TEXT)
    done = articlelint("check", *ONLY, "a.txt", env=environment("ascii"))
    assert done.code == 1
    assert "?It was the the end ?,? she said." in done.out


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no file names that are not text")
def test_a_file_name_that_is_not_utf_8(articlelint: Articlelint) -> None:
    try:
        articlelint.write(os.fsdecode(b"caf\xe9.txt"), TEXT)
    except OSError:
        pytest.skip("this file system has no such names")
    formats = [option for name in BUILT_IN for option in ("--output-format", f"{name}:{name}.out")]
    done = articlelint("check", *ONLY, *formats, "--output-format", "concise", ".")
    assert (done.code, done.out) == (
        1,
        "caf\ufffd.txt:1:9: error[repeated-word] “the” stands here twice: cut one\n1 finding.\n",
    )
    for name in BUILT_IN:
        assert "caf" in (articlelint.folder / f"{name}.out").read_text(encoding="utf-8")
    assert articlelint("baseline", "create", *ONLY, ".").code == 0
    assert articlelint("check", *ONLY, "--baseline", ".articlelint-baseline.json", ".").code == 0
