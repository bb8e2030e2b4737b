"""The commands: one file each; the only place that knows click."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from letterbook import __version__

_OBJECTS_BEFORE_COLLECTING = 200_000


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command in `arguments` (by default those of this process) and leave with its exit code.

    `--version` alone is answered before anything else is loaded, so that scripts can ask often.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given == ["--version"]:
        sys.stdout.write(f"letterbook {__version__}\n")
        sys.exit(0)
    _spare_the_start()
    sys.exit(import_module("letterbook.cli.program").run(given))


def _spare_the_start() -> None:
    """Leave out work that a command, which is soon over, never sees the use of.

    Garbage in cycles is looked for seldom and not once more at the end, and plugins of pydantic not
    at all: it would search everything that is installed for them.
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    gc.set_threshold(_OBJECTS_BEFORE_COLLECTING)
    atexit.register(gc.freeze)
