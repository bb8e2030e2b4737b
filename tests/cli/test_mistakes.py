"""Every mistake gives one located, helpful sentence and the right exit code, and loses nothing."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

ITEM = "---\ntitle: An article\nthemes: [energy]\nurl: https://a.example/article\n---\nMine.\n"
OTHER = "---\ntitle: Another article\n---\n"
EDITION = "editions/Newsletter 1.md"


HIGHLIGHT = "\n### —\n\n> [!quote]\n> Words.\n\n^h1\n"


def edition(body, details=""):
    return f"---\npublication: newsletter\nnumber: 1\ndate: 2024-01-25\ntitle: T\n{details}---\n{body}\n"


def section(body):
    return f"---\nabout: My own.\n---\n{body}\n"


@dataclass(frozen=True)
class Mistake:
    """What is wrong: files, the command that meets it, its exit code, and what it says."""

    name: str
    command: list[str]
    code: int
    says: list[str]
    files: dict[str, str | bytes] = field(default_factory=dict)


def in_edition(name, body, says, *, code=1, details="", command=("check",), **files):
    return Mistake(
        name,
        list(command),
        code,
        says,
        {EDITION: edition(body, details), **{path.replace("__", "/"): text for path, text in files.items()}},
    )


SHEET = """\
name,value,unit,as of,basis
Fund I IRR,23.4%,%,2026-06-30,net
Fund I IRR,29.8%,%,2026-06-30,gross
Partners,3,number,2025-12-31,
"""


def in_letter(
    name,
    body,
    says,
    *,
    code=1,
    details="as-of: 2026-06-30\naudience: investors\n",
    sheet="",
    command=("check",),
):
    own = {"fund__figures.csv": SHEET + sheet}
    return in_edition(name, body, says, code=code, details=details, command=command, **own)


MISTAKES = [
    # names that do not exist
    Mistake("theme", ["items", "theme:enery"], 2, ['There is no theme "enery".', 'Did you mean "energy"?']),
    Mistake(
        "item", ["show", "An artcle"], 2, ['There is no item "An artcle".', 'Did you mean "An article"?']
    ),
    Mistake(
        "query field", ["items", "teme:energy"], 2, ['A query has no field "teme".', 'Did you mean "theme"?']
    ),
    Mistake("state", ["items", "is:usd"], 2, ['A query has no "is:usd".', 'Did you mean "used"?']),
    Mistake("date", ["items", "since:2024-13"], 2, ['"2024-13" is no date.', "Write 2024-01-31"]),
    Mistake("edition", ["draft", "Newsleter 1"], 2, ['There is no edition "Newsleter 1".']),
    in_edition(
        "look of an edition",
        "Text.",
        [f"{EDITION}:6:7: ", 'There is no look "modrn".', 'Did you mean "modern"?'],
        code=2,
        details="look: modrn\n",
    ),
    Mistake(
        "publication", ["new", "newsleter"], 2, ['no publication "newsleter"', 'Did you mean "newsletter"?']
    ),
    Mistake("no publication", ["new"], 2, ["Which publication?", "There are: newsletter, letters."]),
    Mistake(
        "template",
        ["draft", "--template", "newsleter", "theme:energy"],
        2,
        ['There is no template "newsleter".', 'Did you mean "newsletter"?'],
    ),
    Mistake(
        "section", ["sections", "show", "content"], 2, ['no section "content"', 'Did you mean "contents"?']
    ),
    Mistake(
        "look", ["looks", "show", "clasic"], 2, ['There is no look "clasic".', 'Did you mean "classic"?']
    ),
    Mistake("command", ["darft"], 2, ['There is no command "letterbook darft".', 'Did you mean "draft"?']),
    Mistake("option", ["draft", "--too", "md"], 2, ["No such option '--too'", "letterbook draft --help"]),
    Mistake("theme to rename", ["themes", "rename", "enery", "power"], 2, ['There is no theme "enery".']),
    Mistake("nothing to tag", ["tag", "An article"], 2, ["Name at least one item and one theme."]),
    Mistake("highlight", ["tag", "An article#^h1", "+energy"], 2, ['"An article" has no highlight ^h1.']),
    # values
    in_edition(
        "format", "Hi.", ['No draft can be written as "doc".'], code=2, command=("draft", "--to", "doc")
    ),
    in_edition(
        "audience", "Hi.", ['no audience "publik"'], code=2, command=("draft", "--audience", "publik")
    ),
    in_edition("day", "Hi.", ['"1/2/24" is no date.'], code=2, command=("draft", "--date", "1/2/24")),
    in_edition(
        "two formats, one file",
        "Hi.",
        ["-o takes one file."],
        code=2,
        command=("draft", "--to", "docx,md", "-o", "x.md"),
    ),
    in_edition(
        "two outputs", "Hi.", ["Leave out one of them."], code=2, command=("draft", "-o", "-", "--json")
    ),
    # letterheads
    in_edition(
        "letterhead that is not there",
        "Hi.",
        [f"{EDITION}:6:13: ", 'There is no letterhead "kopf.docx".', 'Did you mean "stationery/kopf.docx"?'],
        code=4,
        details="letterhead: kopf.docx\n",
        command=("draft",),
        **{"stationery__kopf.docx": b"PK"},
    ),
    in_edition(
        "letterhead outside the workspace",
        "Hi.",
        [f"{EDITION}:6:13: ", '"../kopf.docx" lies outside', "copy it there"],
        code=4,
        details="letterhead: ../kopf.docx\n",
    ),
    in_edition(
        "letterhead with a password",
        "Hi.",
        ["kopf.docx is protected with a password.", "remove the password"],
        code=4,
        details="letterhead: kopf.docx\n",
        command=("draft",),
        **{"kopf.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")},
    ),
    in_edition(
        "letterhead and look",
        "Hi.",
        ["it has both a look and a letterhead; keep one of them."],
        code=4,
        details="letterhead: kopf.docx\nlook: plain\n",
    ),
    # details at the top of a file
    Mistake(
        "date of an edition",
        ["check", "Newsletter 1"],
        4,
        [f"{EDITION}:4:7", '"25.1.2024" is no date'],
        {EDITION: edition("Hi.").replace("2024-01-25", "25.1.2024")},
    ),
    Mistake(
        "doubled key",
        ["check", "Newsletter 1"],
        4,
        [f"{EDITION}:6", "title"],
        {EDITION: edition("Hi.", "title: U\n")},
    ),
    Mistake(
        "broken settings",
        ["items"],
        4,
        ["letterbook.yaml:1", "publications"],
        {"letterbook.yaml": "publcations:\n  a: {}\n"},
    ),
    Mistake(
        "publication of an edition",
        ["check", "Newsletter 1"],
        4,
        [f"{EDITION}:2:14", 'no publication "newsletters"', 'Did you mean "newsletter"?'],
        {EDITION: edition("Hi.").replace("publication: newsletter", "publication: newsletters")},
    ),
    # references
    in_edition(
        "reference to nothing", "See [[An artcle]].", [f"{EDITION}:7:", '"An artcle"', 'mean "An article"?']
    ),
    in_edition(
        "heading of nothing", "### [[An artcle]]", [f"{EDITION}:7:", '"An artcle"', 'mean "An article"?']
    ),
    in_edition(
        "reference to two things",
        "See [[An article]].",
        [f"{EDITION}:7:", "An article"],
        **{"items__sub__An article.md": ITEM},
    ),
    in_edition("reference to itself", "See [[Newsletter 1]].", [f"{EDITION}:7:", "this very edition"]),
    in_edition("highlight of an item", "![[An article#^h1]]", [f"{EDITION}:7:", "^h1"]),
    in_edition("picture that is missing", "![[no.png]]", [f"{EDITION}:7:", "no.png"]),
    in_edition("picture outside", "![a](../../secret.png)", [f"{EDITION}:7:", "outside the workspace"]),
    # sections
    in_edition(
        "section in an edition", "{{ contens }}", [f"{EDITION}:7:", "contens", 'Did you mean "contents"?']
    ),
    in_edition("parameter", "{{ items theem=energy }}", [f"{EDITION}:7:", "theem", 'Did you mean "theme"?']),
    in_edition("value of a parameter", "{{ items limit=many }}", [f"{EDITION}:7:", "limit", "whole number"]),
    in_edition(
        "theme in a section", "{{ items theme=enery }}", [f"{EDITION}:7:", "enery", 'Did you mean "energy"?']
    ),
    in_edition(
        "undefined name in a section",
        "{{ mine }}",
        [f"{EDITION}:7", "sections/mine.md.j2:4", "colour"],
        **{"sections__mine.md.j2": section("{{ colour }}")},
    ),
    in_edition(
        "broken syntax in a section",
        "{{ mine }}",
        [f"{EDITION}:7", "sections/mine.md.j2:4"],
        **{"sections__mine.md.j2": section("{% for x in %}")},
    ),
    # what an edition says
    in_edition(
        "item placed twice",
        "### [[An article]]\n\nA.\n\n### [[An article]]\n\nB.",
        ["An article", "a second time; the first is in line 7"],
        code=0,
    ),
    in_edition(
        "number used twice",
        "Hi.",
        ["Newsletter 1b", "number"],
        command=("check", "Newsletter 1"),
        **{"editions__Newsletter 1b.md": edition("Hi.")},
    ),
    in_edition(
        "item for the firm in a public edition",
        "### [[Secret]]\n\nWords.",
        ["Secret", "Nothing was written"],
        command=("draft",),
        **{"items__Secret.md": "---\ntitle: Secret\naudience: firm\n---\n"},
    ),
    # figures
    in_letter(
        "figure of another date",
        "The NAV was {{ Partners }}.",
        [f"{EDITION}:9:13: ", "as of 2025-12-31, this edition as of 2026-06-30", "as-of=2025-12-31 }}"],
    ),
    in_letter(
        "figure that may be several",
        "It returned {{ Fund I IRR }}.",
        ['"Fund I IRR" may be any of 2 figures', "{{ Fund I net IRR }} or {{ Fund I gross IRR }}"],
    ),
    in_letter(
        "figure that nobody has",
        "It returned {{ Fund I ner IRR }}.",
        ['"Fund I ner IRR"', 'Did you mean "Fund I IRR"?'],
    ),
    in_letter(
        "more decimals than are stated",
        "It returned {{ Fund I net IRR decimals=3 }}.",
        ["stated as 23.4%", "decimals=1"],
    ),
    in_letter(
        "change of nothing",
        "It {{ Fund I net IRR, change }}.",
        ['no "Fund I IRR" before 2026-06-30', "same name and basis"],
    ),
    in_letter(
        "figure for investors in an edition for all",
        "It returned {{ Fund I net IRR }}.",
        ['"Fund I IRR" of 2026-06-30 is for investors', "Nothing was written"],
        details="as-of: 2026-06-30\naudience: public\n",
        command=("draft",),
    ),
    in_letter(
        "letter that calls a figure from a sheet with a fault",
        "It returned {{ Fund I net IRR }}.",
        ["fund/figures.csv:5:2: ", '"n/a" is no number.'],
        sheet="Fund I NAV,n/a,USD,2026-06-30,net\n",
    ),
    in_letter("date of the figures", "Hi.", [f"{EDITION}:6:8: ", '"soon"'], details="as-of: soon\n", code=4),
    Mistake("nothing to explain", ["explain", "Fund I NAV"], 2, ['There is no figure and no draft "Fund I']),
    Mistake("draft to explain", ["explain", "letter.docx", "2.1x"], 4, ["letter.docx cannot be read"]),
    # items
    Mistake(
        "highlight with a doubled id",
        ["doctor"],
        1,
        ["items/Doubled.md:", 'Two highlights have the id "h1"'],
        {"items/Doubled.md": f"---\ntitle: D\n---\n\n## Highlights\n{HIGHLIGHT * 2}"},
    ),
    Mistake(
        "text between highlights",
        ["doctor"],
        0,
        ["items/Between.md:"],
        {"items/Between.md": f"---\ntitle: B\n---\n\n## Highlights\n{HIGHLIGHT}\nMine.\n"},
    ),
    Mistake(
        "item with a doubled key",
        ["show", "Broken"],
        4,
        ["items/Broken.md:3", "title"],
        {"items/Broken.md": "---\ntitle: A\ntitle: B\n---\n"},
    ),
    # what is to be imported
    Mistake("nothing to import", ["import"], 2, ["There is nothing to import."]),
    Mistake(
        "missing export", ["import", "/no/such/file.md"], 4, ["There is no file or folder /no/such/file.md."]
    ),
]


@pytest.fixture
def workspace(empty_workspace):
    (empty_workspace / "items" / "An article.md").write_text(ITEM, encoding="utf-8")
    (empty_workspace / "items" / "Another article.md").write_text(OTHER, encoding="utf-8")
    return empty_workspace


def contents(folder):
    hidden = {".letterbook", "records", "drafts"}
    return {
        path: path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not hidden & set(path.relative_to(folder).parts)
    }


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_a_mistake_is_told_in_a_sentence_and_loses_nothing(letterbook, workspace, mistake):
    for path, text in mistake.files.items():
        (workspace / path).parent.mkdir(parents=True, exist_ok=True)
        (workspace / path).write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    before = contents(workspace)
    run = letterbook("-C", workspace, *mistake.command)
    told = run.stdout + run.stderr
    assert [words for words in mistake.says if words not in told] == [], told
    assert run.code == mistake.code, told
    assert "Traceback" not in told
    assert contents(workspace) == before


def test_an_export_that_is_empty_is_told(letterbook, workspace, tmp_path):
    (tmp_path / "empty.md").write_text(" \n", encoding="utf-8")
    run = letterbook("-C", workspace, "import", tmp_path / "empty.md")
    assert run.code == 4
    assert "empty.md: The file is empty." in run.stderr


def test_an_export_that_is_no_text_is_told(letterbook, workspace, tmp_path):
    (tmp_path / "export.md").write_bytes(b"\x89PNG\0\0")
    run = letterbook("-C", workspace, "import", tmp_path / "export.md")
    assert run.code == 4
    assert "export.md is not a text file." in run.stderr


@pytest.mark.parametrize("command", [["items"], ["check"], ["draft"], ["new", "newsletter"], ["doctor"], []])
def test_outside_a_workspace_every_command_says_how_to_make_one(letterbook, tmp_path, command):
    run = letterbook("-C", tmp_path, *command)
    assert run.code == 3
    assert "There is no letterbook.yaml" in run.stderr
    assert "letterbook init" in run.stderr


def test_a_draft_that_was_edited_stays_and_the_new_one_lies_beside_it(letterbook, workspace):
    (workspace / EDITION).write_text(edition("Hi."), encoding="utf-8")
    letterbook("-C", workspace, "draft")
    draft = workspace / "drafts" / "Newsletter 1.md"
    draft.write_text("edited", encoding="utf-8")
    run = letterbook("-C", workspace, "draft")
    assert run.code == 5
    assert "drafts/Newsletter 1.md has been edited since it was drafted" in run.stderr
    assert draft.read_text(encoding="utf-8") == "edited"
    assert (workspace / "drafts" / "Newsletter 1.new.md").is_file()


def test_a_draft_that_is_open_in_word_stays(letterbook, workspace):
    (workspace / EDITION).write_text(edition("Hi."), encoding="utf-8")
    letterbook("-C", workspace, "draft", "--to", "docx")
    (workspace / "drafts" / "~$wsletter 1.docx").write_bytes(b"")
    (workspace / EDITION).write_text(edition("Hello."), encoding="utf-8")
    run = letterbook("-C", workspace, "draft", "--to", "docx")
    assert run.code == 5
    assert "is open in a word processor" in run.stderr


def test_a_folder_that_cannot_be_written_is_told(letterbook, workspace):
    (workspace / EDITION).write_text(edition("Hi."), encoding="utf-8")
    (workspace / "drafts").write_text("a file where a folder should be", encoding="utf-8")
    run = letterbook("-C", workspace, "draft")
    assert run.code == 1
    assert "cannot be written" in run.stderr


def test_settings_that_are_no_text_are_to_be_saved_again(letterbook, workspace):
    (workspace / "letterbook.yaml").write_bytes(b"author: a\0b\n")
    run = letterbook("-C", workspace, "items")
    assert run.code == 4
    assert "Save or export it again as plain text." in run.stderr


def test_an_option_without_its_value_is_answered_with_what_it_takes(letterbook, workspace):
    run = letterbook("-C", workspace, "draft", "--sources")
    assert run.code == 2
    assert "--sources HOW: Tell sources in a second file: appendix or comments." in run.stderr
    assert "See: letterbook draft --help" in letterbook("-C", workspace, "draft", "--sourcs").stderr
