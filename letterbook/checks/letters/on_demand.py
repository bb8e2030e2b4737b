"""Finders of rules that are imported when a rule first runs: a newsletter needs few of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

from letterbook.checks.check import Found


def on_demand(name: str, *arguments: object) -> Callable[[Any], Iterator[Found]]:
    """The finder of a name such as `package.module:function`, whose module is imported when it is called.

    It looks at an edition or a Word file; `arguments` are what the function gets besides.
    """
    module, _, function = name.partition(":")

    def find(subject: object) -> Iterator[Found]:
        """What the finder finds."""
        found: Callable[..., Iterator[Found]] = getattr(import_module(module), function)
        return found(subject, *arguments)

    return find
