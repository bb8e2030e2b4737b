"""letterbook tag: give themes to items and highlights."""

from __future__ import annotations

from pathlib import Path

import click

from letterbook.cli.command import WordsCommand, json_option
from letterbook.cli.json_output import print_json
from letterbook.cli.reporting import count, print_data, say, suggest
from letterbook.errors import WrongUse
from letterbook.library.catalogue import Catalogue, read_catalogue
from letterbook.library.lock import locked
from letterbook.library.tagging import Tagged, ThemesWanted
from letterbook.library.tagging import tag as change_tags
from letterbook.library.workspace import find_workspace


@click.command(cls=WordsCommand)
@click.argument("words", metavar="ITEM… +THEME -THEME", nargs=-1)
@json_option
@click.pass_obj
def tag(folder: Path, words: tuple[str, ...], as_json: bool) -> None:
    """Give ITEM the themes with a plus, and take away those with a minus.

    Any word may be a theme. Several items and themes may be named at once. A single highlight is
    ITEM#^ID, with the ID that "letterbook show ITEM" prints.

    \b
    Examples:
      letterbook tag "Small models, long memories" +ai +memory
      letterbook tag "A robot in every bakery" -hardware
      letterbook tag "A robot in every bakery#^h8e14b2d9" +robotics
    """
    wanted = ThemesWanted(_marked(words, "+"), _marked(words, "-"))
    references = [word for word in words if not word.startswith(("+", "-"))]
    if not references or not (wanted.add or wanted.remove):
        raise WrongUse(
            "Name at least one item and one theme.", hint='Like this: letterbook tag "An item" +energy'
        )
    workspace = find_workspace(folder)
    with locked(workspace):
        catalogue = read_catalogue(workspace)
        tagged = change_tags(workspace, catalogue, references, wanted)
    if as_json:
        print_json({"items": [_object(one) for one in tagged]})
        return
    _say_what_was_done(tagged, wanted, catalogue)


def _marked(words: tuple[str, ...], mark: str) -> tuple[str, ...]:
    return tuple(word[1:].strip() for word in words if word.startswith(mark) and word[1:].strip())


def _object(tagged: Tagged) -> dict[str, object]:
    return {
        "id": tagged.item.name,
        "path": tagged.item.path,
        "highlight": tagged.anchor,
        "themes": list(tagged.themes),
        "status": "changed" if tagged.changed else "unchanged",
    }


def _say_what_was_done(tagged: tuple[Tagged, ...], wanted: ThemesWanted, catalogue: Catalogue) -> None:
    for one in tagged:
        name = f"{one.item.name}#^{one.anchor}" if one.anchor else one.item.name
        print_data(f"{name} · {', '.join(one.themes) or 'no themes'}")
    for word in wanted.add:
        near = () if catalogue.themes.find(word) else catalogue.themes.suggest(word)
        if near:
            say(f'"{word}" is a new theme. Did you mean "{near[0]}"?')
    say(f"Changed {count(sum(one.changed for one in tagged), 'entry', 'entries')}.")
    suggest(f'letterbook items theme:"{(wanted.add or wanted.remove)[0]}"')
