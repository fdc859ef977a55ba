"""Style folders and vocabularies: what is an error, what is unsupported, and what each says."""

from __future__ import annotations

from pathlib import Path

import pytest
from vale.styles import run, unsupported, write_style, write_vocabulary

import articlelint as al
from articlelint_vale.styles import Styles

GOOD = "extends: existence\nmessage: m\ntokens: [a]\n"


@pytest.mark.parametrize(
    ("rule", "complaint"),
    [
        ("a: [\n", "Rule.yml:2: not valid YAML: "),
        ("- a\n", "Rule.yml:1: not a Vale rule: it must be a table"),
        ("", "Rule.yml:1: not a Vale rule"),
        ("message: m\n", "Rule.yml:1: not a Vale rule: the key 'extends' is missing"),
        ("extends: existence\ntokens: [a]\n", "Rule.yml:1: the key 'message' is missing"),
        (
            "extends: existence\nmessage: m\nlevel: fatal\n",
            "Rule.yml:3: 'level' must be one of suggestion, warning",
        ),
        (
            "extends: existence\nmessage: m\nignorecase: maybe\n",
            "Rule.yml:3: 'ignorecase' must be true or false",
        ),
        (
            "extends: existence\nmessage: m\n\ntokens: ['(a']\n",
            "Rule.yml:4: '(a' is no regular expression: a '('",
        ),
        (
            "extends: existence\nmessage: m\ntokens:\n  a: b\n",
            "Rule.yml:3: 'tokens' must be a list of strings",
        ),
        (
            "extends: existence\nmessage: m\ntokens: [[a]]\n",
            "Rule.yml:3: 'tokens' must be a list of strings, and item 1 is a list",
        ),
        ("extends: substitution\nmessage: m\nswap:\n  a: b\n  '[c': d\n", "Rule.yml:5: '[c' is no regular"),
        ("extends: substitution\nmessage: m\nswap: [a]\n", "Rule.yml:3: 'swap' must be a table of strings"),
        (
            "extends: substitution\nmessage: m\nswap:\n  a: [b]\n",
            "Rule.yml:4: 'a' in 'swap' must be a string",
        ),
        ("extends: occurrence\nmessage: m\ntoken: a\nmax: many\n", "Rule.yml:4: 'max' must be a number"),
        ("extends: existence\nmessage: m\naction: replace\n", "Rule.yml:3: 'action' must be a table"),
        ("extends: existence\nmessage: m\ncode: true\n", "Rule.yml:3: Vale has dropped 'code'"),
        ("? [a]\n: b\n", "Rule.yml:1: a key must be a string"),
        ("a: &a [*a]\n", "nested too deeply"),
    ],
)
def test_a_fault_is_one_line_with_file_and_line(tmp_path: Path, rule: str, complaint: str) -> None:
    style = write_style(tmp_path, {"Rule": rule})
    with pytest.raises(al.SettingsError) as raised:
        Styles([str(style)], ())
    assert complaint in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("rule", "reason"),
    [
        ("extends: script\nmessage: m\nscript: x\n", "'extends: script'"),
        ("extends: sequence\nmessage: m\ntokens:\n  - tag: NN\n", "'extends: sequence'"),
        ("extends: spelling\nmessage: m\n", "articlelint has no spelling dictionary"),
        ("extends: existance\nmessage: m\n", "Vale has no such kind of rule"),
        (GOOD + "tokenz: [b]\n", "the key 'tokenz' (line 4) is unknown"),
        (GOOD + "action:\n  name: explode\n", "the action 'explode' is unknown"),
        (GOOD + "action:\n  name: edit\n  params: [trim]\n", "the edit 'trim' needs 1 more parameters"),
        (GOOD + "action:\n  name: edit\n  params: [regex, '(', x]\n", "no regular expression"),
        (GOOD + "action:\n  name: convert\n  params: [loud]\n", "'convert' to 'loud' is unknown"),
        ("extends: conditional\nmessage: m\nfirst: a\n", "the key 'second' is missing"),
        ("extends: consistency\nmessage: m\n", "the key 'either' is missing"),
        ("extends: capitalization\nmessage: m\n", "the key 'match' is missing"),
        ("extends: repetition\nmessage: m\n", "the key 'tokens' is missing"),
        ("extends: occurrence\nmessage: m\nmax: 1\n", "the key 'token' is missing"),
    ],
)
def test_what_cannot_run_says_why(tmp_path: Path, rule: str, reason: str) -> None:
    assert reason in unsupported(tmp_path, rule)


def test_keys_in_any_case_are_read(tmp_path: Path) -> None:
    style = write_style(tmp_path, {"Rule": "Extends: existence\nMessage: m\nIgnoreCase: true\nTokens: [A]\n"})
    _, found = run(Styles([str(style)], ()), "Just a text.\n")
    assert len(found) == 1


