"""The parser's flat tokens as a tree, with the footnotes' definitions taken out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field

from markdown_it.token import Token

from letterbook.record import record


@record
class Node:
    """A token and what stands between it and its closing token."""

    token: Token
    children: list[Node] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """What the token opens or is: `paragraph`, `inline`, `fence` …"""
        return self.token.type.removesuffix("_open")

    @property
    def line(self) -> int:
        """The line it begins on, counted from 0; a token that does not know asks what it holds."""
        if self.token.map:
            return self.token.map[0]
        return next((child.line for child in self.children), 0)


def build_tree(tokens: Iterable[Token]) -> tuple[list[Node], dict[str, list[Node]]]:
    """The nodes of a source, and what its footnotes say by their labels.

    Of two definitions of one label the first counts, as with link references.
    """
    notes: dict[str, list[Node]] = {}
    roots: list[Node] = []
    stack: list[list[Node]] = [roots]
    for token in tokens:
        if token.nesting == -1:
            stack.pop()
            continue
        node = Node(token)
        if token.type == "footnote_reference_open":
            notes.setdefault(token.meta["label"], node.children)
        else:
            stack[-1].append(node)
        if token.nesting == 1:
            stack.append(node.children)
    return roots, notes


def alone(nodes: Sequence[Node], kind: str) -> Node | None:
    """The only node of `nodes` when it is of this kind."""
    return nodes[0] if len(nodes) == 1 and nodes[0].kind == kind else None
