"""News agencies, as they stand in brackets after the place of a report."""

from __future__ import annotations

AGENCIES = (
    "AFP",
    "ANI",
    "AP",
    "Associated Press",
    "Bloomberg",
    "dpa",
    "PA",
    "PTI",
    "Reuters",
    "TASS",
    "UPI",
    "Xinhua",
)
