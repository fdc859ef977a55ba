"""From the confidence of a finding to its severity, and to whether it is reported at all."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import articlelint as al
from articlelint.cli.rule_pages import thresholds_in_words
from articlelint.config.configuration import Configuration
from articlelint.config.settings import Layer
from articlelint.engine import Engine
from articlelint.plugins.registry import Plugin, RegisteredRule, Registry
from articlelint.plugins.unused_ignore import UnusedIgnore
from articlelint.report.base import FileResult
from articlelint.source import Source
from articlelint.testing import check_example, find

ERROR, WARNING, INFO = al.Severity.ERROR, al.Severity.WARNING, al.Severity.INFO
PLUGIN = Plugin("desk", "desk-rules", "1.0")
CONFIDENCES = {"certainly": None, "surely": 0.95, "likely": 0.9, "perhaps": 0.6, "hardly": 0.59, "never": 0.0}
TEXT = "Certainly, surely, likely, perhaps, hardly or never."


class Guessing(al.Rule[al.NoOptions]):
    """
    A word that says how sure somebody is.

    For the tests.
    """

    meta = al.Meta(
        "guessing", "a word of doubt", since="0.1", category="desk", warning_from=0.6, error_from=0.9
    )
    examples = (
        al.Flagged("It is [[likely]].", severity=ERROR),
        al.Flagged("It is [[perhaps]].", severity=WARNING),
        al.Clean("It is hardly so."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        for token, word in zip(doc.tokens, doc.lowered, strict=True):
            if word in CONFIDENCES:
                yield self.finding(token.span, f"“{word}”", confidence=CONFIDENCES[word])


def lint(text: str = TEXT, meta: al.Meta = Guessing.meta, **command_line: float) -> FileResult:
    """Lint a text with the rule under other metadata; severities of the configuration are in ``SEVERITY``."""

    class Rule(Guessing):
        """
        The rule with this metadata.

        For the tests.
        """

    Rule.meta = meta
    rules = {meta.name: RegisteredRule(Rule, meta, PLUGIN)}
    rules["unused-ignore"] = RegisteredRule(
        UnusedIgnore, UnusedIgnore.meta._replace(category="ignores"), PLUGIN
    )
    engine = Engine(Registry(rules, {}, {}, (PLUGIN,)), Configuration(isolated=True, **command_line))
    return engine.lint(Source("a.md", text), Path("a.md").absolute())


def reported(result: FileResult) -> dict[str, al.Severity]:
    return {d.text.lower(): d.severity for d in result.diagnostics}


def test_the_thresholds_decide() -> None:
    result = lint()
    assert reported(result) == {"certainly": ERROR, "surely": ERROR, "likely": ERROR, "perhaps": WARNING}
    assert [d.confidence for d in result.diagnostics] == [None, 0.95, 0.9, 0.6]


def test_without_error_from_there_are_warnings_only() -> None:
    result = lint(meta=Guessing.meta._replace(error_from=None, severity=WARNING))
    assert reported(result) == dict.fromkeys(["certainly", "surely", "likely", "perhaps"], WARNING)


def test_without_warning_from_every_guess_is_reported() -> None:
    found = reported(lint(meta=Guessing.meta._replace(warning_from=None)))
    assert found["hardly"] == found["never"] == WARNING
    assert found["likely"] == ERROR


def test_without_thresholds_the_confidence_is_only_shown() -> None:
    result = lint(meta=Guessing.meta._replace(warning_from=None, error_from=None, severity=INFO))
    assert reported(result) == dict.fromkeys(CONFIDENCES, INFO)
    assert {d.confidence for d in result.diagnostics} == {None, 0.95, 0.9, 0.6, 0.59, 0.0}


@given(
    confidence=st.none() | st.floats(0, 1),
    thresholds=st.tuples(st.none() | st.floats(0, 1), st.none() | st.floats(0, 1)),
)
def test_a_higher_confidence_never_lowers_the_severity(
    confidence: float | None, thresholds: tuple[float | None, float | None]
) -> None:
    warning, error = thresholds
    if warning is not None and error is not None and warning > error:
        warning, error = error, warning
    meta = Guessing.meta._replace(warning_from=warning, error_from=error)
    severity = meta.severity_at(confidence)
    if confidence is None:
        assert severity is meta.severity
        return
    higher = meta.severity_at(min(1.0, confidence + 0.1))
    assert (higher.rank if higher else -1) >= (severity.rank if severity else -1)


def test_the_configuration_has_the_last_word_about_the_severity_only(monkeypatch: pytest.MonkeyPatch) -> None:
    def layers(_settings: object, _path: object) -> tuple[Layer, ...]:
        return (Layer(severity={"desk": INFO}),)

    monkeypatch.setattr("articlelint.engine.layers_for", layers)
    assert reported(lint()) == dict.fromkeys(["certainly", "surely", "likely", "perhaps"], INFO)


def test_min_confidence_leaves_out_guesses_and_keeps_what_is_certain() -> None:
    assert set(reported(lint(min_confidence=0.93))) == {"certainly", "surely"}
    assert set(reported(lint(min_confidence=1.0))) == {"certainly"}
    assert reported(lint(min_confidence=0.0)) == reported(lint())


IGNORE = "<!-- articlelint: ignore[guessing] a reason -->\n\n"


def test_an_ignore_of_what_is_not_reported_is_unused() -> None:
    assert [d.rule for d in lint(IGNORE + "It is hardly so.").diagnostics] == ["unused-ignore"]


def test_an_ignore_is_not_unused_because_of_min_confidence() -> None:
    result = lint(IGNORE + "It is perhaps so.", min_confidence=0.8)
    assert result.diagnostics == ()
    assert result.ignored == {"guessing": 1}


def test_fingerprints_do_not_depend_on_the_confidence(monkeypatch: pytest.MonkeyPatch) -> None:
    before = [d.fingerprint for d in lint("It is likely.").diagnostics]
    monkeypatch.setitem(CONFIDENCES, "likely", 0.7)
    after = lint("It is likely.").diagnostics
    assert [(d.fingerprint, d.severity) for d in after] == [(before[0], WARNING)]


@pytest.mark.parametrize("wrong", [1.01, -0.1, float("nan"), True, "0.5"])
def test_a_confidence_that_is_no_probability_is_an_error(
    monkeypatch: pytest.MonkeyPatch, wrong: float
) -> None:
    monkeypatch.setitem(CONFIDENCES, "likely", wrong)
    result = lint("It is likely.")
    assert result.diagnostics == ()
    (error,) = result.errors
    assert "the confidence of a finding must be a number from 0 to 1, or None" in error
    assert "rule 'guessing'" in error


@pytest.mark.parametrize("example", Guessing.examples)
def test_examples(example: al.Flagged | al.Clean) -> None:
    check_example(Guessing, example)


def test_the_test_kit_finds_what_is_reported() -> None:
    assert [f.confidence for f in find(Guessing, "It is perhaps, or hardly.")] == [0.6]


def test_the_test_kit_compares_severities() -> None:
    with pytest.raises(AssertionError, match=r"'perhaps' is expected as error, but is reported as warning"):
        check_example(Guessing, al.Flagged("It is [[perhaps]].", severity=ERROR))


def test_the_test_kit_refuses_a_wrong_confidence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(CONFIDENCES, "likely", 2.0)
    with pytest.raises(AssertionError, match=r"'likely' must be a number from 0 to 1, not 2.0"):
        check_example(Guessing, al.Flagged("It is [[likely]]."))


@pytest.mark.parametrize(
    ("severity", "warning_from", "error_from", "said"),
    [
        (ERROR, 0.6, 0.975, "A guess is a warning from 60 % sure on, and an error from 97.5 % sure on."),
        (ERROR, None, 0.9, "A guess is a warning, and an error from 90 % sure on."),
        (ERROR, 0.6, None, "A guess is a warning from 60 % sure on, and never an error."),
        (
            WARNING,
            0.6,
            None,
            "Reports warnings only. A guess is a warning from 60 % sure on, and never an error.",
        ),
        (ERROR, None, None, ""),
    ],
)
def test_thresholds_in_words(
    severity: al.Severity, warning_from: float | None, error_from: float | None, said: str
) -> None:
    meta = Guessing.meta._replace(severity=severity, warning_from=warning_from, error_from=error_from)
    assert thresholds_in_words(meta) == said
