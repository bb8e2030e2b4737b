"""A draft's files: written, written again, and never over what a person has edited."""

from __future__ import annotations

import json

import pytest

from letterbook.drafting.editions.draft_records import read_draft_records
from letterbook.drafting.output.draft_origin import DraftOrigin
from letterbook.drafting.output.outputs import format_of, known_format, write_outputs
from letterbook.errors import BadInput, WrongUse
from letterbook.writers.writer import Written


@pytest.fixture
def workspace(workspace_of):
    return workspace_of({}).workspace


@pytest.fixture
def write(workspace):
    """Writes `drafts/Tidewatch 7.docx` with these bytes and gives what became of it."""

    def outputs(data, **options):
        return write_outputs(workspace, "Tidewatch 7", {"docx": Written(data)}, **options)

    return outputs


@pytest.fixture
def draft_file(workspace):
    return workspace.drafts_folder / "Tidewatch 7.docx"


def test_a_draft_is_written_and_recorded(write, workspace, draft_file):
    outputs = write(b"one", origin=DraftOrigin(placed=("Memo",)))
    assert draft_file.read_bytes() == b"one"
    assert outputs.obstacle is None
    records = read_draft_records(workspace)
    assert records.outputs == {"drafts/Tidewatch 7.docx": outputs.files[0].sha256}
    assert records.placed == {"Tidewatch 7": ("Memo",)}


def test_a_draft_nobody_touched_is_replaced(write, draft_file):
    write(b"one")
    assert write(b"two").obstacle is None
    assert draft_file.read_bytes() == b"two"


def test_an_edited_draft_stays_and_the_new_one_lies_beside_it(write, draft_file):
    write(b"one")
    draft_file.write_bytes(b"red ink")
    outputs = write(b"two")
    assert draft_file.read_bytes() == b"red ink"
    assert draft_file.with_name("Tidewatch 7.new.docx").read_bytes() == b"two"
    assert outputs.obstacle.exit_code == 5
    assert "drafts/Tidewatch 7.docx has been edited" in outputs.obstacle.message


def test_an_edited_new_draft_is_not_overwritten_either(write, draft_file):
    write(b"one")
    draft_file.write_bytes(b"red ink")
    write(b"two")
    draft_file.with_name("Tidewatch 7.new.docx").write_bytes(b"more ink")
    write(b"three")
    assert draft_file.with_name("Tidewatch 7.new.docx").read_bytes() == b"more ink"
    assert draft_file.with_name("Tidewatch 7.new 2.docx").read_bytes() == b"three"


def test_a_file_the_record_does_not_know_counts_as_edited(write, draft_file):
    draft_file.parent.mkdir()
    draft_file.write_bytes(b"somebody's")
    assert write(b"one").obstacle is not None
    assert draft_file.read_bytes() == b"somebody's"


def test_a_file_with_the_same_bytes_is_in_nobodys_way(write, draft_file):
    draft_file.parent.mkdir()
    draft_file.write_bytes(b"one")
    assert write(b"one").obstacle is None


@pytest.mark.parametrize("mark", ["~$Tidewatch 7.docx", "~$dewatch 7.docx", ".~lock.Tidewatch 7.docx#"])
def test_a_draft_open_in_a_word_processor_is_left_alone(write, draft_file, mark):
    write(b"one")
    draft_file.with_name(mark).write_bytes(b"")
    outputs = write(b"two")
    assert draft_file.read_bytes() == b"one"
    assert "is open in a word processor" in outputs.obstacle.message


def test_a_destination_of_ones_own_is_recorded_and_guarded_too(write, tmp_path):
    destination = tmp_path / "elsewhere" / "out.docx"
    write(b"one", destination=destination)
    assert write(b"two", destination=destination).obstacle is None
    destination.write_bytes(b"red ink")
    assert write(b"three", destination=destination).obstacle is not None


def test_the_record_can_be_read_by_people_and_stays_sorted(write, workspace):
    write(b"one", origin=DraftOrigin(placed=("B", "A")))
    stored = json.loads((workspace.records_folder / "drafts.json").read_text())
    assert list(stored) == ["outputs", "placed"]
    assert stored["placed"] == {"Tidewatch 7": ["B", "A"]}


def test_a_broken_record_is_located(workspace):
    workspace.records_folder.mkdir()
    (workspace.records_folder / "drafts.json").write_text("{")
    with pytest.raises(BadInput, match="record of drafts") as caught:
        read_draft_records(workspace)
    assert caught.value.place.file == "records/drafts.json"


def test_an_unknown_format_is_suggested(tmp_path):
    with pytest.raises(WrongUse) as caught:
        known_format("dox")
    assert caught.value.hint == 'Did you mean "docx"?'
    with pytest.raises(WrongUse):
        format_of(tmp_path / "out.pdf")
