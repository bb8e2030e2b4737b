"""Which figure a number is: by the words around it first, then by its value."""

from __future__ import annotations

from decimal import Decimal

import pytest

from letterbook.figure import Basis, Figure, Unit, UnitKind

AGREE = [
    "Fund I net TVPI of 2.1x",
    "2.1x net TVPI and 0.22x DPI for Fund I",
    "Fund I: TVPI 2.1x, DPI 0.2x, net IRR 23%, gross IRR 30%.",
    "Fund I had returned 0.22x of paid-in capital (DPI) and was worth 2.1x (TVPI).",
    "The net TVPI of Fund I and Fund II was 2.1x and 1.1x respectively.",
    "Fund I net TVPI was 2.1x, against 1.1x for Fund II.",
    "Fund I NAV: US$78.5m (31 December 2025: US$71.3m).",
    "At 31 December 2025 the NAV of Fund I was $71.3m.",
    "The net asset value of Fund I rose from $71.3m to $78.5m.",
    "Investors have committed $60m to Fund I, of which $42m is paid in and $18m unfunded.",
    "We have distributed $9.18m from our first fund.",
    "Fund II has a net IRR of −2.0%.",
    "Fund II lost 2.0% a year (net IRR).",
    "Revenue growth at Marlow Robotics was 71% in H1 2026.",
    "Marlow Robotics grew revenues 71%.",
    "Kelpworks is now carried at a fair value of $21.4m; Marlow Robotics at $16.9m.",
    "The portfolio counts 9 companies.",
    "More than 2x TVPI net for Fund I",
    "Fund I’s NAV is nearly $80m, or about 80 million dollars.",
    "Fund I stands at 2.1x net.",
    "Fund I net TVPI 2.09",
    "The net IRR of Fund I was 23.4 per cent, and its gross IRR 29.8 per cent.",
    "Without the credit facility, Fund I would have had… a net IRR of 21.9%.",
    "Fund I IRR: 2,340 basis points net",
]
DISAGREE = [
    "Fund I net TVPI of 2.4x",
    "2.3x net TVPI and 0.32x DPI for Fund I",
    "Fund I: TVPI 2.2x, DPI 0.3x, net IRR 24%, gross IRR 31%.",
    "Fund I net TVPI was 1.1x, against 2.1x for Fund II.",
    "Fund I NAV at 31 December 2025: US$72.3m.",
    "We distributed $8.2m from Fund I since inception.",
    "Fund II has a net IRR of 2.0%.",
    "Marlow Robotics grew revenues 17%.",
    "The portfolio has 10 companies.",
    "Fund I’s NAV is over $80m.",
    "Fund I gross IRR: 23.4%.",
    "€78.5m is the NAV of Fund I.",
    "The unfunded commitment of Fund I is $16.0m.",
    "Fund I net TVPI is 2.19.",
]
UNCOVERED = [
    "The index had a net IRR of 23.4%.",
    "We expect a net IRR of 25% for Fund I.",
    "The average buyout fund has a TVPI of 1.5x.",
    "At 31 December 2024 the NAV of Fund I was $61.3m.",
    "Fund I NAV grew by $7.2m, or 10%.",
    "Net asset value of Fund I increased by 10%.",
    "Marlow raised a $12m round at a $60m valuation.",
    "Over 80 companies were met by our team of 12.",
    "Fund I has called 70% of its commitments.",
    "Inflation was 3.1%, the S&P 500 rose 12.4% and rates fell by 25 basis points.",
]


@pytest.mark.parametrize("sentence", AGREE)
def test_what_agrees(outcomes, sentence):
    assert set(outcomes(sentence)) <= {"a", " "}


@pytest.mark.parametrize("sentence", DISAGREE)
def test_what_disagrees(outcomes, sentence):
    assert set(outcomes(sentence)) <= {"d", " "}


@pytest.mark.parametrize("sentence", UNCOVERED)
def test_what_no_figure_covers(outcomes, sentence):
    assert set(outcomes(sentence)) <= {"u", " "}


def test_a_number_is_compared_with_the_figure_it_is_named_after_although_it_equals_another(tick):
    (one,) = tick("The net TVPI of Fund II was 2.09x.").ticks
    assert (one.match.figure.name, one.expected, one.match.equals.name) == (
        "Fund II TVPI",
        "1.12x",
        "Fund I TVPI",
    )


def test_the_heading_above_says_whose_number_it_is(outcomes):
    assert outcomes("Fund II", "Net TVPI: 1.1x", "NAV: $31.2m") == "a a"
    assert outcomes("Fund II", "Net TVPI: 2.1x", "NAV: $78.5m") == "d d"


