"""Real editors between the draft and the copies: LibreOffice opens and saves the approved file, twice."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from letterbook.draft import Alignment, Draft, Paragraph, Table, TableCell, TableRow, Text
from letterbook.writers.word.document import write_word
from tests.recipient_parts import field, when
from tests.writers.word.mail_merge.masters import copy, lines_of

SOFFICE = shutil.which("soffice")


def line(*words):
    return Paragraph(tuple(Text(word) if isinstance(word, str) else word for word in words))


def table(*cells):
    row = TableRow(tuple(TableCell((cell,)) for cell in cells))
    return Table((Alignment.DEFAULT,) * len(cells), (), (row,))


LETTER = Draft(
    (
        line("Dear ", field("salutation"), ","),
        when("recipient.vip", line("Secret one"), line("Secret two"), line("Secret three")),
        line("Open one"),
        when("recipient.vip", table(Text("Secret cell"), field("sum")), line("Secret four")),
        line("Open two"),
        when(
            "not recipient.vip",
            line("Plain one"),
            when("recipient.country = 'DE'", line("German"), line("Two")),
        ),
        line("Your sum is ", field("sum"), "."),
    )
)


@pytest.fixture(scope="module")
def saved_by_libreoffice(tmp_path_factory):
    if SOFFICE is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("editor")

    def save(data, times):
        path = folder / "letter.docx"
        path.write_bytes(data)
        for number in range(times):
            target = folder / str(number)
            command = (
                *(SOFFICE, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"),
                *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(target), str(path)),
            )
            subprocess.run(command, check=True, capture_output=True, timeout=120)
            path = target / "letter.docx"
        return path.read_bytes()

    return save


@pytest.mark.parametrize("times", [0, 1, 2, 3])
def test_copies_say_the_same_however_often_libreoffice_has_saved_the_file(
    resources, saved_by_libreoffice, times
):
    data = saved_by_libreoffice(write_word(LETTER, resources).data, times)

    def said(**values):
        return [words for words in lines_of(copy(data, salutation="Ines", sum="5", **values)) if words]

    assert said(vip="yes", country="DE") == [
        *("Dear Ines,", "Secret one", "Secret two", "Secret three", "Open one"),
        *("Secret cell", "5", "Secret four", "Open two", "Your sum is 5."),
    ]
    assert said(vip="no", country="FR") == [
        "Dear Ines,",
        "Open one",
        "Open two",
        "Plain one",
        "Your sum is 5.",
    ]
    assert said(vip="no", country="DE") == [
        *("Dear Ines,", "Open one", "Open two", "Plain one", "German", "Two", "Your sum is 5."),
    ]
