"""Configuration: what is read, what is refused, and that errors point at the line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint.config.nearest import find
from articlelint.config.settings_file import load
from articlelint.errors import SettingsError
from articlelint.model import Severity
from articlelint.plugins.registry import Plugin, RegisteredSetting
from articlelint.plugins.settings import Setting


def write(folder: Path, text: str, name: str = ".articlelint.toml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_whole_file(tmp_path: Path) -> None:
    settings = load(
        write(
            tmp_path,
            """
dialect = "en-GB"
select = ["all"]
ignore = ["readability"]
exclude = ["drafts/**"]
fail-on = "warning"
min-confidence = 0.8

[severity]
mixed-dashes = "error"

[rules.unattributed-quote]
minimum-words = 8

[paths."interviews/**"]
ignore = ["unattributed-quote"]

[house]
names = ["Amal Haddad"]

[house.spelling]
Kyiv = ["Kiev"]
""",
        )
    )
    (layer,) = settings.layers
    assert layer.select == ("all",)
    assert layer.ignore == ("readability",)
    assert layer.severity == {"mixed-dashes": Severity.ERROR}
    assert layer.rules == {"unattributed-quote": {"minimum-words": 8}}
    assert settings.exclude == ("drafts/**",)
    assert settings.fails_at == Severity.WARNING.rank
    assert settings.min_confidence == 0.8
    assert settings.paths[0].pattern == "interviews/**"
    assert settings.paths[0].layer.ignore == ("unattributed-quote",)
    assert settings.house.dialect == "en-GB"
    assert settings.house.spelling == {"Kyiv": ("Kiev",)}
    assert settings.house.names == ("Amal Haddad",)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('\nselct = ["all"]', 2, "unknown key 'selct'; did you mean 'select'?"),
        ('select = "all"', 1, "'select' must be a list of strings, not 'all'"),
        ('\n\nfail-on = "eror"', 3, "did you mean 'error'?"),
        ('dialect = "en-UK"', 1, "did you mean 'en-GB'?"),
        ('dialect = "en_us"', 1, "did you mean 'en-US'?"),
        ('dialect = "British"', 1, "did you mean 'en-GB'?"),
        ('dialect = "AUTO"', 1, "did you mean 'auto'?"),
        ("\nmin-confidence = 80", 2, "'min-confidence' must be a number from 0 to 1, such as 0.8, not 80"),
        ("min-confidence = true", 1, "'min-confidence' must be a number from 0 to 1, such as 0.8, not true"),
        ("min-confidence = 2026-01-01", 1, "such as 0.8, not 2026-01-01"),
        ("min-confidence = [true, {a = 1}]", 1, "such as 0.8, not [true, a table]"),
        ("select = [true]", 1, "'select' must be a list of strings, not [true]"),
        (
            '[house.spelling]\nÖzil = ["Ozil"]',
            2,
            '1: not valid TOML: write the name in straight quotation marks: "Özil" =',
        ),
        ('[house.spelling]\nSão Paulo = ["Sao Paulo"]', 2, 'quotation marks: "São Paulo" ='),
        ('[house.spelling]\n“Kyiv” = ["Kiev"]', 2, 'quotation marks: "Kyiv" ='),
        ('[house.spelling]\nO\'Brien = ["OBrien"]', 2, 'quotation marks: "O\'Brien" ='),
        ('*.credit = "caption"', 1, 'quotation marks: "*.credit" ='),
        ("[paths.news/**]", 1, 'quotation marks, as in [paths."news/**"]'),
        ("[house.spelling]\nKyiv = [“Kiev”]", 2, "9: not valid TOML: write straight quotation marks"),
        ("[[house]", 1, "not valid TOML: Expected ']]'"),
        ("Kyiv ", 1, "not valid TOML: Expected '='"),
        ("min-confidence = nan", 1, "'min-confidence' must be a number from 0 to 1, such as 0.8, not nan"),
        ('dialect = "en-UK"', 1, "'dialect' must be one of auto, en-GB"),
        ("[severity]\n\nrepeated-word = 3", 3, "'repeated-word' must be one of error, warning, info, not 3"),
        ('[paths."a/**"]\nignor = []', 2, "unknown key 'ignor' in [paths.\"a/**\"]; did you mean 'ignore'?"),
        ("[house]\nname = []", 2, "unknown key 'name' in [house]; did you mean 'names'?"),
        ('[house.spelling]\nKyiv = "Kiev"', 2, "'Kyiv' must be a list of strings, not 'Kiev'"),
        ("rules = 3", 1, "'rules' must be a table, not 3"),
        ("x = ", 1, "not valid TOML"),
        ("exclude = [3]", 1, "'exclude' must be a list of strings"),
        ("extend = 3", 1, "'extend' must be a string in quotation marks, not 3"),
        ('[house.spelling]\nKyiv = [""]', 2, "'Kyiv': '' is empty"),
        ('[house.spelling]\nKyiv = ["Kiev "]', 2, "'Kyiv': 'Kiev ' is empty, or has a space"),
        ('[house.spelling]\n"" = ["boat"]', 2, "the spelling '' is empty"),
        ("[house.spelling]\nKyiv = []", 2, "'Kyiv' lists no spelling that it replaces"),
        ('[house.spelling]\nKyiv = ["Kyiv"]', 2, "'Kyiv' cannot replace itself"),
        ('[house]\nnames = [""]', 2, "'names' has an empty name"),
        ('[house.spelling]\nKyiv = ["Kiev"]\nKyyiv = ["Kiev"]', 3, "'Kiev' is to be replaced by 'Kyiv' and"),
        ('[house.spelling]\nKyiv = ["Kiev"]\nKiev = ["Kyiv"]', 2, "'Kiev' is to be replaced by 'Kyiv', but"),
    ],
)
def test_errors_name_file_and_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(SettingsError) as caught:
        load(path)
    assert str(caught.value).startswith(f"{path.as_posix()}:{line}:")
    assert message in str(caught.value)


def test_a_spelling_that_contradicts_the_extended_file(tmp_path: Path) -> None:
    write(tmp_path, '[house.spelling]\nKyiv = ["Kiev"]', "house.toml")
    path = write(tmp_path, 'extend = "house.toml"\n[house.spelling]\nKiev = ["Kyiv"]')
    with pytest.raises(SettingsError, match="'Kiev' is to be replaced by 'Kyiv', but is itself preferred"):
        load(path)


def test_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / ".articlelint.toml"
    path.write_bytes(b'\xef\xbb\xbf# \xc3\x96\ndialect = "en-\xff"')
    with pytest.raises(
        SettingsError, match=r"\.articlelint\.toml:2: not valid UTF-8: this line has a character"
    ):
        load(path)


def test_a_byte_order_mark_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / ".articlelint.toml"
    path.write_bytes(b'\xef\xbb\xbfdialect = "en-GB"')
    assert load(path).house.dialect == "en-GB"


def test_extend_puts_the_file_on_top_of_its_base(tmp_path: Path) -> None:
    write(
        tmp_path,
        'dialect = "en-GB"\nfail-on = "info"\nignore = ["readability"]\nexclude = ["a"]\n'
        '[house.spelling]\nKyiv = ["Kiev"]\nLviv = ["Lvov"]\n[severity]\nmixed-dashes = "info"',
        "house.toml",
    )
    path = write(
        tmp_path,
        'extend = "../house.toml"\nfail-on = "error"\nexclude = ["b"]\n[house.spelling]\nKyiv = ["Kyjiv"]',
        "desk/.articlelint.toml",
    )
    settings = load(path)
    assert settings.house.dialect == "en-GB"
    assert settings.fail_on == "error"
    assert settings.exclude == ("a", "b")
    assert settings.house.spelling == {"Kyiv": ("Kyjiv",), "Lviv": ("Lvov",)}
    assert [layer.ignore for layer in settings.layers] == [("readability",), ()]
    assert settings.base == (tmp_path / "desk").resolve()


def test_extend_in_a_circle(tmp_path: Path) -> None:
    write(tmp_path, 'extend = "b.toml"', "a.toml")
    write(tmp_path, 'extend = "a.toml"', "b.toml")
    with pytest.raises(
        SettingsError, match=r"b\.toml:1: 'extend' leads round in a circle, back to .*a\.toml"
    ):
        load(tmp_path / "a.toml")


def test_extend_of_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"toml:1: 'extend': .*house\.toml: cannot be read: No such file"):
        load(write(tmp_path, 'extend = "house.toml"'))


def test_the_nearest_file_wins(tmp_path: Path) -> None:
    write(tmp_path, "")
    inner = write(tmp_path, "", "a/.articlelint.toml")
    (tmp_path / "a/b").mkdir()
    assert find(tmp_path / "a/b") == inner
    assert find(tmp_path) == tmp_path / ".articlelint.toml"


LINES = ['dialect = "en-GB"', 'ignore = ["spelling"]', 'fail-on = "info"', 'exclude = ["x"]']
TABLES = [
    '[severity]\nmixed-dashes = "info"',
    "[rules.long-sentence]\nmaximum-words = 9",
    '[house]\nnames = ["A"]',
]


@given(st.permutations(LINES), st.permutations(TABLES))
def test_the_order_of_keys_does_not_matter(tmp_path_factory, lines: list[str], tables: list[str]) -> None:
    folder = tmp_path_factory.mktemp("order")
    one = load(write(folder, "\n".join([*LINES, *TABLES])))
    other = load(write(folder, "\n".join([*lines, *tables])))
    assert (one.exclude, one.fail_on, one.house) == (other.exclude, other.fail_on, other.house)
    (mine,), (theirs,) = one.layers, other.layers
    assert (mine.ignore, mine.severity, mine.rules) == (theirs.ignore, theirs.severity, theirs.rules)


PLUGIN = Plugin("desk", "desk-rules", "1.0")


def plugin_settings(*settings: Setting) -> dict[str, RegisteredSetting]:
    return {setting.name: RegisteredSetting(setting, PLUGIN) for setting in settings}


def test_values_of_plugins_are_joined_if_they_are_tuples_and_else_replaced(tmp_path: Path) -> None:
    known = plugin_settings(
        Setting("house", "lists", lambda value, folder: tuple(f"{folder.name}/{item}" for item in value)),
        Setting("desk", "limit", lambda value, _folder: value),
        Setting("", "colour", lambda value, _folder: value),
    )
    write(tmp_path, 'colour = "red"\n[house]\nlists = ["a"]\n[desk]\nlimit = 3', "base/house.toml")
    path = write(
        tmp_path,
        'extend = "../base/house.toml"\n[house]\nlists = ["a", "b"]\n[desk]\nlimit = 4',
        "own/x.toml",
    )
    values = {name: each.value for name, each in load(path, known).plugin_values.items()}
    assert values == {"house.lists": ("base/a", "own/a", "own/b"), "desk.limit": 4, "colour": "red"}


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("\ncolor = 1", 2, "unknown key 'color'; did you mean 'colour'?"),
        ("[desk]\nlimits = 3", 2, "unknown key 'limits' in [desk]; did you mean 'limit'?"),
        ("desk = 3", 1, "'desk' must be a table, not 3"),
        ("[desk]\n\nlimit = 'x'", 3, "could not convert string to float"),
        ('[paths."a/**"]\ncolour = 1', 2, "unknown key 'colour' in [paths.\"a/**\"]"),
    ],
)
def test_errors_in_keys_of_plugins_name_file_and_line(
    tmp_path: Path, text: str, line: int, message: str
) -> None:
    known = plugin_settings(
        Setting("desk", "limit", lambda value, _folder: float(value)),
        Setting("", "colour", lambda value, _folder: value),
    )
    path = write(tmp_path, text)
    with pytest.raises(SettingsError) as caught:
        load(path, known)
    assert str(caught.value).startswith(f"{path.as_posix()}:{line}: ")
    assert message in str(caught.value)


def test_extend_in_a_long_chain(tmp_path: Path) -> None:
    for number in range(1500):
        (tmp_path / f"{number}.toml").write_text(f'extend = "{number + 1}.toml"\n')
    with pytest.raises(SettingsError, match=r"50\.toml:1: more than 50 files extend each other"):
        load(tmp_path / "0.toml")
