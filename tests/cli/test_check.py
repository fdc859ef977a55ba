"""``articlelint check`` as a process: what it prints, and how it exits."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import ROOT, Articlelint
from jsonschema import Draft202012Validator

BAD = "It was the the end.\n"
GOOD = "It was the end.\n"
ONLY = ("--isolated", "--select", "repeated-word")


def test_findings_exit_1_and_point_at_the_words(articlelint: Articlelint) -> None:
    articlelint.write("a.txt", "Before.\n\n" + BAD)
    done = articlelint("check", *ONLY, "--output-format", "json", "a.txt")
    assert done.code == 1
    (finding,) = done.findings
    assert finding["rule"] == "repeated-word"
    assert finding["category"] == "typography"
    assert finding["path"] == "a.txt"
    line = ("Before.\n\n" + BAD).split("\n")[finding["line"] - 1]
    assert line[finding["column"] - 1 : finding["end_column"] - 1] == finding["text"]


def test_nothing_found_exits_0(articlelint: Articlelint) -> None:
    articlelint.write("a.txt", GOOD)
    done = articlelint("check", *ONLY, "a.txt")
    assert (done.code, done.out, done.err) == (0, "Nothing found in 1 article.\n", "")


def test_quiet_prints_no_summary(articlelint: Articlelint) -> None:
    articlelint.write("a.txt", GOOD)
    assert articlelint("check", *ONLY, "-q", "a.txt").out == ""


def test_json_of_nothing_is_an_empty_list(articlelint: Articlelint) -> None:
    articlelint.write("a.txt", GOOD)
    assert articlelint("check", *ONLY, "--output-format", "json", "a.txt").findings == []


def test_json_keeps_to_its_schema(articlelint: Articlelint) -> None:
    schema = json.loads((ROOT / "docs/schema/findings.schema.json").read_text())
    Draft202012Validator.check_schema(schema)
    example = next((ROOT / "examples").glob("ferry.*"))
    done = articlelint("check", "--isolated", "--output-format", "json", str(example))
    assert done.findings
    Draft202012Validator(schema).validate(done.findings)
    assert any(f["fix"] for f in done.findings)
    assert any(f["related"] for f in done.findings)


@pytest.mark.parametrize(
    ("fail_on", "severity", "code"),
    [
        ("error", "error", 1),
        ("error", "warning", 0),
        ("warning", "warning", 1),
        ("warning", "info", 0),
        ("info", "info", 1),
        ("never", "error", 0),
    ],
)
def test_fail_on(articlelint: Articlelint, fail_on: str, severity: str, code: int) -> None:
    articlelint.write("a.txt", BAD)
    articlelint.write(".articlelint.toml", f'[severity]\nrepeated-word = "{severity}"\n')
    done = articlelint(
        "check", "--select", "repeated-word", "--fail-on", fail_on, "--output-format", "json", "a.txt"
    )
    assert done.code == code
    assert done.findings[0]["severity"] == severity


def test_a_file_that_does_not_decode_is_named_with_its_line_and_the_rest_is_read(
    articlelint: Articlelint,
) -> None:
    articlelint.write("a.txt", "“Café”".encode() + b"\ncaf\xe9 on the corner")
    articlelint.write("b.txt", BAD)
    done = articlelint("check", *ONLY, "--output-format", "concise", ".")
    assert done.code == 2
    assert done.err == (
        "articlelint: error: a.txt: not valid UTF-8: line 2 has a character that cannot be read; "
        "save the file as UTF-8, or exclude it\n"
    )
    assert done.out.startswith("b.txt:1:")


@pytest.mark.parametrize("command", ["check", "stats"])
def test_windows_1252_is_read_and_named(articlelint: Articlelint, command: str) -> None:
    articlelint.write("a.txt", b"The caf\xe9 on the corner")
    done = articlelint(command, "--isolated", "a.txt")
    assert done.code == 0
    assert done.err == "articlelint: warning: a.txt: read as Windows-1252, because it is not UTF-8\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_every_encoding_gives_the_same_place(articlelint: Articlelint, encoding: str, newline: str) -> None:
    text = f"Café “naïve” \U0001f600.{newline}{newline}It was the the end.{newline}"
    data = text.encode(encoding)
    if encoding == "utf-16-be":
        data = b"\xfe\xff" + data
    articlelint.write("a.txt", data)
    done = articlelint("check", *ONLY, "--output-format", "concise", "-q", "a.txt")
    assert done.out.startswith("a.txt:3:8:"), (done.out, done.err)


def test_standard_input(articlelint: Articlelint) -> None:
    done = articlelint("check", *ONLY, "--output-format", "concise", "-q", "-", stdin=BAD.encode())
    assert done.out.startswith("-:1:")
    assert done.code == 1


def test_stdin_filename_chooses_parser_and_settings(articlelint: Articlelint) -> None:
    articlelint.write("site/.articlelint.toml", '[severity]\nrepeated-word = "info"\n')
    done = articlelint(
        "check", "--select", "repeated-word", "--output-format", "json", "--stdin-filename", "site/a.html",
        stdin=b"<p>It was <script>the the</script> the <b>the</b> end.</p>",
    )  # fmt: skip
    assert [(f["path"], f["severity"]) for f in done.findings] == [("site/a.html", "info")]


def test_stdin_that_does_not_decode(articlelint: Articlelint) -> None:
    done = articlelint("check", *ONLY, "-", stdin=b"\xff\xfe\xff")
    assert done.code == 2
    assert "-: not valid UTF-16: line 1" in done.err


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("check", "--select", "repeated-wrd", "."), "no rule or category is named 'repeated-wrd'; did you mean 'repeated-word'?"),
        (("check", "--ignore", "typograpy", "."), "did you mean 'typography'?"),
        (("check", "--output-format", "jsn", "."), "there is no format 'jsn'; did you mean 'json'?"),
        (("check", "--fail-on", "eror", "."), "'eror' is not one of"),
        (("check", "--config", "none.toml", "."), "none.toml: no such file"),
        (("check", "--config", "c.toml", "--isolated", "."), "cannot be used together"),
        (("check", "none.txt"), "none.txt: no such file or folder"),
        (("check", "-q", ""), "a path is empty"),
        (("check", "--select", "", "a.txt"), "--select: no rule or category is named"),
        (("check", "--select", ",", "a.txt"), "--select: no rule or category is named"),
        (("check", "--ignore", "all", "a.txt"), "--ignore: no rule is selected"),
        (("check", "--config", "none-on.toml", "a.txt"), "none-on.toml:2: no rule is selected"),
        (("check", "--config", "all-off.toml", "a.txt"), "all-off.toml:1: no rule is selected"),
        (("check", "--statistics", "--output-format", "json:x.json", "a.txt"), "--statistics has a format"),
        (("check", "--fix", "--add-ignore", "x", "a.txt"), "cannot be used together with --fix or --diff"),
        (("fix", "-q", ""), "a path is empty"),
        (("check", "--watch", ""), "a path is empty"),
        (("check", "-", "a.txt"), "cannot be used together with other paths"),
        (("check", "--stdin-filename", "b.txt", "a.txt"), "--stdin-filename needs standard input"),
        (("check", "empty"), "no articles found"),
        (("check", "--nope"), "No such option '--nope'"),
        (("chek",), "'chek' is neither a command nor a file; did you mean 'check'?"),
        (("explain", "repeated-wrd"), "did you mean 'repeated-word'?"),
    ],
)  # fmt: skip
def test_wrong_use_is_one_line_and_exits_2(
    articlelint: Articlelint, args: tuple[str, ...], message: str
) -> None:
    articlelint.write("a.txt", GOOD)
    articlelint.write("c.toml", "")
    articlelint.write("none-on.toml", "\nselect = []\n")
    articlelint.write("all-off.toml", 'ignore = ["all"]\n')
    (articlelint.folder / "empty").mkdir()
    done = articlelint(*args)
    assert done.code == 2
    assert message in done.err
    assert done.err.startswith("articlelint: error: ")
    assert done.err.count("\n") == 1


def test_a_wrong_setting_is_one_line_with_its_place(articlelint: Articlelint) -> None:
    articlelint.write("a.txt", GOOD)
    articlelint.write(".articlelint.toml", "[rules.long-sentence]\nmaximum-word = 20\n")
    done = articlelint("check", "--select", "long-sentence", "a.txt")
    assert done.code == 2
    assert done.err == (
        "articlelint: error: .articlelint.toml:2: rule 'long-sentence' has no option 'maximum-word'; "
        "did you mean 'maximum-words'?\n"
    )


@pytest.mark.parametrize(
    ("rule", "option", "message"),
    [
        ("house-spelling", 'spelling.Kyiv = [""]', "'Kyiv': '' is empty"),
        ("house-names", 'names = [""]', "'names' has an empty name"),
    ],
)
def test_words_of_a_rule_that_cannot_be_used(
    articlelint: Articlelint, rule: str, option: str, message: str
) -> None:
    articlelint.write("a.txt", GOOD)
    articlelint.write(".articlelint.toml", f"[rules.{rule}]\n{option}\n")
    done = articlelint("fix", "a.txt")
    assert done.code == 2
    assert done.err.startswith("articlelint: error: .articlelint.toml:")
    assert message in done.err
    assert (articlelint.folder / "a.txt").read_text() == GOOD


def test_an_unknown_rule_in_the_settings_is_an_error(articlelint: Articlelint) -> None:
    articlelint.write("a.txt", GOOD)
    articlelint.write(".articlelint.toml", '\nignore = ["repeted-word"]\n')
    done = articlelint("check", "a.txt")
    assert done.code == 2
    assert ".articlelint.toml:2: no rule or category is named 'repeted-word'; did you mean" in done.err


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ('ignore = ["repeted-word"]', "2: no rule or category is named 'repeted-word'; did you mean"),
        ("rules.repeted-word.x = 1", "2: [paths.\"b.txt\".rules]: no rule is named 'repeted-word'"),
        ('severity.repeted-word = "info"', "2: [paths.\"b.txt\".severity]: no rule is named 'repeted-word'"),
        ("rules.long-sentence.maximum-word = 3", "2: rule 'long-sentence' has no option 'maximum-word'"),
        ("rules.long-sentence.maximum-words = 0", "2: rule 'long-sentence': maximum-words must be 1"),
    ],
)
def test_a_table_of_paths_is_checked_even_if_no_article_matches(
    articlelint: Articlelint, lines: str, message: str
) -> None:
    articlelint.write("a.txt", GOOD)
    articlelint.write(".articlelint.toml", '[paths."b.txt"]\n')
    assert articlelint("check", "a.txt").code == 0  # the result is kept, but the next run must not trust it
    articlelint.write(".articlelint.toml", f'[paths."b.txt"]\n{lines}\n')
    done = articlelint("check", "a.txt")
    assert done.code == 2
    assert done.err.startswith(f"articlelint: error: .articlelint.toml:{message}")
    assert done.err.count("\n") == 1


def test_settings_for_some_paths(articlelint: Articlelint) -> None:
    articlelint.write("a.txt", BAD)
    articlelint.write("lyrics/b.txt", BAD)
    articlelint.write(".articlelint.toml", '[paths."lyrics/**"]\nignore = ["repeated-word"]\n')
    done = articlelint("check", "--output-format", "concise", "-q", ".")
    assert [line.split(":")[0] for line in done.out.splitlines()] == ["a.txt"]


def test_names_on_the_command_line(articlelint: Articlelint) -> None:
    articlelint.write("a.txt", "It was the the end.  Or so.\n")
    both = articlelint(
        "check", "--isolated", "--select", "repeated-word,extra-space", "--output-format", "json", "."
    )
    assert {f["rule"] for f in both.findings} == {"repeated-word", "extra-space"}
    one = articlelint(
        "check",
        "--isolated",
        "--select",
        "typography",
        "--ignore",
        "extra-space",
        "--output-format",
        "json",
        ".",
    )
    assert {f["rule"] for f in one.findings} == {"repeated-word"}


def test_statistics(articlelint: Articlelint) -> None:
    articlelint.write("a.txt", BAD + "\n" + BAD)
    articlelint.write("b.txt", BAD)
    done = articlelint("check", *ONLY, "--statistics", ".")
    assert done.out == "     3  repeated-word            in 2 articles\n     3  in all, 2 articles read\n"
    assert done.code == 1


def test_two_runs_print_the_same_bytes(articlelint: Articlelint) -> None:
    example = str(next((ROOT / "examples").glob("ferry.*")))
    runs = {
        articlelint(
            "check", "--isolated", "--output-format", "json", example, env={"PYTHONHASHSEED": seed}
        ).out
        for seed in ("0", "1", "2")
    }
    assert len(runs) == 1


def test_a_closed_pipe_is_no_traceback(articlelint: Articlelint) -> None:
    import subprocess
    import sys

    articlelint.write("a.txt", "\n\n".join([BAD] * 20_000))
    command = (
        f"{sys.executable} -m articlelint check {' '.join(ONLY)} --output-format concise a.txt | head -n 1"
    )
    done = subprocess.run(
        command, shell=True, cwd=articlelint.folder, capture_output=True, text=True, check=False
    )
    assert done.stdout.startswith("a.txt:1:")
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("command", "code", "message"),
    [
        ("rules | true", 2, ""),
        ("rules --output-format json | true", 2, ""),
        ("explain repeated-word | true", 2, ""),
        ("--help | true", 2, ""),
        ("check --isolated a.txt | true", 2, ""),
        ("check none.txt 2>/dev/full", 2, ""),
        ("check --isolated none.txt a.txt 2>/dev/full >/dev/null", 2, ""),
        ("check - <&-", 2, "articlelint: error: standard input is closed;"),
        ("check a.txt >&-", 2, "articlelint: error: the output cannot be written: standard output is closed"),
        ("check --output-format json a.txt >/dev/full", 2, "error: the output cannot be written: No space"),
        ("check --output-format json big.txt >/dev/full", 2, "error: the output cannot be written: No space"),
    ],
)
def test_broken_streams(articlelint: Articlelint, command: str, code: int, message: str) -> None:
    import os
    import subprocess
    import sys

    if "/dev/full" in command and not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    articlelint.write("a.txt", GOOD)
    articlelint.write("big.txt", "\n\n".join([BAD] * 200))
    # The pipe is closed before anything is written to it.
    command = command.replace("| true", "| exec 0<&-")
    done = subprocess.run(
        ["bash", "-c", f'set -o pipefail; "$PYTHON" -m articlelint {command}'],
        cwd=articlelint.folder,
        env={**os.environ, "PYTHON": sys.executable},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stderr
    assert message in done.stderr
    assert done.stderr.count("\n") == (1 if message else 0), done.stderr


def test_an_empty_file_is_clean(articlelint: Articlelint) -> None:
    for name in ("a.txt", "b.md", "c.html"):
        articlelint.write(name, b"")
    done = articlelint("check", "--isolated", ".")
    assert (done.code, done.out) == (0, "Nothing found in 3 articles.\n")


def test_a_binary_file_is_named(articlelint: Articlelint) -> None:
    articlelint.write("a.txt", b"\x7fELF\x02\x00\x00")
    articlelint.write("b.txt", b"PK\x03\x04\x00\x00")
    done = articlelint("check", *ONLY, "a.txt", "b.txt")
    assert done.code == 2
    assert "a.txt: not a text file; exclude it" in done.err
    assert "b.txt: this is a .docx, .odt or .zip file, whatever it is called; name it so" in done.err


def test_the_corrected_example_is_clean(articlelint: Articlelint) -> None:
    corrected = str(next((ROOT / "examples").glob("ferry-corrected.*")))
    done = articlelint("check", "--isolated", "--fail-on", "info", corrected)
    assert done.code == 0, done.out


def test_the_same_article_in_three_markups(articlelint: Articlelint) -> None:
    source = next((ROOT / "examples").glob("ferry.*")).read_text(encoding="utf-8")
    paragraphs = [p for p in source.strip().split("\n\n") if p]
    headline, *body = paragraphs
    articlelint.write("a.txt", "\n\n".join(paragraphs) + "\n")
    articlelint.write("a.md", "\n\n".join([f"# {headline.lstrip('# ')}", *body]) + "\n")
    escaped = [p.replace("&", "&amp;").replace("<", "&lt;") for p in body]
    articlelint.write(
        "a.html", f"<h1>{headline.lstrip('# ')}</h1>\n" + "\n".join(f"<p>{p}</p>" for p in escaped) + "\n"
    )
    done = articlelint("check", "--isolated", "--output-format", "json", ".")
    found = {
        suffix: [(f["rule"], f["text"]) for f in done.findings if Path(f["path"]).suffix == suffix]
        for suffix in (".txt", ".md", ".html")
    }
    assert found[".txt"]
    assert found[".md"] == found[".txt"]
    assert found[".html"] == found[".txt"]
