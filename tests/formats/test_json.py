"""Articles in JSON: what is read of each schema, of what kind, and where it stands."""

from __future__ import annotations

import json
from typing import Any

import pytest
from conftest import Articlelint
from formats import samples
from formats.checks import json_unescaped, kinds, read, words_in_place
from hypothesis import given
from hypothesis import strategies as st

from articlelint.errors import ReadError
from articlelint.markup.json_files.values import JsonString, read_values
from articlelint.source import Source

SAMPLES: list[tuple[str, Any]] = [
    ("ans", samples.ANS),
    ("ninjs", samples.NINJS_1),
    ("ninjs", samples.NINJS_3),
    ("ghost", samples.GHOST),
    ("sanity", samples.SANITY),
    ("contentful", samples.CONTENTFUL),
]


@pytest.mark.parametrize(("name", "value"), SAMPLES)
@pytest.mark.parametrize("ascii_only", [True, False])
def test_every_word_stands_where_the_map_says(name: str, value: Any, *, ascii_only: bool) -> None:
    data = json.dumps(value, ensure_ascii=ascii_only).encode()
    source, articles = read(name, data)
    for article in articles:
        found = words_in_place(source, article, _undo_twice)
        assert found.tried == found.exact > 5


def _undo_twice(raw: str) -> str:
    """What a string holds, or a string in a string: in these texts, the second decoding changes no other."""
    once = json_unescaped(raw)
    return json_unescaped(once) if "\\" in once else once


@pytest.mark.parametrize(("name", "value"), SAMPLES)
def test_a_schema_is_recognised(name: str, value: Any) -> None:
    data = samples.dumped(value)
    _, forced = read(name, data)
    _, recognised = read("json", data)
    assert [kinds(each) for each in recognised] == [kinds(each) for each in forced]


def test_ans() -> None:
    _, (article,) = read("ans", samples.dumped(samples.ANS))
    assert kinds(article) == [
        ("headline", "Ferry from Kyiv is late"),
        ("standfirst", "Nobody knows why"),
        ("paragraph", f"KYIV - {samples.FIRST}"),
        ("crosshead", "What went wrong"),
        ("list-item", "One boat & one quay"),
        ("blockquote", "It was “late”."),
        ("caption", "Ada Berg"),
        ("caption", "The ferry in Odesa."),
        ("alt-text", "A white ferry"),
        ("paragraph", samples.SECOND),
    ]
    assert article.metadata == {"date": "2026-11-30T09:00:00Z", "language": "en"}
    assert article.name == ""


def test_ninjs() -> None:
    _, (article,) = read("ninjs", samples.dumped(samples.NINJS_1))
    assert kinds(article) == [
        ("headline", "Ferry from Kyiv is late"),
        ("byline", "By Ada Berg"),
        ("paragraph", samples.FIRST),
        ("paragraph", samples.SECOND),
        ("caption", "The ferry in Odesa."),
    ]
    assert article.metadata["embargo"] == "2026-12-01T09:00:00Z"
    _, (later,) = read("ninjs", samples.dumped(samples.NINJS_3))
    assert kinds(later) == [("headline", "Ferry from Kyiv is late"), ("paragraph", samples.FIRST)]
    assert later.metadata["status"] == "usable"


def test_ghost() -> None:
    _, (ferry, boat, quay) = read("ghost", samples.dumped(samples.GHOST))
    assert [each.name for each in (ferry, boat, quay)] == ["ferry", "boat", "quay"]
    assert kinds(ferry) == [
        ("headline", "Ferry is late"),
        ("standfirst", "Nobody knows why"),
        ("paragraph", 'The “ferry” from Kyiv was late, "café" owners said.'),
        ("crosshead", "What went wrong"),
        ("list-item", "One boat"),
        ("caption", "The ferry in Odesa."),
        ("alt-text", "A white ferry"),
        ("blockquote", "It was late."),
    ]
    assert kinds(boat) == [
        ("headline", "Boat is late"),
        ("paragraph", "The ferry from Kyiv was “late”, she said."),
        ("crosshead", "What went wrong"),
        ("list-item", "One boat"),
        ("list-item", "One quay"),
        ("caption", "The ferry."),
        ("alt-text", "A white ferry"),
        ("paragraph", "From a card."),
    ]
    assert boat.metadata["status"] == "draft"
    assert kinds(quay) == [("headline", "Quay is closed"), ("paragraph", samples.FIRST)]


