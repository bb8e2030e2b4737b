"""Front matter: the YAML between two `---` lines at the top of a Markdown file."""

from __future__ import annotations

import re
from collections.abc import Collection

from letterbook.errors import BadInput
from letterbook.finding import Finding, Place, Severity
from letterbook.markup.whole_lines import read_with_whole_lines
from letterbook.markup.yaml_text import YamlMapping
from letterbook.record import record

_OPENING = re.compile(r"\ufeff?---[ \t]*(?:\r?\n|\Z)")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)


@record
class FrontMatter:
    """A file's values and what stands below them; `body_line` is the line on which `body` begins."""

    values: YamlMapping
    body: str
    body_start: int
    body_line: int
    findings: tuple[Finding, ...] = ()


def read_front_matter(text: str, file: str, text_keys: Collection[str] = ()) -> FrontMatter:
    """The front matter of `text` (none at all gives no values) and the body below it.

    `text_keys` are keys whose value is one line of text, whatever YAML makes of it. Raises BadInput
    when the front matter is not closed or cannot be read; see `read_yaml`.
    """
    region = find_region(text, file)
    if region is None:
        return FrontMatter(YamlMapping((), Place(file, 1, 1), 0, 0), text, 0, 1)
    start, end, body_start = region
    values, findings = read_with_whole_lines(text, file, (start, end), text_keys)
    body_line = text.count("\n", 0, body_start) + 1
    return FrontMatter(values, text[body_start:], body_start, body_line, findings)


def find_region(text: str, file: str) -> tuple[int, int, int] | None:
    """Where the YAML begins and ends and where the body begins; None when there is none.

    Raises BadInput when it is not closed.
    """
    opening = _OPENING.match(text)
    if not opening:
        return None
    closing = _CLOSING.search(text, opening.end())
    if closing:
        return opening.end(), closing.start(), min(closing.end() + 1, len(text))
    message, hint = "The front matter is not closed.", "Put a line `---` below its last key."
    place = Place(file, 1, 1)
    raise BadInput.from_findings((Finding("front-matter-open", Severity.ERROR, message, hint, place),))
