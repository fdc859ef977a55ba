"""Our enumerations do what ``enum``'s do."""

from __future__ import annotations

import copy
import enum
import pickle

import pytest

from articlelint import enums
from articlelint.model import Severity
from articlelint.text.tokens import TokenKind


class Colour(enums.Enum):
    """Colours."""

    RED = enums.auto()
    BLUE = enums.auto()

    @property
    def loud(self) -> bool:
        """Whether it is heard."""
        return self is Colour.RED


class Twin(enum.Enum):
    RED = enum.auto()
    BLUE = enum.auto()


def test_members_are_found_by_name_and_value_and_in_order() -> None:
    assert list(Severity) == [Severity.ERROR, Severity.WARNING, Severity.INFO]
    assert Severity("error") is Severity.ERROR is Severity["ERROR"]
    assert [(each.name, each.value) for each in Colour] == [(each.name, each.value) for each in Twin]
    assert len(Colour) == 2
    assert Colour.RED in Colour
    assert list(Colour.__members__) == ["RED", "BLUE"]


def test_members_are_what_they_are_of() -> None:
    assert isinstance(Colour.RED, Colour)
    assert Colour.RED.loud
    assert not Colour.BLUE.loud
    assert (str(Colour.RED), repr(Colour.RED)) == ("Colour.RED", "<Colour.RED: 1>")
    assert (str(Severity.ERROR), repr(Severity.ERROR)) == ("error", "<Severity.ERROR: 'error'>")
    assert f"{Severity.ERROR}" == "error" == Severity.ERROR
    assert int(next(iter(TokenKind))) == next(iter(TokenKind)).value
    assert {Colour.RED: 1}[Colour.RED] == 1


def test_an_unknown_value_is_refused() -> None:
    with pytest.raises(ValueError, match="'fatal' is not a valid Severity"):
        Severity("fatal")
    with pytest.raises(ValueError, match="is not a valid Colour"):
        Colour([])


def test_nothing_is_reassigned() -> None:
    with pytest.raises(AttributeError, match="cannot reassign member 'RED'"):
        Colour.RED = 2  # type: ignore[misc,assignment]
    with pytest.raises(AttributeError):
        del Colour.RED


@pytest.mark.parametrize("member", [Severity.INFO, TokenKind(1)])
def test_copies_are_the_member_itself(member: object) -> None:
    assert copy.deepcopy(member) is member
    assert copy.copy(member) is member
    assert pickle.loads(pickle.dumps(member)) is member
