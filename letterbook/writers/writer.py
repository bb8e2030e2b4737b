"""What every writer takes and gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from letterbook.draft import Draft
from letterbook.finding import Finding
from letterbook.look import Look


def as_it_is(source: str) -> str:
    """A picture's path as the draft has it: counted from the workspace."""
    return source


@dataclass(frozen=True, slots=True)
class Resources:
    """What a writer needs beside the draft.

    `read_image` gives the bytes of a picture by its path from the workspace, or None when there is
    none; it is never asked for a URL. `link_image` gives the path by which a file that only refers
    to the picture finds it from where that file will lie.
    """

    look: Look
    read_image: Callable[[str], bytes | None]
    link_image: Callable[[str], str] = as_it_is


@dataclass(frozen=True, slots=True)
class Written:
    """The bytes of a file, and what could not be written as the draft has it."""

    data: bytes
    findings: tuple[Finding, ...] = ()


Writer = Callable[[Draft, Resources], Written]
