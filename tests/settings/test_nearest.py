"""Which configuration counts for a file, and what a configuration may read."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Articlelint

from articlelint.config.configuration import Configuration
from articlelint.config.nearest import find
from articlelint.config.reach import Reach
from articlelint.config.settings_file import load
from articlelint.errors import SettingsError
from articlelint.plugins.loading import load_settings

ONLY = ("--no-cache", "--output-format", "concise", "-q")
TABLE = '[project]\nname = "news"\n\n[tool.articlelint]\nselect = ["repeated-word"]\n'


def write(name: str, text: str = "") -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_nearest_by_the_real_path_counts(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write("mine/.articlelint.toml", 'dialect = "en-GB"')
    write("other/.articlelint.toml", 'dialect = "en-US"')
    write("other/b.md")
    Path("mine/link.md").symlink_to("../other/b.md")
    Path("mine/folder").symlink_to("../other")
    monkeypatch.chdir("mine")
    for name in ("../other/b.md", "link.md", "folder/b.md", here / "mine/../other/b.md"):
        assert Configuration().for_file(Path(name)).house.dialect == "en-US"
    assert Configuration().for_file(Path("new.md")).house.dialect == "en-GB"
    assert Configuration(Path(".articlelint.toml")).for_file(Path("link.md")).house.dialect == "en-GB"


def test_each_file_of_a_run_has_its_own(articlelint: Articlelint) -> None:
    articlelint.write("a/.articlelint.toml", 'select = ["repeated-word"]\nfail-on = "never"\n')
    articlelint.write("b/.articlelint.toml", 'select = ["long-sentence"]\n')
    for name in ("a/x.txt", "b/x.txt"):
        articlelint.write(name, "It was the the end.\n")
    inside = Articlelint(articlelint.folder / "b")
    done = inside("check", *ONLY, "../a/x.txt", "x.txt", "../b")
    assert (done.code, done.out.count("\n")) == (0, 1)
    assert done.out.startswith("../a/x.txt:1:8")


def test_a_table_in_pyproject_counts(here: Path) -> None:
    file = write("pyproject.toml", TABLE)
    write("a/pyproject.toml", '[project]\nname = "articlelint-like"\n')
    Path("a/b").mkdir()
    assert find(here / "a/b") == here / "pyproject.toml"
    (layer,) = load(file).layers
    assert layer.select == ("repeated-word",)
    own = write("a/.articlelint.toml", TABLE.split("\n\n", 1)[0].partition("[")[0])
    assert find(here / "a/b") == here / own
    write("a/pyproject.toml", TABLE)
    assert find(here / "a/b") == here / own  # of two in one folder


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("selct = []", "pyproject.toml:5: unknown key 'selct' in [tool.articlelint]; did you mean 'select'?"),
        ("[tool.articlelint.house]\nname = []", "6: unknown key 'name' in [tool.articlelint.house]; did"),
        ("[tool.articlelint.severity]\nx = 1", "pyproject.toml:6: 'x' must be one of error"),
    ],
)
def test_errors_in_pyproject_name_the_line(here: Path, text: str, message: str) -> None:
    file = write("pyproject.toml", f'[project]\nname = "x"\n\n[tool.articlelint]\n{text}\n')
    with pytest.raises(SettingsError) as caught:
        load(file)
    assert message in str(caught.value)


def test_unknown_rules_in_pyproject_name_the_table(articlelint: Articlelint) -> None:
    articlelint.write("pyproject.toml", "[tool.articlelint.rules.repeted-word]\nx = 1\n")
    done = articlelint("check", *ONLY, "--stdin-filename", "a.txt", stdin=b"One.\n")
    assert done.code == 2
    assert "pyproject.toml:1: [tool.articlelint.rules]: no rule is named 'repeted-word'" in done.err


def test_a_pyproject_without_the_table_cannot_be_named(here: Path) -> None:
    with pytest.raises(SettingsError, match=r"pyproject.toml: there is no table \[tool.articlelint\]"):
        load(write("pyproject.toml", "[project]\n"))


def test_a_pyproject_can_be_extended(here: Path) -> None:
    write("pyproject.toml", TABLE)
    settings = load(write("a/.articlelint.toml", 'extend = "../pyproject.toml"\nfail-on = "info"'))
    assert [layer.select for layer in settings.layers] == [("repeated-word",), None]
    assert settings.fail_on == "info"


def test_all_commands_agree(articlelint: Articlelint) -> None:
    articlelint.write("pyproject.toml", '[tool.articlelint.house]\npacks = ["desk.toml"]\n')
    articlelint.write(
        "desk.toml", '[[banned]]\navoid = ["utilise"]\nwhy = "Say use."\nflagged = ["They [[utilise]] it."]\n'
    )
    articlelint.write("a.txt", "They utilise it well.\n")
    assert "house/desk" in articlelint("rules").out
    assert articlelint("explain", "house/desk.utilise").code == 0
    assert "1 rule, 1 example, no fault" in articlelint("style", "test").out
    assert "a.txt:1:6" in articlelint("check", *ONLY, "a.txt").out
    assert "house/desk" not in articlelint("rules", "--isolated").out


def test_a_configuration_that_is_a_folder_or_a_link_to_nothing(here: Path) -> None:
    Path("a/.articlelint.toml").mkdir(parents=True)
    with pytest.raises(SettingsError, match=r"a/.articlelint.toml: this is a folder"):
        find(here / "a")
    Path("b").mkdir()
    Path("b/.articlelint.toml").symlink_to("nowhere.toml")
    with pytest.raises(SettingsError, match=r"cannot be read: No such file"):
        Configuration().for_folder(here / "b")


SECRET = "password-of-somebody-else"


@pytest.fixture
def strangers(here: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository beside files of somebody else's; the current folder is in it."""
    write("secret.toml", f'"{SECRET}" = 1')
    write("styles/Desk/Very.yml", SECRET)
    write("pack/desk.toml", f"[[{SECRET}]]")
    write("repository/.git/HEAD")
    write("repository/news/desk.toml", '[[banned]]\navoid = ["x"]')
    Path("repository/news/link.toml").symlink_to("../../secret.toml")
    Path("repository/news/links").symlink_to("../../styles")
    monkeypatch.chdir("repository/news")
    return here


