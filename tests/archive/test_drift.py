"""What has changed between years, and the chart of it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner

from articlelint.archive.drift import drifts
from articlelint.archive.forms import Form
from articlelint.archive.model import write_model
from articlelint.cli.archive import command
from articlelint.report.html_chart import Series, share_chart


def form(text: str, key: str = "key", **years: int) -> Form:
    dated = {year[1:]: number for year, number in years.items()}
    return Form("word", key, text, sum(years.values()), 0, 0, "", "", dated, {})


KIEV = form("Kiev", "kyiv", y2018=20, y2019=12, y2020=3, y2021=0)
KYIV = form("Kyiv", "kyiv", y2018=0, y2019=8, y2020=17, y2021=9)


def test_another_form_has_won() -> None:
    (drift,) = drifts([[KIEV, KYIV]])
    assert (drift.before, drift.after, drift.moved, drift.since) == ("Kiev", "Kyiv", "Kyiv", "2020")
    assert drift.years == ("2018", "2019", "2020")  # 2021 has too few
    assert (drift.share("Kyiv", "2018"), drift.share("Kyiv", "2020")) == (0, 0.85)
    (longer,) = drifts([[KIEV, KYIV]], fewest=9)
    assert longer.years[-1] == "2021"


@pytest.mark.parametrize(("moved", "found"), [(0.2, ["a"]), (0.31, [])])
def test_a_share_has_moved(moved: float, found: list[str]) -> None:
    same = [form("a", y2018=90, y2019=60), form("b", y2018=10, y2019=39), form("c", y2019=1)]
    assert [drift.moved for drift in drifts([same], moved=moved)] == found


@pytest.mark.parametrize(
    "forms",
    [
        [form("a", y2018=20), form("b", y2018=5)],  # one year
        [form("a", y2018=20, y2019=9), form("b", y2019=1)],  # there, and back
        [form("a", y2018=9, y2019=1), form("b", y2018=0, y2019=8)],  # too few
    ],
)
def test_nothing_has_changed(forms: list[Form]) -> None:
    assert drifts([forms]) == []


def test_a_form_that_won_for_a_while_only_is_no_change() -> None:
    forms = [form("a", y2018=20, y2019=1, y2020=20), form("b", y2019=20, y2020=1)]
    assert drifts([forms]) == []


def test_the_chart_can_be_seen_heard_and_read() -> None:
    names = ["<a>", "b", "c", "d", "e"]
    series = [Series(name, {"2019": 5 - n, "2020": n}) for n, name in enumerate(names)]
    figure = ET.fromstring(share_chart(1, "Share of <a>", ["2019", "2020"], series))
    chart = figure.find("svg")
    assert chart is not None
    ids = chart.attrib["aria-labelledby"].split()
    named = {each.attrib.get("id"): each.text for each in chart}
    assert named[ids[0]] == "Share of <a>"
    assert named[ids[1]] == (
        "<a>: 33% in 2019, 0% in 2020. b: 27% in 2019, 10% in 2020. c: 20% in 2019, 20% in 2020. "
        "others: 20% in 2019, 70% in 2020."
    )
    heights = [float(rect.attrib["height"]) for rect in chart.findall("rect")]
    assert len(heights) == 8
    assert sum(heights[:4]) == pytest.approx(sum(heights[4:]), abs=0.5)
    rows = [[cell.text for cell in row] for row in figure.findall(".//tbody/tr")]
    assert rows[0] == ["2019", "5 (33%)", "4 (27%)", "3 (20%)", "3 (20%)"]


@pytest.fixture
def model(tmp_path: Path) -> str:
    file = tmp_path / "it.articlelint"
    write_model(
        [form("a", y2020=20), KIEV, KYIV],
        {"last": "2021-01-01"},
        file,
        find_examples=lambda _: [],
        marks=lambda _: [],
    )
    return str(file)


def test_the_formats(model: str) -> None:
    def drift(*options: str) -> str:
        return CliRunner().invoke(command, ["drift", model, *options], catch_exceptions=False).output

    assert "word   Kiev   Kyiv   2020    2018–2020   Kyiv 0% to 85%         60" in drift()
    (row,) = json.loads(drift("--output-format", "json"))
    assert row["years"] == {
        "Kiev": {"2018": 20, "2019": 12, "2020": 3},
        "Kyiv": {"2018": 0, "2019": 8, "2020": 17},
    }
    assert (row["share_before"], row["share_after"], row["since"]) == (0, 0.85, "2020")
    assert "word,kyiv,Kiev,Kyiv,2020,Kyiv,2018,2020,0.0,0.85,60,Kiev 2018:20;" in drift(
        "--output-format", "csv"
    )
    assert drift("--kind", "word", "--fewest", "30") == "Nothing has changed.\n"
    page = drift("--output-format", "html")
    assert page.startswith('<!doctype html>\n<html lang="en" class="articlelint-report">\n')
    assert "<h1>articlelint: 1 change of style</h1>" in page
    assert "script-src 'none'" in page
    assert not re.search(r"""https?://|<script|\sstyle=|\son\w+=""", page)
    assert page.count("<figure") == 1
