"""Every fault of a plugin is one clear line and exit 2; none becomes fewer findings."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Done

    from .conftest import Site

RULE = '''
import articlelint as al

class {name}(al.Rule[al.NoOptions]):
    """
    A test rule.

    It reports the word "end".
    """

    meta = al.Meta("{rule}", "a test rule", since="1.0", category="house")
    examples = (al.Flagged("The [[end]]."), al.Clean("The start."))

    def check(self, doc):
        at = doc.text.find("end")
        if at >= 0:
            yield self.finding(al.Span(at, at + 3), "an end")
'''
HOOK = """
@al.hookimpl
def articlelint_rules():
    return [{name}]
"""


def good(rule: str = "test-end", name: str = "TestEnd") -> str:
    return RULE.format(rule=rule, name=name) + HOOK.format(name=name)


def assert_refused(done: Done, *words: str) -> None:
    """Exit 2, nothing on standard output, one line on standard error with these words."""
    assert done.code == 2, (done.out, done.err)
    assert done.out == ""
    assert done.err.startswith("articlelint: error: ")
    assert done.err.count("\n") == 1
    assert "Traceback" not in done.err
    for word in words:
        assert word in done.err, done.err


def test_a_good_plugin_reports_under_its_category(site: Site) -> None:
    site.install("acme-lint", good())
    done = site.check("It was the end.\n", "--select", "house", "--output-format", "json")
    assert done.code == 1
    assert [(f["rule"], f["category"], f["text"]) for f in done.findings] == [("test-end", "house", "end")]


def test_two_plugins_with_one_entry_point_name(site: Site) -> None:
    site.install("acme-lint", good(), entry="desk", module="acme_one")
    site.install("other-lint", good("test-other", "TestOther"), entry="desk", module="other_two")
    assert_refused(site.check(), "two plugins are named 'desk'", "acme-lint", "other-lint")


def test_a_plugin_with_the_name_of_the_built_in_one(site: Site) -> None:
    site.install("acme-lint", good(), entry="builtin")
    assert_refused(site.check(), "two plugins are named 'builtin'", "acme-lint")


def test_a_misspelt_hook(site: Site) -> None:
    site.install("acme-lint", good().replace("def articlelint_rules", "def articlelint_rule"))
    said = "there is no hook 'articlelint_rule'; did you mean 'articlelint_rules'?"
    assert_refused(site.check(), "plugin 'acme_lint' (acme-lint 1.0)", said)


def test_a_misspelt_hook_beside_a_right_one(site: Site) -> None:
    extra = "\n@al.hookimpl\ndef articlelint_reporter():\n    return []\n"
    site.install("acme-lint", good() + extra)
    said = "there is no hook 'articlelint_reporter'; did you mean 'articlelint_reporters'?"
    assert_refused(site.check(), "plugin 'acme_lint' (acme-lint 1.0)", said)


def test_a_hook_without_its_mark(site: Site) -> None:
    site.install("acme-lint", good().replace("@al.hookimpl\n", ""))
    assert_refused(site.check(), "acme_lint", "articlelint_rules", "hookimpl")


def test_a_hook_with_an_unknown_parameter(site: Site) -> None:
    site.install("acme-lint", good().replace("def articlelint_rules()", "def articlelint_rules(config)"))
    assert_refused(site.check(), "acme_lint", "config")


def test_a_plugin_without_hooks(site: Site) -> None:
    site.install("acme-lint", "x = 1\n")
    assert_refused(site.check(), "acme_lint", "no hook")


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("import no_such_module_anywhere\n", "no_such_module_anywhere"),
        ("def broken(:\n", "SyntaxError"),
        ("raise RuntimeError('out\\nof order')\n", "out of order"),
        ("raise SystemExit(0)\n", "SystemExit"),
    ],
    ids=["missing import", "syntax error", "raises", "exits"],
)
def test_a_plugin_that_cannot_be_imported(site: Site, code: str, why: str) -> None:
    site.install("acme-lint", code)
    assert_refused(site.check(), "acme_lint", "acme-lint 1.0", "cannot be loaded", why)


def test_an_entry_point_that_points_nowhere(site: Site) -> None:
    site.entry_point("acme-lint", "acme", "acme_gone:plugin")
    assert_refused(site.check(), "acme", "acme_gone")


@pytest.mark.parametrize(
    ("returned", "why"),
    [
        ("None", "must return a list"),
        ("42", "must return a list"),
        ("'TestEnd'", "must return a list"),
        ("['TestEnd']", "is not a subclass of articlelint.Rule"),
        ("[TestEnd()]", "an object of class 'TestEnd' is not a subclass of articlelint.Rule"),
        ("[TestEnd, object]", "the class 'object' is not a subclass of articlelint.Rule"),
        ("object()", "must return a list, not an object of class 'object'"),
        ("1 / 0", "ZeroDivisionError"),
    ],
)
def test_a_hook_that_returns_the_wrong_thing(site: Site, returned: str, why: str) -> None:
    site.install("acme-lint", good().replace("return [TestEnd]", f"return {returned}"))
    assert_refused(site.check(), "acme_lint", why)


@pytest.mark.parametrize("hook", ["articlelint_parsers", "articlelint_reporters"])
@pytest.mark.parametrize(
    ("returned", "why"), [("None", "must return a list"), ("[object()]", "it needs 'name'")]
)
def test_the_other_hooks_returning_the_wrong_thing(site: Site, hook: str, returned: str, why: str) -> None:
    site.install(
        "acme-lint", f"import articlelint as al\n@al.hookimpl\ndef {hook}():\n    return {returned}\n"
    )
    assert_refused(site.check(), "acme_lint", why)


def test_a_reporter_with_the_name_of_a_built_in_one(site: Site) -> None:
    site.install(
        "acme-lint",
        """
        import articlelint as al

        class Mine:
            name = "json"

            def report(self, results, write, terminal):
                pass

        @al.hookimpl
        def articlelint_reporters():
            return [Mine()]
        """,
    )
    assert_refused(site.check(), "acme_lint", "'json'")


def test_a_parser_for_a_suffix_that_is_taken(site: Site) -> None:
    site.install(
        "acme-lint",
        """
        import articlelint as al

        class Mine:
            name = "mine"
            suffixes = (".md",)

            def parse(self, text):
                raise NotImplementedError

        @al.hookimpl
        def articlelint_parsers():
            return [Mine()]
        """,
    )
    assert_refused(site.check(), "acme_lint", "'.md'")


MINE = """
import articlelint as al
from articlelint.markup.html import HtmlParser

