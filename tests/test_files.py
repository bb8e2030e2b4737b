"""Files are read whatever their encoding, written whole or not at all, and named for any system."""

from __future__ import annotations

import codecs
import os
from pathlib import Path

import pytest

from letterbook.errors import BadInput, LetterbookError
from letterbook.files import (
    TEMPORARY_PREFIX,
    decode,
    encode_like,
    inside,
    read_text,
    write,
    write_all,
)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("déjà vu".encode(), "déjà vu"),
        ("\ufeffdéjà vu".encode(), "déjà vu"),
        ("déjà vu".encode("utf-16"), "déjà vu"),
        (b"caf\xe9 \x93quoted\x94", "café “quoted”"),
        (b"one\r\ntwo", "one\r\ntwo"),
    ],
)
def test_text_is_read_in_its_encoding(tmp_path: Path, data: bytes, text: str) -> None:
    path = tmp_path / "note.md"
    path.write_bytes(data)
    assert read_text(path) == text


@pytest.mark.parametrize(
    "data",
    [
        "déjà".encode(),
        "\ufeffdéjà".encode(),
        "déjà".encode("utf-16"),
        codecs.BOM_UTF16_BE + "déjà".encode("utf-16-be"),
        "déjà".encode("cp1252"),
        b"",
    ],
)
def test_text_is_written_in_the_encoding_it_was_read_in(data: bytes) -> None:
    assert encode_like(decode(data, Path("note.md")), data) == data


def test_text_that_an_old_encoding_cannot_hold_is_written_as_utf_8() -> None:
    assert encode_like("déjà → vu", "déjà".encode("cp1252")) == "déjà → vu".encode()


def test_a_binary_file_is_refused_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "picture.md"
    path.write_bytes(b"\x89PNG\0\0\0")
    with pytest.raises(BadInput, match="not a text file") as caught:
        read_text(path)
    assert caught.value.place is not None
    assert caught.value.place.file == str(path)


def test_a_missing_file_is_bad_input(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be read: no such file"):
        read_text(tmp_path / "absent.md")


def test_unchanged_bytes_are_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.md"
    assert write(path, b"one") is True
    os.utime(path, ns=(1, 1))
    assert write(path, b"one") is False
    assert path.stat().st_mtime_ns == 1


def test_only_changed_files_are_reported(tmp_path: Path) -> None:
    write(tmp_path / "kept", b"same")
    changed = write_all({tmp_path / "kept": b"same", tmp_path / "new": b"x", tmp_path / "other": b"y"})
    assert sorted(path.name for path in changed) == ["new", "other"]


def test_permissions_stay(tmp_path: Path) -> None:
    path = tmp_path / "private.md"
    path.write_bytes(b"one")
    path.chmod(0o600)
    write(path, b"two")
    assert path.stat().st_mode & 0o777 == 0o600


def test_nothing_half_written_is_left_when_a_target_cannot_be_replaced(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(LetterbookError, match="cannot be written"):
        write_all({tmp_path / "folder": b"x", tmp_path / "note": b"y"})
    assert not [path for path in tmp_path.rglob("*") if path.name.startswith(TEMPORARY_PREFIX)]


@pytest.mark.parametrize("name", ["../x", "/etc/passwd", "a/../../x", "..\\x", "a\0b", "link/x"])
def test_a_path_out_of_the_root_is_refused(tmp_path: Path, name: str) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (root / "link").symlink_to(tmp_path)
    with pytest.raises(BadInput, match="outside"):
        inside(root, name)


def test_a_path_inside_the_root_is_resolved(tmp_path: Path) -> None:
    assert inside(tmp_path, "a/./b.png") == tmp_path.resolve() / "a" / "b.png"
