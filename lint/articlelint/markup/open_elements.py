"""The open elements of an HTML page: what kind of block each makes, and which tags end them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from articlelint.markup.elements import BLOCKS, ENDS, HEAD_CONTENT, KINDS, TRANSPARENT_TO, hint
from articlelint.markup.other_languages import is_other_language
from articlelint.model import BlockKind


class Element(NamedTuple):
    """
    An open element. If it has no kind of block of its own, it has that of the element around it.

    ``other_language`` says whether its text is declared to be in another language than English.
    """

    name: str
    start: int
    kind: BlockKind
    level: int
    settled: bool
    skipped: bool
    other_language: bool = False


class OpenElements:
    """The stack of open elements, with their numbers by name."""

    def __init__(self) -> None:
        self._stack: list[Element] = []
        self._counts: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._stack)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self._counts.get(name, 0) > 0

    @property
    def skipping(self) -> bool:
        """Whether an element is open whose content is not prose."""
        return bool(self._stack) and self._stack[-1].skipped

    @property
    def innermost(self) -> Element | None:
        """The element that was opened last."""
        return self._stack[-1] if self._stack else None

    @property
    def outermost_skipped(self) -> str:
        """The name of the outermost element whose content is not prose; "" if there is none."""
        return next((element.name for element in self._stack if element.skipped), "")

    def push(
        self, name: str, attributes: Mapping[str, str | None], start: int, around: Element, *, skipped: bool
    ) -> Element:
        """Open an element; ``around`` is the element that it stands in."""
        kind, level, settled = around.kind, around.level, around.settled
        if name in KINDS:
            nested = kind is KINDS[name]
            kind, settled = KINDS[name], True
            if name[0] == "h":
                level = int(name[1])
            elif name == "li":
                level = self._counts.get("ul", 0) + self._counts.get("ol", 0) or 1
            else:
                level = level + 1 if nested or name == "blockquote" else 0
        hinted = hint(name, attributes)
        if hinted is not None:
            kind, settled = hinted, True
        other = is_other_language(attributes.get("lang") or attributes.get("xml:lang") or "")
        other = around.other_language if other is None else other
        element = Element(name, start, kind, level, settled, skipped or around.skipped, other)
        self._stack.append(element)
        self._counts[name] = self._counts.get(name, 0) + 1
        return element

    def pop(self, index: int = -1) -> Element:
        """Remove an element: the innermost, or the one at an index."""
        element = self._stack.pop(index)
        self._counts[element.name] -= 1
        return element

    def index(self, names: frozenset[str], stop: frozenset[str] = frozenset()) -> int:
        """Return the index of the innermost element of these names; -1 if one of ``stop`` is nearer."""
        if any(name in self for name in names):
            for index in range(len(self._stack) - 1, -1, -1):
                if self._stack[index].name in names:
                    return index
                if self._stack[index].name in stop:
                    break
        return -1

    def has_block_above(self, index: int) -> bool:
        """Whether a block element is open inside the element at an index."""
        return any(element.name in BLOCKS for element in self._stack[index + 1 :])

    def ended_by(self, name: str) -> Iterator[int]:
        """Yield the indexes down to which a start tag ends elements; -1 ends none."""
        if name in BLOCKS:
            yield self.index(frozenset({"p"}), TRANSPARENT_TO["p"])
        if name in ENDS:
            yield self.index(ENDS[name], TRANSPARENT_TO[name])
        if name not in HEAD_CONTENT:
            yield self.index(frozenset({"head"}))
