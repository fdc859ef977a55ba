"""``existence``, key by key, as Vale documents it."""

from __future__ import annotations

from pathlib import Path

import pytest
from vale.styles import find, said, words, write_vocabulary

import articlelint as al

HEAD = "extends: existence\nmessage: \"Avoid '%s'.\"\n"


def test_tokens_are_whole_words_in_the_case_they_are_written_in(tmp_path: Path) -> None:
    rule = HEAD + "tokens:\n  - very\n  - in order to\n"
    text = "Very, every and very: a very-used word, in order to be very.\n"
    assert words(tmp_path, rule, text) == ["very", "very", "in order to", "very"]


def test_ignorecase(tmp_path: Path) -> None:
    rule = HEAD + "ignorecase: true\ntokens: [very, In Fact]\n"
    assert words(tmp_path, rule, "Very VERY in fact.\n") == ["Very", "VERY", "in fact"]


def test_nonword_drops_the_word_boundaries(tmp_path: Path) -> None:
    rule = HEAD + "nonword: true\ntokens:\n  - every\n  - '\\d+%'\n"
    assert words(tmp_path, rule, "Everyevery rose 5%.\n") == ["every", "5%"]


def test_without_nonword_a_mark_at_the_end_needs_a_word_behind_it(tmp_path: Path) -> None:
    rule = HEAD + "tokens: ['\\d+%']\n"
    assert words(tmp_path, rule, "It rose 5% and 6%up.\n") == ["6%"]


def test_raw_parts_are_put_together(tmp_path: Path) -> None:
    rule = HEAD + "raw:\n  - '\\bfoo'\n  - '\\s+bar\\b'\n"
    assert words(tmp_path, rule, "foo bar, foobar, a foo bars.\n") == ["foo bar"]


def test_raw_stands_before_the_tokens_and_with_append_behind_them(tmp_path: Path) -> None:
    text = "No cat, cat no, no dog, dog no.\n"
    before = HEAD + "ignorecase: true\nraw: ['no\\s']\ntokens: [cat, dog]\n"
    assert words(tmp_path, before, text) == ["No cat", "no dog"]
    after = HEAD + "append: true\nraw: ['\\sno']\ntokens: [cat, dog]\n"
    assert words(tmp_path, after, text) == ["cat no", "dog no"]


def test_exceptions_are_whole_words_anywhere_in_what_was_found(tmp_path: Path) -> None:
    rule = HEAD + "tokens: ['\\w+ly']\nexceptions: [family, On]\n"
    text = "Only the family is really friendly.\n"
    assert words(tmp_path, rule, text) == ["Only", "really", "friendly"]


def test_an_exception_keeps_its_case_unless_it_says_otherwise(tmp_path: Path) -> None:
    rule = HEAD + "ignorecase: true\ntokens: ['\\w+ly']\nexceptions: [family, '(?i)only']\n"
    assert words(tmp_path, rule, "Only Family, family.\n") == ["Family"]


def test_a_vocabulary_is_an_exception_to_every_rule_that_does_not_say_no(tmp_path: Path) -> None:
    vocabulary = write_vocabulary(tmp_path, "# a comment\nfamily\n[Rr]eal(?:ly)?\n")
    text = "A family, really, early.\n"
    rule = HEAD + "tokens: ['\\w+ly']\n"
    assert words(tmp_path, rule, text, vocabularies=[vocabulary]) == ["early"]
    strict = rule + "vocab: false\n"
    assert words(tmp_path, strict, text, vocabularies=[vocabulary]) == ["family", "really", "early"]


def test_of_two_tokens_at_one_place_the_earlier_is_found(tmp_path: Path) -> None:
    rule = HEAD + "tokens: [foo, foo bar, bar baz, '\\w+ baz']\n"
    # "foo" hides "foo bar", so that "bar baz" is free.
    assert words(tmp_path, rule, "A foo bar baz.\n") == ["foo", "bar baz"]


def test_code_and_addresses_are_no_prose(tmp_path: Path) -> None:
    rule = HEAD + "tokens: [very]\n"
    text = "Run `very` at https://very.example/very, very well.\n\n```\nvery\n```\n\n    very\n"
    assert words(tmp_path, rule, text) == ["very"]


def test_a_phrase_goes_over_a_line_end_but_not_over_a_block(tmp_path: Path) -> None:
    rule = HEAD + "tokens: [in order to]\n"
    assert words(tmp_path, rule, "It is in order\nto sail in order\n\nto be.\n") == ["in order to"]


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("Avoid '%s'.", "Avoid 'very'."),
        ("Avoid it.", "Avoid it."),
        ("100%% of '%s' and %s", "100% of 'very' and"),
        ("%[1]s is %[1]s", "very is very"),
        ("two\n  lines of %q", 'two lines of "very"'),
    ],
)
def test_the_message_is_filled_in_and_put_on_one_line(tmp_path: Path, message: str, expected: str) -> None:
    indented = message.replace("\n", "\n ")
    rule = f"extends: existence\nmessage: |\n {indented}\ntokens: [very]\n"
    assert said(tmp_path, rule, "A very short text.\n") == [expected]


