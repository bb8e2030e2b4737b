"""An invented library, and sections and templates run over it without a workspace around them."""

from __future__ import annotations

from datetime import date

import pytest

from letterbook.draft import Draft, Paragraph, Text
from letterbook.drafting.partials.views import EditionView, PublicationView
from letterbook.drafting.printing.item_print import ItemPrinter
from letterbook.drafting.search_path import SearchPath
from letterbook.drafting.sections.disclosures import Disclosure
from letterbook.drafting.sections.material import SectionMaterial
from letterbook.drafting.sections.questions import Question
from letterbook.drafting.sections.section import render_section
from letterbook.errors import WrongUse
from letterbook.finding import Place
from letterbook.item import Audience, Highlight, Item, Passage, Turn
from letterbook.library.themes.known_themes import Theme, known_themes
from letterbook.markup.expressions import parse_call
from letterbook.markup.normal_form import normalise
from letterbook.writers.markdown import write_markdown

CALLED_FROM = Place("editions/Slack Water 4.md", 12, 1)

TIDES = Item(
    name="Tides for rent",
    path="items/Tides for rent.md",
    title="Tides for rent",
    source="The Harbour Post",
    authors=("Ada Quill",),
    url="https://harbourpost.example/tides",
    kind="article",
    themes=("tides",),
    added="2024-03-04",
    teaser='What a "leased" tide costs',
    commentary=(
        Passage(
            "She rents the tide by the hour.[^1] See [the ledger][1].\n\n[^1]: Twice a day.\n\n"
            "[1]: https://ledger.example\n\n## Why it works\n\nBecause the moon pays.",
            20,
        ),
    ),
    highlights=(Highlight(anchor="h1", text="A tide is a **lease**, not a sale.", line=30),),
)
SLACK = Item(
    name="Who pays for slack water",
    path="items/Who pays for slack water.md",
    title="Who pays for slack water?",
    source="Two Anchors",
    url="https://twoanchors.example/9",
    kind="podcast",
    added="2024-02-10",
    speakers=("Mina Orr",),
    highlights=(
        Highlight(anchor="h2", takeaways=("A machine wrote this.",), line=12),
        Highlight(
            anchor="h3",
            transcript=(Turn("Speaker 1", "Nobody pays for slack water."), Turn("Speaker 2", "Yet.")),
            themes=("tidal-power",),
            line=20,
        ),
        Highlight(
            anchor="h4",
            transcript=(Turn("Speaker 1", "The quiet hour is the product."),),
            favourite=True,
            note="ask her",
            line=28,
        ),
    ),
)
HOSTILE = Item(
    name="Hostile",
    path="items/Hostile.md",
    title="# {{ x }} *a* [b](c) & <d>",
    source="",
    url="https://hostile.example/a_(b)",
    kind="post",
    themes=("craft",),
    added="2024-01-05",
    commentary=(
        Passage(
            "Mine.[^1] [There][1].\n\n[^1]: Another note.\n\n[1]: https://other.example\n\n"
            "```\nnever closed {{ x }}",
            9,
        ),
    ),
)
PLANT = Item(
    name="Brinework opens a plant",
    path="items/Brinework opens a plant.md",
    title="Brinework opens a plant",
    source="Brinework",
    kind="company",
    added="2024-03-01",
    audience=Audience.INVESTORS,
    signoff="yes",
    commentary=(Passage("The plant opened in March.", 9),),
)
HIRES = Item(
    name="Brinework hires",
    path="items/Brinework hires.md",
    title="Brinework hires",
    source="Brinework",
    url="https://brinework.example/hires",
    kind="company",
    added="2024-01-15",
    audience=Audience.INVESTORS,
    signoff="yes",
    commentary=(Passage("Four people joined.", 9),),
)
ROUND = Item(
    name="Ledgerly raises",
    path="items/Ledgerly raises.md",
    title="Ledgerly raises",
    source="Ledgerly",
    kind="company",
    added="2024-02-20",
    audience=Audience.INVESTORS,
    signoff="yes",
)
LIBRARY = (HIRES, PLANT, HOSTILE, ROUND, TIDES, SLACK)


def paragraph(words):
    return (Paragraph((Text(words),)),)


def find_item(reference):
    for item in LIBRARY:
        if item.name == reference:
            return item
    raise WrongUse(f'There is no item "{reference}".')


def find_edition(reference):
    if reference == "Slack Water 3":
        return EditionView(name="Slack Water 3", title="the third", link="https://slackwater.example/3")
    raise WrongUse(f'There is no edition "{reference}".')


@pytest.fixture
def material():
    """What the sections of one edition are made from."""
    return SectionMaterial(
        edition=EditionView(
            name="Slack Water 4",
            path=CALLED_FROM.file,
            title="a tide is not a *sale*",
            subtitle="Leases, ledgers and the moon",
            number="4",
            date=date(2024, 3, 28),
            authors=("Nora Vane",),
            values=(("addressee", "To the partners of Quay Fund I"),),
        ),
        publication=PublicationView(name="slack", title="Slack Water", author="Nora Vane"),
        placed=(TIDES, SLACK, HOSTILE),
        select=lambda query: query.select(LIBRARY, {}),
        find_item=find_item,
        find_edition=find_edition,
        themes=known_themes((Theme("tidal-power", "Power from the tides", ("tides",)),), LIBRARY),
        questions=(
            Question(paragraph("Does the moon send a bill?")),
            Question(paragraph("Is there a file?"), answered=True),
        ),
        disclosures=(
            Disclosure("confidentiality", "Confidentiality", paragraph("Please do not pass this on.")),
            Disclosure("past", "", paragraph("Past tides are no guide to future ones.")),
        ),
        printer=ItemPrinter(language="en"),
        today=date(2024, 4, 1),
    )


@pytest.fixture
def workspace(tmp_path):
    """The root of a workspace in which the user's own sections and templates may be put."""
    return tmp_path


@pytest.fixture
def own(workspace):
    """Writes a file of the user's own into the workspace."""

    def write(path, text):
        target = workspace / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        return target

    return write


@pytest.fixture
def render(material, workspace):
    """Runs a section, as an edition calls it."""

    def run(call):
        return render_section(parse_call(call), material, SearchPath(workspace), CALLED_FROM)

    return run


@pytest.fixture
def as_markdown(render):
    """The Markdown that a section prints."""
    return lambda call: markdown(render(call).blocks)


def markdown(blocks):
    return write_markdown(Draft(normalise(blocks)))
