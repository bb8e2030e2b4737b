"""SVG: how large a drawing is, and whether it is one that nobody need fear.

Word draws an SVG itself, so what could run, load or grow without end is refused here. Sources: SVG 1.1
(second edition) 5.1.2 and 7.10, SVG 2 chapters 8 and 16; CSS Syntax 3, 4.3.7 for its escapes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.parsers import expat

from letterbook.writers.word.pictures.image_file import ImageFile, Refusal

_SVG = "http://www.w3.org/2000/svg"
_XHTML = "http://www.w3.org/1999/xhtml"
_XML_BASE = "http://www.w3.org/XML/1998/namespace base"
_LARGEST = 10_000_000
_DEEPEST = 500
_ACTIVE = frozenset({"script", "handler", "listener"})
_SCRIPT_ADDRESS = re.compile(r"[\s\x00-\x1f]*(?:javascript|vbscript)\s*:", re.IGNORECASE)
# What may be referred to: a part of the drawing itself, or a picture or font that lies within it.
_OWN = re.compile(r"#|$|data:(?:image/(?:png|jpe?g|gif)|font/|application/(?:x-)?font)", re.IGNORECASE)
_ADDRESS = re.compile(r"""(?:url|src)\(\s*["']?\s*(?P<address>[^"')\s]{0,80})""", re.IGNORECASE)
_LOADING = re.compile(r"@import|image-set\(", re.IGNORECASE)
_ESCAPE = re.compile(r"\\(?:(?P<code>[0-9A-Fa-f]{1,6})\s?|(?P<itself>.))", re.DOTALL)
_LENGTH = re.compile(
    r"\s*\+?(?P<number>\d{1,9}(?:\.\d{0,24})?|\.\d{1,24})(?P<unit>px|pt|pc|mm|cm|q|in)?\s*", re.IGNORECASE
)
_PIXELS = {"px": 1, "pt": 96 / 72, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "q": 96 / 101.6, "in": 96}
_PLAIN = "Save it as plain SVG, without scripts and with all its parts in it, or use a PNG."


def read_svg(data: bytes) -> ImageFile | Refusal:
    """The drawing in `data`, its size in pixels of 96 to the inch or 0 where it gives none.

    It is refused when it is no well-formed SVG, over 10 MB, or holds a script, part of a web page,
    a reference to anything outside itself, or declarations of its own.
    """
    if len(data) > _LARGEST:
        return Refusal("picture-too-large", "is an SVG of more than 10 MB", "Use a PNG.")
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except _RefusedError as refused:
        return refused.refusal
    except (expat.ExpatError, LookupError, ValueError) as error:
        reason = f"is no readable SVG ({error})" if reader.is_svg else "is no picture that Word can show"
        identifier = "picture-damaged" if reader.is_svg else "picture-unsupported"
        return Refusal(identifier, reason, "Save it again, or as PNG.")
    return ImageFile("svg", *reader.size)


class _RefusedError(Exception):
    """Stops the parser; `refusal` is what is told."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.reason)
        self.refusal = refusal


def _refuse(reason: str, identifier: str = "picture-unsafe", hint: str = _PLAIN) -> None:
    raise _RefusedError(Refusal(identifier, reason, hint))


class _Reader:
    """Follows the parser through a drawing; `size` is what the root element says."""

    def __init__(self) -> None:
        self.is_svg = False
        self.size = 0.0, 0.0
        self._depth = 0
        self._style: list[str] | None = None
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartDoctypeDeclHandler = self._document_type
        self.parser.ProcessingInstructionHandler = self._instruction
        self.parser.SkippedEntityHandler = self._entity
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    def _document_type(self, name: str, _system: str | None, _public: str | None, has_subset: int) -> None:
        if name.rpartition(":")[2] != "svg":
            _refuse("is no picture that Word can show", "picture-unsupported", "Save it as PNG or JPEG.")
        self.is_svg = True
        if has_subset:
            _refuse("is an SVG with declarations of its own")

    def _instruction(self, target: str, _data: str) -> None:
        if target == "xml-stylesheet":
            _refuse("is an SVG that refers to a style sheet outside itself")

    def _entity(self, name: str, _is_parameter: int) -> None:
        _refuse(f"is an SVG that uses an unknown name (&{name};)")

    def _start(self, tag: str, attributes: Mapping[str, str]) -> None:
        namespace, _, name = tag.rpartition(" ")
        if not self._depth:
            self._root(namespace, name, attributes)
        self._depth += 1
        if self._depth > _DEEPEST:
            _refuse("is an SVG nested too deeply")
        lower = name.casefold()
        if lower in _ACTIVE:
            _refuse("is an SVG that has a script")
        if lower == "foreignobject" or namespace == _XHTML:
            _refuse("is an SVG with part of a web page in it")
        if lower == "style":
            self._style = []
        for key, value in attributes.items():
            _check_attribute(key, value)

    def _root(self, namespace: str, name: str, attributes: Mapping[str, str]) -> None:
        if (namespace, name) != (_SVG, "svg"):
            _refuse("is no picture that Word can show", "picture-unsupported", "Save it as PNG or JPEG.")
        self.is_svg = True
        self.size = _size(attributes)

    def _end(self, _tag: str) -> None:
        self._depth -= 1
        if self._style is not None:
            _check_style("".join(self._style))
            self._style = None

    def _text(self, text: str) -> None:
        if self._style is not None:
            self._style.append(text)


def _check_attribute(key: str, value: str) -> None:
    name = key.rpartition(" ")[2].casefold()
    if (name.startswith("on") and " " not in key) or _SCRIPT_ADDRESS.match(value):
        _refuse("is an SVG that has a script")
    if name == "attributename" and value.strip().casefold().startswith("on"):
        _refuse("is an SVG that has a script")
    if name == "attributename" and value.strip().casefold().endswith("href"):
        _refuse("is an SVG that changes what it refers to")
    if name in {"href", "src"} or key == _XML_BASE:
        _check_address(value.strip())
    if "(" in value or "@" in value or "\\" in value:
        _check_style(value)


def _check_style(text: str) -> None:
    """Refuse style rules that load anything, however they are spelt."""
    plain = _ESCAPE.sub(_unescaped, text) if "\\" in text else text
    if _LOADING.search(plain):
        _refuse("is an SVG that refers to a style sheet or a picture outside itself")
    for match in _ADDRESS.finditer(plain):
        _check_address(match["address"])


def _check_address(address: str) -> None:
    if _OWN.match(address) is None:
        shown = f"{address[:60]}…" if len(address) > 60 else address
        _refuse(f'is an SVG that refers to "{shown}" outside itself')


def _unescaped(match: re.Match[str]) -> str:
    code = int(match["code"], 16) if match["code"] else 0
    return match["itself"] or (chr(code) if code < 0x110000 else "\ufffd")


def _size(attributes: Mapping[str, str]) -> tuple[float, float]:
    """Width and height; where one is missing or a percentage, in proportion to the view box."""
    width, height = _pixels(attributes.get("width", "")), _pixels(attributes.get("height", ""))
    numbers = re.split(r"[\s,]+", attributes.get("viewBox", "").strip())
    box = [_pixels(number) for number in numbers[2:]] if len(numbers) == 4 else []
    if width and height:
        return width, height
    if len(box) != 2 or not all(box):
        return 0.0, 0.0
    if width:
        return width, width * box[1] / box[0]
    return (height * box[0] / box[1], height) if height else (box[0], box[1])


def _pixels(length: str) -> float:
    """A length in pixels; 0 for a percentage and whatever else depends on the surroundings."""
    match = _LENGTH.fullmatch(length)
    return float(match["number"]) * _PIXELS[(match["unit"] or "px").lower()] if match else 0.0
