#!/usr/bin/env python3
"""
Build the shipped tables and models from their inputs.

    python tools/build.py --fetch --inputs FOLDER        download what is missing, build everything
    python tools/build.py words names --inputs FOLDER    build some of them
    python tools/build.py --check --inputs FOLDER        write nothing, compare with the shipped files

``tools/sources.toml`` lists the files, their inputs and the options. The inputs are read from FOLDER as they
were downloaded, or from the folder that the environment variable ARTICLELINT_INPUTS names. A file whose
inputs are not there is left alone; the message says which is missing and where it comes from.

The exit code is 1 where a built file differs from the shipped one (with --check), or where a file that was
asked for by name could not be built.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

from tables.inputs import Inputs, MissingInputError, fetch
from tables.notices import notice
from tables.sources import Sources, Target, read_sources

from articlelint.text.tables import Table

DEFAULT_FOLDER = "ARTICLELINT_INPUTS"
UNCHANGED = "the same bytes as shipped"
DIFFERS = "DIFFERS from the shipped file"


def build(target: Target, inputs: Inputs) -> bytes:
    """The bytes of a data file. Raises ``MissingInputError``."""
    for name in target.inputs:
        inputs.path(name)
    module = import_module(f"tables.{target.name.replace('-', '_')}")
    built = module.build(inputs, **target.options)
    return Table.pack(built) if isinstance(built, Mapping) else built


def write(path: Path, data: bytes) -> None:
    """Replace a file in one step: a process may have the old one mapped into memory."""
    new = path.with_suffix(".new")
    new.write_bytes(data)
    new.replace(path)


def update(path: Path, data: bytes, *, check: bool) -> str:
    """Write a file, or compare it; says what was done or found."""
    if path.is_file() and path.read_bytes() == data:
        return UNCHANGED
    if check:
        return DIFFERS
    write(path, data)
    return f"written, {len(data):,} bytes"


def process(target: Target, inputs: Inputs, sources: Sources, *, check: bool) -> tuple[str, bool]:
    """Build or check a data file and its notice: what there is to say, and whether it could be built."""
    said = update(target.notice, notice(target, sources).encode(), check=check)
    problem = f"; its notice {said}" if said != UNCHANGED else ""
    if target.written_here:
        return f"edited by hand{problem}", True
    if target.made_by:
        return f"made by {target.made_by}, which takes hours{problem}", True
    try:
        data = build(target, inputs)
    except MissingInputError as error:
        return f"not built: {error}{problem}", False
    return update(target.path, data, check=check) + problem, True


def parse_arguments(sources: Sources) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of: {', '.join(sources.targets)}")
    parser.add_argument("--inputs", type=Path, default=os.environ.get(DEFAULT_FOLDER), metavar="FOLDER")
    parser.add_argument("--fetch", action="store_true", help="download missing inputs with pip and apt-get")
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    arguments = parser.parse_args()
    unknown = set(arguments.names) - set(sources.targets)
    if unknown:
        parser.error(f"no such file: {', '.join(sorted(unknown))}; known are {', '.join(sources.targets)}")
    if arguments.inputs is None:
        parser.error(f"say where the inputs are: --inputs FOLDER, or set {DEFAULT_FOLDER}")
    return arguments


def main() -> int:
    """Build or check what was asked for."""
    sources = read_sources()
    arguments = parse_arguments(sources)
    chosen = [
        sources.targets[name] for name in sources.targets if name in (arguments.names or sources.targets)
    ]
    folder = Path(arguments.inputs).absolute()
    if arguments.fetch:
        for name in dict.fromkeys(name for target in chosen for name in target.inputs):
            problem = fetch(sources.inputs[name], folder)
            if problem:
                print(f"{name}: not downloaded: {problem}")
    inputs = Inputs(folder, sources.inputs)
    failed = False
    for target in chosen:
        said, built = process(target, inputs, sources, check=arguments.check)
        print(f"{target.name}: {said}", flush=True)
        failed |= DIFFERS in said or (target.name in arguments.names and not built)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
