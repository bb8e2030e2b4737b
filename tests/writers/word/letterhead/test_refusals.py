"""Files that cannot be letterheads: one sentence each that says why, quickly and with little memory."""

from __future__ import annotations

import io
import struct
import tracemalloc
import zipfile
import zlib

import pytest

from letterbook.errors import BadInput
from letterbook.writers.word.letterhead.letterhead import open_letterhead
from letterbook.writers.word.opened.archive import MOST_MEMBERS, open_archive, pack_archive
from letterbook.writers.word.opened.word_file import open_word_file
from letterbook.writers.writer import LetterheadFile
from tests.writers.word.letterhead.letterheads import (
    MAIN,
    PACKAGE,
    WORD,
    document,
    german,
    german_parts,
    german_with,
    relationships,
    types,
    zipped,
)

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
RELS = "word/_rels/document.xml.rels"
MACRO_TYPES = "application/vnd.ms-word.{}.macroEnabled{}.main+xml"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
STRICT = "http://purl.oclc.org/ooxml"


def refusal(data):
    with pytest.raises(BadInput) as refused:
        open_letterhead(LetterheadFile("letters/kopf.docx", data))
    assert str(refused.value.place) == "letters/kopf.docx"
    assert refused.value.hint
    return refused.value.message


def with_relationship(*row):
    rows = german_parts()[RELS].replace("</Relationships>", "")
    return german_with({RELS: f"{rows}{relationships(row).partition('>')[2].partition('>')[2]}"}).data


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty."),
        (b"Dear all,", "is no Word file."),
        (b"%PDF-1.7", "is a PDF, not a Word file."),
        (b"{\\rtf1 Dear all}", "is an RTF file, not a Word file."),
        (b"<html>", "is a web page or another text, not a Word file."),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "is protected with a password."),
        (COMPOUND + "WordDocument".encode("utf-16-le"), "is a Word file of the old format (.doc)."),
        (COMPOUND, "is a file of an old Office format."),
        (zipped({"a.txt": "a"}), "is a zip, not a Word file."),
        (
            zipped({"mimetype": "application/vnd.oasis.opendocument.text"}),
            "is an OpenDocument file, not a Word file.",
        ),
        (german_with({"[Content_Types].xml": types(SHEET)}).data, "is an Office file, but no Word document."),
        (german_with({"_rels/.rels": relationships()}).data, "is no Word file: it has no main document."),
    ],
)
def test_what_is_no_word_file_is_called_what_it_is(data, says):
    assert refusal(data) == f"kopf.docx {says}"


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        ({"word/document.xml": None}, 'its main document "word/document.xml" is not there.'),
        ({"word/document.xml": "<w:document"}, 'the part "word/document.xml" cannot be read'),
        ({"word/styles.xml": "no XML"}, 'the part "word/styles.xml" cannot be read'),
        ({"word/document.xml": '<w:document xmlns:w="urn:w"/>'}, "its main document has no body."),
        ({"word/document.xml": b'<?xml version="1.0" encoding="koi9"?><a/>'}, "is not the text that it says"),
        ({"WORD/document.XML": "<a/>"}, 'it has the part "WORD/document.XML" twice.'),
    ],
)
def test_a_damaged_word_file_is_refused_with_what_is_wrong(parts, says):
    message = refusal(german_with(parts).data)
    assert message.startswith("kopf.docx is damaged: ")
    assert says in message


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (german_with({"[Content_Types].xml": types(MACRO_TYPES.format("document", ""))}).data, "has macros."),
        (
            german_with({"[Content_Types].xml": types(MACRO_TYPES.format("template", "Template"))}).data,
            "has macros.",
        ),
        (german_with({"word/vbaProject.bin": b"\0"}).data, "has macros."),
        (with_relationship("m", "vbaProject", "other.bin"), "has macros."),
        (german_with({"word/activeX/activeX1.xml": "<a/>"}).data, "has ActiveX controls"),
        (with_relationship("c", "control", "c.xml"), "has ActiveX controls"),
        (german_with({"word/embeddings/oleObject1.bin": b"\0"}).data, "has an embedded object (OLE)"),
        (with_relationship("o", "oleObject", "o.bin"), "has an embedded object (OLE)"),
        (with_relationship("p", "package", "p.xlsx"), "has an embedded object (OLE)"),
        (with_relationship("a", "aFChunk", "a.rtf"), "holds another file within its text"),
        (
            german_with(
                {
                    "word/_rels/settings.xml.rels": relationships(
                        ("rId1", "attachedTemplate", "file:///C:/Vorlagen/brief.dotm", "External")
                    )
                }
            ).data,
            "is attached to a template elsewhere (file:///C:/Vorlagen/brief.dotm).",
        ),
        (
            with_relationship("i", "image", "https://track.example/pixel.png", "External"),
            "shows a picture that lies elsewhere (https://track.example/pixel.png).",
        ),
        (
            with_relationship("s", "subDocument", "part.docx", "External"),
            "refers to a file elsewhere (part.docx).",
        ),
        (
            german_with(
                {
                    "_xmlsignatures/_rels/origin.sigs.rels": relationships(
                        ("r", f"{PACKAGE}/relationships/digital-signature/signature", "sig1.xml")
                    )
                }
            ).data,
            "is digitally signed",
        ),
        (
            german_with(
                {
                    "_rels/.rels": relationships(
                        ("r", f"{STRICT}/officeDocument/relationships/officeDocument", "a")
                    )
                }
            ).data,
            'is saved as "Strict Open XML Document"',
        ),
        (
            german_with(
                {"word/document.xml": f'<w:document xmlns:w="{STRICT}/wordprocessingml/main"/>'}
            ).data,
            'is saved as "Strict Open XML Document"',
        ),
        (
            german_with({"customXml/item1.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}).data,
            'has a document type (DOCTYPE) in "customXml/item1.xml"',
        ),
        (
            german_with({"word/document.xml": '<!DOCTYPE w SYSTEM "http://a.example/"><w/>'}).data,
            'has a document type (DOCTYPE) in "word/document.xml"',
        ),
    ],
)
def test_what_could_run_or_reach_out_is_refused_with_the_reason(data, says):
    assert refusal(data).startswith(f"kopf.docx {says}")


