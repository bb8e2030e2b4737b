"""Charts drawn: the same bytes each time, readable by Word, complete."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from importlib import import_module
from importlib.machinery import PathFinder
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from letterbook.charts.chart import Allocation
from letterbook.charts.drawing import can_draw, draw
from letterbook.errors import MissingExtra, WrongUse
from letterbook.writers.word.pictures.image_formats import examine
from letterbook.writers.word.pictures.svg import read_svg
from tests.charts.examples import ALLOCATION, BRIDGE, CHARTS, EDGES, STYLE, entry, titles

drawn = pytest.mark.skipif(
    not can_draw(), reason="needs the extra `charts`: pip install 'letterbook[charts]'"
)
ALL = CHARTS | EDGES
ROOT = Path(__file__).parents[2]


@drawn
@pytest.mark.parametrize("name", ALL)
def test_a_drawing_is_an_svg_that_word_may_have_and_a_png_of_the_same_size(name):
    drawing = draw(ALL[name], STYLE)
    svg, png = read_svg(drawing.svg), examine(drawing.png)
    assert (svg.ending, png.ending) == ("svg", "png")
    assert (svg.width * 0.75, svg.height * 0.75) == pytest.approx((drawing.width, drawing.height))
    assert (png.width, png.height) == pytest.approx((svg.width / 96 * 220, svg.height / 96 * 220), abs=1.5)
    assert len(drawing.svg) < 200_000


@drawn
def test_two_processes_draw_the_same_bytes_whatever_else_they_drew_before():
    script = (
        "import sys, hashlib\n"
        "from tests.charts.examples import CHARTS, STYLE; from letterbook.charts.drawing import draw\n"
        "names = list(CHARTS) if sys.argv[1] == 'forwards' else list(CHARTS)[::-1]\n"
        "found = {name: draw(CHARTS[name], STYLE) for name in names}\n"
        "print(*(hashlib.sha256(found[n].svg + found[n].png).hexdigest() for n in CHARTS))\n"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", script, way],
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
            env={"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed, "HOME": str(Path.home()), "PATH": ""},
        ).stdout
        for way, seed in (("forwards", "1"), ("backwards", "2"))
    ]
    assert runs[0] == runs[1]
    here = [hashlib.sha256(d.svg + d.png).hexdigest() for d in (draw(c, STYLE) for c in CHARTS.values())]
    assert runs[0].split() == here


@drawn
def test_settings_of_a_person_change_nothing():
    plain = draw(BRIDGE, STYLE)
    with import_module("matplotlib").rc_context(
        {"font.size": 30, "svg.fonttype": "none", "lines.linewidth": 9, "savefig.dpi": 20}
    ):
        assert draw(BRIDGE, STYLE) == plain


@drawn
def test_nothing_of_pyplot_is_loaded():
    code = (
        "import sys; from tests.charts.examples import BRIDGE, STYLE\n"
        "from letterbook.charts.drawing import draw\n"
        "assert 'matplotlib' not in sys.modules; draw(BRIDGE, STYLE)\n"
        "assert 'matplotlib' in sys.modules; assert 'matplotlib.pyplot' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)


@drawn
def test_letters_are_paths_so_that_a_reader_needs_no_font():
    tags = {element.tag.rpartition("}")[2] for element in ET.fromstring(draw(ALLOCATION, STYLE).svg).iter()}
    assert "path" in tags
    assert not tags & {"text", "script", "image"}


@drawn
def test_a_drawing_tells_of_no_date_and_no_program():
    drawing = draw(BRIDGE, STYLE)
    assert b"dc:date" not in drawing.svg
    assert b"Matplotlib" not in drawing.svg.replace(b"http://matplotlib.org", b"").split(b"-->", 1)[-1]
    assert b"Software" not in drawing.png


@drawn
def test_characters_that_no_font_has_are_told():
    drawing = draw(Allocation(titles("Sectors"), (entry("東京 Robotics 東", 3),)), STYLE)
    assert drawing.missing in {"東京", ""}  # nothing where the machine's fonts have them
    assert draw(ALLOCATION, STYLE).missing == ""


def test_two_units_are_refused_before_anything_is_drawn():
    with pytest.raises(WrongUse, match="nothing to show"):
        draw(Allocation(titles("Sectors"), ()), STYLE)


def test_without_the_extra_the_error_says_what_to_install(monkeypatch):
    find = PathFinder.find_spec
    hidden = lambda name, *others: None if name == "matplotlib" else find(name, *others)  # noqa: E731
    monkeypatch.setattr(PathFinder, "find_spec", hidden)
    monkeypatch.delitem(sys.modules, "matplotlib", raising=False)
    with pytest.raises(MissingExtra, match=r"pip install matplotlib") as raised:
        draw(BRIDGE, STYLE)
    assert raised.value.exit_code == 7
