"""What a careful eye finds about a look that is right as a file."""

from __future__ import annotations

from collections.abc import Iterator

from letterbook.drafting.search_path import Kind, SearchPath
from letterbook.drafting.templates.look_contrast import LEAST_CONTRAST, Pairing, too_faint
from letterbook.drafting.templates.look_file import place_in, read_look, running_texts
from letterbook.finding import Finding, Place, Severity
from letterbook.look import Look
from letterbook.markup.yaml_text import YamlMapping, read_yaml

_CONTRAST_HINT = f"Text that all can read has {LEAST_CONTRAST} to 1 or more (WCAG 2.1, 1.4.3)."


def review_look(search_path: SearchPath, name: str) -> tuple[Finding, ...]:
    """What could be better about the user's own look `name`; nothing about a built-in one.

    Raises WrongUse for an unknown name and BadInput for a file that is not right.
    """
    if not search_path.is_own(Kind.LOOK, name):
        search_path.require(Kind.LOOK, name)
        return ()
    source = search_path.read(Kind.LOOK, name)
    look, values = read_look(source.text, source.file, name), read_yaml(source.text, source.file)
    faint = (_contrast_finding(pair, values) for pair in too_faint(look))
    return (*faint, *_unused_logo(look, values.place_of("logo")))


def _contrast_finding(pair: Pairing, values: YamlMapping) -> Finding:
    where = f" (the ground of {pair.on})" if pair.on and pair.on != pair.style else ""
    message = (
        f"The text of {pair.style} is hard to read: {pair.colour} on {pair.ground}{where} "
        f"has a contrast of {int(pair.ratio * 10) / 10} to 1."
    )
    place = place_in(values, ("styles", pair.style, "colour"))
    return Finding("look-contrast", Severity.WARNING, message, _CONTRAST_HINT, place)


def _unused_logo(look: Look, place: Place) -> Iterator[Finding]:
    if look.logo and not any("{logo}" in text for _, text in running_texts(look)):
        message = "The look has a logo that no header or footer shows."
        yield Finding("look-logo-unused", Severity.WARNING, message, "Write {logo} in one of them.", place)
