"""A plugin that ends the program, prints, or changes the process: named, exit 2, the other findings reported."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from articlelint.markup import parser_for
from articlelint.markup.base import Comment, Markup, OffsetMap
from articlelint.model import Block, BlockKind, Edit, Finding, Fix, Related, Safety, Span
from articlelint.plugins.checking_findings import finding_fault, markup_fault

from .test_plugin_faults import HOOK, PARSER, RULE, assert_refused, good

if TYPE_CHECKING:
    from .conftest import Site

BAD = "It was the the end.\n"
ONLY = ("--select", "house,repeated-word", "--output-format", "json")


def with_check(body: str) -> str:
    """A plugin with a rule whose check() is these lines."""
    start = RULE.format(rule="test-end", name="TestEnd").partition("        at = ")[0]
    return start + f"        {body}\n" + HOOK.format(name="TestEnd")


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("import sys; sys.exit(0)", "SystemExit: 0"),
        ("raise SystemExit('bye')", "SystemExit: bye"),
        ("raise GeneratorExit", "GeneratorExit: no message"),
        ("class Odd(BaseException): pass\n        raise Odd('x')", "Odd: x"),
        ("import click; raise click.exceptions.Exit(0)", "Exit: 0"),
        ("import os; os.chdir('/'); return []", "it changed the current folder, to /"),
        ("doc.lowered.clear(); return []", "AttributeError: 'tuple' object has no attribute 'clear'"),
        ("yield self.finding(al.Span(0.0, 1.5), 'x')", "must count characters in whole numbers"),
    ],
    ids=[
        "sys.exit",
        "exit with text",
        "GeneratorExit",
        "BaseException",
        "click",
        "chdir",
        "changes words",
        "floats",
    ],
)
def test_a_rule_cannot_end_the_run(site: Site, body: str, why: str) -> None:
    site.install("acme-lint", with_check(body))
    done = site.check(BAD, *ONLY)
    assert done.code == 2
    assert [f["rule"] for f in json.loads(done.out)] == ["repeated-word"]
    for word in ("a.txt: internal error: rule 'test-end' of plugin 'acme_lint' (acme-lint 1.0) failed", why):
        assert word in done.err, done.err
    assert done.err.count("\n") == 1


def test_a_crash_shows_the_line_of_the_plugin(site: Site) -> None:
    body = "import json\n        json.loads('{')"
    site.install("acme-lint", with_check(body))
    code = (site.folder / "acme_lint.py").read_text().splitlines()
    line = 1 + next(number for number, text in enumerate(code) if "json.loads" in text)
    assert f"acme_lint.py:{line})" in site.check(BAD, *ONLY).err


def test_what_a_rule_prints_goes_to_standard_error(site: Site) -> None:
    site.install("acme-lint", with_check("print('::error::x \\x1b[2J\\n\\nHELLO'); return []"))
    done = site.check(BAD, *ONLY)
    assert [f["rule"] for f in json.loads(done.out)] == ["repeated-word"]
    assert done.err.splitlines() == [
        "articlelint: printed by a plugin: : :error::x ␛[2J",
        "articlelint: printed by a plugin: ",
        "articlelint: printed by a plugin: HELLO",
    ]
    assert done.code == 1


@pytest.mark.parametrize("hook", ["articlelint_rules", "articlelint_settings", "articlelint_parsers"])
def test_a_hook_cannot_end_the_run(site: Site, hook: str) -> None:
    site.install(
        "acme-lint", f"import sys\nimport articlelint as al\n@al.hookimpl\ndef {hook}():\n    sys.exit(0)\n"
    )
    assert_refused(site.check(), f"plugin 'acme_lint' (acme-lint 1.0): {hook}() failed: SystemExit: 0")


def test_a_rule_set_cannot_end_the_run(site: Site) -> None:
    code = "import sys\nimport articlelint as al\n@al.hookimpl\ndef articlelint_rule_sets(settings):\n    sys.exit(0)\n"
    site.install("acme-lint", code)
    assert_refused(site.check(), "articlelint_rule_sets() failed: SystemExit: 0")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('    meta = al.Meta("test-end"', '    def __init__(self, options=None):\n        raise SystemExit(0)\n    meta = al.Meta("test-end"'),
        ("    def check(", "    @classmethod\n    def category(cls):\n        raise SystemExit(0)\n    def check("),
        ("class TestEnd", "class M(type(al.Rule)):\n    @property\n    def meta(self): raise SystemExit(0)\nclass TestEnd"),
    ],
    ids=["init", "category", "property"],
)  # fmt: skip
def test_a_rule_that_cannot_be_examined_or_made(site: Site, old: str, new: str) -> None:
    code = good().replace(old, new)
    if "class M(" in new:
        code = code.replace("(al.Rule[al.NoOptions]):", "(al.Rule[al.NoOptions], metaclass=M):").replace(
            "    meta = al.Meta", "    other = al.Meta"
        )
    if "category" in new:
        code = code.replace(', category="house"', "")
    site.install("acme-lint", code)
    assert_refused(site.check(), "acme_lint", "SystemExit: 0")


def test_a_parser_cannot_end_the_run(site: Site) -> None:
    site.install("acme-lint", PARSER.replace("return text", "raise SystemExit(0)"))
    site.articlelint.write("a.mine", BAD)
    site.articlelint.write("b.txt", BAD)
    done = site.run("check", "--isolated", *ONLY[2:], "--select", "repeated-word", "a.mine", "b.txt")
    assert done.code == 2
    assert [f["path"] for f in json.loads(done.out)] == ["b.txt"]
    assert (
        "a.mine: internal error: parser 'mine' of plugin 'acme_lint' (acme-lint 1.0) failed: SystemExit: 0"
        in done.err
    )


REPORTER = PARSER.replace("def parse(self, text)", "def report(self, results, write, terminal)").replace(
    "articlelint_parsers", "articlelint_reporters"
)


@pytest.mark.parametrize("formats", [("mine",), ("mine", "json:out.json")])
def test_a_reporter_cannot_end_the_run(site: Site, formats: tuple[str, ...]) -> None:
    site.install("acme-lint", REPORTER.replace("return text", "import sys; sys.exit(0)"))
    options = [word for name in formats for word in ("--output-format", name)]
    assert_refused(site.check(BAD, *options), "the output format 'mine'", "failed: SystemExit: 0")


def test_a_command_cannot_end_the_run(site: Site) -> None:
    site.install(
        "acme-lint",
        """
        import sys
        import articlelint as al
        import click

        @click.command("mine")
        def mine():
            sys.exit(0)

        @al.hookimpl
        def articlelint_commands():
            return [mine]
        """,
    )
    assert_refused(
        site.run("mine"), "plugin 'acme_lint' (acme-lint 1.0): the command 'mine' failed: SystemExit"
    )


def test_a_version_that_an_installer_left_behind(site: Site) -> None:
    site.install("acme-lint", good())
    old = site.folder / "acme_lint-0.9.dist-info"
    old.mkdir()
    (old / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-lint\nVersion: 0.9\n")
    (old / "entry_points.txt").write_text("[articlelint]\nacme_lint = acme_lint\n")
    assert_refused(site.check(), "acme-lint is installed twice in one folder, as 0.9 and 1.0; reinstall it")


def test_a_rule_that_catches_every_exception_is_stopped_all_the_same(site: Site) -> None:
    body = (
        "while True:\n"
        "            try:\n"
        "                while True: pass\n"
        "            except Exception:\n"
        "                pass"
    )
    start = "import articlelint.run.rules as rules\nrules.allowance = lambda length: 0.2\n"
    site.install("acme-lint", start + with_check(body))
    done = site.check(BAD, *ONLY)
    assert done.code == 2
    assert "TooSlowError: no result after 0.2 seconds" in done.err


SPAN = Span(0, 1)


def found(**fields: object) -> Finding:
    return Finding("r", SPAN, "x")._replace(**fields)  # type: ignore[arg-type]


def fixed(*edits: object, safety: object = Safety.SAFE) -> Finding:
    return found(fix=Fix(edits, safety))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("finding", "why"),
    [
        (found(), ""),
        (fixed(Edit(SPAN, "a"), Edit(Span(3, 4), "")), ""),
        (found(confidence=0.5, related=(Related(SPAN, "n"),)), ""),
        (None, "not None"),
        (found(rule=["r"]), "it reported as an object of class 'list'"),
        (found(message=None), "the message of a finding must be a string, not None"),
        (found(span=Span(start=True, end=1)), "whole numbers"),
        (found(span=Span("0", 1)), "whole numbers"),  # type: ignore[arg-type]
        (found(span=Span(2, 1)), "outside the text"),
        (found(span=Span(-1, 1)), "outside the text"),
        (found(confidence="0.5"), "the confidence of a finding"),
        (found(related=[]), "the related places of a finding must be a tuple"),
        (found(related=(SPAN,)), "must be objects of Related"),
        (found(related=(Related(SPAN, 3),)), "the note of a related place"),  # type: ignore[arg-type]
        (found(related=(Related(Span(0, 99), "n"),)), "the span of a related place is"),
        (found(fix=Edit(SPAN, "a")), "must be an articlelint.Fix"),
        (fixed(), "at least one edit"),
        (found(fix=Fix([Edit(SPAN, "a")])), "the edits of a fix must be a tuple"),  # type: ignore[arg-type]
        (fixed((SPAN, "a")), "must be objects of Edit"),
        (fixed(Edit(SPAN, 3)), "the text of an edit must be a string, not 3"),  # type: ignore[arg-type]
        (fixed(Edit(SPAN, None)), "the text of an edit must be a string, not None"),  # type: ignore[arg-type]
        (fixed(Edit(SPAN, "\ud800")), "half a surrogate pair"),
        (fixed(Edit(SPAN, "a"), safety="safe"), "must be an articlelint.Safety, not 'safe'"),
        (fixed(Edit(Span(0, 3), "a"), Edit(Span(2, 4), "b")), "overlap"),
    ],
)
def test_what_a_finding_must_be(finding: object, why: str) -> None:
    fault = finding_fault(finding, {"r"}, 10, 20)
    assert why in fault if why else fault == ""


def markup(**fields: object) -> Markup:
    runs = OffsetMap((0,), (0,), (3,), 3)
    return Markup("abc", (Block(BlockKind.PARAGRAPH, Span(0, 3)),), runs)._replace(**fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("parsed", "why"),
    [
        (markup(), ""),
        (markup(text="", blocks=(), offsets=OffsetMap((), (), (), 0)), ""),
        (None, "parse() must return Markup, not None"),
        (markup(text=b"abc"), "the text of Markup must be a string"),
        (markup(blocks=[]), "the blocks of Markup must be a tuple"),
        (markup(blocks=("abc",)), "must be objects of Block"),
        (markup(blocks=(Block("paragraph", SPAN),)), "must be an articlelint.BlockKind"),  # type: ignore[arg-type]
        (markup(blocks=(Block(BlockKind.VERSE, SPAN, None),)), "the level of a block"),  # type: ignore[arg-type]
        (markup(blocks=(Block(BlockKind.VERSE, Span(0, 4)),)), "outside the text"),
        (markup(blocks=(Block(BlockKind.VERSE, Span(1, 3)), Block(BlockKind.VERSE, Span(0, 1)))), "follow each other"),
        (markup(offsets=None), "must be an OffsetMap"),
        (markup(offsets=OffsetMap([0], (0,), (3,), 3)), "must be a tuple"),  # type: ignore[arg-type]
        (markup(offsets=OffsetMap((0,), (0.5,), (3,), 3)), "must be objects of int"),  # type: ignore[arg-type]
        (markup(offsets=OffsetMap((0,), (), (3,), 3)), "must have one length"),
        (markup(offsets=OffsetMap((0,), (0,), (3,), 4)), "the length of the OffsetMap is 4"),
        (markup(offsets=OffsetMap((1,), (0,), (3,), 3)), "must begin at offset 0"),
        (markup(offsets=OffsetMap((0, 5), (0, 0), (3, 3), 3)), "must go on in the text"),
        (markup(offsets=OffsetMap((0,), (0,), (99,), 3)), "must lie in the source"),
        (markup(offsets=OffsetMap((0, 1), (2, 0), (3, 2), 3)), "must go on in the source"),
        (markup(comments=("c",)), "must be objects of Comment"),
        (markup(comments=(Comment(3, SPAN, 0),)), "the text of a comment"),  # type: ignore[arg-type]
        (markup(comments=(Comment("c", Span(0, 9), 0),)), "the span of a comment"),
        (markup(comments=(Comment("c", SPAN, None),)), "the offset of a comment"),  # type: ignore[arg-type]
        (markup(front_matter=(0, 1)), "the front matter must be an articlelint.Span"),
        (markup(styles=()), "must be an object of Styles"),
    ],
)  # fmt: skip
def test_what_markup_must_be(parsed: object, why: str) -> None:
    fault = markup_fault(parsed, 3)
    assert why in fault if why else fault == ""


@pytest.mark.parametrize(
    ("suffix", "text"),
    [
        (".txt", "A head\n\nThe “first” day.\r\n\nLast"),
        (".txt", ""),
        (".md", "---\ntitle: x\n---\n# A *head*\n\n> q\n\n- one\n- **two** &amp; [three](x)\n\n<!-- c -->\n\n|a|b|\n|-|-|\n|c|d|\n"),
        (".html", "<h1>A</h1><!-- c --><p>B <b>c</b> &mdash; d<p>E"),
    ],
)  # fmt: skip
def test_the_built_in_parsers_return_what_plugins_must(suffix: str, text: str) -> None:
    assert markup_fault(parser_for(suffix).parse(text), len(text)) == ""
