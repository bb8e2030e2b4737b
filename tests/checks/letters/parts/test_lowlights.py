"""Bad news in the data, spoken of or not."""

from __future__ import annotations

import pytest

from tests.checks.letters.funds import HOLDINGS

KPIS = "date,metric,value,unit,plan\n2026-06-30,MRR,180000,USD,240000\n2026-06-30,Churn,0.02,%,0.03\n"


def worse(text, new):
    changed = HOLDINGS.replace(text, new)
    assert changed != HOLDINGS
    return {"holdings": changed}


FALLEN = worse("0,16900000", "0,9000000")
AT_RISK = worse("21400000,preferred shares,on track", "21400000,preferred shares,at risk")
WRITTEN_OFF = worse("16900000,preferred shares,on track", "0,preferred shares,written off")


@pytest.mark.parametrize(
    ("tables", "news"),
    [
        (FALLEN, "Marlow Robotics is worth 40% less"),
        (AT_RISK, "Kelpworks is at risk"),
        (WRITTEN_OFF, "Marlow Robotics was written off"),
        ({"kpis": KPIS}, "MRR missed its plan"),
        ({"kpis": "date,metric,value,unit\n2026-06-30,Runway,4.2,months\n"}, "the runway is 4.2 months"),
        (
            {"kpis": "date,metric,value,unit\n2026-06-30,Cash,500,USD\n2026-06-30,Net burn,100,USD\n"},
            "the runway is 5.0 months",
        ),
    ],
)
def test_bad_news_of_which_nothing_is_said_is_told_once(found_of_fund, tables, news):
    assert found_of_fund("S-LOWLIGHT", "Kelpworks and Marlow Robotics grew.", tables=tables) == [
        (0, f"The data show that {news}; the letter does not speak of it.")
    ]


def test_all_news_are_told_in_one_sentence(found_of_fund):
    ((_, message),) = found_of_fund("S-LOWLIGHT", tables={**FALLEN, "kpis": KPIS})
    assert message == (
        "The data show that Marlow Robotics is worth 40% less and MRR missed its plan; "
        "the letter does not speak of it."
    )


@pytest.mark.parametrize(
    "said",
    [
        "We wrote Marlow Robotics down to $9.0m, since two chains left.",
        "### Marlow Robotics\n\nThe half-year was hard: two chains left.",
        "## Highlights and lowlights\n\n- Two chains left.",
        "## Was nicht gelang\n\nZwei Ketten gingen.",
        "## What went wrong\n\nText.",
    ],
)
def test_a_section_or_a_sentence_about_it_is_enough(found_of_fund, said):
    assert found_of_fund("S-LOWLIGHT", said, tables=FALLEN) == []


def test_a_runway_needs_no_word_for_trouble(found_of_fund):
    tables = {"kpis": "date,metric,value,unit\n2026-06-30,Runway,4.2,months\n"}
    assert found_of_fund("S-LOWLIGHT", "Our runway is four months.", tables=tables) == []


@pytest.mark.parametrize(
    "tables",
    [
        {},  # a part of Tern was sold: less is held, nothing was lost
        worse("0,16900000", "0,14800000"),  # a fall of two percent
        {"kpis": KPIS.replace("180000", "235000")},
        {"kpis": "date,metric,value,unit,plan\n2026-06-30,Mood,3,,5\n2026-06-30,Runway,11,months,\n"},
        {"kpis": KPIS.replace("2026-06-30", "2026-03-31")},
        {"holdings": HOLDINGS.replace("preferred shares,on track", "preferred shares,written off")},
    ],
)
def test_no_news_is_no_news(found_of_fund, tables):
    assert found_of_fund("S-LOWLIGHT", "All is well.", tables=tables) == []


def test_a_value_that_fell_without_a_row_before_is_told_by_its_own_column(found_of_fund):
    rows = (
        "as of,fund,holding,company,cost total,proceeds,fair value,fv prev\n"
        "2026-06-30,f1,kelp,Kelpworks,4500000,0,2000000,4500000\n"
        "2026-06-30,f1,tern,Tern,4500000,3000000,2000000,4500000\n"
    )
    ((_, message),) = found_of_fund("S-LOWLIGHT", tables={"holdings": rows})
    assert "Kelpworks is worth 56% less;" in message
