"""The planters, one module for each group of kinds. To import this package is to register them all."""

from planted.kinds import (
    beyond,
    capitals,
    dates,
    figures,
    fragments,
    leftovers,
    lists,
    names,
    quotes,
    spelling,
    styles,
    typography,
)

__all__ = [
    "beyond",
    "capitals",
    "dates",
    "figures",
    "fragments",
    "leftovers",
    "lists",
    "names",
    "quotes",
    "spelling",
    "styles",
    "typography",
]
