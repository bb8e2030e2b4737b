"""SVG: its size is read from its root, and nothing that could run, load or grow gets through."""

from __future__ import annotations

import pytest

from letterbook.writers.word.pictures.image_file import ImageFile, Refusal
from letterbook.writers.word.pictures.svg import read_svg

DOCTYPE = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'


def svg(inner="", attributes='width="40" height="20"', before=""):
    namespaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f'<?xml version="1.0"?>{before}<svg {namespaces} {attributes}>{inner}</svg>'.encode()


@pytest.mark.parametrize(
    ("attributes", "width", "height"),
    [
        ('width="40" height="20"', 40, 20),
        ('width="40px" height=" 20PX "', 40, 20),
        ('width="72pt" height="36.0pt"', 96, 48),
        ('width="1in" height=".5in"', 96, 48),
        ('width="25.4mm" height="1.27cm"', 96, 48),
        ('width="6pc" height="101.6Q"', 96, 96),
        ('width="11.811023622047244in" height="1in"', 1133.858, 96),
        ('viewBox="0 0 640 480"', 640, 480),
        ('viewBox="-5,-5, 64,48"', 64, 48),
        ('width="100%" height="100%" viewBox="0 0 640 480"', 640, 480),
        ('width="320" viewBox="0 0 640 480"', 320, 240),
        ('height="20em" width="320px" viewBox="0 0 640 480"', 320, 240),
        ('height="120" viewBox="0 0 640 480"', 160, 120),
        ("", 0, 0),
        ('width="100%" height="50%"', 0, 0),
        ('width="40"', 0, 0),
        ('width="-40" height="20" viewBox="0 0 0 5"', 0, 0),
        ('width="nan" height="1e999" viewBox="a b c d"', 0, 0),
    ],
)
def test_the_size_is_read_from_the_root(attributes, width, height):
    drawing = read_svg(svg(attributes=attributes))
    assert drawing.ending == "svg"
    assert (drawing.width, drawing.height) == pytest.approx((width, height), abs=0.001)


@pytest.mark.parametrize(
    "data",
    [
        svg(before=DOCTYPE),
        svg("<style>text { font: 12px 'A'; fill: url(#g) } /* \\2022 */</style>"),
        svg('<use xlink:href="#a"/><use href="#b"/><g fill="url(#g)" clip-path="url( \'#c\' )"/>'),
        svg('<image href="data:image/png;base64,AAAA"/>'),
        svg('<style>@font-face { src: url("data:font/woff2;base64,AA==") }</style>'),
        svg('<g xmlns:cc="http://creativecommons.org/ns#"><cc:license cc:resource="http://x.org"/></g>'),
        svg("<text>3 &lt; 4 &amp; the script url(http://x.org) is text</text>"),
        svg().decode().encode("utf-16"),
        b"\xef\xbb\xbf<!-- drawn by hand -->\n" + svg().partition(b"?>")[2],
        '<?xml version="1.0" encoding="iso-8859-1"?><svg xmlns="http://www.w3.org/2000/svg">ü</svg>'.encode(
            "latin-1"
        ),
    ],
)
def test_a_harmless_drawing_is_taken(data):
    assert isinstance(read_svg(data), ImageFile)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (svg("<script>alert(1)</script>"), "script"),
        (svg('<s:script xmlns:s="http://www.w3.org/2000/svg"/>'), "script"),
        (svg('<h:script xmlns:h="http://www.w3.org/1999/xhtml"/>'), "script"),
        (svg(attributes='onload="alert(1)"'), "script"),
        (svg('<g ONCLICK="alert(1)"/>'), "script"),
        (svg('<a xlink:href="&#10; java&#115;cript:alert(1)"/>'), "script"),
        (svg('<animate attributeName="onclick" to="alert(1)"/>'), "script"),
        (svg('<set attributeName="xlink:href" to="http://x.org"/>'), "changes what it refers to"),
        (svg("<foreignObject/>"), "web page"),
        (svg('<iframe xmlns="http://www.w3.org/1999/xhtml"/>'), "web page"),
        (svg('<image href="photo.png"/>'), '"photo.png"'),
        (svg('<image xlink:href="file:///etc/passwd"/>'), "file:///etc/passwd"),
        (svg('<use href="http://x.org/a.svg#b"/>'), "http://x.org"),
        (svg('<a href="https://readwise.io/open/1">x</a>'), "readwise.io"),
        (svg('<image href="data:image/svg+xml,%3Csvg/%3E"/>'), "data:image/svg+xml"),
        (svg('<image href="data:text/html,x"/>'), "data:text/html"),
        (svg('<g xml:base="http://x.org/"/>'), "http://x.org/"),
        (svg('<g fill="url(http://x.org/a.svg#b)"/>'), "http://x.org"),
        (svg("<g style=\"filter:url( 'http://x.org/f' )\"/>"), "http://x.org"),
        (svg('<g style="fill: u\\72 l(//x.org)"/>'), "//x.org"),
        (svg("<style>@import 'a.css';</style>"), "style sheet"),
        (svg("<style><![CDATA[ g { fill: URL(a.png) } ]]></style>"), "a.png"),
        (svg("<style>\\40 import 'a.css';</style>"), "style sheet"),
        (svg(before='<?xml-stylesheet href="http://x.org/a.css"?>'), "style sheet"),
        (svg(before="<!DOCTYPE svg [<!ENTITY a 'b'>]>"), "declarations"),
        (
            svg(before='<!DOCTYPE svg SYSTEM "a.dtd" [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
            "declarations",
        ),
        (svg("&nbsp;", before=DOCTYPE), "&nbsp;"),
        (svg("<g>" * 600 + "</g>" * 600), "deeply"),
    ],
)
def test_what_could_run_or_load_is_refused(data, reason):
    refusal = read_svg(data)
    assert isinstance(refusal, Refusal)
    assert refusal.id == "picture-unsafe"
    assert reason in refusal.reason


@pytest.mark.parametrize(
    ("data", "identifier"),
    [
        (svg()[:-4], "picture-damaged"),
        (svg("<g>"), "picture-damaged"),
        (svg("&undeclared;"), "picture-damaged"),
        (svg("\x01"), "picture-damaged"),
        (b"<svg/>", "picture-unsupported"),
        (b"<!DOCTYPE html><html></html>", "picture-unsupported"),
        (b"<html><svg/></html>", "picture-unsupported"),
        (b"<", "picture-unsupported"),
        (b'<?xml version="1.0" encoding="no-such"?><svg/>', "picture-unsupported"),
        (svg(" " * 10_000_000), "picture-too-large"),
    ],
)
def test_what_is_no_whole_drawing_is_refused(data, identifier):
    assert read_svg(data).id == identifier
