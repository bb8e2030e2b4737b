"""What the bookmarks of an approved file mean: its custom properties say so (ECMA-376 part 1, 15.2.12.2).

Custom properties, unlike the document's identifier, survive Word and LibreOffice.
"""

from __future__ import annotations

from collections.abc import Mapping

from letterbook.errors import BadInput
from letterbook.finding import Place
from letterbook.markup.recipient_tests import WHEN, RecipientTest, parse_recipient_test, recipient_field
from letterbook.record import record
from letterbook.writers.word.bookmarks import ANCHORS, BLOCK_PREFIX, SPAN_PREFIX
from letterbook.writers.word.opened.word_file import WordFile
from letterbook.writers.word.opened.xml_part import Edit, Element, XmlPart
from letterbook.writers.word.properties import AS_OF_PROPERTY, PERIOD_START_PROPERTY, SOURCES_PROPERTY

BUILD = "letterbook-build"
COPY_OF = "letterbook-copy-of"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # that of all properties a user may set
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"


@record
class Meaning:
    """What the bookmark `name` is for: it holds a recipient's `field`, or a passage that a `test` decides on.

    `anchors` are the numbers of the first and the last paragraph of the passage, where the file says them.
    """

    name: str
    field: str = ""
    test: RecipientTest | None = None
    anchors: tuple[int, int] | None = None
    source: str = ""

    @property
    def column(self) -> str:
        """The recipient's field that is needed."""
        return self.test.field if self.test else self.field


@record
class Properties:
    """The custom properties of an approved file: the id of its build, and its bookmarks by name.

    `as_of` is the day of its figures and `period_start` the first day of its period, as they stand there.
    """

    part: XmlPart
    build: str
    meanings: Mapping[str, Meaning]
    as_of: str = ""
    period_start: str = ""

    def for_copy(self, digest: str) -> bytes:
        """The part for a copy: it names the file it was made from, and no recipient's field or passage."""
        ours = [each for each in self.part.root.children if _name(each).startswith((SPAN_PREFIX, COPY_OF))]
        numbers = [each.get("pid", "") for each in self.part.root.children]
        free = max((int(number) for number in numbers if number.isdecimal()), default=1) + 1
        added = (
            f'<property xmlns="{_NAMESPACE}" fmtid="{_FORMAT}" pid="{free}" name="{COPY_OF}">'
            f'<vt:lpwstr xmlns:vt="{_TYPES}">{digest}</vt:lpwstr></property>'
        )
        gone = [Edit(each.start, each.end, b"") for each in ours]
        return self.part.with_edits((*gone, self.part.at_end(self.part.root, added)))


def read_properties(file: WordFile) -> Properties:
    """The custom properties of a file; raises BadInput where they do not say what its bookmarks mean."""
    part = _part(file)
    if part is None:
        raise no_draft(file.file)
    said = said_in_properties(file)
    meanings = {
        name: _meaning(file.file, name, source, said.get(f"{name}{ANCHORS}", ""))
        for name, source in said.items()
        if name.startswith(SPAN_PREFIX) and not name.endswith(ANCHORS)
    }
    if BUILD not in said or COPY_OF in said or not meanings:
        raise no_draft(file.file, is_draft=BUILD in said, is_copy=COPY_OF in said)
    days = (said.get(name, "") for name in (AS_OF_PROPERTY, PERIOD_START_PROPERTY))
    return Properties(part, said[BUILD], meanings, *days)


def said_in_properties(file: WordFile) -> Mapping[str, str]:
    """The custom properties of a file by name; none where it has none."""
    part = _part(file)
    return {_name(each): _text(each) for each in part.root.children} if part else {}


def refuse_sources(file: WordFile) -> None:
    """Raise BadInput for a draft with its sources told in it, which is for nobody but those who wrote it."""
    if SOURCES_PROPERTY in said_in_properties(file):
        raise has_sources(file.file)


def has_sources(file: str) -> BadInput:
    """What to say of a draft with its sources told in it, where the draft itself is wanted."""
    return BadInput(
        f"{file} has its sources in it; name the draft itself.",
        hint="It lies beside this file and has the same name without the words about sources.",
        place=Place(file),
    )


def _part(file: WordFile) -> XmlPart | None:
    names = (each.target for each in file.relationships.get("", ()) if each.short_kind == "custom-properties")
    name = next((name for name in names if file.archive.find(name)), None)
    return file.xml(name) if name else None


def no_draft(file: str, *, is_draft: bool = False, is_copy: bool = False) -> BadInput:
    """The error for a file of which no copies can be made."""
    if is_copy:
        message, hint = "is a recipient's copy already.", "Make the copies from the draft that was approved."
    elif is_draft:
        message = "has nothing in it that depends on a recipient."
        hint = "Write {{ recipient.salutation }} in the edition, draft it again, and have that approved."
    else:
        message = "was not drafted by letterbook, or has lost what it said of its recipients."
        hint = "Make the copies from a .docx that letterbook draft wrote, or from one saved from it."
    return BadInput(f"{file} {message}", hint=hint, place=Place(file))


def _meaning(file: str, name: str, source: str, anchors: str) -> Meaning:
    words = source.split(None, 1)
    if len(words) == 2 and words[0] == WHEN:
        test = parse_recipient_test(words[1], Place(file))
        return Meaning(name, test=test, anchors=_anchors(anchors), source=source)
    field = recipient_field(source)
    if field is None:
        message = f'The property {name} of {file} says "{source}", which is neither a field nor a test.'
        raise BadInput(message, hint="Draft the letter again.", place=Place(file))
    return Meaning(name, field=field, source=source)


def _anchors(listed: str) -> tuple[int, int] | None:
    numbers = [anchor_number(word) for word in listed.split()]
    known = [number for number in numbers if number is not None]
    return (min(known), max(known)) if known else None


def anchor_number(name: str) -> int | None:
    """The number of a paragraph's bookmark, None for another name."""
    number = name.removeprefix(BLOCK_PREFIX)
    return int(number) if name != number and number.isdecimal() else None


def _name(element: Element) -> str:
    return element.get("name", "")


def _text(element: Element) -> str:
    return "".join(child.text for child in element.children)
