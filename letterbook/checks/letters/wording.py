"""Rules of words that say more than is known: directions, superlatives, ranks and promises."""

from __future__ import annotations

import re
from collections.abc import Iterator

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.checks.letters.own_words import Sentence
from letterbook.checks.letters.pattern import Pattern
from letterbook.checks.letters.vocabulary import INDEX
from letterbook.word_lists import listed

_WE = Pattern(
    r"\b(?:we|ours?|us|the fund|this fund|Fund (?:[IVX]+|[0-9]+)|the manager|the firm)\b", re.IGNORECASE
)
_SUPERLATIVE = Pattern(
    r"\bguarantee(?:d|s)?(?: (?:a|of|to|that|the|our|your|any))*(?: [a-z-]+)? ?"
    r"(?:returns?|performance|profits?|gains?|distributions?|results?|outperform\w*|capital)\b"
    r"|\brisk[- ]free (?:returns?|investments?|gains?|profits?|strateg(?:y|ies)|funds?|portfolio)\b"
    r"|\b(?:[Rr]eturns?|[Dd]istributions?|[Cc]apital|[Pp]rofits?|[Gg]ains?|[Rr]esults?) (?:is|are|will be"
    r"|remains?) (?:fully |all |always )?guaranteed\b"
    r"|\b[Nn]o other (?:fund|manager|firm|investor|VC)s?(?= (?:has|have|can|could|offers?|provides?|comes?"
    r"|is|are)\b)|\b(?:cannot|can['’]t|can not) lose(?! (?:sight|touch|faith))\b"
    r"|\b(?:no|zero|without any|limited to no) downside\b"
    r"|\b(?:certain|sure|bound) to (?:return|succeed|double|triple|outperform|exit|IPO|list|win|pay off"
    r"|deliver)\b|\bsafe (?:investments?|returns?|bets?)\b"
    r"|\bthe only (?:fund|manager|firm|investor|team)s? (?:in|that|who|with|to|of)\b"
    r"|\b(?:best|leading|top|premier|unrivall?ed|unmatched|world-class|best-in-class|second to none"
    r"|unique)[- ](?:performing |returning |in-class )?"
    r"(?:funds?|managers?|firm|track record|returns?|performance|portfolio|vintage|deal flow|access"
    r"|strategy)\b|\b(?:[Ww]e (?:are|remain|have become)|[Oo]urs is|(?:[Tt]his|[Tt]he|[Oo]ur) (?:[Ff]und|firm"
    r"|[Pp]artnership) is)"
    r" (?:[a-z]+ly )?(?:the|a|one of the|among the) (?:[\w-]+ )?(?:best|leading|foremost|premier|top"
    r"|pre-eminent|only|number one)(?: [\w-]+){0,3}? (?:investors?|funds?|managers?|firms?|VCs?)\b"
    r"(?! (?:on|of) (?:the|this|its|their) (?:board|round|deal|cap table))"
    r"|\b[Oo]ur (?:[\w-]+ )?(?:approach|strategy|model|process|access|network|position|team|edge|track record"
    r"|expertise|deal flow) (?:is|are|remains) (?:[a-z]+ly |quite )?(?:unique|unrivall?ed|unmatched"
    r"|unparalleled"
    r"|unequalled|world-class|best-in-class|second to none|without equal|the best(?= in\b|[.,;]|$))\b"
)
_NOT = Pattern(
    r"\b(?:not|no|never|nor|neither|nothing is|cannot|can['’]t|n['’]t|without|hardly|question|whether"
    r"|if)\b[^.;,]{0,25}$",
    re.IGNORECASE,
)


def superlative(edition: CheckedEdition) -> Iterator[Found]:
    """A claim about the fund or its manager that cannot be shown: the best, without risk, guaranteed."""
    for sentence in edition.own_words.sentences:
        for match in _SUPERLATIVE.finditer(sentence.text):
            before = sentence.text[: match.start()]
            is_plain = re.match(r"(?:best|leading|top|unique|premier|safe)\b", match[0])
            if _NOT.search(before) or (is_plain and not _WE.search(sentence.text)):
                continue
            yield Found(f'"{match[0]}" is more than can be shown.', "", sentence.place(match.start()))


_RANK = Pattern(
    r"\b(?:top|first|upper|second|1st|2nd)[- ](?:quartile|decile|quintile)\b"
    r"|\btop[- ][0-9]+\s?(?:%|per cent|percent)(?= (?:[\w-]+ )?(?:funds?|managers?|firms?|performers?)\b)"
    r"|\b(?:rank(?:s|ed)?|placed) (?:us |it |the fund )?(?:first|second|third|in the top|among the|number"
    r"|no\.|#|[0-9]+(?:st|nd|rd|th))",
    re.IGNORECASE,
)
_OF_FUNDS = Pattern(
    r"\b(?:funds?|returns?|performance|vintages?|IRR|TVPI|DPI|managers?|peers?|venture|benchmark"
    r"|we (?:are|remain|were|stay|rank|continue to be)(?: \w+)?(?= (?:top|first|upper|in the (?:top|first"
    r"|upper))\b))\b",
    re.IGNORECASE,
)
_OTHER_FUNDS = Pattern(r"(?: [\w-]+)? (?:funds|managers|firms|investors)\b", re.IGNORECASE)
_SOURCE = Pattern(
    r"\b(?:according to|source[sd]?|data (?:of|from|by)|published by|ranking (?:of|by))\b", re.IGNORECASE
)
_DATE = Pattern(r"\b(?:19|20)[0-9]{2}\b")
_AMONG = Pattern(
    r"\b(?:vintage|(?:among|of|against|out of) (?:the )?(?:[0-9,]+ |all )?[\w -]{0,40}funds|peer (?:set"
    r"|group|universe)|universe)\b",
    re.IGNORECASE,
)


