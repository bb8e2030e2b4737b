"""Currencies by code, sign and word (ISO 4217; signs as the financial press writes them).

Three codes are left out because letters use them as words: IRR, the rial of Iran, ALL and TOP.
"""

from __future__ import annotations

_ISO_4217 = (
    "AED AFN AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD "
    "CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP "
    "GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD "
    "KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO "
    "NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE "
    "SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV "
    "WST XAF XCD XOF XPF YER ZAR ZMW ZWL"
)
CODES = frozenset(_ISO_4217.split())

DOLLAR = "$"
"""The sign that any dollar may have; the currency of a number that says no more."""

SIGNS = {
    "US$": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "NZ$": "NZD",
    "S$": "SGD",
    "SG$": "SGD",
    "HK$": "HKD",
    "NT$": "TWD",
    "R$": "BRL",
    "$": DOLLAR,
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₩": "KRW",
    "₪": "ILS",
    "₺": "TRY",
}
"""What stands before an amount."""

WORDS = {
    "dollar": DOLLAR,
    "dollars": DOLLAR,
    "euro": "EUR",
    "euros": "EUR",
    "pound": "GBP",
    "pounds": "GBP",
    "yen": "JPY",
    "franc": "CHF",
    "francs": "CHF",
}
"""What stands behind one."""

_DOLLAR_CODES = "AUD BBD BMD BND BSD BZD CAD FJD GYD HKD JMD KYD LRD NAD NZD SBD SGD SRD TTD TWD USD XCD"
_DOLLARS = frozenset(_DOLLAR_CODES.split())
_HOUSE_SIGNS = {
    "USD": "$",
    "EUR": "€",
    "GBP": "£",
    "JPY": "¥",
    "INR": "₹",
    "AUD": "A$",
    "CAD": "C$",
    "NZD": "NZ$",
    "SGD": "S$",
    "HKD": "HK$",
}


def house_sign(currency: str) -> str:
    """What is printed before an amount: `$`, `€`, or the code with a blank that does not break."""
    return _HOUSE_SIGNS.get(currency, f"{currency}\u00a0")


def is_dollar(currency: str) -> bool:
    """Whether a currency may be written with nothing but `$`."""
    return currency == DOLLAR or currency in _DOLLARS


def may_be(printed: str, currency: str) -> bool:
    """Whether an amount printed in a currency, or with `$`, may be one in `currency`."""
    return printed == currency or (printed == DOLLAR and is_dollar(currency))
