from __future__ import annotations

import pytest

from letterbook.checks import CHECKS
from letterbook.checks.checked_edition import OtherEdition
from letterbook.errors import WrongUse
from letterbook.finding import Place


def others(*editions):
    return tuple(OtherEdition(f"E{n}", f"editions/E{n}.md", *edition) for n, edition in enumerate(editions))


def test_a_number_used_twice_in_a_publication_is_located_at_the_number(check):
    found = check(
        others=others(("tidewatch", "7")), places={"number": Place("editions/Tidewatch 7.md", 3, 9)}
    )
    assert found == [("number-twice", 3, 'Number 7 is also that of "E0".')]


def test_the_same_number_in_another_publication_is_fine(check):
    assert check(others=others(("letters", "7"), ("tidewatch", "6"))) == []


@pytest.mark.parametrize(
    ("detail", "nothing"), [("number", ""), ("date", None), ("title", " ")], ids=["number", "date", "title"]
)
def test_a_missing_detail_is_found(check, detail, nothing):
    assert [name for name, _, _ in check(**{detail: nothing})] == [f"{detail}-missing"]


def test_a_draft_without_a_file_has_no_details_to_miss(check):
    assert check(path="", number="", title="", date=None) == []


def test_checks_on_request_run_only_when_asked_for(check):
    assert check() == []
    assert [name for name, _, _ in check(requested=["disclosures-missing"])] == ["disclosures-missing"]
    assert check(requested=["disclosures-missing"], sections=("disclosures",)) == []
    assert [name for name, _, _ in check(requested=["subtitle-missing"])] == ["subtitle-missing"]


def test_disclosures_that_somebody_typed_are_disclosures(check):
    typed = "Text.\n\nPast performance is not a guide to future results."
    assert check(typed, requested=["disclosures-missing"]) == []
    assert check("Our past performance.", requested=["disclosures-missing"]) != []


def test_an_unknown_check_is_suggested(check):
    with pytest.raises(WrongUse) as caught:
        check(requested=["disclosure-missing"])
    assert caught.value.hint == 'Did you mean "disclosures-missing"?'


def test_every_check_is_documented(request):
    manual = (request.config.rootpath / "docs" / "reference" / "checks.md").read_text(encoding="utf-8")
    rows = {check.id: f"| `{check.id}` | {check.severity} |" for check in CHECKS.values()}
    assert [name for name, row in rows.items() if row not in manual] == []
