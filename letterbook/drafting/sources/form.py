"""The forms in which the sources of a draft can be told."""

from __future__ import annotations

from enum import StrEnum

from letterbook.errors import WrongUse
from letterbook.suggestion import did_you_mean
from letterbook.word_lists import listed

COMMENTED_FORMAT = "docx"


class SourcesForm(StrEnum):
    """In an appendix at the end of the draft, or in comments on what it prints."""

    APPENDIX = "appendix"
    COMMENTS = "comments"

    def has(self, format_name: str) -> bool:
        """Whether sources can be told so in a file of this format: only Word has comments."""
        return self is SourcesForm.APPENDIX or format_name == COMMENTED_FORMAT


def sources_form(word: str) -> SourcesForm:
    """The form that `word` names; raises WrongUse for any other word."""
    if word not in set(SourcesForm):
        hint = did_you_mean(word, SourcesForm) or f"They can be told in {listed(SourcesForm, 'or')}."
        raise WrongUse(f'No sources can be told in "{word}".', hint=hint)
    return SourcesForm(word)
