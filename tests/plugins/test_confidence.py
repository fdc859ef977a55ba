"""A plugin's rule that guesses, seen through the command line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from conftest import ROOT

if TYPE_CHECKING:
    from .conftest import Site

RULE = '''
import articlelint as al

class Guess(al.Rule[al.NoOptions]):
    """
    A word of doubt.

    For the tests.
    """

    meta = al.Meta("guess", "a word of doubt", since="1.0", category="desk", warning_from=0.5, error_from=0.9)
    examples = (al.Flagged("It is [[likely]]."), al.Clean("It is."))

    def check(self, doc):
        for word, confidence in (("likely", 0.934), ("perhaps", 0.666), ("hardly", 0.2), ("certainly", None)):
            at = doc.text.find(word)
            if at >= 0:
                span = al.Span(at, at + len(word))
                yield self.finding(span, f"A word of doubt: “{word}”", confidence=confidence)

@al.hookimpl
def articlelint_rules():
    return [Guess]
'''
TEXT = "It is likely, perhaps, hardly and certainly so.\n"
ONLY = ("check", "--select", "guess", "a.txt")


@pytest.fixture
def desk(site: Site) -> Site:
    site.install("desk-lint", RULE)
    site.articlelint.write("a.txt", TEXT)
    return site


def found(site: Site, *args: str) -> list[tuple[str, str, float | None]]:
    rows = json.loads(site.run(*ONLY, "--output-format", "json", *args).out)
    return [(row["text"], row["severity"], row["confidence"]) for row in rows]


ALL = [("likely", "error", 0.934), ("perhaps", "warning", 0.666), ("certainly", "error", None)]


def test_json_has_the_confidence(desk: Site) -> None:
    assert found(desk) == ALL
    lines = desk.run(*ONLY, "--output-format", "json-lines").out.splitlines()
    assert [json.loads(line)["confidence"] for line in lines] == [0.934, 0.666, None]


def test_both_schemas_ask_for_it(desk: Site) -> None:
    from jsonschema import Draft202012Validator

    out = desk.run(*ONLY, "--output-format", "json").out
    for name, value in (("findings", json.loads(out)), ("finding", json.loads(out)[0])):
        schema = json.loads((ROOT / f"docs/schema/{name}.schema.json").read_text(encoding="utf-8"))
        validator = Draft202012Validator(schema)
        validator.validate(value)
        row = value[0] if isinstance(value, list) else value
        for wrong in (1.5, -1, "0.9"):
            row["confidence"] = wrong
            assert not validator.is_valid(value)
        del row["confidence"]
        assert not validator.is_valid(value)


def test_the_full_format_says_how_sure_the_rule_is(desk: Site) -> None:
    heads = [line for line in desk.run(*ONLY).out.splitlines() if line.startswith("a.txt")]
    assert heads == [
        "a.txt:1:7: error[guess] A word of doubt: “likely” (93 % sure)",
        "a.txt:1:15: warning[guess] A word of doubt: “perhaps” (66 % sure)",
        "a.txt:1:35: error[guess] A word of doubt: “certainly”",
    ]


def test_sarif_has_a_rank(desk: Site) -> None:
    log = json.loads(desk.run(*ONLY, "--output-format", "sarif").out)
    assert [result.get("rank") for result in log["runs"][0]["results"]] == [93.4, 66.6, None]


def test_min_confidence(desk: Site) -> None:
    assert found(desk, "--min-confidence", "0.9") == [ALL[0], ALL[2]]
    assert found(desk, "--min-confidence", "1") == [ALL[2]]
    assert found(desk, "--min-confidence", "0") == ALL


def test_the_cache_keeps_the_runs_apart(desk: Site) -> None:
    for _ in range(2):
        assert found(desk) == ALL
        assert found(desk, "--min-confidence", "0.7") == [ALL[0], ALL[2]]
        desk.articlelint.write(".articlelint.toml", "min-confidence = 0.95\n")
        assert found(desk) == [ALL[2]]
        (desk.articlelint.folder / ".articlelint.toml").unlink()


def test_the_key_and_the_option(desk: Site) -> None:
    desk.articlelint.write("house.toml", "min-confidence = 0.95\n")
    desk.articlelint.write(".articlelint.toml", 'extend = "house.toml"\n')
    assert found(desk) == [ALL[2]]
    assert found(desk, "--min-confidence", "0.5") == ALL
    desk.articlelint.write(".articlelint.toml", 'extend = "house.toml"\nmin-confidence = 0\n')
    assert found(desk) == ALL


def test_severities_of_the_configuration_apply_to_what_is_reported(desk: Site) -> None:
    desk.articlelint.write(".articlelint.toml", '[severity]\nguess = "error"\n')
    assert [(text, severity) for text, severity, _ in found(desk)] == [
        ("likely", "error"), ("perhaps", "error"), ("certainly", "error"),
    ]  # fmt: skip


@pytest.mark.parametrize("command", ["check", "fix"])
@pytest.mark.parametrize("value", ["1.1", "-0.1", "nan", "inf", "80%", ""])
def test_a_wrong_value_is_one_line(desk: Site, command: str, value: str) -> None:
    done = desk.run(command, "--min-confidence", value, "a.txt")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        f"articlelint: error: --min-confidence: must be a number from 0 to 1, such as 0.8, not '{value}'\n"
    )


def test_a_baseline_knows_a_finding_whatever_its_confidence(desk: Site) -> None:
    assert desk.run("baseline", "create", "--select", "guess", "a.txt").code == 0
    changed = desk.folder / "desk_lint.py"
    changed.write_text(RULE.replace("0.934", "0.7"), encoding="utf-8")
    assert desk.run(*ONLY, "--baseline", ".articlelint-baseline.json").code == 0


def test_explain_says_from_which_confidence_it_warns(desk: Site) -> None:
    out = desk.run("explain", "guess").out
    assert "A guess is a warning from 50 % sure on, and an error from 90 % sure on." in out


def test_rules_lists_the_thresholds(desk: Site) -> None:
    rows = {row["name"]: row for row in json.loads(desk.run("rules", "--output-format", "json").out)}
    assert (rows["guess"]["warning_from"], rows["guess"]["error_from"]) == (0.5, 0.9)
