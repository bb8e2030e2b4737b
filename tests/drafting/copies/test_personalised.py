"""A copy made from the approved file equals the letter written for its recipient alone."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from itertools import count

import docx
from hypothesis import given, settings
from hypothesis import strategies as st

from letterbook.draft import (
    Alignment,
    BulletList,
    Division,
    Draft,
    Footnote,
    Heading,
    Link,
    ListItem,
    Metadata,
    Paragraph,
    Strong,
    Table,
    TableCell,
    TableOfContents,
    TableRow,
    Text,
)
from letterbook.drafting.search_path import SearchPath
from letterbook.drafting.templates.look_file import load_look
from letterbook.markup.tree import map_blocks
from letterbook.writers.word.document import write_word
from letterbook.writers.word.mail_merge.approved_file import open_approved_file
from letterbook.writers.word.mail_merge.copies import CopyMaker
from letterbook.writers.writer import Resources
from tests.drafting.copies.personalised import personalised
from tests.recipient_parts import field, when
from tests.writers.word.lint import lint

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RESOURCES = Resources(load_look(SearchPath(), "classic"), {}.get)
FIELDS = ("salutation", "sum", "first name")
TESTS = ("recipient.vip", "not recipient.vip", "recipient.country = 'DE'", "recipient.country != 'DE'")


words = st.sampled_from(("patience", "net asset value", "a & b", "“quoted”", "<w:p>", "ümlaut")).map(Text)
fields = st.sampled_from(FIELDS).map(field)
simple = st.lists(words | fields | fields.map(lambda one: Strong((one,))), min_size=1, max_size=4).map(tuple)
notes = simple.map(lambda line: Footnote((Paragraph(line),)))
links = st.sampled_from(("https://a.example", "https://b.example", "#h1", "#h2")).map(
    lambda target: Link((Text("link"),), target)
)
lines = st.lists(words | fields | notes | links, min_size=1, max_size=4).map(tuple)
paragraphs = lines.map(Paragraph)
headings = st.builds(lambda level, line: Heading(level, (line,)), st.integers(2, 3), words)
lists = st.lists(lines, min_size=1, max_size=3).map(
    lambda items: BulletList(tuple(ListItem((Paragraph(item),)) for item in items))
)
tables = st.tuples(simple, simple, simple).map(
    lambda cells: Table(
        (Alignment.LEFT,) * 3, (), (TableRow(tuple(TableCell(cell) for cell in cells)),), (), (), "t"
    )
)
blocks = paragraphs | headings | lists
inside = st.recursive(
    blocks,
    lambda inner: st.builds(
        lambda test, held: when(test, *held),
        st.sampled_from(TESTS),
        st.lists(inner, min_size=1, max_size=3),
    ),
    max_leaves=6,
)


def with_identifiers(draft):
    """The draft with an identifier of its own for every heading."""
    numbers = count(1)
    named = map_blocks(
        draft.blocks, lambda heading: (replace(heading, identifier=f"h{next(numbers)}"),), {Heading}
    )
    return replace(draft, blocks=named)


drafts = st.builds(
    lambda body, contents, numbers: Draft(
        (
            *((TableOfContents(),) if contents else ()),
            Paragraph((Text("Dear "), field("salutation"))),
            Heading(2, (Text("First"),)),
            *body,
            Paragraph((Text("Yours"),)),
        ),
        Metadata(heading_numbers=numbers),
    ),
    st.lists(inside | tables, min_size=1, max_size=6),
    st.booleans(),
    st.booleans(),
).map(with_identifiers)
values = st.fixed_dictionaries(
    {
        **dict.fromkeys(
            FIELDS, st.sampled_from(("", "Ines", "A & <B>", "two\nlines", "tab\there", "Łódź 東京"))
        ),
        "vip": st.sampled_from(("yes", "no", "")),
        "country": st.sampled_from(("DE", "FR")),
    }
)


def said(data):
    """What the file says: each paragraph that says something, with style, words, fields, links and notes."""
    document = docx.Document(io.BytesIO(data))
    links = {one: part.target_ref for one, part in document.part.rels.items() if part.is_external}
    notes = {
        note.get(f"{W}id"): "".join(map(words_of, note.iter(f"{W}p")))
        for part in document.part.package.iter_parts()
        if part.partname == "/word/footnotes.xml"
        for note in docx.oxml.parse_xml(part.blob)
    }
    return [line for each in document.element.iter(f"{W}p") if any((line := line_of(each, links, notes))[1:])]


def words_of(paragraph):
    pieces = {f"{W}br": "\n", f"{W}tab": "\t"}
    return "".join(
        each.text or "" if each.tag == f"{W}t" else pieces[each.tag]
        for run in paragraph.iter(f"{W}r")
        for each in run
        if each.tag in {f"{W}t", *pieces}
    )


def line_of(paragraph, links, notes):
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    written = [re.sub(r"_Toc\d+", "_Toc", each.text or "") for each in paragraph.iter(f"{W}instrText")]
    instructions = [each for each in written if not each.startswith(" TOC")]
    targets = [
        links.get(each.get(docx.oxml.ns.qn("r:id")), "inside") for each in paragraph.iter(f"{W}hyperlink")
    ]
    marks = [notes[each.get(f"{W}id")] for each in paragraph.iter(f"{W}footnoteReference")]
    return ("" if style is None else style.get(f"{W}val"), words_of(paragraph), instructions, targets, marks)


def copy_of(draft, given_values):
    approved = open_approved_file("letter.docx", write_word(draft, RESOURCES).data)
    return CopyMaker(approved).copy(given_values)


@settings(max_examples=60, deadline=None)
@given(drafts, values)
def test_a_copy_says_what_the_letter_for_its_recipient_says(draft, given_values):
    whole = write_word(personalised(draft, given_values), RESOURCES)
    assert said(copy_of(draft, given_values)) == said(whole.data)


@settings(max_examples=30, deadline=None)
@given(drafts, values)
def test_a_copy_has_no_faults_that_its_approved_file_has_not(draft, given_values):
    before = {finding.message for finding in lint(write_word(draft, RESOURCES).data)}
    after = lint(copy_of(draft, given_values))
    assert [str(finding) for finding in after if finding.message not in before] == []


def test_numbers_of_what_is_behind_a_passage_are_those_of_the_copy():
    def captioned(identifier):
        cell = TableRow((TableCell((Text("x"),)),))
        return Table((Alignment.LEFT,), (), (cell,), (Text("caption"),), (), identifier)

    draft = Draft(
        (
            Division((captioned("one"), Paragraph((Text("x"),))), ("when",), (("test", "recipient.vip"),)),
            captioned("two"),
            Paragraph((Link((Text("Table 2"),), "#two"), Text(" and "), Link((Text("Table 1"),), "#one"))),
        )
    )
    (_, last) = personalised(draft, {"vip": "no"}).blocks
    assert last.children == (Link((Text("Table 1"),), "#two"), Text(" and Table 1"))
    assert said(copy_of(draft, {"vip": "no"})) == said(
        write_word(personalised(draft, {"vip": "no"}), RESOURCES).data
    )
