"""Our named tuples behave as those of ``typing`` do."""

import pickle
import typing
from collections.abc import Mapping
from types import MappingProxyType

import pytest

from articlelint.records import NamedTuple


class Ours(NamedTuple):
    """A place with a name."""

    line: int
    name: str = "ferry"
    more: Mapping[str, int] = MappingProxyType({})

    @property
    def shown(self) -> str:
        """The name in capitals."""
        return self.name.upper()


class Theirs(typing.NamedTuple):
    """A place with a name."""

    line: int
    name: str = "ferry"
    more: Mapping[str, int] = MappingProxyType({})


class Empty(NamedTuple):
    """Nothing."""


BOTH = pytest.mark.parametrize("kind", [Ours, Theirs])


@BOTH
def test_fields_are_given_by_place_and_by_name(kind: type[Ours]) -> None:
    made = kind(3, more={"a": 1}, name="quay")
    assert made == (3, "quay", {"a": 1})
    assert (made.line, made.name, made[1], len(made)) == (3, "quay", "quay", 3)
    assert kind(1) == (1, "ferry", {})


@BOTH
@pytest.mark.parametrize(
    ("given", "by_name"), [((), {}), ((1, 2, 3, 4), {}), ((1,), {"line": 2}), ((1,), {"lines": 2})]
)
def test_wrong_arguments_are_refused(
    kind: type[Ours], given: tuple[int, ...], by_name: dict[str, int]
) -> None:
    with pytest.raises(TypeError, match=r"__new__\(\)"):
        kind(*given, **by_name)  # type: ignore[arg-type]


@BOTH
def test_what_a_named_tuple_can_do(kind: type[Ours]) -> None:
    made = kind(3, "quay")
    assert made._replace(line=4) == (4, "quay", {})
    assert made._asdict() == {"line": 3, "name": "quay", "more": {}}
    assert kind._make([1, "a", {}]) == (1, "a", {})
    assert kind._fields == kind.__match_args__ == ("line", "name", "more")
    assert kind._field_defaults.keys() == {"name", "more"}
    assert repr(made) == f"{kind.__name__}(line=3, name='quay', more=mappingproxy({{}}))"
    assert typing.get_type_hints(kind)["line"] is int
    assert kind.__doc__ == "A place with a name."
    assert issubclass(kind, tuple)
    assert hash(kind(1, "a", ())) == hash((1, "a", ()))  # type: ignore[arg-type]
    # A TypeError from Python 3.13 on.
    for wrong, error in (
        (lambda: made._replace(lines=1), (TypeError, ValueError)),
        (lambda: kind._make([1]), TypeError),
    ):
        with pytest.raises(error):
            wrong()
    with pytest.raises(AttributeError):
        made.line = 5  # type: ignore[misc]
    with pytest.raises(AttributeError):
        made.other = 5  # type: ignore[attr-defined]


def test_a_record_is_pickled_and_matched() -> None:
    made = Ours(3, "quay", {"a": 1})
    again = pickle.loads(pickle.dumps(made))
    assert again == made
    assert type(again) is Ours
    assert made.shown == "QUAY"
    match made:
        case Ours(line, name):
            assert (line, name) == (3, "quay")


def test_nothing_and_a_hole_in_the_defaults() -> None:
    assert Empty() == ()
    with pytest.raises(TypeError, match="without a default follows one that has one"):

        class Wrong(NamedTuple):
            first: int = 1
            second: int  # type: ignore[misc]


def test_records_share_no_names() -> None:
    class Other(NamedTuple):
        first: int
        second: int

    class Another(NamedTuple):
        third: int
        fourth: int

    assert Other(first=1, second=2) == Another(third=1, fourth=2)
    with pytest.raises(TypeError):
        Other(third=1, fourth=2)  # type: ignore[call-arg]