def test_a_rule_says_what_its_file_says(tmp_path: Path) -> None:
    rule = (
        "extends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\nlevel: suggestion\nscope: heading\n"
        "link: https://desk.example/use\ndescription: It is shorter.\nlimit: 3\naction:\n  name: replace\n"
        "swap:\n  utilize: use\n  'a\\w+': b\n"
    )
    style = write_style(tmp_path, {"Plain.Words": rule})
    (described,) = Styles([str(style)], ()).rules.values()
    assert (described.name, described.group, described.category) == ("vale/Desk.Plain", "vale/Desk", "vale")
    assert described.summary == "Use '…' instead of '…'."
    assert (described.severity, described.url) == (al.Severity.INFO, "https://desk.example/use")
    assert dict(described.facts) == {
        "Why": "It is shorter.",
        "Message": "Use '%s' instead of '%s'.",
        "Kind": "substitution",
        "Scope": "heading",
        "Action": "replace",
        "Limit": "3",
        "Swaps": "utilize → use",
    }


def test_levels_are_severities(tmp_path: Path) -> None:
    levels = {"Suggestion": "suggestion", "Warning": "warning", "Error": "error"}
    style = write_style(tmp_path, {name: GOOD + f"level: {level}\n" for name, level in levels.items()})
    write_style(tmp_path, {"None": GOOD})
    found = {name: rule.severity.value for name, rule in Styles([str(style)], ()).rules.items()}
    assert found == {
        "vale/Desk.Error": "error",
        "vale/Desk.None": "warning",
        "vale/Desk.Suggestion": "info",
        "vale/Desk.Warning": "warning",
    }


def test_the_folder_of_the_styles_is_no_style(tmp_path: Path) -> None:
    write_style(tmp_path, {"Rule": GOOD})
    write_style(tmp_path, {"Rule": GOOD}, name="Other")
    with pytest.raises(al.SettingsError, match=r"no rule \(\*\.yml\) .* name the styles in it: Desk, Other"):
        Styles([str(tmp_path / "styles")], ())


def test_one_name_twice_is_an_error(tmp_path: Path) -> None:
    one = write_style(tmp_path / "one", {"Rule": GOOD})
    other = write_style(tmp_path / "other", {"Rule": GOOD})
    with pytest.raises(al.SettingsError, match=r"'vale/Desk\.Rule' is already at"):
        Styles([str(one), str(other)], ())


def test_a_vocabulary_brings_two_rules(tmp_path: Path) -> None:
    vocabulary = write_vocabulary(
        tmp_path, "# names\nOdesa\nPort of Odesa\n[Kk]yivs?\n", "basically\n\nkicka\\w+\n"
    )
    styles = Styles((), [str(vocabulary)])
    assert {name: rule.severity.value for name, rule in styles.rules.items()} == {
        "vale/Vale.Avoid": "error",
        "vale/Vale.Terms": "error",
    }
    doc, found = run(styles, "ODESA, Odesa, the port of odesa, basically a kickass city. KYIV.\n")
    assert [(f.rule, doc.slice(f.span), f.message) for f in found] == [
        ("vale/Vale.Terms", "ODESA", "Use 'Odesa' instead of 'ODESA'."),
        ("vale/Vale.Terms", "port of odesa", "Use 'Port of Odesa' instead of 'port of odesa'."),
        ("vale/Vale.Avoid", "basically", "Avoid using 'basically'."),
        ("vale/Vale.Avoid", "kickass", "Avoid using 'kickass'."),
        ("vale/Vale.Terms", "KYIV", "Use 'Kyiv' instead of 'KYIV'."),
    ]
    assert styles.rules["vale/Vale.Avoid"].at.endswith("reject.txt:1")


def test_a_pattern_in_a_vocabulary_says_which_capitals_are_right(tmp_path: Path) -> None:
    styles = Styles((), [str(write_vocabulary(tmp_path, "OAuth2?\n(?i)graphql\nPy\\w*\n"))])
    doc, found = run(styles, "OAuth oauth2, GraphQL graphql. A PyPI, a pyre.\n")
    assert [(doc.slice(f.span), f.message) for f in found] == [
        ("oauth2", "Use 'OAuth2' instead of 'oauth2'."),
        ("pyre", "Use 'Py\\w*' instead of 'pyre'."),
    ]


def test_a_vocabulary_without_words_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(al.SettingsError, match=r"no accept.txt and no reject.txt"):
        Styles((), [str(tmp_path)])


def test_a_bad_term_names_its_line(tmp_path: Path) -> None:
    vocabulary = write_vocabulary(tmp_path, "Odesa\n[Kyiv\n")
    style = write_style(tmp_path, {"Rule": GOOD})
    with pytest.raises(al.SettingsError, match=r"accept.txt:2: '\[Kyiv' is no regular expression"):
        Styles([str(style)], [str(vocabulary)])


def test_a_slow_pattern_names_itself_and_spoils_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("articlelint_vale.patterns.SECONDS", 0.05)
    slow = "extends: existence\nmessage: m\nnonword: true\ntokens: ['(?:a|aa|b\\1)+$()']\n"
    style = write_style(tmp_path, {"Slow": slow, "Good": "extends: existence\nmessage: m\ntokens: [end]\n"})
    from articlelint.engine import run_checks
    from articlelint.testing import document

    styles = Styles([str(style)], ())
    found, errors = run_checks(document("a" * 200 + "b the end\n"), [*styles.checks(frozenset(styles.rules))])
    assert [f.rule for f in found] == ["vale/Desk.Good"]
    assert len(errors) == 1
    assert "rule 'vale/Desk.Slow' failed: TimeoutError" in errors[0]


