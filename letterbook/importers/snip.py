"""A snip: what Snipd and Airr write about a moment of a podcast, three kinds of text in one.

Order in the source: a title, `Key takeaways:` or `Summary:` with lines that a machine wrote,
`Transcript:` with what a machine heard, each speaker's label above or before the words. Only the
last is (roughly) what was said, so the kinds are kept apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from letterbook.addresses import site
from letterbook.item import Turn
from letterbook.record import record

SPEAKER = r"Speaker\s+\d+"
_HOSTS = ("snipd.com", "airr.io", "momento.fm")
_LABEL = re.compile(
    r"(?:\*\*)?(Key takeaways|Summary|Transcript|Episode AI notes):?(?:\*\*)?:?", re.IGNORECASE
)
_LABEL_AND_TEXT = re.compile(r"(?:\*\*)?(Key takeaways|Summary|Transcript):(?:\*\*)?\s+(\S.*)", re.IGNORECASE)
_SPEAKER_LINE = re.compile(rf"(?:\*\*)?({SPEAKER})(?:\*\*)?:?(?:\*\*)?")
_SPEAKER_AND_TEXT = re.compile(rf"(?:\*\*({SPEAKER}|[^*:]{{1,60}}):?\*\*:?|({SPEAKER}):)\s+(\S.*)")
_BOLD_LINE = re.compile(r"\*\*([^*]{1,60}?):?\*\*:?")
_ENTRY = re.compile(r"(?:[-*•+]|\d{1,3}[.)])\s+")
_LONGEST_NAME = 5
_PARTICLES = {"of", "de", "da", "van", "von", "der", "the", "and"}
_SENTENCE_ENDS = (".", "?", "!", ",", ";", "…", "-")


@record
class Snip:
    """The parts of a snip."""

    title: str = ""
    takeaways: tuple[str, ...] = ()
    transcript: tuple[Turn, ...] = ()


def is_snip(lines: Sequence[str], urls: Iterable[str]) -> bool:
    """Whether the lines of a highlight came from a podcast player, by its link or by their labels."""
    if any(host in url and site(url).endswith(host) for url in urls for host in _HOSTS):
        return True
    return any("ranscript" in line and _label(line) == "transcript" for line in lines)


def opens_snip(text: str) -> bool:
    """Whether the line is a label, after which bullets belong to the snip until its link closes it."""
    return bool(_LABEL.fullmatch(text.strip()))


def read_snip(lines: Sequence[str]) -> Snip:
    """The parts of the snip whose text `lines` are; every word ends up in one of them."""
    parts: dict[str, list[str]] = {"": [], "takeaways": [], "transcript": []}
    part = ""
    for line in _labels_on_lines_of_their_own(lines):
        label = _label(line)
        if label:
            part = "transcript" if label == "transcript" else "takeaways"
            if label == "episode ai notes":
                parts[""].append(line)
        else:
            parts[part].append(line)
    return _snip(parts[""], parts["takeaways"], parts["transcript"], is_labelled=bool(part))


def _snip(head: list[str], takeaways: list[str], transcript: list[str], *, is_labelled: bool) -> Snip:
    first = [line for line in head if line.strip()]
    if is_labelled:
        title = plain_title(first[0]) if first else ""
        return Snip(title, _entries(first[1:]) + _entries(takeaways), _turns(transcript))
    if len(first) == 1 and not _looks_spoken(first[0]):
        return Snip(title=plain_title(first[0]))
    return Snip(transcript=_turns(head))


def plain_title(text: str) -> str:
    """A title in one line, without the heading or bold marks around it."""
    return " ".join(text.strip().lstrip("#").strip().strip("*").split())


def _label(line: str) -> str:
    match = _LABEL.fullmatch(line.strip())
    return match[1].lower() if match else ""


def _labels_on_lines_of_their_own(lines: Iterable[str]) -> Iterable[str]:
    for line in lines:
        match = _LABEL_AND_TEXT.fullmatch(line.strip())
        if match:
            yield f"{match[1]}:"
            yield match[2]
        else:
            yield line


def _looks_spoken(text: str) -> bool:
    """Whether an unlabelled line is a transcript rather than a title."""
    return bool(_SPEAKER_AND_TEXT.match(text)) or len(text) > 120 or text.rstrip().endswith((".", "?", "!"))


def _entries(lines: Iterable[str]) -> tuple[str, ...]:
    """Takeaways, one for each bullet or number, or for each line where there are none."""
    entries: list[str] = []
    has_bullets = False
    for line in _from_one_line(lines):
        text = line.strip()
        if not text.strip("-*_ "):
            continue
        bullet = _ENTRY.match(text)
        if bullet or not has_bullets:
            entries.append(text[bullet.end() :] if bullet else text)
        else:
            entries[-1] += f" {text}"
        has_bullets = has_bullets or bool(bullet)
    return tuple(entries)


def _from_one_line(lines: Iterable[str]) -> Iterable[str]:
    """Readwise writes some lists as `(* a., * b., * c.)`: the same, a line for each."""
    for line in lines:
        text = line.strip()
        if text.startswith("(* ") and text.endswith(")"):
            yield from re.split(r",\s(?=\*\s)", text[1:-1])
        else:
            yield line


def _turns(lines: Iterable[str]) -> tuple[Turn, ...]:
    """Who says what; lines before the first label are nobody's."""
    texts = [line.strip() for line in lines if line.strip()]
    turns: list[tuple[str, list[str]]] = []
    awaits_words = False
    for index, text in enumerate(texts):
        same_line = _SPEAKER_AND_TEXT.fullmatch(text)
        has_more = index + 1 < len(texts)
        name = "" if awaits_words or not has_more else _name(text, is_first=not turns)
        if same_line:
            turns.append(((same_line[1] or same_line[2]).strip(), [same_line[3]]))
        elif name:
            turns.append((name, []))
        elif turns:
            turns[-1][1].append(text)
        else:
            turns.append(("", [text]))
        awaits_words = bool(name) and not same_line
    return tuple(Turn(" ".join(speaker.split()), " ".join(words)) for speaker, words in turns)


def _name(text: str, *, is_first: bool) -> str:
    """The speaker whose label this line is; empty when it is something said."""
    match = _SPEAKER_LINE.fullmatch(text) or _BOLD_LINE.fullmatch(text)
    if match:
        return match[1]
    words = text.rstrip(":").split()
    is_short = len(words) <= _LONGEST_NAME and not text.endswith(_SENTENCE_ENDS)
    return text.rstrip(":") if is_short and _is_title_case(words, is_first=is_first) else ""


def _is_title_case(words: Sequence[str], *, is_first: bool) -> bool:
    """Whether words can be a name: all but the particles begin with a capital; one word only at the top."""
    if len(words) == 1 and not is_first:
        return False
    return words[0][0].isupper() and all(word[0].isupper() or word in _PARTICLES for word in words)