def test_limit_is_the_most_a_file_is_told(tmp_path: Path) -> None:
    assert words(tmp_path, HEAD + "limit: 2\ntokens: [a]\n", "a a\n\na a\n") == ["a", "a"]


def fix_of(folder: Path, action: str, text: str, token: str = "token here") -> tuple[str, al.Safety] | None:
    rule = HEAD + f"nonword: true\ntokens: ['{token}']\naction:\n  name: {action}\n"
    (finding,) = find(folder, rule, text)
    if finding.fix is None:
        return None
    (edit,) = finding.fix.edits
    return text[: edit.span.start] + edit.text + text[edit.span.end :], finding.fix.safety


@pytest.mark.parametrize(
    ("action", "token", "text", "fixed"),
    [
        ("replace\n  params: [word]", "token", "A token here.", "A word here."),
        ("remove", "very", "A very short one.", "A short one."),
        ("remove", "very", "Very very, he said.", "Very , he said."),
        ("remove", "Very", "Very short.", "short."),
        ("edit\n  params: [trim, '!']", "!no!+", "Oh !no!! it is.", "Oh no it is."),
        ("edit\n  params: [trim_left, '!']", "!no!", "Oh !no! it is.", "Oh no! it is."),
        ("edit\n  params: [trim_right, '!']", "!no!", "Oh !no! it is.", "Oh !no it is."),
        ("edit\n  params: [truncate, ' ']", "the the", "See the the dog.", "See the dog."),
        ("edit\n  params: [split, ' ', '1']", "pin number", "Your pin number is.", "Your number is."),
        (
            "edit\n  params: [regex, '(\\w+)-(\\w+)', '$2 ${1}']",
            "well-known",
            "A well-known dog.",
            "A known well dog.",
        ),
        ("convert\n  params: [simple]", "someName_here", "A someName_here is.", "A some name here is."),
    ],
)
def test_actions_are_fixes_for_those_who_ask(
    tmp_path: Path, action: str, token: str, text: str, fixed: str
) -> None:
    assert fix_of(tmp_path, action, text, token) == (fixed, al.Safety.UNSAFE)


def test_of_several_words_the_first_is_shown(tmp_path: Path) -> None:
    assert fix_of(tmp_path, "replace\n  params: [word, term]", "A token here.", "token") == (
        "A word here.",
        al.Safety.SHOWN,
    )


def test_an_edit_of_another_name_and_a_script_leave_the_finding_without_a_fix(tmp_path: Path) -> None:
    assert fix_of(tmp_path, "edit\n  params: [remove, '.?!']", "A token here.", "token") is None
    assert fix_of(tmp_path, "suggest\n  params: [case.tengo]", "A token here.", "token") is None


def test_a_message_may_name_what_an_action_writes(tmp_path: Path) -> None:
    rule = "extends: existence\nmessage: Not '%s' but '%s'.\ntokens: [colour]\n"
    rule += "action:\n  name: replace\n  params: [color]\n"
    assert said(tmp_path, rule, "The colour is red.\n") == ["Not 'colour' but 'color'."]


def test_groups_are_numbered_across_the_tokens(tmp_path: Path) -> None:
    rule = HEAD + "nonword: true\ntokens:\n  - '(x)-(y)'\n  - '(\\w)=\\3'\n  - '(\\w):\\1'\n"
    # \1 is the group of the first token, which has matched nothing where the third one does.
    assert words(tmp_path, rule, "Here a=a and a=b, c:c and x-y.\n") == ["a=a", "x-y"]


def test_a_group_that_no_token_has_is_an_error(tmp_path: Path) -> None:
    rule = HEAD + "tokens:\n  - '(x)'\n  - '(\\w)\\3'\n"
    with pytest.raises(al.SettingsError, match="it refers to group 3, and the rule has 2"):
        words(tmp_path, rule, "aa\n")


@pytest.mark.parametrize("listed", ["exceptions: [mea culpa, 'ad\\s+hoc']\n", ""])
def test_a_word_of_an_accepted_phrase_is_accepted_in_the_phrase(tmp_path: Path, listed: str) -> None:
    vocabulary = write_vocabulary(tmp_path, "" if listed else "mea culpa\nad\\s+hoc\n")
    rule = HEAD + "ignorecase: true\ntokens: [mea, ad]\n" + listed
    text = "Mea Culpa and mea maxima, ad hoc or ad.\n"
    doc_words = words(tmp_path, rule, text, vocabularies=[vocabulary])
    assert doc_words == ["mea", "ad"]


def test_a_vocabulary_is_no_exception_to_a_rule_about_marks(tmp_path: Path) -> None:
    vocabulary = write_vocabulary(tmp_path, "plugh\n")
    quoted = HEAD + 'nonword: true\ntokens: [\'"[^"]+"[.,]\']\n'
    text = 'Say "the plugh", then "go".\n'
    assert words(tmp_path, quoted, text, vocabularies=[vocabulary]) == ['"the plugh",', '"go".']
    own = quoted + "exceptions: [plugh]\n"
    assert words(tmp_path, own, text, vocabularies=[vocabulary]) == ['"go".']
