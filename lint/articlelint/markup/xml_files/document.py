"""XML with the place of every element and text in the file, which the standard library does not tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from enum import Enum, auto
from html import unescape
from typing import NamedTuple
from xml.parsers import expat

from articlelint.errors import ReadError
from articlelint.source import Source

_TOKEN = re.compile(
    r"""
    (?P<text> [^<]++ )
  | < (?P<close>/)? (?P<name> [^\s/>!?]++ )
    (?P<attributes> (?: [^>"'/] | "[^"]*+" | '[^']*+' | /(?!>) )*+ )
    (?P<empty>/)? >
  | <!\[CDATA\[ (?P<cdata> .*? ) \]\]>
  | <!-- (?P<comment> .*? ) -->
  | <\? .*? \?>
  | <!DOCTYPE [^\[>]*+ (?: \[ .*? \] \s*+ )? >
    """,
    re.VERBOSE | re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_DEEPEST = 200
_ENCODING = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)""")
_READ = frozenset({"utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "latin1", "windows-1252", "utf-16"})


class Kind(Enum):
    """What a token is."""

    TEXT = auto()
    CDATA = auto()
    START = auto()
    END = auto()
    COMMENT = auto()


class Token(NamedTuple):
    """A piece of text, or a tag with its name as it is written; the range of CDATA is without its marks."""

    kind: Kind
    start: int
    end: int
    name: str = ""


class Element:
    """
    An element of a document.

    ``first`` and ``last`` are the indexes of the tokens of its tags. ``path`` leads to it, with the names of
    the elements as they are written and their numbers among those of the same name.
    """

    __slots__ = ("_attributes", "children", "first", "last", "local", "name", "path")

    def __init__(self, name: str, path: str, first: int, attributes: str) -> None:
        self.name = name
        self.local = name.rpartition(":")[2]
        self.path = path
        self.first = first
        self.last = first
        self.children: list[Element] = []
        self._attributes = attributes

    def attribute(self, name: str) -> str:
        """Return the value of an attribute; "" if there is none."""
        for match in _ATTRIBUTE.finditer(self._attributes):
            if match[1] == name:
                return unescape(match[2] if match[2] is not None else match[3])
        return ""

    def value(self, local: str) -> str:
        """Return the value of an attribute, whatever its prefix; "" if there is none."""
        for match in _ATTRIBUTE.finditer(self._attributes):
            if match[1].rpartition(":")[2] == local:
                return unescape(match[2] if match[2] is not None else match[3])
        return ""

    def find(self, *locals_: str) -> Element | None:
        """Return the first element that a path of names leads to, whatever their prefixes."""
        return next(self.find_all(*locals_), None)

    def find_all(self, *locals_: str) -> Iterator[Element]:
        """Yield the elements that a path of names leads to, whatever their prefixes."""
        for child in self.children:
            if child.local != locals_[0]:
                continue
            if len(locals_) == 1:
                yield child
            else:
                yield from child.find_all(*locals_[1:])

    def descendants(self, *locals_: str) -> Iterator[Element]:
        """Yield the elements of these names below this one, in order."""
        waiting = self.children[::-1]
        while waiting:
            element = waiting.pop()
            if element.local in locals_:
                yield element
            waiting += element.children[::-1]


class Document(NamedTuple):
    """A document: its file, its tokens, and the outermost element."""

    source: Source
    tokens: list[Token]
    root: Element
    elements: dict[int, Element]
    """The elements by the indexes of their first tokens."""

    def inside(self, element: Element) -> list[Token]:
        """Return the tokens between the tags of an element."""
        return self.tokens[element.first + 1 : element.last]

    def has_text(self, element: Element | None) -> bool:
        """Whether an element has a text that is not blank; false for None."""
        if element is None:
            return False
        source = self.source.text
        texts = (token for token in self.inside(element) if token.kind in {Kind.TEXT, Kind.CDATA})
        return any(source[token.start : token.end].strip() for token in texts)

    def text(self, element: Element | None) -> str:
        """Return the text in an element, with white space collapsed; "" for None."""
        if element is None:
            return ""
        found = (
            self.source.text[token.start : token.end]
            if token.kind is Kind.CDATA
            else unescape(self.source.text[token.start : token.end])
            for token in self.inside(element)
            if token.kind in {Kind.TEXT, Kind.CDATA}
        )
        return " ".join("".join(found).split())


def read_document(source: Source) -> Document:
    """
    Read an XML document.

    Raises ReadError, with line and column, for one that is not well-formed, is nested too deeply, or declares
    entities: these can lead outside of the file, or unfold to any size.
    """
    check_xml(source)
    tokens: list[Token] = []
    root: Element | None = None
    elements: dict[int, Element] = {}
    opened: list[tuple[Element, Counter[str]]] = []
    for match in _TOKEN.finditer(source.text):
        group = match.lastgroup
        if match["text"] is not None:
            tokens.append(Token(Kind.TEXT, *match.span()))
        elif match["name"] is not None:
            name = match["name"]
            if match["close"]:
                opened.pop()[0].last = len(tokens)
                tokens.append(Token(Kind.END, *match.span(), name))
                continue
            path = f"/{name}"
            if len(opened) == _DEEPEST:
                line, column = source.position(match.start())
                where = f"{source.path}:{line}:{column}"
                raise ReadError(f"{where}: not read: elements are nested more than {_DEEPEST} levels deep")
            if opened:
                above, numbers = opened[-1]
                numbers[name] += 1
                path = f"{above.path}/{name}[{numbers[name]}]"
            element = Element(name, path, len(tokens), match["attributes"])
            if opened:
                opened[-1][0].children.append(element)
            root = root or element
            elements[len(tokens)] = element
            tokens.append(Token(Kind.START, *match.span(), name))
            if match["empty"]:
                element.last = len(tokens)
                tokens.append(Token(Kind.END, match.end(), match.end(), name))
            else:
                opened.append((element, Counter()))
        elif group == "cdata":
            tokens.append(Token(Kind.CDATA, *match.span("cdata")))
        elif group == "comment":
            tokens.append(Token(Kind.COMMENT, *match.span()))
    assert root is not None
    return Document(source, tokens, root, elements)


class _DeclaresEntityError(Exception):
    """A document declares an entity."""


def check_xml(source: Source) -> None:
    """Raise ReadError for a document that is not well-formed, or that declares entities."""
    parser = expat.ParserCreate("utf-8")
    parser.EntityDeclHandler = _refuse
    try:
        parser.Parse(source.text.encode(), True)  # noqa: FBT003 - expat takes no keyword
    except _DeclaresEntityError:
        line = parser.CurrentLineNumber
        raise ReadError(
            f"{source.path}:{line}: not read: the document declares entities, which can lead out of the "
            "file; delete the declarations"
        ) from None
    except expat.ExpatError as error:
        what = expat.ErrorString(error.code)
        raise ReadError(f"{source.path}:{error.lineno}:{error.offset + 1}: not XML: {what}") from None


def _refuse(*_declaration: object) -> None:
    raise _DeclaresEntityError


def decode(path: str, data: bytes) -> Source:
    """Decode a document. Raises ReadError if it declares an encoding that is not read."""
    declared = _ENCODING.match(data)
    if declared is not None and declared[1].decode().lower() not in _READ:
        raise ReadError(f"{path}: not read: its encoding is {declared[1].decode()}; save it as UTF-8")
    return Source.decode(path, data)
