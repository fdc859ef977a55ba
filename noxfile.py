"""The quality gates. ``nox --no-venv`` runs them all in the environment that is active."""

import nox

nox.options.sessions = ["style", "types", "floors", "tests"]


@nox.session
def style(session: nox.Session) -> None:
    """Lint and format."""
    _install(session)
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")


@nox.session
def types(session: nox.Session) -> None:
    """Two type checkers, both strict."""
    _install(session)
    session.run("mypy")
    session.run("pyright")


@nox.session
def floors(session: nox.Session) -> None:
    """Which module may import which."""
    _install(session)
    session.run("lint-imports")


@nox.session
def tests(session: nox.Session) -> None:
    """The tests, on all cores."""
    _install(session)
    session.run("pytest", "-n", "auto", "--dist", "worksteal", *session.posargs)


def _install(session: nox.Session) -> None:
    if session.virtualenv.venv_backend != "none":
        session.install("-e", ".[dev]")