class Mine(HtmlParser):
    name = "mine"
    suffixes = (".mine",)

@al.hookimpl
def articlelint_parsers():
    return [Mine()]
"""


def test_a_plugins_suffix_counts_everywhere(site: Site) -> None:
    site.install("acme-lint", MINE)
    site.articlelint.write("a.mine", "<p>It was the the end.</p>\n")
    only = ("--isolated", "--select", "repeated-word", "-q", "--output-format", "concise")
    git = ("git", "-c", "user.name=a", "-c", "user.email=a@b.c")
    subprocess.run([*git, "init", "-q"], cwd=site.articlelint.folder, check=True)
    subprocess.run([*git, "add", "a.mine"], cwd=site.articlelint.folder, check=True)
    assert site.run("check", *only, "--staged").out.startswith("a.mine:1:")
    done = site.run("check", *only, "--add-ignore", "a band", "a.mine")
    assert (done.code, done.out, done.err) == (0, "", "")
    text = (site.articlelint.folder / "a.mine").read_text()
    assert text == "<p><!-- articlelint: ignore[repeated-word] a band -->It was the the end.</p>\n"
    program = "from articlelint.testing import document; print(document('<b>A</b>', suffix='.mine').text)"
    printed = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": str(site.folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert printed.stdout == "A\n", printed.stderr


def test_two_rules_with_one_name_in_two_plugins(site: Site) -> None:
    site.install("acme-lint", good())
    site.install("other-lint", good())
    assert_refused(site.check(), "two rules are named 'test-end'", "acme-lint", "other-lint")


def test_a_rule_with_the_name_of_a_built_in_one(site: Site) -> None:
    site.install("acme-lint", good("repeated-word"))
    assert_refused(site.check(), "two rules are named 'repeated-word'", "acme-lint")


def test_one_plugin_that_hands_out_a_rule_twice(site: Site) -> None:
    site.install("acme-lint", good().replace("[TestEnd]", "[TestEnd, TestEnd]"))
    assert_refused(site.check(), "two rules are named 'test-end'")


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('meta = al.Meta("test-end", "a test rule", since="1.0", category="house")', "", "has no 'meta'"),
        ('meta = al.Meta("test-end", "a test rule", since="1.0", category="house")', "meta = {}", "has no 'meta'"),
        ('"test-end"', '"Test End"', "is no name for a rule"),
        ('"test-end"', '"all"', "'all' is no name for a rule: it is reserved"),
        ('"test-end"', "3", "rule class 'TestEnd': 'name' in Meta must be a string, not 3"),
        ('"a test rule"', "3", "rule 'test-end': 'summary' in Meta must be a string that is not empty, not 3"),
        ('"a test rule"', '" "', "'summary' in Meta must be a string that is not empty, not ' '"),
        ('since="1.0"', "since=1", "rule 'test-end': 'since' in Meta must be a string that is not empty, not 1"),
        ('since="1.0"', 'since="1.0", severity="error"', "'severity' in Meta must be an articlelint.Severity"),
        ('category="house"', "category=3", "'category' in Meta must be a string, not 3"),
        ('since="1.0"', 'since="1.0", url=None', "'url' in Meta must be a string, not None"),
        ('category="house"', 'category="all"', "the category name 'all' is reserved"),
        ('category="house"', 'category="house", default=1', "'default' in Meta must be True or False, not 1"),
        ('since="1.0"', 'since="1.0", warning_from="0.5"', "'warning_from' in Meta must be a number from 0 to 1, or"),
        ('since="1.0"', 'since="1.0", error_from=1.5', "'error_from' in Meta must be a number from 0 to 1, or None, not"),
        ('since="1.0"', 'since="1.0", error_from=True', "'error_from' in Meta must be a number from 0 to 1, or None"),
        ('since="1.0"', 'since="1.0", warning_from=0.9, error_from=0.5', "is 0.9: it must not be above 'error_from'"),
        ('al.Clean("The start.")', "al.Clean(3)", "the text of an example must be a string, not 3"),
        ("    examples =", "    options_type = al.Span\n    examples =", "every option needs a default: TypeError"),
        ('examples = (al.Flagged("The [[end]]."), al.Clean("The start."))', "", "examples"),
        ('al.Clean("The start.")', "", "Clean"),
        ('al.Flagged("The [[end]]."), ', "", "Flagged"),
        ("def check(self, doc)", "def chekc(self, doc)", "does not define check()"),
        ('    """\n    A test rule.\n\n    It reports the word "end".\n    """\n', "", "docstring"),
        ('category="house"', 'category="My House"', "is no name for a category"),
        ("    examples =", "    options_type = dict\n    examples =", "options_type"),
    ],
    ids=[
        "no meta", "wrong meta", "wrong name", "reserved name", "number as name", "number as summary",
        "empty summary", "number as since", "text as severity", "number as category", "no text as address", "reserved category",
        "number as default", "text as threshold", "threshold above 1", "truth as threshold", "thresholds in the wrong order",
        "number as example", "option without default", "no examples", "no clean example",
        "no flagged example", "no check", "no docstring", "wrong category", "options no dataclass",
    ],
)  # fmt: skip
def test_a_rule_that_breaks_the_contract(site: Site, old: str, new: str, why: str) -> None:
    code = good()
    assert old in code
    site.install("acme-lint", code.replace(old, new))
    assert_refused(site.check(), "acme_lint", why)


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("raise RuntimeError('boom')", "RuntimeError: boom"),
        ("return 42", "TypeError: check() must yield self.finding(...), not 42"),
        ("return None", "TypeError: check() must yield self.finding(...), not None"),
        ("return 'a finding'", "TypeError: check() must yield self.finding(...), not 'a finding'"),
        ("yield 'a finding'", "TypeError: check() must yield self.finding(...), not 'a finding'"),
        ("yield self.finding(al.Span(0, 1), '')", "it reported a finding without a message"),
        ("yield self.finding(al.Span(0, 1), 3)", "the message of a finding must be a string, not 3"),
        ("yield self.finding((0, 1), 'x')", "must be an articlelint.Span, not an object of class 'tuple'"),
        (
            "yield self.finding(al.Span(0, 1), 'x', confidence=93)",
            "must be a number from 0 to 1, or None, not 93",
        ),
        ("yield al.Finding('other-rule', al.Span(0, 1), 'x')", "other-rule"),
        ("yield self.finding(al.Span(0, 10_000), 'x')", "outside the text"),
        ("yield self.finding(al.Span(0, 1), 'x'); raise KeyError('late')", "KeyError"),
    ],
    ids=[
        "raises",
        "returns a number",
        "returns nothing",
        "returns text",
        "yields text",
        "empty message",
        "number as message",
        "tuple as span",
        "percentage as confidence",
        "wrong rule",
        "outside",
        "raises late",
    ],
)
def test_a_rule_that_crashes_is_named_and_the_others_go_on(site: Site, body: str, why: str) -> None:
    start = RULE.format(rule="test-end", name="TestEnd").partition("        at = ")[0]
    site.install("acme-lint", start + f"        {body}\n" + HOOK.format(name="TestEnd"))
    done = site.check("It was the the end.\n", "--select", "house,repeated-word", "--output-format", "json")
    assert done.code == 2
    assert [f["rule"] for f in json.loads(done.out)] == ["repeated-word"]
    for word in ("internal error", "rule 'test-end'", "acme_lint", "acme-lint 1.0", "a.txt", why):
        assert word in done.err, done.err
    assert "Traceback" not in done.err


def test_a_crash_on_one_file_does_not_stop_the_next(site: Site) -> None:
    site.install(
        "acme-lint", good().replace("at = doc.text.find", "assert 'bad' not in doc.text; at = doc.text.find")
    )
    site.articlelint.write("b.txt", "The bad end.\n")
    site.articlelint.write("c.txt", "The end.\n")
    done = site.run("check", "--isolated", "--select", "house", "--output-format", "json", "b.txt", "c.txt")
    assert done.code == 2
    assert [f["path"] for f in done.findings] == ["c.txt"]
    assert "b.txt" in done.err


def test_a_reporter_that_crashes(site: Site) -> None:
    site.install(
        "acme-lint",
        """
        import articlelint as al

        class Mine:
            name = "mine"

            def report(self, results, write, terminal):
                raise RuntimeError("boom")

        @al.hookimpl
        def articlelint_reporters():
            return [Mine()]
        """,
    )
    done = site.check("The end.\n", "--output-format", "mine")
    assert done.code == 2
    assert "Traceback" not in done.err
    assert "the output format 'mine' of plugin 'acme_lint' (acme-lint 1.0) failed" in done.err
    assert "boom" in done.err


def test_a_parser_that_crashes(site: Site) -> None:
    site.install(
        "acme-lint",
        """
        import articlelint as al

        class Mine:
            name = "mine"
            suffixes = (".mine",)

            def parse(self, text):
                raise RuntimeError("boom")

        @al.hookimpl
        def articlelint_parsers():
            return [Mine()]
        """,
    )
    site.articlelint.write("a.mine", "It was the the end.\n")
    site.articlelint.write("b.txt", "It was the the end.\n")
    done = site.run(
        "check", "--isolated", "--select", "repeated-word", "--output-format", "json", "a.mine", "b.txt"
    )
    assert done.code == 2
    assert "Traceback" not in done.err
    assert "a.mine" in done.err
    assert "parser 'mine' of plugin 'acme_lint' (acme-lint 1.0) failed: RuntimeError: boom" in done.err
    assert [f["path"] for f in done.findings] == ["b.txt"]


PARSER = """
import articlelint as al

