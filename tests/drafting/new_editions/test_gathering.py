"""What a new letter takes over from a newsletter: the author's words on each theme, and nothing else."""

from __future__ import annotations

import pytest

from letterbook.drafting.new_editions.new_edition import new_edition
from letterbook.errors import WrongUse

ITEM = "---\ntitle: {title}\nthemes: [{theme}]\nadded: 2026-01-02\n---\n"
SEVEN = """\
---
publication: tidewatch
number: 7
date: 2026-06-25
title: seven
---
Hi all,

## Read

### [[Tides]]

What I *think* of tides.[^1]

#### A closer look

```
# no heading
```

See [the ledger][l] and [[Tides|this]].

[^1]: Twice a day,
    as always.

### [[Secret]]

For the firm.

### [[Grids]]

Grids are next.

{{ sign-off }}

[l]: https://ledger.example
"""
SIX = """\
---
publication: tidewatch
number: 6
date: 2026-02-01
title: six
---
### [[Tides]]

The first word.[^1]

[^1]: Another one.

### [[Memo]]

As the [ledger][l] says, [l].

[l]: https://old.example
"""
FILES = {
    "items/Tides.md": ITEM.format(title="Tides", theme="energy"),
    "items/Grids.md": ITEM.format(title="Grids", theme="grid-storage"),
    "items/Memo.md": "---\ntitle: Memo\n---\nMy memo.\n",
    "items/Secret.md": "---\ntitle: Secret\naudience: firm\nthemes: [energy]\n---\n",
    "themes.yaml": "grid-storage: {title: Grid storage}\nenergy: {title: Energy}\n",
    "editions/Tidewatch 6.md": SIX,
    "editions/Tidewatch 7.md": SEVEN,
}


@pytest.fixture
def begun(workspace_of, today):
    """Begins the next letter with what the newsletter said; gives its text."""

    def begin(*words, files=None, publication="letters", gather_from="tidewatch"):
        project = workspace_of({**FILES, **(files or {})})
        return new_edition(project, publication, words, today, gather_from=gather_from).path.read_text(
            "utf-8"
        )

    return begin


def thinking(text):
    """What stands below the heading for what was thought about."""
    return text.partition("## What we have been thinking about\n")[2].partition("\n## ")[0].strip()


def test_the_words_stand_below_their_themes_as_they_were_typed(begun, golden):
    golden("drafting/gathered.md", thinking(begun()) + "\n")


def test_only_editions_since_the_day_count(begun):
    said = thinking(begun("since:2026-03"))
    assert "The first word" not in said
    assert "What I *think*" in said


def test_later_editions_do_not_count(begun):
    said = thinking(begun("until:2026-03"))
    assert "The first word" in said
    assert "What I *think*" not in said


def test_without_a_day_it_is_since_the_last_letter(begun):
    letter = "---\npublication: letters\nnumber: 2025 H2\ndate: 2026-03-01\ntitle: Letter\n---\nDear all\n"
    said = thinking(begun(files={"editions/Letter 2025 H2.md": letter}))
    assert "The first word" not in said
    assert "Grids are next." in said


def test_the_other_words_choose_among_the_items(begun):
    said = thinking(begun("theme:grid-storage"))
    assert "Grids are next." in said
    assert "What I *think*" not in said


def test_what_the_readers_may_not_read_stays_away(begun):
    assert "For the firm" not in begun()
    assert "Secret" not in begun()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"gather_from": "tidewotch"}, 'no publication "tidewotch"'),
        ({"publication": "tidewatch", "gather_from": "letters"}, "has no place"),
    ],
)
def test_a_publication_or_template_that_cannot_be_used_is_said(begun, arguments, words):
    with pytest.raises(WrongUse, match=words):
        begun(**arguments)


def test_a_day_that_is_none_is_said(begun):
    with pytest.raises(WrongUse, match="is no date"):
        begun("since:spring")
