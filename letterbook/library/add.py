"""One item by hand: from an address, or from a few lines that somebody typed or pasted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from urllib.parse import unquote, urlsplit

from letterbook.addresses import canonical_url, site, without_tracking
from letterbook.errors import WrongUse
from letterbook.file_names import safe_name
from letterbook.files import name_key, write
from letterbook.item import Item, Passage
from letterbook.library.catalogue import Catalogue
from letterbook.library.items.item_file import render_item
from letterbook.library.workspace import Workspace
from letterbook.record import record
from letterbook.site_kind import kind_by_site

_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_LINK = re.compile(r"\[(?P<words>[^\]\n]+)\]\((?P<url>https?://[^\s()]+)\)", re.IGNORECASE)
_HEADING_MARK = re.compile(r"#{1,6}[ \t]+")
_AFTER_ADDRESS = ".,;:!?)]}'’”*_"
_PAGE_ENDING = re.compile(r"\.(?:html?|php|aspx?|pdf)$", re.IGNORECASE)
_NO_TITLES = {"", "default", "home", "index", "watch"}
_BETWEEN_WORDS = re.compile(r"[-_+\s]+")


@record
class Added:
    """The item with its name and path, and whether it was there already."""

    item: Item
    known: bool


def item_from_url(url: str, today: date, *, title: str = "", source: str = "") -> Item:
    """An item for the page at `url`; without a title, the words of the address are one.

    Raises WrongUse when `url` is no web address.
    """
    address = without_tracking(url)
    if not site(address):
        raise WrongUse(f'"{url}" is no web address.', hint="It should begin with https://.")
    return Item(
        title=title or _title_of(address),
        source=source,
        url=address,
        kind=kind_by_site(address) or "article",
        added=today.isoformat(),
    )


def item_from_text(text: str, today: date) -> Item:
    """An item from Markdown: its first line is the title, its first address the url, the rest commentary.

    Raises WrongUse when the text is empty.
    """
    lines = text.removeprefix("\ufeff").strip().splitlines()
    if not lines:
        raise WrongUse("There is no text to make an item of.", hint="The first line becomes its title.")
    url = _first_address(text)
    lines = [line for number, line in enumerate(lines) if number or not _is_address(line)]
    title = _plain_title(next((line for line in lines if line.strip()), ""))
    body = [line for line in _after_first_text(lines) if not (url and _is_address(line))]
    item = item_from_url(url, today, title=title) if url else Item(title=title, added=today.isoformat())
    commentary = "\n".join(body).strip()
    return replace(item, commentary=(Passage(commentary),) if commentary else ())


def known_item(items: Iterable[Item], url: str) -> Item | None:
    """The item for the page at `url`, however the address is written, or None."""
    wanted = canonical_url(url)
    return next((item for item in items if item.url and canonical_url(item.url) == wanted), None)


def add_item(workspace: Workspace, catalogue: Catalogue, item: Item) -> Added:
    """Write a file for `item`, unless there is an item for its address already.

    Raises LetterbookError when the file cannot be written.
    """
    known = known_item(catalogue.items, item.url) if item.url else None
    if known:
        return Added(known, known=True)
    taken = {name_key(other.name) for other in catalogue.items}
    taken |= {name_key(path.rpartition("/")[2].removesuffix(".md")) for path in catalogue.broken}
    name = safe_name(item.title, taken)
    path = workspace.items_folder / f"{name}.md"
    write(path, render_item(item).encode())
    return Added(replace(item, name=name, path=workspace.relative(path)), known=False)


def _title_of(address: str) -> str:
    """The last words in the path of an address, else its site, with the number that it ends with."""
    part = next((part for part in reversed(urlsplit(address).path.split("/")) if part), "")
    words = _BETWEEN_WORDS.sub(" ", _PAGE_ENDING.sub("", unquote(part))).strip()
    if words.casefold() in _NO_TITLES:
        return site(address)
    if any(character.isalpha() for character in words):
        return words[:1].upper() + words[1:]
    return f"{site(address)} {words}"


def _first_address(text: str) -> str:
    link = _LINK.search(text)
    address = _ADDRESS.search(text)
    if link and address and link.start("url") == address.start():
        return link["url"]
    return address.group().rstrip(_AFTER_ADDRESS) if address else ""


def _is_address(line: str) -> bool:
    return _ADDRESS.fullmatch(line.strip().strip("<>")) is not None


def _plain_title(line: str) -> str:
    """A title without heading marks, and the words of a link in place of the link."""
    return _HEADING_MARK.sub("", _LINK.sub(lambda link: link["words"], line.strip()), count=1).strip()


def _after_first_text(lines: list[str]) -> list[str]:
    first = next((number for number, line in enumerate(lines) if line.strip()), len(lines))
    return lines[first + 1 :]