@pytest.mark.parametrize(
    "text",
    [
        'extend = "../../secret.toml"',
        'extend = "{here}/secret.toml"',
        'extend = "link.toml"',
        '[house]\npacks = ["../../pack/*.toml"]',
        '[house]\npacks = ["../../pack"]',
        '[house]\npacks = ["*.toml"]',  # the link is among them
        '[house]\npacks = ["{here}/secret.toml"]',
        '[house]\nvale = ["../../styles/Desk"]',
        '[house]\nvale = ["links/Desk"]',
        '[house]\nvale-vocabularies = ["../../styles"]',
    ],
)
def test_a_strangers_configuration_reads_nothing_outside_its_repository(strangers: Path, text: str) -> None:
    write(".articlelint.toml", text.format(here=strangers))
    with pytest.raises(SettingsError) as caught:
        Configuration(plugin_settings=load_settings()).for_folder(Path.cwd())
    assert str(caught.value).startswith(".articlelint.toml:")
    assert (
        f"leads outside of {strangers / 'repository'}; copy it into that folder, or run with --trust"
        in str(caught.value)
    )
    assert SECRET not in str(caught.value)


def test_the_configuration_itself_is_no_link_to_the_outside(strangers: Path) -> None:
    Path(".articlelint.toml").symlink_to("../../secret.toml")
    with pytest.raises(SettingsError, match="this link leads outside of"):
        Configuration().for_folder(Path.cwd())


def test_inside_the_repository_all_may_be_read(strangers: Path) -> None:
    write("../house.toml", 'fail-on = "info"')
    write(".articlelint.toml", 'extend = "../house.toml"\n[house]\npacks = ["desk.toml", "starter:ap"]')
    settings = Configuration(plugin_settings=load_settings()).for_folder(Path.cwd())
    assert settings.fail_on == "info"


def test_trust_config_lets_it_read_everything(strangers: Path) -> None:
    write("../../house.toml", 'fail-on = "info"')
    write(".articlelint.toml", 'extend = "../../house.toml"')
    assert Configuration(reach=Reach(trusted=True)).for_folder(Path.cwd()).fail_on == "info"
    done = Articlelint(Path.cwd())("check", *ONLY, "--trust-config", "-", stdin=b"One.\n")
    assert (done.code, done.err) == (0, "")
    assert "--trust-config" in Articlelint(Path.cwd())("check", *ONLY, "-", stdin=b"One.\n").err


def test_a_configuration_that_is_named_may_lie_anywhere(strangers: Path) -> None:
    file = write("../../house/own.toml", '[house]\npacks = ["desk.toml"]')
    write("../../house/desk.toml", '[[banned]]\navoid = ["x"]')
    Path("link.toml").unlink()
    Path("link.toml").symlink_to(file)
    for named in (file, Path("link.toml")):
        settings = Configuration(named, plugin_settings=load_settings()).for_folder(Path.cwd())
        assert settings.plugin_values["house.packs"].value == (f"{strangers.as_posix()}/house/desk.toml",)
    write("../../house/own.toml", 'extend = "../secret.toml"')
    with pytest.raises(SettingsError, match="leads outside of"):
        Configuration(file).for_folder(Path.cwd())


def test_without_a_repository_the_given_folder_is_the_limit(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("news/house.toml", 'fail-on = "info"')
    write("news/sport/.articlelint.toml", 'extend = "../house.toml"')
    sport = here / "news/sport"
    monkeypatch.chdir(sport)
    with pytest.raises(SettingsError, match="leads outside of"):
        Configuration().for_folder(sport)
    given = Reach.of_paths([str(here / "news"), "a.txt"], trusted=False)
    assert Configuration(reach=given).for_folder(sport).fail_on == "info"
    monkeypatch.chdir(here / "news")
    assert Configuration().for_folder(sport).fail_on == "info"