def rank_unsourced(edition: CheckedEdition) -> Iterator[Found]:
    """A quartile or a rank among funds without its source, its date and the funds it is among."""
    for sentence in edition.own_words.sentences:
        match = _RANK.search(sentence.text)
        if not match or not _OF_FUNDS.search(sentence.text) or _NOT.search(sentence.text[: match.start()]):
            continue
        if _OTHER_FUNDS.match(sentence.text, match.end()) and not _WE.search(sentence.text):
            continue  # what such funds do in general
        around = f"{sentence.passage.text} {sentence.passage.notes}"
        parts = {
            "its source": _SOURCE.search(around) or INDEX.search(around),
            "its date": _DATE.search(around),
            "the funds it is among": _AMONG.search(around),
        }
        missing = [name for name, found in parts.items() if not found]
        if missing:
            yield Found(f'"{match[0]}" lacks {listed(missing)}.', "", sentence.place(match.start()))


_RESULT = (
    r"(?:returns?|returning|exits?|exited|IPOs?|go public|list (?:on|its shares)|float|distributions?"
    r"|distribute|outperform|double|triple"
    r"|TVPI|DPI|IRR|MOIC|multiples?|profits?|sold|acquired|gains?|reali[sz]ations?|proceeds)"
)
_WHO = (
    r"(?:[Ww]e|[Tt]he fund|"
    r"[Oo]ur (?:fund|portfolio|companies)|Fund (?:[IVX]+|[0-9]+)|[Ii]nvestors|[Yy]ou|[A-Z][\w’'-]+)"
)
_PROMISE = Pattern(
    rf"\b{_WHO} (?:will|shall|is going to|are going to|is certain to|are certain to)(?: (?!not\b|never\b"
    rf"|decide\b|tell\b|write\b|report\b)"
    rf"[\w-]+){{0,4}}? (?P<result>{_RESULT})\b"
    rf"|\b(?:[Ww]e|[Yy]ou|[Ii]nvestors|[Pp]artners) can (?:be (?:certain|sure|assured|confident) (?:of"
    rf"|that)|count on|rely on)(?: [\w-]+){{0,5}}? (?:{_RESULT})\b"
)
_DEPENDS = Pattern(
    r"\b(?:[Ii]f|[Uu]nless|whether|when and if|should|may|might|could|depends?|depending|provided|subject to"
    r"|expect|hope|believe|think)\b"
)
_OTHER_SENSE = Pattern(
    r"\breturn(?:ing)? (?:to (?!investors|you|our investors|the fund)|from|the (?:call|form|card"
    r"|questionnaire)|home|next|in|with)\b"
    r"|\b(?:return|list|exit)(?:ing)? (?:the|this|these|their|its|our) (?:form|questions|companies|office"
    r"|building|market)\b|\bdouble[- ](?:check|down)|\bno returns?\b"
    r"|\bexit(?:ing)? (?:[\w’'-]+ ){0,3}?(?:lease|leases|mode|stealth|beta|contracts?|agreements?"
    r"|administration|city|country|site|premises|role|business|programme)\b"
    r"|\bdistribut(?:e|ing) (?:[\w’'-]+ ){0,3}?(?:minutes|slides|reports?|papers?|letters?|agendas?|notes"
    r"|statements|questionnaires?|copies|documents|tickets|products?|software|samples)\b"
)


def promises(sentence: Sentence) -> re.Match[str] | None:
    """The promise of a result that a sentence makes, if it makes one without saying on what it depends."""
    if _DEPENDS.search(sentence.text) or _OTHER_SENSE.search(sentence.text):
        return None
    return _PROMISE.search(sentence.text)


def promise(edition: CheckedEdition) -> Iterator[Found]:
    """A result that is said to come: a return, an exit, a distribution."""
    for sentence in edition.own_words.sentences:
        if match := promises(sentence):
            yield Found(f'"{" ".join(match[0].split())}" is a promise.', "", sentence.place(match.start()))


_SHOULD = r"(?:should|ought to|(?:is|are) (?:likely|expected|set|bound|due|poised|well placed|forecast) to)"
_CHANGE = (
    r"(?:recover|improve|rise|grow|increase|pick up|follow|reach|exceed|come|accelerate|rebound|hold up"
    r"|stabili[sz]e|fall|decline|double|be (?:higher|lower|stronger|better))"
)
_FORWARD = Pattern(
    rf"\b(?:[Ww]e|[Tt]he fund|Fund (?:[IVX]+|[0-9]+)) (?:\w+ )?(?:expects?|anticipates?|aims?|intends?"
    rf"|targets?|forecasts?|projects?|plans?|foresees?|are confident|are certain|hopes?)"
    rf"\b[^.;]{{0,80}}?\b(?:{_RESULT}|returned|valuations?|returns|NAV|net asset value|proceeds)\b"
    rf"|\b(?:[Vv]aluations?|[Dd]istributions?|[Rr]eturns?|[Ee]xits?|[Rr]eali[sz]ations?|NAV"
    rf"|[Nn]et asset value|multiples)"
    rf"(?! of (?!cash|capital|proceeds))(?: [\w-]+){{0,3}}? {_SHOULD} (?:[a-z]+ly |again )?{_CHANGE}\b"
    rf"|\b(?:[Tt]he|[Oo]ur) (?:portfolio|fund|partnership"
    rf"|companies) {_SHOULD}\b[^.;]{{0,60}}?\b(?:{_RESULT}|valuations?)\b"
)


def looks_forward(sentence: Sentence) -> re.Match[str] | None:
    """What a sentence says of results that are still to come, promised or hoped for."""
    return promises(sentence) or _FORWARD.search(sentence.text)
