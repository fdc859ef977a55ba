"""By how much a number may be rounded."""

from __future__ import annotations

from fractions import Fraction

import articlelint as al

_TENTH = Fraction(1, 10)
_WHOLE = 100
"""Three digits of a number from here on have no decimals."""


def rounding(quantity: al.Quantity) -> Fraction:
    """Return what one in the last place that is no nought is worth, but at most a tenth of the number."""
    step = quantity.step
    while step * 10 <= abs(quantity.value) * _TENTH and quantity.value % (step * 10) == 0:
        step *= 10
    return step


def three_digits(value: float) -> str:
    """Return a number with three digits that count, as newspapers write it: 1,200, 40, 0.536."""
    shown = f"{value:.3g}"
    return f"{float(shown):,.0f}" if abs(value) >= _WHOLE else shown
