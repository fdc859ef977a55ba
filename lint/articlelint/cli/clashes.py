"""Which options of ``check`` and ``fix`` exclude each other."""

from __future__ import annotations

from articlelint.errors import UsageError


def refuse_clashes(
    *,
    fix: bool,
    unsafe_fixes: bool,
    add_ignore: bool,
    two_formats: bool,
    no_report: bool,
    staged: bool,
    from_stdin: bool,
    filtered: bool,
    on_cluster: bool,
) -> None:
    """Raise UsageError for options that exclude each other; ``fix`` stands for --fix and --diff."""
    changes = fix or add_ignore
    if changes and on_cluster:
        raise UsageError(
            "--dask and --scheduler check articles: they cannot be used with --fix, --diff or --add-ignore"
        )
    if unsafe_fixes and not fix:
        raise UsageError("--unsafe-fixes has no effect alone: use it with --fix or --diff")
    if two_formats:
        raise UsageError("--statistics has a format of its own: leave out --output-format")
    if no_report:
        raise UsageError("--open needs a report: it cannot be used with --statistics or --diff")
    if add_ignore and fix:
        raise UsageError("--add-ignore cannot be used together with --fix or --diff: run one after the other")
    if changes and staged:
        raise UsageError("--fix, --diff and --add-ignore need files on disk: not --staged")
    if add_ignore and from_stdin:
        raise UsageError("--add-ignore needs files on disk: not standard input")
    if changes and filtered:
        # They would also change findings that the filters leave out.
        raise UsageError(
            "--fix, --diff and --add-ignore change whole articles: "
            "they cannot be used with --baseline or --diff-from"
        )


def is_cluster(*, dask: bool, scheduler: str | None) -> bool:
    """Whether ``--dask`` or ``--scheduler`` asks for a cluster. Raises UsageError if both are given."""
    if dask and scheduler:
        raise UsageError("--dask starts a cluster here, --scheduler names one: use one of them")
    return dask or bool(scheduler)