def test_sanity() -> None:
    lines = "\n".join(json.dumps(each) for each in samples.SANITY)
    _, (article,) = read("sanity", lines.encode())
    assert kinds(article) == [
        ("headline", "Ferry is late"),
        ("paragraph", "The ferry from Kyiv was “late”.\nNobody knew."),
        ("crosshead", "What went wrong"),
        ("list-item", "One boat"),
        ("blockquote", "It was late."),
        ("caption", "The ferry."),
        ("alt-text", "A white ferry"),
    ]
    assert article.metadata["status"] == "draft"


def test_contentful() -> None:
    _, (article,) = read("contentful", samples.dumped(samples.CONTENTFUL))
    assert kinds(article) == [
        ("headline", "Ferry is late"),
        ("paragraph", "The ferry from Kyiv was “late”."),
        ("crosshead", "What went wrong"),
        ("list-item", "One boat"),
        ("blockquote", "It was late."),
        ("table-cell", "Odesa"),
    ]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(value=json_values, ascii_only=st.booleans(), indent=st.none() | st.integers(0, 3))
def test_json_is_read_as_the_standard_library_reads_it(
    value: Any, ascii_only: bool, indent: int | None
) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    source = Source("a.json", text.encode("utf-8", "replace").decode())
    ((start, found),) = read_values(source)
    assert start == 0
    assert _plain(found, source) == json.loads(source.text.encode("utf-16", "surrogatepass").decode("utf-16"))


def _plain(value: Any, source: Source) -> Any:
    if isinstance(value, JsonString):
        if not value.text:
            return ""
        part = value.part()
        ends = [*(run[0] for run in part.runs[1:]), len(part.text)]
        for (start, first, last), end in zip(part.runs, ends, strict=True):
            raw = source.text[first:last]
            assert json_unescaped(raw) == part.text[start:end]
            assert (len(raw) == end - start) == (raw == part.text[start:end])
        return value.text
    if isinstance(value, dict):
        return {key: _plain(each, source) for key, each in value.items()}
    return [_plain(each, source) for each in value] if isinstance(value, list) else value


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no article found: the file is empty"),
        ("{", "a.json:1:2: not JSON: a name in quotation marks is expected here"),
        ('{"a" 1}', "a.json:1:6: not JSON: a colon is expected here"),
        ('{"a": 1\n "b": 2}', "a.json:2:2: not JSON: a comma or a “}” is expected here"),
        ('["a', "a.json:1:2: not JSON: this string is never closed"),
        ('["\\q"]', "a.json:1:2: not JSON: this string has an escape that does not exist"),
        ("[1e]", "a.json:1:2: not JSON: this is no number"),
        ("[" * 1000, "a.json:1:201: not JSON: it is nested more than 200 levels deep"),
        (
            '{"posts": [{"title": "A", "lexical": "{bad"}]}',
            "a.json: /posts/0/lexical:1:2: not JSON: a name in quotation marks is expected here",
        ),
        ('{"name": "package"}', "no article found: this is none of ans, ninjs, ghost, contentful, sanity"),
    ],
)
def test_what_is_no_article_is_an_error(text: str, said: str) -> None:
    with pytest.raises(ReadError) as error:
        read("json", text.encode(), "a.json")
    assert said in str(error.value)


