"""Where the brackets of a link end: as CommonMark says, but notes and spans may stand within."""

from __future__ import annotations

from types import SimpleNamespace

from markdown_it import MarkdownIt, helpers
from markdown_it.rules_inline import StateInline

from letterbook.errors import BadInput

MOST_STEPS = 500_000


def add_link_labels(parser: MarkdownIt) -> None:
    """Make `parser` find the end of brackets by `find_label_end`."""
    parser.helpers = SimpleNamespace(  # type: ignore[assignment]
        parseLinkDestination=helpers.parseLinkDestination,
        parseLinkTitle=helpers.parseLinkTitle,
        parseLinkLabel=find_label_end,
    )


def find_label_end(state: StateInline, start: int, no_links: bool = False) -> int:
    """The position of the bracket that closes the one at `start`, or -1.

    With `no_links` there is none if a link stands between. Raises BadInput for a text whose
    brackets take too long to match: nobody writes a hundred thousand of them.
    """
    outer_position = state.pos
    state.pos = start + 1
    depth = 1
    end = -1
    if state.src.find("]", start, state.posMax) >= 0:
        while state.pos < state.posMax:
            character, before = state.src[state.pos], state.pos
            depth -= character == "]"
            if depth == 0:
                end = before
                break
            _step(state)
            if character != "[":
                continue
            if state.pos == before + 1:
                depth += 1
            elif no_links and not _is_note_or_span(state.src, before, state.pos):
                break
    state.pos = outer_position
    return end


def _step(state: StateInline) -> None:
    state.md.inline.skipToken(state)
    steps = state.env["label_steps"] = state.env.get("label_steps", 0) + 1
    if steps > MOST_STEPS:
        raise BadInput("This text has too many brackets that do not match.", hint="Close or remove them.")


def _is_note_or_span(text: str, start: int, end: int) -> bool:
    return text.startswith("[^", start) or text[end - 1 : end] == "}"
