"""How a package that only some people need is added to the Python that letterbook runs in.

letterbook may have been installed by pip, pipx or uv; the `pip` of a terminal is seldom that of letterbook.
So the line that is told names the place itself.
"""

from __future__ import annotations

import sys
from pathlib import Path

__all__ = ["install_line"]


def install_line(package: str) -> str:
    """The command that adds `package`, by its name in the Python Package Index, to this installation."""
    parts = {part.casefold() for part in Path(sys.prefix).parts}
    if "pipx" in parts:
        return f"pipx inject letterbook {package}"
    python = f'"{sys.executable}"' if " " in sys.executable else sys.executable
    if {"uv", "tools"} <= parts:  # its environments have no pip of their own
        return f"uv pip install --python {python} {package}"
    return f"{python} -m pip install {package}"
