"""Finders of rules that are imported when a rule first runs: a newsletter needs few of them."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from letterbook.checks.check import Finder, Found
from letterbook.checks.checked_edition import CheckedEdition


def on_demand(name: str) -> Finder:
    """The finder of a name such as `package.module:function`, whose module is imported when it is called."""
    module, _, function = name.partition(":")

    def find(edition: CheckedEdition) -> Iterator[Found]:
        """What the finder finds."""
        found: Finder = getattr(import_module(module), function)
        return found(edition)

    return find
