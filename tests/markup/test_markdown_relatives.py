"""MDX, Quarto and R Markdown: what is prose in them, and where it stands."""

from __future__ import annotations

import pytest
from conftest import Articlelint
from hypothesis import given, settings
from hypothesis import strategies as st
from markup.checks import (
    CODE,
    checked,
    parse,
    shown,
    shown_blocks,
)
from markup.test_properties import TOKENS

from articlelint.markup.mdx import MdxParser

MDX = """\
---
title: A story
---
import {Chart} from '../components/chart.js'
export const year = 2018

# Last year’s snowfall

In {year}, the snowfall was above average{' '}
on *Monday*. {/* articlelint: ignore[x] why */}

<Chart year={year} color="#fcb32c" />

<Note type="warn">
  Some **bold** text with a <Tip text="x">word</Tip> and {`a ${b} }`} here.
</Note>

<div className="x" style={{color: 'red'}}>
*Inside* the div.
</div>

Price is <Price of={3}/> now, 3 < 5 and \\{not\\}.

```js
import x from 'y'
const a = {b
```

export function Foo() {

  return <b>text</b>
}

After `{` code. Import taxes.
<Tabs><Tab>

One <b className={x}>two</b>

</Tab></Tabs>
"""
QUARTO = """\
---
title: "Penguins"
---

## Meet the penguins

The data [@horst2020; see @x, p. 3] contains `r nrow(x)` rows, as @horst2020 [p. 3] says.[^1]

```{r}
#| fig-cap: "Not read"
x <- 1
```

::: {.callout-note title="A"}
Note that $x^2$ and it cost $5 and $10. H~2~O is 10^10^ wide, the 1^st^ one^[An inline note.].
:::

See [this text]{.smallcaps} and \\@ref(fig:x). Mail me@x.org.

Term
:   Definition of it

+---+---+
| a | b |
+===+===+
| x | y |
+---+---+

  Right     Left
-------     ------
     12     12
    123     123

{{< video x.mp4 >}}

[^1]: A note.
"""


def test_mdx() -> None:
    assert shown_of(MDX) == [
        ("headline", "Last year’s snowfall"),
        ("paragraph", f"In {CODE}, the snowfall was above average on Monday."),
        ("paragraph", f"Some bold text with a word and {CODE} here."),
        ("paragraph", "Inside the div."),
        ("paragraph", f"Price is {CODE} now, 3 < 5 and {{not}}."),
        ("paragraph", f"After {CODE} code. Import taxes."),
        ("paragraph", "One two"),
    ]


def shown_of(text: str) -> list[tuple[str, str]]:
    """The blocks, after the checks that do not ask for comments of HTML."""
    return shown_blocks(checked(text, MdxParser().parse(text)))


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("A {unclosed brace\nleaves out its paragraph.\n\nBut no other.", ["A " + CODE, "But no other."]),
        ("<>\n\nIn a fragment.\n\n</>", ["In a fragment."]),
        (
            "<A>\n  <B\n    c>\n    Four spaces\n    are no code.\n\n    - Item\n\n      goes on.\n\n    ```\n    code\n    ```\n  </B>\n</A>\n\nAfter.",
            ["Four spaces are no code.", "Item", "goes on.", "After."],
        ),
        ("import A from 'a'\n\nimport B from 'b'\nexport {B}\nText.", []),
        ("We\nimport tea.", ["We import tea."]),
        ('<img alt={alt} title="A quay" /> It opened.', ["A quay", "It opened."]),
        ("{/* a note */}\nIt opened.", ["It opened."]),
        ("x < y and y >z <3", ["x < y and y >z <3"]),
        ("It is $$a {b} c$$ long.", [f"It is {CODE} long."]),
        ("It is {a} and $${b}$$.", [f"It is {CODE} and {CODE}."]),
        ("<Card.Title lang={'en'}>The quay</Card.Title>", ["The quay"]),
    ],
)
def test_jsx(source: str, words: list[str]) -> None:
    assert [text for _, text in shown_of(source)] == words


def test_quarto() -> None:
    expected = [
        ("headline", "Meet the penguins"),
        ("paragraph", f"The data contains {CODE} rows, as {CODE} says."),
        ("paragraph", f"Note that {CODE} and it cost $5 and $10. H2O is 10{CODE} wide, the 1st one."),
        ("paragraph", f"See this text and {CODE}. Mail me@x.org."),
        ("crosshead", "Term"),
        ("list-item", "Definition of it"),
        ("footnote", "A note."),
    ]
    assert shown(QUARTO, ".qmd") == expected
    assert shown(QUARTO, ".Rmd") == expected


def test_a_comment_of_jsx_ignores_findings(articlelint: Articlelint) -> None:
    articlelint.write(
        "a.mdx", "{/* articlelint: ignore[repeated-word] a band */}\n\nThey saw The The.\n\nThe the end.\n"
    )
    done = articlelint("check", "--select", "repeated-word", "--output-format", "concise")
    assert done.out.startswith("a.mdx:5:1:")
    assert articlelint("check", "--select", "repeated-word", "--add-ignore", "why", "a.mdx").code == 2


JSX = [
    "\n<A>\n    ",
    "\n\n      ",
    "\n    </A>\n",
    "{",
    "}",
    "{/*",
    "*/}",
    "<A>",
    "</A>",
    "<A b={",
    "/>",
    "<>",
    "import x\n",
    "export const\n",
    "<div x={y}>",
    "{' '}",
    "'",
]
PANDOC = [
    "[@a]",
    "@b",
    "^[",
    "]{.x}",
    "$x$",
    "^2^",
    ": ",
    "+---+\n",
    "-- --\n",
    "\\@ref(x)",
    "```{r}\n",
    "| ",
]


@settings(max_examples=150)
@given(source=st.lists(st.sampled_from([*TOKENS, *JSX]), max_size=50).map("".join))
def test_every_mdx_has_a_sound_parse(source: str) -> None:
    shown_of(source)


@settings(max_examples=150)
@given(source=st.lists(st.sampled_from([*TOKENS, *PANDOC]), max_size=50).map("".join))
def test_every_quarto_has_a_sound_parse(source: str) -> None:
    parse(source, ".qmd")
