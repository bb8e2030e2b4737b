"""Copies of an approved file: recipients who get the same passages share all but their values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from letterbook.writers.word.mail_merge.approved_file import ApprovedFile
from letterbook.writers.word.mail_merge.cuts import Cuts, cut_passages
from letterbook.writers.word.mail_merge.kept_parts import cut_notes, kept_parts
from letterbook.writers.word.mail_merge.marks import marks_of
from letterbook.writers.word.mail_merge.numbers import renumbered
from letterbook.writers.word.mail_merge.packed_copy import PackedCopy
from letterbook.writers.word.mail_merge.references import gone_bookmarks, settle_references
from letterbook.writers.word.mail_merge.slots import Change, Slot, pieces
from letterbook.writers.word.opened.archive import Member, new_member

Passages = tuple[bool, ...]


class CopyMaker:
    """Makes the copies of an approved file; what a group shares is made when it is first needed."""

    def __init__(self, approved: ApprovedFile) -> None:
        self.approved = approved
        self._groups: dict[Passages, PackedCopy] = {}
        self._marks = {name: marks_of(story) for name, story in approved.stories.items()}
        self._properties = approved.properties.for_copy(approved.digest)

    def passages(self, values: Mapping[str, str]) -> Passages:
        """Which passages of the approved file a recipient with these values gets, in their order.

        Raises BadInput for a value that is neither yes nor no where a test needs one.
        """
        return tuple(passage.test.holds(values[passage.test.field]) for passage in self.approved.passages)

    def copy(self, values: Mapping[str, str]) -> bytes:
        """The copy of a recipient, whose `values` has each of the file's columns by its name.

        Raises BadInput for a value that is neither yes nor no where a test needs one.
        """
        return self.copy_with(self.passages(values), values)

    def copy_with(self, passages: Passages, values: Mapping[str, str]) -> bytes:
        """The copy of a recipient with these values who gets these of the passages."""
        group = self._groups.get(passages)
        if group is None:
            group = self._groups[passages] = self._group(passages)
        return group.data(values)

    def _group(self, passages: Passages) -> PackedCopy:
        """The zip for recipients who get these passages."""
        stories, changes = self._cut(passages)
        file = self.approved.file
        kept = kept_parts(file, stories)
        changed = {**kept.changed, self.approved.properties.part.name: self._properties}
        varying: dict[str, list[bytes | Slot]] = {}
        for name, cuts in stories.items():
            made = list(pieces(cuts.story.part.data, (*cuts.changes(), *changes[name])))
            if len(made) > 1:
                varying[name] = made
            elif changes[name] or cuts:
                changed[name] = b"".join(piece for piece in made if isinstance(piece, bytes))
        members = [
            _renewed(member, changed[member.name]) if member.name in changed else member
            for member in file.archive.members
            if member.name not in kept.gone
        ]
        return PackedCopy(members, {name: made for name, made in varying.items() if name not in kept.gone})

    def _cut(self, passages: Passages) -> tuple[dict[str, Cuts], dict[str, list[Change]]]:
        """The stories without the passages that are not for the group, and what changes in them besides."""
        left_out = [
            passage for passage, is_in in zip(self.approved.passages, passages, strict=True) if not is_in
        ]
        stories: dict[str, Cuts] = {}
        changes: dict[str, list[Change]] = {}
        for name, story in self.approved.stories.items():
            own = [passage for passage in left_out if passage.story is story]
            stories[name], changes[name] = cut_passages(story, own, self._marks[name])
        cut_notes(stories)
        gone = frozenset(
            each for name, cuts in stories.items() for each in gone_bookmarks(cuts, self._marks[name])
        )
        for name, cuts in stories.items():
            changes[name] += settle_references(cuts, gone)
            if cuts:
                changes[name] += renumbered(cuts, self._marks[name])
        for span in self.approved.fields:
            changes[span.mark.story.name] += span.changes()
        return stories, changes


def _renewed(member: Member, data: bytes) -> Member:
    """A member with new bytes, its name and time as they were."""
    new = new_member(member.name, data)
    return replace(member, packed=new.packed, size=new.size, checksum=new.checksum, method=new.method)
