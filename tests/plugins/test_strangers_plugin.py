"""A plugin of a stranger that adds a key, rules from files and a command, and every way to get these wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .test_plugin_faults import assert_refused

if TYPE_CHECKING:
    from .conftest import Site

WORDS = '''
"""Words that a newsroom avoids, one a line, in files that the configuration names."""

import re
from pathlib import Path

import click

import articlelint as al
from articlelint.commands import (
    Engine, Tally, current_configuration, files_to_read, linted, load_plugins, read_file_rules
)


def read(value, folder):
    files = [path for glob in al.read_strings("files", value) for path in al.matching_paths(folder, glob)]
    if not files:
        raise ValueError("'files': no file matches")
    return tuple(map(str, files))


FILES = al.Setting(
    "gazette", "files", read, lambda files: map(Path, files),
    template="# Words to avoid.\\n# [gazette]\\n# files = [\\"words/*.txt\\"]",
    starters={"gazette": "[gazette]\\nfiles = [\\"words.txt\\"]"},
)


class Words(al.RuleSet):
    def __init__(self, files):
        self._rules = {}
        for file in files:
            for number, word in enumerate(Path(file).read_text().split(), 1):
                if not word.isalpha():
                    raise al.SettingsError(f"{Path(file).name}:{number}: '{word}' is no word")
                name = f"gazette/{Path(file).stem}.{word}"
                self._rules[name] = al.FileRule(name, f"avoid {word}", at=f"{Path(file).name}:{number}")

    @property
    def rules(self):
        return self._rules

    def checks(self, names):
        for name in names:
            yield al.Check(frozenset({name}), lambda doc, name=name: self._find(doc, name))

    def _find(self, doc, name):
        word = name.rpartition(".")[2]
        for match in re.finditer(rf"\\b{word}\\b", doc.text):
            yield al.Finding(name, al.Span(*match.span()), f"avoid {word}")


@click.command("gazette", short_help="Count the words to avoid.")
@click.argument("paths", nargs=-1)
@click.option("--fail", is_flag=True)
def count(paths, fail):
    registry = load_plugins()
    configuration = current_configuration(registry)
    rules = read_file_rules(registry, configuration.for_folder(Path.cwd())).rules
    engine = Engine(registry, configuration, only=frozenset(rules))
    tally = Tally()
    files = files_to_read(paths, engine, tally.left_out)
    found = [d for result in tally.watch(linted(files, engine, 1, quiet=True)) for d in result.diagnostics]
    if fail:
        raise RuntimeError("out of ink")
    click.echo(f"{len(found)} of {len(rules)} words to avoid")
    return tally.exit_code


@al.hookimpl
def articlelint_settings():
    return [FILES]


@al.hookimpl
def articlelint_rule_sets(settings):
    files = settings.get("gazette.files", ())
    return [Words(files)] if files else []


@al.hookimpl
def articlelint_commands():
    return [count]
'''
CONFIG = '[gazette]\nfiles = ["words/*.txt"]\n'


@pytest.fixture
def gazette(site: Site) -> Site:
    """The plugin, installed, in a folder with a configuration, a list of words and an article."""
    site.install("gazette-lint", WORDS)
    site.articlelint.write(".articlelint.toml", CONFIG)
    site.articlelint.write("words/stale.txt", "very\nquite\n")
    site.articlelint.write("a.txt", "It was very cold and quite dark.\n")
    return site


def test_its_rules_report_and_are_chosen_by_their_names(gazette: Site) -> None:
    done = gazette.run("check", "--select", "gazette", "--output-format", "json", "a.txt")
    assert [f["rule"] for f in done.findings] == ["gazette/stale.very", "gazette/stale.quite"], done.err
    done = gazette.run("check", "--select", "gazette/stale.quite", "--output-format", "json", "a.txt")
    assert [f["text"] for f in done.findings] == ["quite"]
    assert "gazette/stale.very" in gazette.run("rules").out
    assert "words" not in gazette.run("explain", "gazette/stale.very").err


def test_a_changed_file_is_not_answered_from_the_cache(gazette: Site) -> None:
    command = ("check", "--select", "gazette", "--output-format", "json", "a.txt")
    assert len(gazette.run(*command).findings) == 2
    assert (gazette.articlelint.cache / "articlelint/results").is_dir()
    gazette.articlelint.write("words/stale.txt", "very\nquite\ncold\n")
    assert len(gazette.run(*command).findings) == 3
    gazette.articlelint.write("words/more.txt", "dark\n")
    assert len(gazette.run(*command).findings) == 4


def test_the_values_of_an_extended_file_are_added(gazette: Site) -> None:
    gazette.articlelint.write("base/base.toml", '[gazette]\nfiles = ["*.txt"]\n')
    gazette.articlelint.write("base/old.txt", "cold\n")
    gazette.articlelint.write(".articlelint.toml", 'extend = "base/base.toml"\n' + CONFIG)
    done = gazette.run("check", "--select", "gazette", "--output-format", "json", "a.txt")
    assert [f["text"] for f in done.findings] == ["very", "cold", "quite"], done.err


def test_its_command_runs_and_is_in_the_help(gazette: Site) -> None:
    done = gazette.run("gazette", "a.txt")
    assert (done.code, done.out, done.err) == (0, "2 of 2 words to avoid\n", "")
    page = gazette.run("--help")
    assert page.code == 0
    lines = [line.split(maxsplit=1) for line in page.out.partition("Commands:")[2].strip().splitlines()]
    assert ["gazette", "Count the words to avoid."] in lines
    assert [name for name, _ in lines] == sorted(name for name, _ in lines)
    assert "--fail" in gazette.run("gazette", "--help").out


def test_its_command_gets_the_errors_of_articlelint(gazette: Site) -> None:
    assert_refused(gazette.run("gazette", "--no-such-option"), "No such option")
    done = gazette.run("gazette", "b.txt")
    assert (done.code, done.err) == (2, "articlelint: error: b.txt: no such file or folder\n")


def test_its_command_completes(gazette: Site) -> None:
    site = gazette
    done = site.articlelint(
        env={
            "PYTHONPATH": str(site.folder),
            "_ARTICLELINT_COMPLETE": "bash_complete",
            "COMP_WORDS": "articlelint gaz",
            "COMP_CWORD": "1",
        }
    )
    assert done.out == "plain,gazette\n", done.err


def test_init_writes_its_part(gazette: Site) -> None:
    assert gazette.run("init", "--force").code == 0
    file = gazette.articlelint.folder / ".articlelint.toml"
    assert '# Words to avoid.\n# [gazette]\n# files = ["words/*.txt"]\n' in file.read_text()
    assert '# packs = ["starter:ap"]\n' in file.read_text()
    gazette.articlelint.write("words.txt", "dark\n")
    assert gazette.run("init", "--force", "--style", "gazette").code == 0
    assert '\n[gazette]\nfiles = ["words.txt"]\n' in file.read_text()
    done = gazette.run("check", "--select", "gazette", "--output-format", "json", "a.txt")
    assert [f["text"] for f in done.findings] == ["dark"]
    done = gazette.run("init", "--force", "--style", "globe")
    assert_refused(done, "no starter pack is named 'globe'; there are ap, british, gazette")


@pytest.mark.parametrize(
    ("config", "where", "why"),
    [
        ('[gazette]\n\nfiles = "words"\n', ":3:", "'files' must be a list of strings, not 'words'"),
        ('[gazette]\nfiles = ["none/*"]\n', ":2:", "'files': no file matches"),
        (
            '[gazette]\nfile = ["words/*.txt"]\n',
            ":2:",
            "unknown key 'file' in [gazette]; did you mean 'files'?",
        ),
        ("[gazete]\nfiles = []\n", ":1:", "unknown key 'gazete'; did you mean 'gazette'?"),
        ("gazette = 3\n", ":1:", "'gazette' must be a table, not 3"),
        ('[house]\npack = ["x.toml"]\n', ":2:", "unknown key 'pack' in [house]; did you mean 'packs'?"),
        ('[house]\nvale-vocabulary = ["x"]\n', ":2:", "did you mean 'vale-vocabularies'?"),
    ],
)
def test_a_bad_value_or_key_has_its_line(gazette: Site, config: str, where: str, why: str) -> None:
    gazette.articlelint.write(".articlelint.toml", config)
    assert_refused(gazette.run("check", "a.txt"), f".articlelint.toml{where} ", why)


def test_without_the_plugin_its_key_is_unknown(gazette: Site) -> None:
    done = gazette.articlelint("check", "a.txt")
    assert_refused(done, ".articlelint.toml:1: unknown key 'gazette'")


def test_a_fault_in_a_file_has_its_line(gazette: Site) -> None:
    gazette.articlelint.write("words/stale.txt", "very\n4 quite\n")
    assert_refused(gazette.run("check", "a.txt"), "stale.txt:2: '4' is no word")


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("return [FILES]", "return [FILES, FILES]", "two settings clash: 'gazette.files' of plugin 'gazette_lint'"),
        ("return [FILES]", "return ['files']", "'files' is no articlelint.Setting"),
        ("return [FILES]", "return FILES", "articlelint_settings() must return a list"),
        ("return [FILES]", "raise RuntimeError('no ink')", "articlelint_settings() failed: RuntimeError: no ink"),
        ('"gazette", "files", read', '"house", "names", read', "'house.names': the key is articlelint's own"),
        ('"gazette", "files", read', '"", "exclude", read', "'exclude': the key is articlelint's own"),
        ('"gazette", "files", read', '"", "house", read', "'house': the key is articlelint's own"),
        ('"gazette", "files", read', '"rules", "files", read', "no key can be added to 'rules'"),
        ('"gazette", "files", read', '"house", "packs", read', "and 'house.packs' of plugin 'house'"),
        ('"gazette", "files", read', '"gazette", "My Files", read', "use lower-case words joined by hyphens"),
        ('"gazette", "files", read', '"gazette", 3, read', "use lower-case words joined by hyphens"),
        ('"gazette", "files", read', '"gazette", "files", 3', "'read' and 'files' must be functions"),
        ('"gazette", "files", read', 'None, "files", read', "use lower-case words joined by hyphens"),
        ("lambda files: map(Path, files)", "lambda files: 3", "setting 'gazette.files' must return paths, not 3"),
        ("lambda files: map(Path, files)", "lambda files: files", "must return objects of pathlib.Path, not '"),
        ("lambda files: map(Path, files)", "lambda files: 'words'", "must return paths, not 'words'"),
        ("lambda files: map(Path, files)", "lambda files: 1 / 0", "'gazette.files' failed: ZeroDivisionError"),
        ('template="# Words', 'starters=3) if 0 else al.Setting("gazette", "files", read, template=3) or dict(t="# Words', "'template' must be a string, not 3"),
        ("    files = [path for", "    1 / 0\n    files = [path for", "setting 'gazette.files' failed: ZeroDivisionError"),
        ("return [Words(files)] if files else []", "return 1 / 0", "articlelint_rule_sets() failed: ZeroDivisionError"),
        ("return [Words(files)] if files else []", "return [files]", "must return a list of RuleSet; an object of class 'tuple' is none"),
        ("return [Words(files)] if files else []", "return None", "must return a list of RuleSet"),
    ],
)  # fmt: skip
def test_a_wrong_setting_or_rule_set_is_one_line(site: Site, old: str, new: str, why: str) -> None:
    assert old in WORDS
    site.install("gazette-lint", WORDS.replace(old, new))
    site.articlelint.write(".articlelint.toml", CONFIG)
    site.articlelint.write("words/stale.txt", "very\n")
    site.articlelint.write("a.txt", "It was very cold.\n")
    assert_refused(site.run("check", "a.txt"), "plugin 'gazette_lint' (gazette-lint 1.0)", why)


def test_a_table_with_the_name_of_another_plugins_key(site: Site) -> None:
    code = "import articlelint as al\n@al.hookimpl\ndef articlelint_settings():\n    return [{}]\n"
    site.install("acme-lint", code.format("al.Setting('', 'desk', lambda value, folder: value)"))
    site.install("other-lint", code.format("al.Setting('desk', 'x', lambda value, folder: value)"))
    assert_refused(site.check(), "'desk' of plugin 'acme_lint'", "'desk.x' of plugin 'other_lint'")


NAME = 'name = f"gazette/{Path(file).stem}.{word}"'
RULES = "        return self._rules\n"
CHECKS = "            yield al.Check(frozenset({name}), lambda doc, name=name: self._find(doc, name))"


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (RULES, "        return None\n", "rules must be a mapping of names to FileRule, not None"),
        (RULES, "        return 1 / 0\n", "rules failed: ZeroDivisionError"),
        (RULES, "        return {'gazette/a.b': 3}\n", "under 'gazette/a.b' is 3"),
        ("self._rules[name] =", "self._rules['x'] =", "'gazette/stale.very' stands under another name, 'x'"),
        (NAME, 'name = "mixed-spelling"', "'mixed-spelling' is no name for a rule from a file"),
        (NAME, 'name = "zz"', "'zz' is no name for a rule from a file: it must be CATEGORY/FILE.RULE"),
        (NAME, 'name = "gazette/zz"', "'gazette/zz' is no name for a rule from a file"),
        (NAME, 'name = "mixed-spelling/a.b"', "'mixed-spelling' cannot be a category"),
        ('f"avoid {word}", at=', "3, at=", "rule 'gazette/stale.very': 'summary' has a value of a wrong type, 3"),
        ('f"avoid {word}", at=', 'word, "error", at=', "'severity' has a value of a wrong type, 'error'"),
        ('f"avoid {word}", at=', 'word, facts=(("Why",),), at=', "'facts' has a value of a wrong type"),
        ("        for name in names:\n" + CHECKS, "        return None", "checks() must return objects of Check, not None"),
        (CHECKS, "            yield name", "checks() must return objects of Check, not 'gazette/stale.very'"),
        (CHECKS, "            yield 1 / 0", "checks() failed: ZeroDivisionError"),
        (CHECKS, "            yield al.Check(frozenset({'gazette/no.no'}), print)", "'gazette/no.no', which is no rule of the set"),
        (CHECKS, "            yield al.Check(name, print)", "'names' of a Check must be a frozenset"),
        (CHECKS, "            yield al.Check(names, 3)", "'run' of a Check must be a function, not 3"),
    ],
)  # fmt: skip
def test_a_rule_set_that_breaks_the_contract(gazette: Site, old: str, new: str, why: str) -> None:
    assert old in WORDS
    (gazette.folder / "gazette_lint.py").write_text(WORDS.replace(old, new), encoding="utf-8")
    gazette.articlelint.write("words/stale.txt", "very\n")
    who = "error: plugin 'gazette_lint' (gazette-lint 1.0): rule set 'Words': "
    assert_refused(gazette.run("check", "a.txt"), who, why)


def test_a_check_for_a_rule_that_is_off(gazette: Site) -> None:
    code = WORDS.replace(
        "        for name in names:\n" + CHECKS, "        for name in self._rules:\n" + CHECKS
    )
    (gazette.folder / "gazette_lint.py").write_text(code, encoding="utf-8")
    done = gazette.run("check", "--select", "gazette/stale.quite", "a.txt")
    assert_refused(done, "a Check for 'gazette/stale.very', which it was not asked for")


def test_a_check_that_yields_text_is_named(gazette: Site) -> None:
    code = WORDS.replace("            yield al.Finding(", "            yield str(").replace(
        "al.Span(*match.span()), f", "'utf-8') if 0 else (f"
    )
    (gazette.folder / "gazette_lint.py").write_text(code, encoding="utf-8")
    done = gazette.run("check", "--select", "gazette/stale.very", "a.txt")
    assert done.code == 2
    assert "rule 'gazette/stale.very' failed: TypeError: check() must yield self.finding(...)" in done.err


@pytest.mark.parametrize(
    ("returned", "code", "said"),
    [
        ("None", 0, ""),
        ("3", 3, ""),
        ("'x'", 2, "the command 'gazette' must return an exit code from 0 to 255 or None, not 'x'"),
        ("True", 2, "the command 'gazette' must return an exit code from 0 to 255 or None, not True"),
        ("256", 2, "the command 'gazette' must return an exit code from 0 to 255 or None, not 256"),
    ],
)
def test_what_a_command_returns_is_its_exit_code(gazette: Site, returned: str, code: int, said: str) -> None:
    (gazette.folder / "gazette_lint.py").write_text(
        WORDS.replace("return tally.exit_code", f"return {returned}"), encoding="utf-8"
    )
    done = gazette.run("gazette", "a.txt")
    assert done.code == code
    wanted = f"articlelint: error: plugin 'gazette_lint' (gazette-lint 1.0): {said}\n" if said else ""
    assert done.err == wanted


@pytest.mark.parametrize(
    ("returned", "why"),
    [
        ("[count, count]", "two commands are named 'gazette': one from plugin 'gazette_lint'"),
        ("[click.Command('check')]", "the command 'check' is articlelint's own"),
        ("[click.Command('style')]", "two commands are named 'style'"),
        ("[count.callback]", "is no click command"),
        ("[click.Command(None)]", "'' is no name for a command"),
        ("[click.Command('Big One')]", "'Big One' is no name for a command"),
        ("count", "articlelint_commands() must return a list"),
        ("1 / 0", "articlelint_commands() failed: ZeroDivisionError"),
    ],
)
def test_a_wrong_command_is_one_line(site: Site, returned: str, why: str) -> None:
    site.install("gazette-lint", WORDS.replace("return [count]", f"return {returned}"))
    assert_refused(site.run("gazette"), why)
    page = site.run("--help")
    assert page.code == 2
    assert "  check " in page.out
    assert why in page.err
    assert site.check("It was the end.\n").code == 0


def test_a_command_that_fails_is_one_line(gazette: Site) -> None:
    done = gazette.run("gazette", "--fail", "a.txt")
    said = "plugin 'gazette_lint' (gazette-lint 1.0): the command 'gazette' failed: RuntimeError: out of ink"
    assert_refused(done, said)