def test_a_finding_has_the_place_in_the_file_and_the_pointer(articlelint: Articlelint) -> None:
    text = json.dumps({**samples.NINJS_1, "headline": 'Ferry "from" the the quay'}, indent=1)
    articlelint.write("a.json", text)
    done = articlelint(
        "check", "--isolated", "--select", "repeated-word", "--output-format", "json", "a.json"
    )
    (finding,) = done.findings
    line = text.split("\n")[finding["line"] - 1]
    assert line[finding["column"] - 1 : finding["end_column"] - 1] == "the the"
    assert finding["location"] == {
        "kind": "pointer",
        "at": "/headline",
        "line": None,
        "character": 14,
        "article": None,
        "words": "/headline, character 14",
    }
    shown = articlelint("check", "--isolated", "--select", "repeated-word", "a.json").out
    assert "cut one (/headline, character 14)" in shown
    read_in = articlelint("check", "--isolated", "--format", "ninjs", "-", stdin=text.encode())
    assert "-:" in read_in.out
    wrong = articlelint("check", "--isolated", "a.json", "--format", "ans").err
    assert "a.json: there is no article of the format ans in it" in wrong


def test_fix_writes_escapes_and_leaves_all_else(articlelint: Articlelint) -> None:
    before = json.dumps(
        {
            **samples.NINJS_1,
            "body_xhtml": '<p class="a">The caf\u00e9 was was late\u00a0. He he said "no" .</p>',
        }
    )
    articlelint.write("a.json", before)
    articlelint("fix", "--isolated", "a.json")
    after = (articlelint.folder / "a.json").read_text()
    assert after != before
    assert "was was" not in after
    changed = json.loads(after)
    assert {k: v for k, v in changed.items() if k != "body_xhtml"} == {
        k: v for k, v in json.loads(before).items() if k != "body_xhtml"
    }
    assert changed["body_xhtml"].startswith('<p class="a">The café was late')
    assert after.isascii()


def test_a_format_of_the_configuration(articlelint: Articlelint) -> None:
    articlelint.write(
        ".articlelint.toml",
        '[formats.story]\nmatch = ["stories/*.json"]\narticle = "/posts/*"\nheadline = "/title"\n'
        'standfirst = "/dek"\nbody = ["/text", "/notes/*"]\nhtml = "/more/html"\n',
    )
    post = {
        "title": "The ferry",
        "text": "It was was late.\nAll said so.",
        "more": {"html": "<p>He <b>was was</b> here.</p>"},
    }
    articlelint.write("stories/a.json", json.dumps({"posts": [post, {"title": "Another the the boat"}]}))
    articlelint.write("other.json", "{}")
    done = articlelint("check", "--select", "repeated-word", "--output-format", "json", ".")
    assert [(f["text"], f["location"]["words"]) for f in done.findings] == [
        ("was was", "article-1, /posts/0/text, character 4"),
        ("was was", "article-1, /posts/0/more/html, character 10"),
        ("the the", "article-2, /posts/1/title, character 9"),
    ]
    stdin = json.dumps({"posts": [post]}).encode()
    done = articlelint(
        "check", "--select", "repeated-word", "--format", "story", "--output-format", "json", "-", stdin=stdin
    )
    assert len(done.findings) == 2
    wrong = articlelint("check", "--format", "stroy", "-", stdin=stdin)
    assert "--format: there is no format 'stroy'; did you mean 'story'?" in wrong.err


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ('[formats.story]\nmatch = ["*.json"]\n', "'story' names no prose; add 'headline'"),
        ('[formats.story]\nheadline = "title"\n', "'headline': 'title' is no JSON pointer, such as"),
        ('[formats.html]\nheadline = "/title"\n', "'html' is a format of articlelint"),
        (
            '[formats.story]\nheadlines = "/title"\n',
            "unknown key 'headlines' in [formats.story]; did you mean 'headline'?",
        ),
        ("[formats.story]\nbody = [1]\n", "'body' must be a list of strings"),
        ("[formats]\nstory = 1\n", "'formats.story' must be a table, not 1"),
    ],
)
def test_a_format_that_cannot_be_used(articlelint: Articlelint, table: str, said: str) -> None:
    articlelint.write(".articlelint.toml", table)
    articlelint.write("a.txt", "The end.\n")
    done = articlelint("check", "a.txt")
    assert done.code == 2
    assert said in done.err
