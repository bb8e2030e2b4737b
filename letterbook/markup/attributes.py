"""Pandoc's attributes: `{#identifier .class key="value"}`, read and written."""

from __future__ import annotations

import re
from collections.abc import Iterable

from letterbook.record import record

_PART = re.compile(
    r"""[ \t\n]*(?:
        \#(?P<identifier>[^\s{}"=\#]+)
      | \.(?P<class>[^\s{}"=.\#]+)
      | (?P<key>[^\s{}"=.\#]+)=(?:"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<bare>[^\s{}"]+))
    )(?=[ \t\n}])""",
    re.VERBOSE | re.DOTALL,
)
_END = re.compile(r"[ \t\n]*\}")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_BARE = re.compile(r"[\w%.:/-]+")
_IDENTIFIER = re.compile(r"""[^\s{}"=\#]+""")


@record
class Attributes:
    """What braces say: an identifier, classes, and keys with their values in order."""

    identifier: str = ""
    classes: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()

    def get(self, key: str) -> str | None:
        """The value of `key`, or None."""
        return dict(self.pairs).get(key)


NO_ATTRIBUTES = Attributes()


def read_attributes(text: str, start: int) -> tuple[Attributes, int] | None:
    """The attributes that begin with the brace at `start` and the position behind them, or None."""
    if not text.startswith("{", start):
        return None
    identifier, classes, pairs = "", [], []
    position = start + 1
    while part := _PART.match(text, position):
        position = part.end()
        if part["identifier"]:
            identifier = part["identifier"]
        elif part["class"]:
            classes.append(part["class"])
        else:
            value = part["bare"] if part["quoted"] is None else _ESCAPED.sub(r"\1", part["quoted"])
            pairs.append((part["key"], value))
    end = _END.match(text, position)
    return (Attributes(identifier, tuple(classes), tuple(pairs)), end.end()) if end else None


def is_identifier(text: str) -> bool:
    """Whether braces can say `#text`."""
    return _IDENTIFIER.fullmatch(text) is not None


def write_attributes(classes: Iterable[str], pairs: Iterable[tuple[str, str]], identifier: str = "") -> str:
    """`{.class #identifier key=value}`; values are quoted where they must be."""
    words = [f".{name}" for name in classes]
    words += [f"#{identifier}"] if identifier else []
    words += [f"{key}={_value(value)}" for key, value in pairs]
    return "{" + " ".join(words) + "}"


def _value(value: str) -> str:
    if _BARE.fullmatch(value):
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
