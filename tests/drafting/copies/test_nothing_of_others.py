"""Two hundred investors, and every byte of every copy: nothing in it is another investor's."""

from __future__ import annotations

import csv
import hashlib
import io
import random
import zipfile

import pytest

INVESTORS = 200
AMOUNTS = ("committed", "paid_in", "closing", "unfunded")
COMPANIES = ("Kelpworks", "Marlow Robotics", "Saltmarsh Foods")
SETTINGS = """\
author: Nora Lindqvist
publications:
  letters: {title: Harbour Row, template: newsletter, audience: investors, numbering: half-year}
"""
NAME = "Letter 2026 H1"
TOP = "---\npublication: letters\nnumber: 2026 H1\ndate: 2026-07-20\ntitle: Half a year\n---\n"
ENGLISH = """\
Dear {{ recipient.salutation }},

This is the letter to {{ recipient.name }} ({{ recipient.lp }}).[^1]

::: {.toc depth=2}
:::

## What happened

::: {.when test="recipient.public_records"}
## Public records

You, {{ recipient.salutation }}, may have to publish this.[^2]
:::

::: {.when test="not recipient.excused contains 'Kelpworks'"}
Kelpworks grew; see [](#account).
:::

::: {.when test="not recipient.excused contains 'Marlow Robotics'"}
- Marlow Robotics sold arms.
:::

::: {.when test="recipient.obligations contains 'fees'"}
| Fees of {{ recipient.name }} | |
|:---|---:|
| Paid in | {{ recipient.paid_in }} |
:::

::: {.table #account align="left decimal"}
| Your account, {{ recipient.lp }} | |
|:---|---:|
| Commitment | {{ recipient.committed }} |
| Paid in | {{ recipient.paid_in }} |
| Balance | {{ recipient.closing }} |
| Unfunded | {{ recipient.unfunded }} |
:::

[^1]: For {{ recipient.name }} alone.
[^2]: Public records of {{ recipient.lp }}.
"""
GERMAN = """\
Guten Tag {{ recipient.salutation }},

::: {.when test="not recipient.excused contains 'Saltmarsh Foods'"}
Saltmarsh Foods wächst.
:::

| Ihr Konto, {{ recipient.lp }} | |
|:---|---:|
| Zusage | {{ recipient.committed }} |
| Stand | {{ recipient.closing }} |
"""


def invented():
    """Investors with names, ids and amounts of which none is a part of another one's."""
    rng = random.Random(20260720)
    syllables = ["ka", "ro", "mi", "tel", "vun", "sha", "pik", "dor", "lüm", "zew", "øst", "b&a"]
    taken = set()

    def new(make):
        while (word := make()) in taken or any(word in other or other in word for other in taken):
            pass
        taken.add(word)
        return word

    for _ in range(INVESTORS):
        yield {
            "lp": new(lambda: f"lp-{rng.randrange(16**8):08x}"),
            "name": new(lambda: "".join(rng.choices(syllables, k=5)).title()) + " Pension",
            "salutation": "Dr " + new(lambda: "".join(rng.choices(syllables, k=5)).title()),
            **{each: new(lambda: f"{rng.randrange(10**8, 10**9):,}") for each in AMOUNTS},
            "public_records": rng.choice(("yes", "no", "")),
            "excused": "; ".join(rng.sample(COMPANIES, rng.choice((0, 0, 1, 2)))),
            "obligations": rng.choice(("", "fees", "k-1, fees")),
            "language": rng.choice(("", "en", "de")),
        }


@pytest.fixture(scope="module")
def people():
    return list(invented())


@pytest.fixture
def copies(letterbook, tmp_path, people):
    """The bytes of each copy, in the order of the investors."""
    sheet = io.StringIO()
    writer = csv.DictWriter(sheet, people[0])
    writer.writeheader()
    writer.writerows(people)
    for name, text in {
        "letterbook.yaml": SETTINGS,
        "fund/recipients.csv": sheet.getvalue(),
        f"editions/{NAME}.md": TOP + ENGLISH,
        f"editions/{NAME}.de.md": TOP + GERMAN,
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8", newline="")
    for name in (NAME, f"{NAME}.de"):
        assert letterbook("-C", tmp_path, "draft", name, "--to", "docx").code == 0
        assert letterbook("-C", tmp_path, "approve", name).code == 0
    letter, out = tmp_path / "drafts" / f"{NAME}.docx", tmp_path / "out"
    run = letterbook("copies", letter, tmp_path / "fund/recipients.csv", "-o", out, "--json")
    assert run.code == 0, run.stderr
    assert [each["line"] for each in run.json["copies"]] == list(range(2, INVESTORS + 2))
    return [(out / each["path"]).read_bytes() for each in run.json["copies"]]


def contents(copy):
    """All that a copy holds: its own bytes, and what its members are called and hold when unpacked."""
    yield copy
    with zipfile.ZipFile(io.BytesIO(copy)) as package:
        for entry in package.infolist():
            yield entry.filename.encode() + entry.comment + entry.extra
            yield package.read(entry)


def secrets_of(person):
    """What identifies an investor or tells an amount of theirs, as XML and as plain text has it."""
    for key in ("lp", "name", "salutation", *AMOUNTS):
        word = person[key].removeprefix("Dr ").removesuffix(" Pension")
        yield from {word.encode(), word.replace("&", "&amp;").encode()}


def test_no_byte_of_a_copy_is_another_investors(copies, people):
    secrets = [(secret, owner) for owner, person in enumerate(people) for secret in secrets_of(person)]
    owners = {}
    data_of = {}
    for number, copy in enumerate(copies):
        for data in contents(copy):
            digest = hashlib.sha256(data).digest()
            data_of[digest] = data
            owners.setdefault(digest, set()).add(number)
    told = {}
    for digest, data in data_of.items():
        told[digest] = {owner for secret, owner in secrets if secret in data}
    assert [
        (sorted(told[digest]), sorted(numbers))
        for digest, numbers in owners.items()
        if told[digest] - numbers
    ] == []
    shared = [digest for digest, numbers in owners.items() if len(numbers) > 1]
    assert all(not told[digest] for digest in shared)
    assert {owner for found in told.values() for owner in found} == set(range(INVESTORS))


def test_each_copy_has_all_that_is_its_investors_and_the_passages_for_them(copies, people):
    for copy, person in zip(copies, people, strict=True):
        with zipfile.ZipFile(io.BytesIO(copy)) as package:
            text = "".join(
                package.read(name).decode()
                for name in package.namelist()
                if name in {"word/document.xml", "word/footnotes.xml"}
            )
        excused = [each.strip() for each in person["excused"].split(";")]
        is_german = person["language"] == "de"
        wanted = {
            person["closing"]: True,
            person["paid_in"]: not is_german,
            "may have to publish this": not is_german and person["public_records"] == "yes",
            "Public records of": not is_german and person["public_records"] == "yes",
            "Kelpworks grew": not is_german and "Kelpworks" not in excused,
            "Marlow Robotics sold arms": not is_german and "Marlow Robotics" not in excused,
            "Fees of": not is_german and "fees" in person["obligations"],
            "Saltmarsh Foods wächst": is_german and "Saltmarsh Foods" not in excused,
        }
        assert {words: words in text for words in wanted} == wanted
        assert "«" not in text