def test_the_latest_figure_is_meant_unless_the_letter_says_another_date(outcomes):
    assert outcomes("The NAV of Fund I is $71.3m.") == "d"
    assert outcomes("Letter to 31 December 2025", "The NAV of Fund I is $71.3m.") == "a"
    assert outcomes("The NAV of Fund I went up from $71.3m.") == "a"
    assert outcomes("The NAV of Fund I, up from $72.3m at year-end 2025, is $78.5m.") == "d a"


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            [["", "Fund I", "Fund II"], ["Net TVPI", "2.1x", "1.1x"], ["NAV (US$m)", "78.5", "31.2"]],
            "a a a a",
        ),
        (
            [["", "Fund I", "Fund II"], ["Net TVPI", "1.1x", "2.1x"], ["NAV (US$m)", "31.2", "78.5"]],
            "d d d d",
        ),
        ([["$m", "NAV", "Paid-in"], ["Fund I", "78.5", "42.0"], ["Fund II", "31.2", "24.8"]], "a a a d"),
        ([["Net IRR, %"], ["Fund I", "23.4"], ["Fund II", "(2.0)"]], "a a"),
        ([["Fund I", ""], ["Net IRR", "23.4%"], ["Fund II", ""], ["Net IRR", "23.4%"]], "a d"),
        ([["", "30 June 2026", "31 December 2025"], ["Fund I NAV", "$78.5m", "$71.3m"]], "a a"),
        ([["", "30 June 2026", "31 December 2025"], ["Fund I NAV", "$71.3m", "$78.5m"]], "d d"),
        ([["Fund I paid-in capital", "42,000,000"], ["Fund I unfunded", "18,500,000"]], "a d"),
        ([["Company", "Fair value ($ million)"], ["Kelpworks", "21.4"], ["Marlow Robotics", "19.6"]], "a d"),
    ],
)
def test_rows_columns_and_bands_name_the_numbers_of_a_table(outcomes, table, expected):
    assert outcomes(table=table) == expected


def test_a_part_of_a_name_is_enough_where_no_other_has_it(outcomes, tick, figures):
    assert outcomes("Marlow is held at $16.9m, and grew revenue by 17%.") == "a d"
    only_one = [figure for figure in figures if not figure.name.startswith("Fund II")]
    fund = tick("The fund’s net TVPI is 2.1x.", "The fund’s DPI is 0.4x net.", sheet=only_one)
    assert [each.outcome.value for each in fund.ticks] == ["agrees", "disagrees"]


def test_opening_and_closing_values_are_those_of_two_dates(outcomes):
    bridge = [["Fund I NAV bridge", "$m"], ["Opening NAV", "71.3"], ["Closing NAV", "78.5"]]
    assert outcomes("Fund I", table=bridge) == "a a"


def test_an_index_is_compared_with_its_own_figure(tick, figures):
    index = Figure("Northern Seas Index return", Decimal("0.071"), Unit(UnitKind.PERCENT))
    fund = Figure("Fund I return", Decimal("0.09"), Unit(UnitKind.PERCENT), basis=Basis.NET)
    sentence = "The Northern Seas Index returned {}, against a net return of {} for the fund."
    for numbers, expected in ((("7.1%", "9.0%"), "agrees"), (("9.0%", "7.1%"), "disagrees")):
        letter = tick(sentence.format(*numbers), sheet=[index, fund])
        assert [each.outcome.value for each in letter.ticks] == [expected, expected]
        assert [each.match.figure.name for each in letter.ticks] == [index.name, fund.name]


def test_a_letter_with_decimal_commas_is_read_as_one(outcomes):
    assert outcomes("Fund I: Net TVPI 2,1x, NAV €78,5m") == "a d"
    assert outcomes("Fund I: Net TVPI 2,1x, paid-in capital $42.000.000") == "a a"


@pytest.mark.parametrize(
    "text",
    [
        "A week later I read it again, slower, and it was about 40% better than I remembered.",
        "In 1986 the plant had 212 people and 4 telephones; by 1999 it was a museum.",
        "We walked 12 miles, drank 3 coffees and argued for 2 hours about whether 10x engineers exist.",
        "Half of the 31 bakeries keep the robot, 14 of them because of the smell.",
        "He paid $4.50 for it, sold it for $2.1m, and gave 60% away.",
        "Episode 58 (1:02:33) is worth your time: they talk for 42 minutes about batteries.",
        "Prices fell 12% in a year, 3.5 million people moved, and 0.6% of them came back.",
        "A kilowatt-hour costs 9.1 cents at 4 am and 31 cents at 6 pm.",
        "The returns to scale are 2x at best, and the value of a friend is 1.",
        "They raised a $100m fund in 2 weeks; my own first fund took 3 years.",
        "Over 18 months the company grew from 9 to 90 employees.",
        "The paper has 212 authors, 31 pages and 1 idea.",
        "Interest rates rose to 5.25%, and mortgage payments by $400 a month.",
        "On page 14 she says that 70% of hires work out.",
        "GPT-4 scored 86.4% where GPT-3.5 had 70%.",
        "The S&P 500 returned 26.3% and the Nasdaq 43.4%, net of nothing.",
        "Distribution is 90% of marketing.",
        "There are 7 deadly sins, 12 apostles and 9 lives.",
        "A margin of 2.1 points decided it.",
        "It cost £1,250 and weighed 18.4 kg.",
    ],
)
def test_prose_about_other_things_gives_no_false_alarm(outcomes, text):
    assert "d" not in outcomes("Tidewatch 7", "Dear reader,", text)


def test_the_real_edition_and_export_give_no_false_alarm(outcomes, seeds):
    for path in sorted(seeds.glob("*.txt")):
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        texts = ["".join(filter(str.isprintable, line)) for line in lines if line.strip()]
        assert "d" not in outcomes(*texts)
