"""A user's own section and template are files in the workspace; their mistakes are one located sentence."""

from __future__ import annotations

import pytest

from letterbook.drafting.eject import eject
from letterbook.drafting.search_path import Kind
from letterbook.errors import BadInput, WrongUse
from letterbook.writers.markdown import write_markdown

MEMO = {"items/Memo.md": "---\ntitle: Memo\nurl: https://memo.example\n---\nWords.\n"}
SHOUT = """\
---
about: The titles of what is placed, loudly.
parameters:
  mark: {about: What ends a line., default: "!"}
places: no
---
{% for item in placed %}
- **{{ item.title }}**{{ mark }}
{% endfor %}
"""
TEMPLATE = {
    "templates/postcard/template.yaml": 'about: A postcard.\nheading: "{title} ({source})"\n',
    "templates/postcard/outline.md.j2": "Dear reader,\n",
    "templates/postcard/layout.md.j2": "# {{ edition.title }}\n\n{{ body }}\n\n*Wish you were here.*\n",
}


def test_an_own_section_is_one_file(printed):
    text = printed('{{ shout mark="?!" }}\n\n### [[Memo]]\n\nYes.', {**MEMO, "sections/shout.md.j2": SHOUT})
    assert text.startswith("- **Memo**?!\n")


def test_an_own_template_is_a_folder(drafted):
    assembly = drafted("### [[Memo]]\n\nYes.\n", {**MEMO, **TEMPLATE}, template="postcard")
    assert write_markdown(assembly.draft) == (
        "# a loaf\n\n### [Memo](https://memo.example)\n\nYes.\n\n*Wish you were here.*\n"
    )


def test_an_ejected_and_edited_section_is_used_instead_of_the_built_in_one(workspace_of, printed):
    root = workspace_of({}).workspace.root
    eject(root, Kind.SECTION, "contents")
    path = root / "sections" / "contents.md.j2"
    edited = path.read_text(encoding="utf-8").replace("- {{", "- see {{")
    assert printed(
        "{{ contents }}\n\n### [[Memo]]\n\nYes.", {**MEMO, "sections/contents.md.j2": edited}
    ).startswith("- see Memo")


@pytest.mark.parametrize(
    ("partial", "says"),
    [
        ("---\nabout: A\n---\n\n{{ plcaed }}\n", '"plcaed" is not known'),
        ("---\nabout: A\n---\n\n{% for x in placed %}\n", "syntax error"),
        ("---\nabout: A\n---\n\n{{ edition.titel }}\n", '"titel"'),
    ],
)
def test_a_mistake_in_a_section_names_its_line_and_the_editions(drafted, partial, says):
    finding = drafted("Text.\n\n{{ mine }}\n", {"sections/mine.md.j2": partial}).findings[0]
    assert (finding.id, finding.severity) == ("section-failed", "error")
    assert finding.place.file == "sections/mine.md.j2"
    assert finding.place.line >= 5
    assert says in finding.message
    assert "editions/Tidewatch 7.md:9" in finding.message


def test_a_mistake_in_a_section_loses_nothing_else(printed):
    text = printed(
        "Before.\n\n{{ mine }}\n\nAfter.", {"sections/mine.md.j2": "---\nabout: A\n---\n{{ x }}\n"}
    )
    assert text == "Before.\n\nAfter."


def test_an_unknown_template_is_located_in_the_edition(drafted):
    with pytest.raises(WrongUse) as caught:
        drafted("Text.", template="newsleter")
    assert str(caught.value.place) == "editions/Tidewatch 7.md:6:11"
    assert caught.value.hint == 'Did you mean "newsletter"?'


def test_a_mistake_in_a_layout_names_its_line(drafted):
    files = {**TEMPLATE, "templates/postcard/layout.md.j2": "# A\n\n{{ bdoy }}\n"}
    with pytest.raises(BadInput, match="bdoy") as caught:
        drafted("Text.", files, template="postcard")
    assert str(caught.value.place) == "templates/postcard/layout.md.j2:3"
