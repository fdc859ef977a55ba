"""The parts of ``planted.py``: planters, adapters of linters, scoring, and the page."""
