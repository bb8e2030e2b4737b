"""Packing: finished pieces and values joined into a zip that every program can read."""

from __future__ import annotations

import io
import zipfile
import zlib

from hypothesis import given
from hypothesis import strategies as st

from letterbook.writers.word.mail_merge.checksums import combined
from letterbook.writers.word.mail_merge.packed_copy import PackedCopy
from letterbook.writers.word.mail_merge.slots import Change, Slot, pieces, slot
from letterbook.writers.word.opened.archive import open_archive
from tests.writers.word.mail_merge.masters import copy, field, master, paragraph, parts_of

FIELD = slot("x", "w:", b"")


@given(st.binary(max_size=300), st.binary(max_size=300))
def test_the_checksum_of_a_whole_comes_from_those_of_its_parts(before, behind):
    assert combined(zlib.crc32(before), zlib.crc32(behind), len(behind)) == zlib.crc32(before + behind)


@given(
    st.lists(st.binary(max_size=40) | st.just(b"long " * 5_000) | st.just(FIELD), max_size=6),
    st.text(alphabet="ab<&\n\tü", max_size=20),
)
def test_what_is_packed_in_pieces_unpacks_to_the_whole(parts, value):
    made = [*parts, b"end"]
    archive = open_archive("a.zip", _zip({"first": b"1", "varying": b"old", "last": b"3"}))
    data = PackedCopy(archive.members, {"varying": made}).data({"x": value})
    filled = FIELD.filled(value)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        assert package.read("varying") == b"".join(
            filled if isinstance(each, Slot) else each for each in made
        )
        assert {name: package.read(name) for name in ("first", "last")} == {"first": b"1", "last": b"3"}


def test_members_that_stay_keep_their_packed_bytes_and_times():
    data = master(paragraph(field(1, "_lb_s0001", "«x»")), {"_lb_s0001": "recipient.x"})
    made = copy(data, x="5")
    before = {member.name: member for member in open_archive("a", data).members}
    after = {member.name: member for member in open_archive("b", made).members}
    changed = {"word/document.xml", "docProps/custom.xml"}
    assert {name: after[name] for name in before if name not in changed} == {
        name: member for name, member in before.items() if name not in changed
    }
    assert {member.moment for member in after.values()} == {member.moment for member in before.values()}
    assert set(parts_of(made)) == set(before)


def test_a_change_within_a_longer_one_goes_with_it():
    changes = [Change(2, 8), Change(3, 4, b"x"), Change(2, 2, b"new"), Change(9, 9, FIELD)]
    assert list(pieces(b"0123456789", changes)) == [b"01new8", FIELD, b"9"]


def _zip(members):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return buffer.getvalue()
