"""`fund/fund.yaml`: what is true of a fund whatever the day, or of several under `funds`."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Field, StringConstraints, field_validator, model_validator

from letterbook.currencies import CODES
from letterbook.files import read_text
from letterbook.markup.validation import Model, validate
from letterbook.markup.yaml_text import read_yaml
from letterbook.suggestion import did_you_mean

FUND_FILE = "fund/fund.yaml"
_LEGAL_FORMS = ("L.P.", "LP", "LLP", "Ltd", "Limited", "SCSp", "GmbH & Co. KG", "S.C.A.", "SICAV-RAIF")

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Identifier = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[A-Za-z0-9_-]+$")]
Fraction = Annotated[Decimal, Field(ge=0, le=1)]
Money = Annotated[Decimal, Field(ge=0)]


class GrossMethod(StrEnum):
    """How gross figures are made (ILPA Performance Template 2025); one method for the life of a fund."""

    GROSS_UP = "gross_up"
    GRANULAR = "granular"


class Structure(Model):
    """The terms of the fund, for the record."""

    carry: Fraction | None = Field(default=None, description="The carried interest, a fraction such as 0.20.")
    hurdle: Fraction | None = Field(default=None, description="The preferred return a year, such as 0.08.")
    fee: Fraction | None = Field(default=None, description="The management fee a year, such as 0.02.")
    fee_base: str = Field(default="", description="What the fee is a part of: committed, invested.")
    waterfall: str = Field(default="", description="european or american.")


class Facility(Model):
    """The subscription credit facility."""

    has: bool = Field(default=False, description="Whether the fund has one.")
    limit: Money | None = Field(default=None, description="How much may be drawn.")
    drawn: Money | None = Field(default=None, description="How much is drawn on the day `as_of`.")
    as_of: date | None = Field(default=None, description="The day of `drawn`.")


class Audit(Model):
    """When the accounts were last audited."""

    last_audited: date | None = Field(default=None, description="The day of the last audited accounts.")


class Regulatory(Model):
    """Under which rules the letters are written, for the record."""

    adviser: str = Field(default="", description="The adviser's registration, such as ERA or RIA.")
    profile: str = Field(default="", description="The profile of checks, such as lp-letter.")


class MoneyFormat(Model):
    """How computed amounts are shown."""

    scale: Literal["", "k", "m", "bn"] = Field(default="", description="k, m or bn; whole units if absent.")
    dp: int = Field(default=0, ge=0, le=6, description="Decimals.")


class Rounding(Model):
    """How computed figures are shown; without it in the house format."""

    mode: Literal["half_up"] = Field(default="half_up", description="half_up; there is no other.")
    multiple: int | None = Field(default=None, ge=0, le=6, description="Decimals of multiples.")
    percent: int | None = Field(default=None, ge=0, le=6, description="Decimals of rates.")
    money: MoneyFormat | None = Field(default=None, description="How amounts are shown.")
    accounts: MoneyFormat | None = Field(
        default=None, description="How amounts in an investor's account are shown; whole units if absent."
    )


class Fund(Model):
    """One fund."""

    id: Identifier = Field(description="Its name in the columns `fund` of the data.")
    name: Text = Field(description="Its full name.")
    short: str = Field(
        default="",
        description="What letters call it, such as Fund I; the name without its legal form if absent.",
    )
    manager: str = Field(default="", description="Who manages it.")
    vintage: int | None = Field(default=None, ge=1900, le=2999, description="The year of its first call.")
    currency: Text = Field(description="The ISO code of its currency, such as USD.")
    committed: Money | None = Field(
        default=None, description="All commitments, in whole units of the currency."
    )
    first_close: date | None = Field(default=None, description="The day of the first closing.")
    term_end: date | None = Field(default=None, description="The last day of its term.")
    fiscal_year_end: Annotated[str, StringConstraints(pattern=r"^\d\d-\d\d$")] = Field(
        default="12-31", description="Month and day on which its year ends."
    )
    structure: Structure = Field(default=Structure(), description="Its terms.")
    gross_method: GrossMethod = Field(
        default=GrossMethod.GROSS_UP,
        description="gross_up: between fund and companies; granular: calls for investments.",
    )
    facility: Facility = Field(default=Facility(), description="Its credit facility.")
    valuation_policy: str = Field(default="", description="Such as IPEV.")
    audit: Audit = Field(default=Audit(), description="Its audit.")
    regulatory: Regulatory = Field(default=Regulatory(), description="Its rules.")
    rounding: Rounding = Field(default=Rounding(), description="How its figures are rounded.")

    @field_validator("currency")
    @classmethod
    def _is_a_currency(cls, value: str) -> str:
        code = value.upper()
        if code not in CODES:
            hint = did_you_mean(code, CODES) or "Write its ISO code, such as USD."
            raise ValueError(f'there is no currency "{code}". {hint}')
        return code

    @field_validator("fiscal_year_end")
    @classmethod
    def _is_a_day(cls, value: str) -> str:
        try:
            date.fromisoformat(f"2024-{value}")
        except ValueError as error:
            raise ValueError("write month and day, such as 12-31.") from error
        return value

    @property
    def called(self) -> str:
        """What letters call it."""
        return self.short or _without_legal_form(self.name)


class Funds(Model):
    """Several funds in one file."""

    model_config = ConfigDict(title="fund.yaml")

    funds: tuple[Fund, ...] = Field(min_length=1, description="The funds, each as it would stand alone.")

    @model_validator(mode="after")
    def _have_names_of_their_own(self) -> Self:
        for what, names in (
            ("id", [fund.id for fund in self.funds]),
            ("name", [f.called for f in self.funds]),
        ):
            twice = next((name for name in names if names.count(name) > 1), "")
            if twice:
                raise ValueError(f'two funds have the {what} "{twice}".')
        return self


def read_funds(path: Path) -> tuple[Fund, ...]:
    """The funds in the file at `path`.

    Raises BadInput, with every problem and its place, when it cannot be read or is not right.
    """
    values = read_yaml(read_text(path), FUND_FILE)
    if any(entry.key.text == "funds" for entry in values.entries):
        return validate(Funds, values, FUND_FILE).funds
    return (validate(Fund, values, FUND_FILE),)


def _without_legal_form(name: str) -> str:
    for form in _LEGAL_FORMS:
        if name.endswith(f" {form}"):
            return name.removesuffix(form).rstrip(" ,")
    return name
