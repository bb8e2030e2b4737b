"""What all contenders write: one edition of eight items, about 1,500 words and two pictures."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from pathlib import Path

ITEMS = 8
SENTENCES = (
    "The harbour froze twice that winter and nobody in the office noticed until the coffee was late.",
    "A ledger is only as honest as the person who closes it in the evening, and evenings are long.",
    "We counted the chairs, the lamps and the invoices, and two of the three agreed with the plan.",
    "Most of what looked like luck in the first year turned out to be a lease signed in a good month.",
    "The second supplier answered the telephone, which is more than the contract had asked of anyone.",
)
_QUOTE = "Nothing is as permanent as a temporary arrangement that happens to work on the first attempt."


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of the edition as every contender gets it."""

    title: str
    source: str
    url: str
    paragraphs: tuple[str, ...]
    quote: str
    picture: str


@dataclass(frozen=True, slots=True)
class Content:
    """The whole edition."""

    title: str
    subtitle: str
    opening: str
    entries: tuple[Entry, ...]


def edition() -> Content:
    """The edition that is drafted in the comparison."""
    return Content(
        title="Harbour Notes #1: counting chairs",
        subtitle="Eight things worth an hour",
        opening=" ".join(SENTENCES),
        entries=tuple(_entry(number) for number in range(1, ITEMS + 1)),
    )


def _entry(number: int) -> Entry:
    turned = SENTENCES[number % 5 :] + SENTENCES[: number % 5]
    return Entry(
        title=f"Notes on the {number}th winter",
        source=f"The Quay {number}",
        url=f"https://quay.example/notes/{number}",
        paragraphs=(" ".join(turned), " ".join(turned[:4])),
        quote=_QUOTE,
        picture=f"picture{number}.png" if number <= 2 else "",
    )


def write_workspace(root: Path) -> None:
    """Write the edition as a letterbook workspace below `root`."""
    content = edition()
    for name in ("items", "editions", "attachments"):
        (root / name).mkdir(parents=True)
    (root / "letterbook.yaml").write_text(_SETTINGS)
    for entry in content.entries:
        (root / "items" / f"{entry.title}.md").write_text(_item_file(entry))
        if entry.picture:
            (root / "attachments" / entry.picture).write_bytes(picture(320, 200))
    (root / "editions" / "Harbour Notes 1.md").write_text(_edition_file(content))


_SETTINGS = """\
author: Ada Quist
publications:
  notes: {title: Harbour Notes, template: newsletter, look: modern, audience: public}
"""


def _item_file(entry: Entry) -> str:
    return (
        f"---\ntitle: {entry.title}\nsource: {entry.source}\nurl: {entry.url}\nkind: article\n"
        "themes: [winter]\nadded: 2026-01-05\n---\n\n"
        f"## Highlights\n\n### —\n\n> [!quote]\n> {entry.quote}\n\n^h00000001\n"
    )


def _edition_file(content: Content) -> str:
    title = content.title.partition(": ")[2]
    head = (
        f"---\npublication: notes\nnumber: 1\ndate: 2026-01-15\ntitle: {title}\n"
        f"subtitle: {content.subtitle}\n---\n{content.opening}\n\n{{{{ contents }}}}\n\n## Worth an hour\n"
    )
    return head + "".join(_placed(entry) for entry in content.entries)


def _placed(entry: Entry) -> str:
    picture = f"\n![[{entry.picture}|What the quay looked like]]\n" if entry.picture else ""
    first, second = entry.paragraphs
    return f"\n### [[{entry.title}]]\n\n{first}\n\n> {entry.quote}\n\n{second}\n{picture}"


def picture(width: int, height: int) -> bytes:
    """A grey PNG of the given size in pixels."""
    rows = b"".join(b"\0" + bytes((x * y) % 251 for x in range(width)) for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
