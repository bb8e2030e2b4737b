"""Pictures: told from their bytes, sized for the page, kept once, described."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from letterbook.draft import Draft, Image, Paragraph, Picture, Text
from letterbook.writers.word.document import write_word
from letterbook.writers.word.images import Size, printed_size, read_image_file
from letterbook.writers.writer import Resources
from tests.writers.conftest import gif, jpeg, png
from tests.writers.word.outline_reader import read_outline

INCH = 914400
ROOM = Size(6 * INCH, 8 * INCH)


@pytest.mark.parametrize(
    ("data", "ending"), [(png(300, 200), "png"), (jpeg(300, 200), "jpeg"), (gif(300, 200), "gif")]
)
def test_format_and_size_are_read_from_the_bytes(data, ending):
    image = read_image_file(data)
    assert (image.ending, image.width, image.height, image.density) == (ending, 300, 200, 96)


def test_a_png_says_its_density():
    assert read_image_file(png(300, 200, dots_a_metre=5669)).density == pytest.approx(144, abs=0.1)


def test_a_jpeg_says_its_density():
    assert read_image_file(jpeg(300, 200, dots_an_inch=300)).density == 300


def test_an_implausible_density_is_not_believed():
    assert read_image_file(jpeg(300, 200, dots_an_inch=1)).density == 96


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"<svg/>", png(0, 5), jpeg(3, 2)[:26]]
)
def test_what_is_no_whole_picture_is_none(data):
    assert read_image_file(data) is None


@pytest.mark.parametrize(
    ("width", "inches"),
    [("", 2), ("50%", 3), ("2.54cm", 1), ("48px", 0.5), ("96", 1), ("72pt", 1), ("99in", 6), ("wide", 2)],
)
def test_the_width_asked_for_is_printed_within_the_room(width, inches):
    size = printed_size(read_image_file(png(192, 96)), width, ROOM)
    assert (size.width / INCH, size.height / INCH) == pytest.approx((inches, inches / 2), abs=0.001)


def test_a_tall_picture_fits_the_height():
    size = printed_size(read_image_file(png(100, 2000)), "", ROOM)
    assert size.height == ROOM.height


def test_alt_text_stands_apart_from_the_caption(resources):
    picture = Picture(Image("chart.png", "Rising line"), (Text("Net value"),))
    rows = read_outline(write_word(Draft((picture,)), resources).data)
    assert [(row.kind, row.text) for row in rows] == [("picture", "Rising line"), ("caption", "Net value")]


def test_a_picture_stays_with_its_caption(resources):
    picture = Picture(Image("chart.png", "Rising line"), (Text("Net value"),))
    document = docx.Document(io.BytesIO(write_word(Draft((picture,)), resources).data))
    assert document.paragraphs[0].paragraph_format.keep_with_next


def test_the_same_picture_is_kept_once(resources):
    data = write_word(Draft((Picture(Image("chart.png")), Picture(Image("chart.png")))), resources).data
    names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert [name for name in names if "media" in name] == ["word/media/image1.png"]


def test_a_missing_picture_prints_its_text_with_a_finding(resources):
    written = write_word(Draft((Picture(Image("gone.png", "A chart")),)), resources)
    assert [finding.id for finding in written.findings] == ["picture-missing"]
    assert read_outline(written.data)[0].text == "A chart"


def test_a_picture_of_another_kind_is_a_finding(resources):
    svg = Resources(resources.look, lambda _source: b"<svg/>")
    written = write_word(Draft((Picture(Image("chart.svg", "A chart")),)), svg)
    assert [finding.id for finding in written.findings] == ["picture-unsupported"]


def test_a_picture_on_the_web_is_linked_and_never_fetched(resources):
    def refuse(source):
        raise AssertionError(source)

    image = Image("https://example.org/chart.png", "A chart")
    written = write_word(Draft((Paragraph((image,)),)), Resources(resources.look, refuse))
    (link,) = docx.Document(io.BytesIO(written.data)).paragraphs[0].hyperlinks
    assert (link.text, link.address) == ("A chart", "https://example.org/chart.png")
    assert [finding.id for finding in written.findings] == ["picture-remote"]
