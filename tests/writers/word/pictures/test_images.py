"""Pictures: told from their bytes, sized for the page, kept once, described."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from letterbook.draft import Draft, Image, Paragraph, Picture, Text
from letterbook.writers.word.document import write_word
from letterbook.writers.word.pictures.image_file import ImageFile
from letterbook.writers.word.pictures.image_formats import examine
from letterbook.writers.word.pictures.images import Size, printed_size
from letterbook.writers.writer import Resources
from tests.writers.conftest import gif, jpeg, png
from tests.writers.word.outline_reader import read_outline
from tests.writers.word.pictures.test_image_formats import photograph
from tests.writers.word.word_package import WP, A, R, open_word_package, said

INCH = 914400
ROOM = Size(6 * INCH, 8 * INCH)
ASVG_BLIP = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"


@pytest.mark.parametrize(
    ("data", "ending"), [(png(300, 200), "png"), (jpeg(300, 200), "jpeg"), (gif(300, 200), "gif")]
)
def test_format_and_size_are_read_from_the_bytes(data, ending):
    image = examine(data)
    assert (image.ending, image.width, image.height, image.density) == (ending, 300, 200, 96)


def test_a_png_says_its_density():
    assert examine(png(300, 200, dots_a_metre=5669)).density == pytest.approx(144, abs=0.1)


def test_a_jpeg_says_its_density():
    assert examine(jpeg(300, 200, dots_an_inch=300)).density == 300


def test_an_implausible_density_is_not_believed():
    assert examine(jpeg(300, 200, dots_an_inch=1)).density == 96


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", png(0, 5), jpeg(3, 2)[:26]]
)
def test_what_is_no_whole_picture_is_refused(data):
    assert not isinstance(examine(data), ImageFile)


@pytest.mark.parametrize(
    ("width", "inches"),
    [("", 2), ("50%", 3), ("2.54cm", 1), ("48px", 0.5), ("96", 1), ("72pt", 1), ("99in", 6), ("wide", 2)],
)
def test_the_width_asked_for_is_printed_within_the_room(width, inches):
    size = printed_size(examine(png(192, 96)), width, ROOM)
    assert (size.width / INCH, size.height / INCH) == pytest.approx((inches, inches / 2), abs=0.001)


def test_a_tall_picture_fits_the_height():
    size = printed_size(examine(png(100, 2000)), "", ROOM)
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


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="2in" height="1in"/>'


@pytest.fixture
def with_files(resources):
    """Writes a draft of one picture among these files, and gives the written file and its drawing."""

    def write(files, source="a/chart.svg"):
        picture = Picture(Image(source, "A chart"))
        written = write_word(Draft((picture,)), Resources(resources.look, files.get))
        document = open_word_package(written.data).document
        return written, document.find(f".//{WP}inline")

    return write


def embedded(written, drawing, tag):
    """The bytes that a drawing refers to by its element `tag`."""
    reference = said(next(drawing.iter(tag)), f"{R}embed")
    table = open_word_package(written.data).relationships("word/document.xml")
    target = next(said(row, "Target") for row in table if said(row, "Id") == reference)
    return zipfile.ZipFile(io.BytesIO(written.data)).read(f"word/{target}")


def test_an_svg_stands_over_the_png_beside_it_in_its_own_size(with_files):
    written, drawing = with_files({"a/chart.svg": SVG, "a/chart.png": png(400, 200)})
    assert written.findings == ()
    assert embedded(written, drawing, f"{A}blip") == png(400, 200)
    assert embedded(written, drawing, ASVG_BLIP) == SVG
    extent = drawing.find(f"{WP}extent")
    assert (said(extent, "cx"), said(extent, "cy")) == (str(2 * INCH), str(INCH))
    assert b'Extension="svg" ContentType="image/svg+xml"' in zipfile.ZipFile(io.BytesIO(written.data)).read(
        "[Content_Types].xml"
    )


def test_an_svg_that_gives_no_size_is_as_large_as_its_png(with_files):
    plain = b'<svg xmlns="http://www.w3.org/2000/svg"/>'
    _, drawing = with_files({"a/chart.svg": plain, "a/chart.png": png(96, 48)})
    assert said(drawing.find(f"{WP}extent"), "cx") == str(INCH)


def test_a_draft_that_names_the_png_uses_just_the_png(with_files):
    written, drawing = with_files({"a/chart.svg": SVG, "a/chart.png": png(96, 48)}, "a/chart.png")
    assert list(drawing.iter(ASVG_BLIP)) == []
    assert not any(name.endswith("svg") for name in zipfile.ZipFile(io.BytesIO(written.data)).namelist())


@pytest.mark.parametrize(
    "files", [{}, {"a/chart.png": b"no picture"}, {"a/chart.png": SVG}, {"chart.png": png(9, 9)}]
)
def test_an_svg_without_its_png_prints_its_text_with_a_finding(with_files, files):
    written, drawing = with_files({"a/chart.svg": SVG, **files})
    (finding,) = written.findings
    assert finding.id == "picture-svg-without-png"
    assert '"chart.png"' in finding.hint
    assert drawing is None
    assert read_outline(written.data)[0].text == "A chart"


def test_an_svg_with_a_script_is_refused_whatever_lies_beside_it(with_files):
    data = SVG.replace(b"/>", b"><script/></svg>")
    written, drawing = with_files({"a/chart.svg": data, "a/chart.png": png(9, 9)})
    assert [finding.id for finding in written.findings] == ["picture-unsafe"]
    assert "has a script" in written.findings[0].message
    assert drawing is None


def test_a_photograph_taken_sideways_stands_upright(with_files):
    _, drawing = with_files({"photo.jpg": photograph(6)}, "photo.jpg")
    transform = next(drawing.iter(f"{A}xfrm"))
    assert (said(transform, "rot"), said(transform, "flipH")) == ("5400000", "")
    # Before it is turned the picture is 300 dots wide and 200 high, at 96 to the inch.
    for extent in (drawing.find(f"{WP}extent"), transform.find(f"{A}ext")):
        assert (said(extent, "cx"), said(extent, "cy")) == (str(300 * INCH // 96), str(200 * INCH // 96))


def test_a_mirrored_photograph_is_mirrored_back(with_files):
    _, drawing = with_files({"photo.jpg": photograph(4)}, "photo.jpg")
    transform = next(drawing.iter(f"{A}xfrm"))
    assert (said(transform, "rot"), said(transform, "flipH")) == ("10800000", "1")


def test_a_sideways_photograph_is_sized_by_its_upright_width(with_files):
    photo = Picture(Image("photo.jpg", "A photo", width="1in"))
    size = printed_size(examine(photograph(8)), photo.image.width, ROOM)
    assert (size.width, size.height) == (INCH, INCH * 3 // 2)


@pytest.mark.parametrize(
    ("data", "identifier", "says"),
    [
        (b"RIFF\0\0\0\0WEBPVP8 ", "picture-unsupported", '"a.png" is a WebP file'),
        (png(9, 9)[:-9], "picture-damaged", '"a.png" is a PNG that is damaged or cut off'),
        (b"diary", "picture-unsupported", '"a.png" is no picture that Word can show'),
    ],
)
def test_a_picture_that_cannot_be_printed_is_told_with_its_reason(with_files, data, identifier, says):
    written, drawing = with_files({"a.png": data}, "a.png")
    (finding,) = written.findings
    assert finding.id == identifier
    assert finding.message.startswith(says)
    assert finding.message.endswith("; its text is printed instead.")
    assert finding.hint
    assert drawing is None


def test_a_picture_on_the_web_is_linked_and_never_fetched(resources):
    def refuse(source):
        raise AssertionError(source)

    image = Image("https://example.org/chart.png", "A chart")
    written = write_word(Draft((Paragraph((image,)),)), Resources(resources.look, refuse))
    (link,) = docx.Document(io.BytesIO(written.data)).paragraphs[0].hyperlinks
    assert (link.text, link.address) == ("A chart", "https://example.org/chart.png")
    assert [finding.id for finding in written.findings] == ["picture-remote"]
