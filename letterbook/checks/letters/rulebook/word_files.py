"""The rules of Word files that are about to be sent."""

from __future__ import annotations

from letterbook.checks.letters.on_demand import on_demand
from letterbook.checks.letters.profile import Severities
from letterbook.checks.letters.rule import Rule
from letterbook.finding import Severity

_EVERYWHERE = (Severity.ERROR, Severity.ERROR, Severity.ERROR, Severity.ERROR)

RULES = (
    Rule(
        id="W-REVISIONS",
        about="A Word file still has tracked changes, comments, hidden text or its sources in it.",
        why="A deletion that is tracked is still in the file, and so are the comment about the valuation "
        "and the paragraph that was "
        "hidden to be out of the way. What `draft --sources` wrote names files and rows. "
        "`letterbook check FILE.docx` looks for them in the text, tables, notes, headers and footers.",
        source="practice; ECMA-376 part 1, 17.13",
        advice="Accept or reject all changes, delete all comments and hidden text.",
        severities=Severities(*_EVERYWHERE),
        find_in_word=on_demand("letterbook.checks.letters.word_file:revisions_left"),
    ),
    Rule(
        id="W-METADATA",
        about="The properties of a Word file name somebody besides its author.",
        why="Who saved a file last, and for which company and manager Word was set up, is sent along and "
        "shown by any computer.",
        source="practice; ECMA-376 part 2, 11",
        advice="In Word: File, Info, Inspect Document, remove document properties.",
        severities=Severities(*[Severity.WARNING] * 4),
        find_in_word=on_demand("letterbook.checks.letters.word_file:properties_left"),
    ),
)
