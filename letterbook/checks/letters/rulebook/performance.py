"""The rules of what has to stand beside a return."""

from __future__ import annotations

from letterbook.checks.letters.on_demand import on_demand
from letterbook.checks.letters.profile import Severities
from letterbook.checks.letters.rule import ENGLISH, ENGLISH_AND_GERMAN, Rule
from letterbook.finding import Severity

_ROOM = "letterbook.checks.letters.performance"
_STRICTER_TO_STRANGERS = Severities(Severity.WARNING, Severity.ERROR)
_ALWAYS_WRONG = Severities(Severity.ERROR, Severity.ERROR)
_A_LOOK = Severities(Severity.WARNING, Severity.WARNING)

RULES = (
    Rule(
        id="P-PROMINENCE",
        about="A net return is less prominent or less exact than the gross one.",
        why="Net performance has to be shown at least as prominently as gross, in a format in which the two "
        "can be compared. A footnote is read by few, and 23% beside 29.8% looks as if it did not matter so "
        "much. Where the net return stands in no section with the gross one, P-GROSSONLY says so.",
        source="SEC Marketing Rule, 17 CFR 275.206(4)-1(d)(1)(i)",
        advice="Put both into the same sentence or table, with as many decimals.",
        severities=_STRICTER_TO_STRANGERS,
        find=on_demand(f"{_ROOM}.gross_beside_net:net_less_prominent"),
        languages=ENGLISH_AND_GERMAN,
        fires="The fund's IRR since inception is 29.8% gross and 23% net.",
        silent="The fund's IRR since inception is 29.8% gross and 23.4% net.",
    ),
    Rule(
        id="P-METHOD",
        about="A gross and a net return that stand together are of different periods or days.",
        why="Gross and net can be compared only over the same time, by the same kind of return and the same "
        "method: what lies between them should be fees and carried interest, and nothing else.",
        source="SEC Marketing Rule, 17 CFR 275.206(4)-1(d)(1)(ii)",
        advice="Give both over the same period and to the same day.",
        severities=_ALWAYS_WRONG,
        find=on_demand(f"{_ROOM}.gross_beside_net:compared_over_other_times"),
        languages=ENGLISH_AND_GERMAN,
        fires="The gross IRR since 2019 is 29.8%, and the net IRR since 2021 is 23.4%.",
        silent="The gross IRR since 2019 is 29.8%, and the net IRR since 2019 is 23.4%.",
    ),
    Rule(
        id="P-SUBLINE",
        about="A net IRR of a fund with a credit facility is told without what the facility does to it.",
        why="A facility lets a fund call capital later and so raises its IRR, while it costs interest. "
        "Readers need the rate without it, or a sentence on its effect, disclosures included; and gross and "
        "net have to treat it alike: a gross IRR without it never stands beside a net one with it alone. "
        "Asked of funds that have one by fund.yaml or by their cash flows.",
        source="SEC staff's answer of 6 February 2024 on fund-level borrowing; ILPA Principles 3.0, "
        "subscription lines",
        advice="Show the IRR without facility beside it, or say in a sentence what it changes.",
        severities=_STRICTER_TO_STRANGERS,
        find=on_demand(f"{_ROOM}.credit_facility:facility_unsaid"),
        languages=ENGLISH_AND_GERMAN,
    ),
    Rule(
        id="P-EXTRACT",
        about="The return of single investments is told without the whole fund's, or is not called gross.",
        why="One good exit says little of a fund. It may be told gross when it is called gross and when the "
        "fund's own gross and net return stand in the letter, over a time that covers it; of figures, the "
        "day tells. Attribution (contributions) is no such return. Where the letter has a gross return and "
        "nothing net of its kind, P-GROSSONLY says so.",
        source="SEC Marketing Rule, 17 CFR 275.206(4)-1(d)(5), and the SEC staff's answers of 19 March 2025 "
        "on extracts",
        advice="Call it gross, and give the fund's gross and net return to the same day.",
        severities=_STRICTER_TO_STRANGERS,
        find=on_demand(f"{_ROOM}.extracts:extract_alone"),
        languages=ENGLISH,
        fires="The exit of Marlow returned 4.0x our money.",
        silent="The exit of Marlow returned 4.0x gross. The fund's multiple is 2.4x gross and 2.1x net.",
    ),
    Rule(
        id="P-CHERRY",
        about="The letter tells of companies that gained, and of none that lost.",
        why="What a letter leaves out can mislead as much as what it says. The data say which companies lost "
        "at least a twentieth of their value in the period, are held as far below cost, or were sold at a "
        "loss: where the letter prints what others returned or contributed, one of these is named, or losses "
        "are spoken of; a table of contributors has its detractors; and of the exits of the period not the "
        "best only are told. Where S-LOWLIGHT tells of the same loss, this rule does not.",
        source="SEC Marketing Rule, 17 CFR 275.206(4)-1(a)(5) and (6), fair and balanced",
        advice="Say what went wrong as well, in as much detail.",
        severities=_A_LOOK,
        find=on_demand(f"{_ROOM}.losses:winners_only"),
        languages=ENGLISH_AND_GERMAN,
    ),
    Rule(
        id="P-UNREAL",
        about="A multiple holds unrealised value, and nothing says so or how it was valued.",
        why="A TVPI is part money and part opinion. Readers need to know that the second part is unrealised, "
        "and by which policy it was valued; a sentence, a caption, the glossary or a disclosure will do, "
        "anywhere in the letter.",
        source="ILPA Principles 3.0; IPEV Valuation Guidelines 2022, reporting of fair value",
        advice="Say that it includes unrealised value, and how that is valued: fair value by the IPEV "
        "guidelines.",
        severities=_A_LOOK,
        find=on_demand(f"{_ROOM}.foundations:valuation_basis_unsaid"),
        languages=ENGLISH_AND_GERMAN,
        fires="The fund's net TVPI is 2.1x.",
        silent="The fund's net TVPI is 2.1x, of which 1.9x is unrealised.",
    ),
    Rule(
        id="P-CARRY",
        about="A return is net, and nothing says whether accrued carry is deducted.",
        why="Carried interest that is earned and not yet paid is a liability of the fund, and some leave it "
        "out of net figures until it is paid. The heading of a table (net of fees and carry), a sentence, "
        "the glossary or a disclosure says it for the whole letter.",
        source="ILPA Principles 3.0, performance gross and net of accrued carry",
        advice="Say once that net is after fees, expenses and accrued carried interest.",
        severities=_A_LOOK,
        find=on_demand(f"{_ROOM}.foundations:carry_unsaid"),
        languages=ENGLISH_AND_GERMAN,
        fires="The fund's net IRR since inception is 23.4%.",
        silent="The fund's IRR since inception is 23.4%, net of fees, expenses and accrued carried interest.",
    ),
    Rule(
        id="P-NAVBASIS",
        about="A figure is an estimate or not audited, and nothing says so.",
        why="The sheet of figures and the data say of each value how final it is. Readers rely on an audited "
        "number as they do not on an estimate, so the sentence, the caption or a disclosure has to say "
        "it. Of "
        "valuations D-UNAUD speaks first.",
        source="Invest Europe reporting guidelines; practice of administrators",
        advice="Say that the figures are not audited, or print the disclosure that does.",
        severities=_A_LOOK,
        find=on_demand(f"{_ROOM}.foundations:not_final_unsaid"),
        languages=ENGLISH_AND_GERMAN,
    ),
    Rule(
        id="P-ROOTS",
        about="An IRR is printed that the cash flows do not have, or that is not a rate a year.",
        why="Flows that change their sign more than once can have several internal rates of return, or none, "
        "and a spreadsheet shows whichever it finds first. One of less than a year turns a good month "
        "into a "
        "fortune. Each figure is told once; a sentence beside it that says so is enough.",
        source="GIPS 2020: returns of less than a year are not annualised; documentation of XIRR",
        advice="Leave it out, or explain it in words beside it.",
        severities=_ALWAYS_WRONG,
        find=on_demand(f"{_ROOM}.doubtful_rates:rate_doubtful"),
    ),
)
