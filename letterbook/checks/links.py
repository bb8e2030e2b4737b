"""Checks of where a draft's links and pictures lead."""

from __future__ import annotations

from collections.abc import Iterator

from letterbook.addresses import is_private_link, is_remote, without_tracking
from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.draft import Image, Link, Picture
from letterbook.finding import Place


def private_link(edition: CheckedEdition) -> Iterator[Found]:
    """A link that opens for the author only, into their own reading service or vault."""
    for target, place in _targets(edition):
        if is_private_link(target):
            yield Found(
                f"The link {target} opens for you only.",
                "Give the item the address of the original as its url.",
                place,
            )


def tracking_link(edition: CheckedEdition) -> Iterator[Found]:
    """A link that carries along who sent it (`utm_…` and the like)."""
    for target, place in _targets(edition):
        plain = without_tracking(target)
        if plain != target.strip():
            yield Found(f"The link {target} tracks who follows it.", f"Use {plain}.", place)


def picture_remote(edition: CheckedEdition) -> Iterator[Found]:
    """A picture on the web: it is never fetched, the draft holds its words and its address."""
    for image, place in _images(edition):
        if is_remote(image.source):
            yield Found(
                f"The picture {image.source} lies on the web and is not fetched.",
                "Save it to the attachments and place that file.",
                place,
            )


def _targets(edition: CheckedEdition) -> Iterator[tuple[str, Place | None]]:
    """Every link of the draft once, with the first place it stands in."""
    seen: set[str] = set()
    for link, printed in edition.of_kind(Link):
        if link.target not in seen:
            seen.add(link.target)
            yield link.target, printed.block.place


def _images(edition: CheckedEdition) -> Iterator[tuple[Image, Place | None]]:
    for picture, _ in edition.of_kind(Picture):
        yield picture.image, picture.place
    for image, printed in edition.of_kind(Image):
        yield image, printed.block.place
