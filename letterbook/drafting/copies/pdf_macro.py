"""What LibreOffice must be told to fill in the pages of a table of contents before it makes a PDF.

Only a macro can ask for that, so one is put into the profile that this program makes for LibreOffice.
Source: the interfaces XDocumentIndexesSupplier and XStorable of LibreOffice's API.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

_LIBRARY = "Standard"
_MODULE = "Pages"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_KIND = '"-//OpenOffice.org//DTD OfficeDocument 1.0//EN"'
_LIST = (
    f'{_HEAD}<!DOCTYPE library:library PUBLIC {_KIND} "library.dtd">\n'
    f'<library:library xmlns:library="http://openoffice.org/2000/library" library:name="{_LIBRARY}" '
    'library:readonly="false" library:passwordprotected="false">'
    f'<library:element library:name="{_MODULE}"/></library:library>\n'
)
_SOURCE = """\
Sub Export(folder As String, count As Integer)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim asPdf(0) As New com.sun.star.beans.PropertyValue
  asPdf(0).Name = "FilterName"
  asPdf(0).Value = "writer_pdf_Export"
  For number = 0 To count - 1
    letter = StarDesktop.loadComponentFromURL(folder + "/" + number + ".docx", "_blank", 0, hidden())
    indexes = letter.getDocumentIndexes()
    For index = 0 To indexes.getCount() - 1
      indexes.getByIndex(index).update()
    Next index
    letter.storeToURL(folder + "/" + number + ".pdf", asPdf())
    letter.close(True)
  Next number
End Sub
"""
_MODULE_XML = (
    f'{_HEAD}<!DOCTYPE script:module PUBLIC {_KIND} "module.dtd">\n'
    f'<script:module xmlns:script="http://openoffice.org/2000/script" script:name="{_MODULE}" '
    f'script:language="StarBasic">{escape(_SOURCE)}</script:module>\n'
)


def has_page_fields(document: bytes) -> bool:
    """Whether a Word file asks for the pages that something is on, as tables of contents do."""
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        return any(
            b"PAGEREF" in package.read(name)
            for name in package.namelist()
            if name.startswith("word/") and name.endswith(".xml")
        )


def install_macro(profile: Path) -> None:
    """Put the macro into a profile that LibreOffice has made and nothing is in yet."""
    library = profile / "user" / "basic" / _LIBRARY
    library.mkdir(parents=True, exist_ok=True)
    (library / "script.xlb").write_text(_LIST, encoding="utf-8")
    (library / f"{_MODULE}.xba").write_text(_MODULE_XML, encoding="utf-8")


def macro_call(folder: Path, count: int) -> str:
    """The address that runs the macro on `0.docx` and so on in `folder`, `count` of them."""
    return f'macro:///{_LIBRARY}.{_MODULE}.Export("{folder.as_uri()}",{count})'