def test_a_hyperlink_may_lead_outside():
    data = with_relationship("l", "hyperlink", "https://example.org/", "External")
    assert open_letterhead(LetterheadFile("kopf.docx", data)).insertion


@pytest.mark.parametrize("kind", ["document", "template"])
def test_documents_and_templates_are_both_letterheads(kind):
    data = german_with({"[Content_Types].xml": types(f"{MAIN}.{kind}.main+xml")}).data
    assert open_word_file("kopf.dotx", data).main == "word/document.xml"


FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
CODE = "<w:r><w:instrText>{}</w:instrText></w:r>"


@pytest.mark.parametrize(
    ("codes", "says"),
    [
        (("DDEAUTO c:\\calc",), "has a field that starts a program (DDEAUTO)."),
        ((" D", "de x"), "has a field that starts a program (DDE)."),
        (
            (' includepicture "http://a.example/"',),
            "has a field that fetches a file from elsewhere (INCLUDEPICTURE).",
        ),
    ],
)
def test_a_field_that_runs_or_fetches_something_is_refused(codes, says):
    runs = "".join(CODE.format(code) for code in codes)
    fields = f"<w:p>{FIELD.format('begin')}{runs}{FIELD.format('end')}</w:p>"
    simple = f'<w:p><w:fldSimple w:instr="{"".join(codes).replace(chr(34), "")}"/></w:p>'
    for body in (fields, f"<w:tbl><w:tr><w:tc>{fields}</w:tc></w:tr></w:tbl>", simple):
        assert refusal(german_with({"word/document.xml": document(body)}).data) == f"kopf.docx {says}"
    footer = f'<w:ftr xmlns:w="{WORD}">{simple}</w:ftr>'
    assert refusal(german_with({"word/footer1.xml": footer}).data) == f"kopf.docx {says}"


def test_other_fields_are_kept():
    fields = "".join(
        f"<w:p>{FIELD.format('begin')}{CODE.format(code)}{FIELD.format('end')}</w:p>"
        for code in ("DATE", " MACROBUTTON NoMacro [Name]", "PAGE", "")
    )
    data = german_with({"word/document.xml": document(fields)}).data
    assert open_letterhead(LetterheadFile("kopf.docx", data)).insertion


# --- odd zips ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["/word/a.xml", "../a.xml", "word/../../a.xml", "C:/a.xml", "word\\a.xml"])
def test_a_name_that_leads_out_of_the_package_is_refused(name):
    data = zipped({**german_parts(), "x" * len(name): "a"}).replace(b"x" * len(name), name.encode())
    assert refusal(data) == f'kopf.docx has a part whose name is not allowed: "{name}".'


def test_a_part_that_is_there_twice_is_refused():
    data = zipped({**german_parts(), "word/style2.xml": "a"}).replace(b"word/style2.xml", b"word/styles.xml")
    assert refusal(data) == 'kopf.docx is damaged: it has the part "word/styles.xml" twice.'


