"""Links: live where they may be, one relationship an address, the rest plain text."""

from __future__ import annotations

import io

import docx
import pytest

from letterbook.draft import Code, Draft, Footnote, Heading, Link, Paragraph, Text
from letterbook.writers.word.document import write_word
from letterbook.writers.word.links import safe_url


@pytest.mark.parametrize(
    ("target", "url"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("HTTPS://example.org", "https://example.org"),
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("https://example.org/100%", "https://example.org/100%25"),
        ("https://example.org/%C3%BC", "https://example.org/%C3%BC"),
        ("https://example.org/ü", "https://example.org/%C3%BC"),
        ("https://bücher.example", "https://xn--bcher-kva.example"),
        ("https://example.org/\u202egpj.exe", "https://example.org/%E2%80%AEgpj.exe"),
        ('https://example.org/"><x', "https://example.org/%22%3E%3Cx"),
        ("mailto:ines@example.org?subject=Hi you", "mailto:ines@example.org?subject=Hi%20you"),
        ("http://[::1]/", "http://[::1]/"),
    ],
)
def test_a_link_becomes_a_valid_address(target, url):
    assert safe_url(target) == url
    assert safe_url(url) == url


@pytest.mark.parametrize(
    "target",
    [
        "",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "example.org",
        "https://",
        "http://[broken",
        "http://a b/",
    ],
)
def test_what_may_not_be_a_link_is_refused(target):
    assert safe_url(target) == ""


def links_of(blocks, resources):
    document = docx.Document(io.BytesIO(write_word(Draft(tuple(blocks)), resources).data))
    return [link for paragraph in document.paragraphs for link in paragraph.hyperlinks]


def test_one_address_has_one_relationship(resources):
    link = Link((Text("site"),), "https://example.org")
    links = links_of([Paragraph((link, Text(" and "), link))], resources)
    assert [found.address for found in links] == ["https://example.org"] * 2
    assert len({found._hyperlink.rId for found in links}) == 1


def test_a_link_has_the_hyperlink_style_and_its_title(resources):
    (link,) = links_of([Paragraph((Link((Text("site"),), "https://example.org", "The site"),))], resources)
    assert link.runs[0].style.name == "Hyperlink"
    assert "The site" in link._hyperlink.xml


def test_code_in_a_link_keeps_its_font(resources):
    (link,) = links_of([Paragraph((Link((Code("nav()"),), "https://example.org"),))], resources)
    assert (link.runs[0].style.name, link.runs[0].font.name) == ("Hyperlink", "Consolas")


def test_a_link_to_a_heading_leads_to_its_bookmark(resources):
    blocks = [
        Paragraph((Link((Text("below"),), "#the-numbers"),)),
        Heading(1, (Text("The numbers"),), "the-numbers"),
    ]
    (link,) = links_of(blocks, resources)
    assert link.fragment == "the_numbers"


@pytest.mark.parametrize("target", ["#nowhere", "javascript:alert(1)"])
def test_a_dead_link_is_plain_text_with_a_finding(resources, target):
    written = write_word(Draft((Paragraph((Link((Text("words"),), target),)),)), resources)
    paragraph = docx.Document(io.BytesIO(written.data)).paragraphs[0]
    assert (paragraph.text, paragraph.hyperlinks) == ("words", [])
    assert [finding.id for finding in written.findings] == ["link-not-live"]


def test_a_footnote_within_a_footnote_is_printed_in_brackets(resources):
    inner = Footnote((Paragraph((Text("inner"),)),))
    outer = Footnote((Paragraph((Text("outer"), inner)),))
    written = write_word(Draft((Paragraph((Text("text"), outer)),)), resources)
    assert [finding.id for finding in written.findings] == ["footnote-nested"]
