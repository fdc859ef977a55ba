"""The checks of this project. ``nox --no-venv`` runs all of them in the active environment."""

from pathlib import Path

import nox

PUBLISHED = Path(__file__).parent.parent / "shared" / "eval" / "published"
"""Published articles. They are not part of the repository."""

nox.options.sessions = ["style", "types", "imports", "tests"]


@nox.session
def style(session: nox.Session) -> None:
    """Check style and formatting."""
    _install(session)
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")


@nox.session
def types(session: nox.Session) -> None:
    """Check types with mypy and pyright, both strict."""
    _install(session)
    session.run("mypy")
    session.run("pyright")


@nox.session
def imports(session: nox.Session) -> None:
    """Check that each module imports only from the layers below it."""
    _install(session)
    session.run("lint-imports")


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests on all cores."""
    _install(session)
    session.run("pytest", "-n", "auto", "--dist", "worksteal", *session.posargs)


@nox.session
def published(session: nox.Session) -> None:
    """
    Print which findings on published articles are new, and which are gone, since they were recorded.

    ``nox -s published -- --record`` records the findings of today.
    """
    _install(session)
    if not PUBLISHED.is_dir():
        session.log(f"{PUBLISHED} is not there, so nothing is compared")
        return
    session.run("python", "bench/published.py", str(PUBLISHED), *session.posargs)


def _install(session: nox.Session) -> None:
    if session.virtualenv.venv_backend != "none":
        session.install("-e", ".[dev]")