class Mine:
    name = "mine"
    suffixes = (".mine",)

    def parse(self, text):
        return text

@al.hookimpl
def articlelint_parsers():
    return [Mine()]
"""


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('(".mine",)', "('mine',)", "'mine' in 'suffixes' must be a dot and letters without a dot"),
        ('(".mine",)', "('.tar.gz',)", "'.tar.gz' in 'suffixes' must be a dot and letters without a dot"),
        ('(".mine",)', "(3,)", "3 in 'suffixes' must be a dot and letters without a dot"),
        ('(".mine",)', "('.MD',)", "'.MD' in 'suffixes' must be in lower case"),
        ('(".mine",)', "'.mine'", "'suffixes' must be a tuple of strings, such as ('.srt',), not '.mine'"),
        ('(".mine",)', "()", "'suffixes' must be a tuple of strings"),
        ("Mine()", "Mine", "the class 'Mine' is no parser: return an object of it, Mine()"),
        ("Mine()", "Mine(), Mine()", "'.mine' are already read by plugin 'acme_lint'"),
        ('name = "mine"', "name = 3", "an object of class 'Mine' is no parser: it needs 'name', a string"),
        ("def parse(", "def read(", "parser 'mine' needs a method parse()"),
    ],
)
def test_a_parser_that_breaks_the_contract(site: Site, old: str, new: str, why: str) -> None:
    assert old in PARSER
    site.install("acme-lint", PARSER.replace(old, new))
    assert_refused(site.check(), "plugin 'acme_lint' (acme-lint 1.0)", why)


def test_a_parser_that_returns_text(site: Site) -> None:
    site.install("acme-lint", PARSER)
    site.articlelint.write("a.mine", "The end.\n")
    done = site.run("check", "--isolated", "a.mine")
    assert (done.code, done.err.count("\n")) == (2, 1)
    said = "parser 'mine' of plugin 'acme_lint' (acme-lint 1.0) failed: parse() must return Markup, not 'The end.\\n'"
    assert said in done.err


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("[Mine()]", "[Mine]", "the class 'Mine' is no reporter: return an object of it, Mine()"),
        ('"mine"', '"My Format"', "'My Format' is no name for an output format"),
        ("def report(", "def write(", "reporter 'mine' needs a method report()"),
    ],
)
def test_a_reporter_that_breaks_the_contract(site: Site, old: str, new: str, why: str) -> None:
    code = PARSER.replace("def parse(self, text)", "def report(self, results, write, terminal)")
    code = code.replace("articlelint_parsers", "articlelint_reporters")
    assert old in code
    site.install("acme-lint", code.replace(old, new))
    assert_refused(site.check(), "plugin 'acme_lint' (acme-lint 1.0)", why)


def test_a_rule_with_the_name_of_a_built_in_category(site: Site) -> None:
    site.install("acme-lint", good("spelling"))
    assert_refused(
        site.check(), "plugin 'acme_lint' (acme-lint 1.0): the rule 'spelling' has the name of a category"
    )


def test_a_category_with_the_name_of_a_built_in_rule(site: Site) -> None:
    site.install("acme-lint", good().replace('category="house"', 'category="repeated-word"'))
    said = "the category 'repeated-word' has the name of a rule of plugin 'builtin'"
    assert_refused(site.check(), "error: plugin 'acme_lint' (acme-lint 1.0)", said)


@pytest.mark.parametrize(
    "command", [("rules",), ("explain", "repeated-word"), ("check", "--isolated", "a.txt")]
)
def test_every_command_that_loads_plugins_reports_the_fault(site: Site, command: tuple[str, ...]) -> None:
    site.articlelint.write("a.txt", "The end.\n")
    site.install("acme-lint", "import no_such_module_anywhere\n")
    assert_refused(site.run(*command), "acme_lint", "no_such_module_anywhere")


def test_version_and_the_help_of_a_command_load_no_plugin(site: Site) -> None:
    site.install("acme-lint", "raise RuntimeError('loaded')\n")
    assert site.run("--version").code == 0
    assert site.run("check", "--help").code == 0
    assert site.run("completion", "bash").code == 0


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_the_help_is_shown_although_a_plugin_is_broken(site: Site, option: str) -> None:
    site.install("acme-lint", "raise RuntimeError('loaded')\n")
    done = site.run(option)
    assert done.code == 2
    assert "  check " in done.out
    assert "acme_lint" in done.err
    assert "RuntimeError: loaded" in done.err
    assert done.err.count("\n") == 1


def test_without_arguments_a_broken_plugin_is_reported_too(site: Site) -> None:
    site.install("acme-lint", "raise RuntimeError('loaded')\n")
    done = site.run()
    assert done.code == 2
    assert "RuntimeError: loaded" in done.err


def test_an_unknown_command_loads_plugins(site: Site) -> None:
    site.install("acme-lint", "raise RuntimeError('loaded')\n")
    assert_refused(site.run("acme"), "acme_lint", "RuntimeError: loaded")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[articlelint]\nacme\n", "acme"),
        ("[articlelint\nacme = acme_lint\n", "section headers"),
        ("acme = acme_lint\n[articlelint]\n", "section headers"),
        ("[articlelint]\nacme = acme_lint\n  and_more\n", "cannot be read"),
    ],
    ids=["no value", "broken header", "no header", "a line that goes on"],
)
def test_metadata_that_cannot_be_read(site: Site, text: str, why: str) -> None:
    site.install("acme-lint", good())
    (site.folder / "acme_lint-1.0.dist-info" / "entry_points.txt").write_text(text, encoding="utf-8")
    assert_refused(site.check(), "the entry points of acme-lint cannot be read", why, "reinstall it")


@pytest.mark.parametrize("value", ["", "not a module", "acme_lint:"])
def test_an_entry_point_that_is_no_module(site: Site, value: str) -> None:
    site.entry_point("acme-lint", "acme", value)
    assert_refused(site.check(), "plugin 'acme' (acme-lint 1.0) cannot be loaded")


def test_broken_metadata_of_another_tool_is_left_alone(site: Site) -> None:
    site.entry_point("other-tool", "x", "y")
    file = site.folder / "other_tool-1.0.dist-info" / "entry_points.txt"
    file.write_text("[console_scripts]\nbroken\n", encoding="utf-8")
    assert site.check("It was the end.\n").code == 0


def test_a_distribution_that_is_on_the_path_twice_counts_once(site: Site, tmp_path: Path) -> None:
    site.install("acme-lint", good())
    other = tmp_path / "other"
    shutil.copytree(site.folder, other)
    site.articlelint.write("a.txt", "It was the end.\n")
    env = {"PYTHONPATH": os.pathsep.join([str(site.folder), str(other)])}
    done = site.articlelint("check", "--isolated", "--select", "house", "a.txt", env=env)
    assert done.code == 1, done.err
