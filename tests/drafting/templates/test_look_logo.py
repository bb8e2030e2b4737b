"""The logo of a look is found where pictures are found."""

from __future__ import annotations

import pytest

from letterbook.drafting.assembling.pictures import Pictures
from letterbook.drafting.templates.look_file import load_look
from letterbook.drafting.templates.look_logo import with_logo
from letterbook.finding import Place

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20
LOOK = """\
fonts: {body: {name: Arial}, code: {name: Courier}}
header: {first: {right: "{logo}"}}
logo: {file: FILE, width: 30, alt: A wave}
"""


@pytest.fixture
def dressed(workspace_of):
    def make(file, files):
        project = workspace_of({"looks/mine.yaml": LOOK.replace("FILE", file), **files})
        return with_logo(load_look(project.search_path, "mine"), Pictures(project.workspace))

    return make


@pytest.mark.parametrize("file", ["wave.png", "brand/wave.png", "attachments/brand/wave.png"])
def test_a_logo_is_found_by_name_or_by_path(dressed, file):
    look, findings = dressed(file, {"attachments/brand/wave.png": PNG})
    assert (look.logo.source, look.logo.width, look.logo.alt) == ("attachments/brand/wave.png", 30, "A wave")
    assert findings == ()


@pytest.mark.parametrize(
    ("file", "identifier"),
    [
        ("wvae.png", "picture-missing"),
        ("../../wave.png", "picture-outside"),
        ("https://example.org/wave.png", "picture-remote"),
    ],
)
def test_a_logo_that_is_not_to_be_had_is_left_out_with_a_finding(dressed, file, identifier):
    look, (finding,) = dressed(file, {"attachments/wave.png": PNG})
    assert look.logo is None
    assert (finding.id, finding.place) == (identifier, Place("looks/mine.yaml", 3, 14))


def test_a_look_without_a_logo_stays_as_it_is(workspace_of):
    project = workspace_of({})
    look = load_look(project.search_path, "classic")
    assert with_logo(look, Pictures(project.workspace)) == (look, ())