def test_the_review_compiles_every_pattern(tmp_path: Path) -> None:
    # What the translation lets pass and ``regex`` refuses comes to light when the style is tested.
    rules = {
        "Exists": "extends: existence\nmessage: m\ntokens: ['\\p{Odd}a']\n",
        "Raw": "extends: existence\nmessage: m\nraw: ['\\p{Odd}a']\n",
        "Swap": "extends: substitution\nmessage: m\nswap:\n  '\\p{Odd}a': b\n",
        "Counts": "extends: occurrence\nmessage: m\nmax: 1\ntoken: '\\p{Odd}a'\n",
        "Repeats": "extends: repetition\nmessage: m\ntokens: ['\\p{Odd}a']\n",
        "Either": "extends: consistency\nmessage: m\neither:\n  '\\p{Odd}a': b\n",
        "Needs": "extends: conditional\nmessage: m\nfirst: a\nsecond: '\\p{Odd}a'\n",
        "Capitals": "extends: capitalization\nmessage: m\nmatch: '\\p{Odd}a'\n",
        "Good": GOOD,
    }
    styles = Styles([str(write_style(tmp_path, rules))], ())
    faults = {fault.rule.rpartition(".")[2]: fault for fault in styles.review(frozenset(styles.rules))}
    assert sorted(faults) == sorted(rules.keys() - {"Good"})
    assert faults["Swap"].at.endswith("Swap.yml:4")
    assert "is no regular expression" in faults["Swap"].message


@pytest.mark.parametrize(
    ("rule", "reason"),
    [
        ("extends: existence\nmessage: m\n", "it has nothing to look for"),
        ("extends: existence\nmessage: m\ntokens: ['']\n", "it has nothing to look for"),
        ("extends: repetition\nmessage: m\ntokens: ['']\n", "the key 'tokens' is missing or empty"),
        ("extends: substitution\nmessage: m\nswap: {}\n", "the key 'swap' is missing or empty"),
        (
            "extends: consistency\nmessage: m\neither:\n  a:\n",
            "a pair in 'either' (line 4) has only one form",
        ),
        ("extends: occurrence\nmessage: m\ntoken: a\nmin: 1\nmax: -1\n", "'max' (line 5) is below 0"),
        ("extends: existence\nmessage: m\ntokens: [a]\nlimit: -3\n", "'limit' (line 4) is below 0"),
        (
            "extends: exsistence\nmessage: m\n",
            "no such kind of rule; did you mean 'existence'; those supported",
        ),
        (
            "extends: existence\nmessage: m\ntokns: [a]\n",
            "'tokns' (line 3) is unknown; did you mean 'tokens'",
        ),
        (
            "extends: metric\nmessage: m\nformula: words\ncondition: fooo\n",
            "the condition 'fooo' cannot be read",
        ),
    ],
)
def test_a_rule_that_can_never_report_says_why(tmp_path: Path, rule: str, reason: str) -> None:
    assert reason in unsupported(tmp_path, rule)


def test_files_named_yaml_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "A.yaml").write_text(GOOD, encoding="utf-8")
    with pytest.raises(al.SettingsError, match=r"files named \.yaml are not read, only \.yml"):
        Styles([str(tmp_path)], ())


@pytest.mark.parametrize("bomb", ["tokens: *a5", "exceptions: *a5", "unknown: *a5"])
def test_a_few_aliases_for_many_values_are_refused_at_once(tmp_path: Path, bomb: str) -> None:
    lines = ["extends: existence", "message: m", "a0: &a0 [" + ", ".join(["x"] * 30) + "]"]
    lines += [f"a{n}: &a{n} [" + ", ".join([f"*a{n - 1}"] * 30) + "]" for n in range(1, 6)]
    style = write_style(tmp_path, {"Bomb": "\n".join((*lines, bomb)) + "\n"})
    with pytest.raises(al.SettingsError, match=r"Bomb.yml: more than 100,000 values"):
        Styles([str(style)], ())


@pytest.mark.parametrize("nested", ["[" * 20_000, "- " * 20_000, "&a [*a]"])
def test_deep_nesting_is_refused(tmp_path: Path, nested: str) -> None:
    style = write_style(tmp_path, {"Deep": f"extends: existence\nmessage: m\ntokens:\n  {nested}\n"})
    with pytest.raises(al.SettingsError, match=r"Deep.yml:?\d*: .*(nest|depth|not valid YAML|values)"):
        Styles([str(style)], ())


@pytest.mark.parametrize("number", [".inf", "nan", "1" * 5000, "1e999"])
def test_a_number_without_bounds_is_no_number(tmp_path: Path, number: str) -> None:
    style = write_style(tmp_path, {"Rule": f"extends: occurrence\nmessage: m\ntoken: a\nmax: {number}\n"})
    with pytest.raises(al.SettingsError, match=r"Rule.yml:4: 'max' must be a number"):
        Styles([str(style)], ())
