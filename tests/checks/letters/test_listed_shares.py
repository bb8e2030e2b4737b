"""What the fund intends with listed shares, where the data say which are listed."""

from __future__ import annotations

import pytest

from tests.checks.letters.funds import HOLDINGS

INTENTION = "We intend to sell half of our shares in Tern Avionics before the winter."


@pytest.mark.parametrize(
    "sentence",
    [
        INTENTION,
        "The fund will gradually reduce its stake in Tern Avionics.",
        "Tern Avionics has become large, and we are going to trim it.",
        "We have begun selling Tern Avionics.",
    ],
)
def test_an_intention_with_listed_shares_is_told_once(found_of_fund, sentence):
    assert found_of_fund("C-MNPI", f"Text.\n\n{sentence}") == [
        (3, "What the fund intends with the listed shares of Tern Avionics is told.")
    ]


@pytest.mark.parametrize(
    "rows",
    [
        HOLDINGS.replace("listed shares", "unlisted shares"),
        HOLDINGS.replace("listed shares", "shares, not yet listed"),
        HOLDINGS.replace("listed shares", ""),
    ],
)
def test_shares_that_nobody_calls_listed_are_left_alone(found_of_fund, rows):
    assert found_of_fund("C-MNPI", INTENTION, tables={"holdings": rows}) == []


def test_a_ticker_or_a_quoted_price_says_it_too(found_of_fund):
    plain = HOLDINGS.replace("listed shares", "")
    ticker = plain.replace("instrument,status", "instrument,status,ticker").replace(
        "3600000,,on track", "3600000,,on track,TERN"
    )
    assert len(found_of_fund("C-MNPI", INTENTION, tables={"holdings": ticker})) == 1
    priced = plain.replace("instrument,status", "method,status").replace("3600000,,", "3600000,quoted price,")
    assert len(found_of_fund("C-MNPI", INTENTION, tables={"holdings": priced})) == 1
