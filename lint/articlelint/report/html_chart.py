"""
A chart of shares by year for pages of the ``html`` format: columns of inline SVG, and a table beside it.

The chart has a title and a description for those who hear the page; the table has its figures.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from articlelint.report.escape import web_page

MOST = 4
"""So many series have a colour; the others are shown as one."""
_WIDTH, _HEIGHT, _LEFT, _BOTTOM, _TOP = 480, 200, 44, 24, 8
_LABELS = 12
"""At most so many years have a label."""
_OTHERS = "others"


class Series(NamedTuple):
    """The numbers of one form by year."""

    name: str
    counts: Mapping[str, int]


def share_chart(number: int, title: str, years: Sequence[str], series: Sequence[Series]) -> str:
    """
    Return a figure with the shares of the series by year and a table of their numbers.

    ``number`` tells the charts of a page apart. Of each year there must be a number that is not 0.
    """
    shown = _joined(series, years)
    ids = f"c{number}-title", f"c{number}-desc"
    legend = "".join(
        f'<li><svg class="key" viewBox="0 0 10 10" aria-hidden="true">'
        f'<rect class="s{n}" width="10" height="10"/></svg> {web_page(each.name)}</li>'
        for n, each in enumerate(shown)
    )
    return (
        f'<figure class="chart">\n<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
        f'aria-labelledby="{ids[0]} {ids[1]}">\n'
        f'<title id="{ids[0]}">{web_page(title)}</title>\n'
        f'<desc id="{ids[1]}">{web_page(_description(years, shown))}</desc>\n'
        f'{_axis()}{_columns(years, shown)}</svg>\n<ul class="legend">{legend}</ul>\n'
        f"{_table(title, years, shown)}</figure>\n"
    )


def _joined(series: Sequence[Series], years: Sequence[str]) -> list[Series]:
    """The series, with those beyond ``MOST`` as one."""
    if len(series) <= MOST:
        return list(series)
    rest = {year: sum(each.counts.get(year, 0) for each in series[MOST - 1 :]) for year in years}
    return [*series[: MOST - 1], Series(_OTHERS, rest)]


def _share(series: Sequence[Series], number: int, year: str) -> float:
    return series[number].counts.get(year, 0) / sum(each.counts.get(year, 0) for each in series)


def _description(years: Sequence[str], series: Sequence[Series]) -> str:
    """What the chart shows, in a sentence for each series."""
    first, last = years[0], years[-1]
    return " ".join(
        f"{each.name}: {_share(series, n, first):.0%} in {first}, {_share(series, n, last):.0%} in {last}."
        for n, each in enumerate(series)
    )


def _axis() -> str:
    """The lines of 0, 50 and 100 %."""
    lines: list[str] = []
    for percent in (0, 50, 100):
        y = _y(percent / 100)
        lines.append(
            f'<line class="axis" x1="{_LEFT}" x2="{_WIDTH}" y1="{y}" y2="{y}"/>'
            f'<text x="{_LEFT - 6}" y="{y + 4}" text-anchor="end">{percent} %</text>\n'
        )
    return "".join(lines)


def _y(share: float) -> float:
    """The height of a share in the chart."""
    return round(_HEIGHT - _BOTTOM - share * (_HEIGHT - _BOTTOM - _TOP), 1)


def _columns(years: Sequence[str], series: Sequence[Series]) -> str:
    """A column for each year, of the shares on top of each other."""
    room = (_WIDTH - _LEFT) / len(years)
    width, every = round(room * 0.8, 1), -(-len(years) // _LABELS)
    parts: list[str] = []
    for column, year in enumerate(years):
        x = round(_LEFT + column * room + room * 0.1, 1)
        below = 0.0
        for n, each in enumerate(series):
            share = _share(series, n, year)
            height = round(_y(below) - _y(below + share), 1)
            about = web_page(f"{year}, {each.name}: {share:.0%}")
            box = f'x="{x}" y="{_y(below + share)}" width="{width}" height="{height}"'
            parts.append(f'<rect class="s{n}" {box}><title>{about}</title></rect>\n')
            below += share
        if column % every == 0:
            middle = round(x + width / 2, 1)
            parts.append(
                f'<text x="{middle}" y="{_HEIGHT - 6}" text-anchor="middle">{web_page(year)}</text>\n'
            )
    return "".join(parts)


def _table(title: str, years: Sequence[str], series: Sequence[Series]) -> str:
    """The numbers and shares."""
    heads = "".join(f'<th scope="col">{web_page(each.name)}</th>' for each in series)
    rows = "".join(
        f'<tr><th scope="row">{web_page(year)}</th>'
        + "".join(
            f"<td>{each.counts.get(year, 0):,} ({_share(series, n, year):.0%})</td>"
            for n, each in enumerate(series)
        )
        + "</tr>\n"
        for year in years
    )
    return (
        f"<table>\n<caption>{web_page(title)}</caption>\n"
        f'<thead><tr><th scope="col">Year</th>{heads}</tr></thead>\n'
        f"<tbody>\n{rows}</tbody>\n</table>\n"
    )