def test_too_many_parts_are_refused():
    data = zipped({f"word/{number}.xml": "" for number in range(MOST_MEMBERS + 1)})
    assert refusal(data) == "kopf.docx has more than 2,000 parts."


def test_an_encrypted_part_is_refused():
    data = bytearray(zipped({"word/document.xml": "a"}))
    entry = data.index(b"PK\x01\x02")
    struct.pack_into("<H", data, entry + 8, 1)
    assert refusal(bytes(data)) == "kopf.docx is protected with a password."


def test_a_part_packed_in_a_foreign_way_is_refused():
    data = zipped(german_parts(), zipfile.ZIP_BZIP2)
    assert "is packed in a way that Word does not know" in refusal(data)


def test_parts_that_overlap_are_refused():
    data = bytearray(zipped({"a.xml": "a" * 400, "b.xml": "b" * 400}, zipfile.ZIP_STORED))
    entry = data.index(b"PK\x01\x02")
    struct.pack_into("<II", data, entry + 20, 600, 600)
    assert refusal(bytes(data)) == "kopf.docx is damaged: its parts overlap."


def test_two_entries_for_one_part_are_refused():
    data = bytearray(zipped({"a.xml": "a", "b.xml": "a"}))
    second = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, second + 42, 0)
    assert "is not what its list of parts says" in refusal(bytes(data))


@pytest.mark.parametrize("cut", [30, 500, -1, -30, -400])
def test_a_file_that_was_cut_off_is_refused(cut):
    assert refusal(german().data[:cut]).startswith("kopf.docx is damaged: ")


def test_a_file_with_a_flipped_bit_is_refused():
    data = bytearray(german().data)
    content = data.index(b"word/document.xml") + len("word/document.xml") + 40
    data[content] ^= 0x10
    assert refusal(bytes(data)) == 'kopf.docx is damaged: the part "word/document.xml" cannot be unpacked.'


def bomb(megabytes, *, honest):
    """A zip with one huge part; a dishonest one says that it is small."""
    buffer = io.BytesIO()
    block = bytes(1024 * 1024)
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("a.bin", "w") as part:
        for _ in range(megabytes):
            part.write(block)
    data = bytearray(buffer.getvalue())
    if not honest:
        struct.pack_into("<I", data, data.index(b"PK\x01\x02") + 24, 1000)
    return bytes(data)


@pytest.mark.parametrize("honest", [True, False])
def test_a_bomb_takes_little_memory(honest):
    data = bomb(300, honest=honest)
    tracemalloc.start()
    message = refusal(data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert message == "kopf.docx unpacks to more than 200 MB."
    assert peak < 16 * 1024 * 1024


def test_a_part_with_too_many_elements_is_refused():
    data = german_with({"word/document.xml": document("<w:p/>" * 210_000)}).data
    assert refusal(data) == 'kopf.docx has a part that is too large: "word/document.xml".'


@pytest.mark.parametrize("name", ["word/document.xml", "customXml/item1.xml"])
def test_a_part_of_too_many_bytes_is_refused(name):
    data = german_with({name: "<a>" + " " * (33 * 1024 * 1024) + "</a>"}).data
    assert refusal(data) == f'kopf.docx has a part that is too large: "{name}".'


def test_nesting_without_end_is_read_without_harm():
    deep = 100_000
    data = german_with({"word/document.xml": document("<w:p>" * deep + "</w:p>" * deep)}).data
    assert open_letterhead(LetterheadFile("kopf.docx", data)).insertion


# --- packing -----------------------------------------------------------------------------------


def test_an_archive_packed_again_has_the_same_members():
    data = zipped({**german_parts(), "word/media/größe.png": b"\0" * 99, "word/media/": ""})
    again = pack_archive(open_archive("kopf.docx", data).members)
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(io.BytesIO(again)) as after:
        assert after.testzip() is None
        assert after.namelist() == before.namelist()
        for name in before.namelist():
            assert after.read(name) == before.read(name)
            old, new = before.getinfo(name), after.getinfo(name)
            assert (old.date_time, old.CRC, old.compress_size) == (new.date_time, new.CRC, new.compress_size)


def test_stored_and_empty_members_are_read():
    members = open_archive("a.zip", zipped({"a": b"", "b": b"stored"}, zipfile.ZIP_STORED)).members
    assert [member.read() for member in members] == [b"", b"stored"]
    assert zlib.crc32(b"stored") == members[1].checksum


@pytest.mark.parametrize("missing", ["word/styles.xml", "word/numbering.xml"])
def test_a_part_that_a_draft_adds_to_must_be_there_when_it_is_referred_to(missing):
    file = german_with({missing: None}).data
    assert refusal(file) == f'kopf.docx is damaged: its part "{missing}" is not there.'
