"""``substitution``, key by key, as Vale documents it."""

from __future__ import annotations

from pathlib import Path

from vale.styles import find, said, words, write_vocabulary

import articlelint as al

HEAD = "extends: substitution\nmessage: Use '%s' instead of '%s'.\n"


def test_a_swap_says_what_to_write_and_what_was_written(tmp_path: Path) -> None:
    rule = HEAD + "swap:\n  abundance: plenty\n  a lot of: many\n"
    assert said(tmp_path, rule, "An abundance of a lot of it, Abundance.\n") == [
        "Use 'plenty' instead of 'abundance'.",
        "Use 'many' instead of 'a lot of'.",
    ]


def test_ignorecase(tmp_path: Path) -> None:
    rule = HEAD + "ignorecase: true\nswap:\n  Abundance: plenty\n"
    assert words(tmp_path, rule, "ABUNDANCE, abundance.\n") == ["ABUNDANCE", "abundance"]


def test_what_is_already_right_is_left_alone(tmp_path: Path) -> None:
    rule = HEAD + "ignorecase: true\nswap:\n  java ?script: JavaScript\n"
    text = "JavaScript, javascript, Java Script.\n"
    assert said(tmp_path, rule, text) == [
        "Use 'JavaScript' instead of 'javascript'.",
        "Use 'JavaScript' instead of 'Java Script'.",
    ]


def test_what_to_write_may_be_a_choice_or_a_pattern(tmp_path: Path) -> None:
    rule = HEAD + "ignorecase: true\nswap:\n  (?:OK|okay): OK|okay\n"
    assert words(tmp_path, rule, "OK, Ok, okay.\n") == ["Ok"]


def test_the_longer_key_wins(tmp_path: Path) -> None:
    rule = HEAD + "swap:\n  data: figures\n  data base: database\n  base: ground\n"
    assert words(tmp_path, rule, "A data base and base data.\n") == ["data base", "base", "data"]


def test_a_swap_may_be_a_list_of_tables(tmp_path: Path) -> None:
    rule = HEAD + "swap:\n  - abundance: plenty\n  - a lot of: many\n"
    assert words(tmp_path, rule, "An abundance of a lot of it.\n") == ["abundance", "a lot of"]


def test_groups_are_put_into_what_to_write(tmp_path: Path) -> None:
    rule = HEAD + "swap:\n  'going to (\\w+)': will $1\n  (?:colou?r)s of (?:the )?(\\w+): ${1} tones\n"
    assert said(tmp_path, rule, "He is going to sail. The colors of the sea.\n") == [
        "Use 'will sail' instead of 'going to sail'.",
        "Use 'sea tones' instead of 'colors of the sea'.",
    ]


def test_a_group_in_a_key_counts_for_nothing_else(tmp_path: Path) -> None:
    rule = HEAD + "swap:\n  (a|an) (?:one): one\n  two: 2\n"
    assert said(tmp_path, rule, "There is an one and two.\n") == [
        "Use 'one' instead of 'an one'.",
        "Use '2' instead of 'two'.",
    ]


def test_look_around_of_any_length(tmp_path: Path) -> None:
    rule = HEAD + "nonword: true\nswap:\n  '(?<=\\bMr\\s+\\w+\\s)Jr(?!\\.)': Jr.\n"
    assert words(tmp_path, rule, "Mr Smith Jr and Ms Smith Jr and Mr Hill Jr.\n") == ["Jr"]


def test_nonword(tmp_path: Path) -> None:
    rule = HEAD + "nonword: true\nswap:\n  '\\.\\.\\.': …\n  tho: though\n"
    assert words(tmp_path, rule, "Although... no.\n") == ["tho", "..."]


def test_exceptions_and_vocabularies(tmp_path: Path) -> None:
    rule = HEAD + "swap:\n  '[A-Z]\\w+ scripts?': code\nexceptions: [Perl script]\n"
    text = "A Perl script, a Java script, a Lua script.\n"
    vocabulary = write_vocabulary(tmp_path, "Lua\n")
    assert words(tmp_path, rule, text, vocabularies=[vocabulary]) == ["Java script"]


def test_capitalize_follows_the_text(tmp_path: Path) -> None:
    rule = HEAD + "ignorecase: true\ncapitalize: true\nswap:\n  mankind: humankind\n"
    assert said(tmp_path, rule, "Mankind and mankind.\n") == [
        "Use 'Humankind' instead of 'Mankind'.",
        "Use 'humankind' instead of 'mankind'.",
    ]


def test_the_replace_action_writes_the_swap(tmp_path: Path) -> None:
    rule = HEAD + "action:\n  name: replace\nswap:\n  utilize: use\n  above: preceding|earlier|former\n"
    one, several = find(tmp_path, rule, "We utilize the above.\n")
    assert (one.message, several.message) == (
        "Use 'use' instead of 'utilize'.",
        "Use 'preceding', 'earlier', or 'former' instead of 'above'.",
    )
    assert one.fix == al.Fix((al.Edit(one.span, "use"),), al.Safety.UNSAFE)
    assert several.fix == al.Fix((al.Edit(several.span, "preceding"),), al.Safety.SHOWN)


def test_without_an_action_there_is_no_fix(tmp_path: Path) -> None:
    (finding,) = find(tmp_path, HEAD + "swap:\n  utilize: use\n", "We utilize it.\n")
    assert finding.fix is None


def test_numbers_and_words_such_as_no_are_read_as_they_are_written(tmp_path: Path) -> None:
    rule = HEAD + "swap:\n  no: nope\n  'on': off\n  7: seven\n"
    assert words(tmp_path, rule, "It is no longer on at 7 or 17.\n") == ["no", "on", "7"]


def test_the_groups_of_each_key_are_its_own(tmp_path: Path) -> None:
    rule = HEAD + "nonword: true\nswap:\n  '(x)(y)(z)': a\n  '(\\w)-\\1': 'twice $1'\n"
    assert said(tmp_path, rule, "Here b-b and b-c.\n") == ["Use 'twice b' instead of 'b-b'."]
