"""The same article as plain text, Markdown and HTML: the same prose, and the same kinds."""

from __future__ import annotations

from markup.checks import parse, shown

PLAIN = """\
Harbour town to reopen its pool after two dry summers

A vote that nobody had expected ends a long wait for the swimmers of the old quay

By Jane Doe, Local Editor

3 March 2024

The old pool on the quay will open again in May, the council said on Tuesday. “We are as surprised as you,” said Ann Lee, who chairs it & swims there – “truly”.

Photo: Sam Roe

The vote was five to four. Nobody spoke against it, although the café next door had asked for a delay.

What comes next

The council lists what is missing:

- a new pump
- two lifeguards, who must be at least 18
- water

> We will fill it by hand if we must.

Q: Will it be warm?

A: No.

Work begins in April. It is to cost £20,000.
"""

MARKDOWN = """\
---
layout: story
---

# Harbour town to *reopen* its pool after two dry summers

A vote that nobody had expected ends
a long wait for the [swimmers](/s "Them") of the old quay

By **Jane Doe**, Local Editor

3 March 2024

The old pool on the quay will open again in May, the council said on Tuesday. “We are as
surprised as you,” said Ann&#32;Lee, who chairs it &amp; swims there &ndash; “tr*ul*y”.

Photo: Sam Roe

The vote was five to four.[^1] Nobody spoke against it, although the [café][1] next door had asked for a
delay.

<!-- not prose -->

## What comes next

The council lists what is missing:

* a new pump
* two lifeguards, who must
  be at least 18
* water

> We will fill it
> by hand if we must.

Q: Will it be warm?

**A:** No.

Work begins in April. It is to cost £20,000.

[1]: http://example.org
"""

HTML = """\
<!DOCTYPE html><html><head><title>Pool</title></head><body><nav>Home</nav>
<article><h1>Harbour town to <em>reopen</em> its pool after two dry summers</h1>
<p class="standfirst">A vote that nobody had expected ends a long wait for the <a href="/s">swimmers</a>
of the old quay<p>By <b>Jane Doe</b>, Local Editor</p><time>3 March 2024</time>
<p>The old pool on the quay will open again in May,
   the council said on Tuesday. &ldquo;We are as surprised as you,&rdquo; said Ann Lee, who chairs it &amp;
   swims there &ndash; “tr<i>ul</i>y”.</p>
<figure><img src="a.jpg" alt=""><figcaption>Photo: Sam Roe</figcaption></figure>
<p>The vote was five to four.<sup><a href="#n">1</a></sup> Nobody spoke against it, although the caf&eacute; next
door had asked for a delay.<!-- not prose --></p>
<h2>What comes next</h2><p>The council lists what is missing:
<ul><li>a new pump<li>two lifeguards, who must be at least 18</li><li><p>water</p></li></ul>
<blockquote><p>We will fill it by hand if we must.</p></blockquote>
<p>Q: Will it be warm?</p><p><b>A:</b> No.</p><aside>Related stories</aside>
<p>Work begins in April. It is to cost &pound;20,000.</article></body></html>
"""


def test_the_same_article_has_the_same_prose_and_kinds() -> None:
    plain = shown(PLAIN, ".txt")
    assert [kind for kind, _ in plain] == [
        *("headline", "standfirst", "byline", "dateline", "paragraph", "caption", "paragraph", "crosshead"),
        *(
            "paragraph",
            "list-item",
            "list-item",
            "list-item",
            "blockquote",
            "qa-turn",
            "qa-turn",
            "paragraph",
        ),
    ]
    assert shown(MARKDOWN, ".md") == plain
    assert shown(HTML, ".html") == plain


def test_levels_agree_but_for_headings_that_plain_text_does_not_number() -> None:
    levels = [
        [block.level for block in parse(text, suffix).blocks if block.kind in {"list-item", "blockquote"}]
        for text, suffix in ((PLAIN, ".txt"), (MARKDOWN, ".md"), (HTML, ".html"))
    ]
    assert levels == [[1, 1, 1, 1]] * 3
