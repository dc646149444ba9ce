"""By which plain words a sentence judges, hedges, asks, or gives figures and years: shown, and a person decides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_FAILING = re.compile(
    r"\b(?:fail(?:ed|s|ing|ings|ure|ures)?|inadequa\w+|poor(?:ly)?|weak(?:ness|nesses)?|lack(?:ed|s|ing)?|"
    r"insufficient\w*|ineffective\w*|inefficien\w+|substandard|unrecorded|inappropriate\w*|inaccurate\w*|missed|"
    r"miss(?:ing)? opportunit\w+|delay(?:s|ed)?|slow(?:ly)?|limited|too (?:few|many|late|little|often|long|slow|"
    r"narrow|much)|unable|ignored|dismissed|disbelieved|overlooked|never|rarely|seldom|unaware|unclear|incomplete|"
    r"shortcoming\w*|shortfall\w*|gaps?|absen(?:t|ce)|unacceptabl\w+|disjointed|fragmented|blam(?:ed|ing)|"
    r"backlogs?|deficien\w+|flawed|unsatisfactory|struggl\w+|little|neglect\w*|serious concerns?|concern(?:ed|"
    r"ing) (?:that|to find)|worr(?:ied|ying)|barriers?|hamper\w*|hinder\w*|undermin\w+|not|cannot|no|none|without|"
    r"nothing|under-?record\w*|unsupported|unsafe|unprotected|at risk of harm|suppress\w*|refus(?:ed|al)|denial|"
    r"denied|cuts?|downgraded|confus\w+|harmful|wrong(?:ly)?|worse|declin(?:ed|ing))\b|\w+n['’]t\b",
    re.IGNORECASE,
)
_GOOD = re.compile(
    r"\b(?:good|effective(?:ly)?|strong(?:ly)?|(?<!how )(?<!as )well|"
    r"improv(?:ed|ing|ements? (?:in|to|has|have|had))|excellent|"
    r"commit(?:ted|ment)|prompt(?:ly)?|robust|positive(?:ly)?|better|prais\w+|thorough(?:ly)?|success(?:ful|"
    r"fully)?|appropriate(?:ly)?|timely|innovative|outstanding|comprehensive|impressive|quick(?:ly)?|progress|"
    r"skilled|dedicated|efficient(?:ly)?|high standard|adequate(?:ly)?|sensitive(?:ly)?|child-cent(?:red|ered)|"
    r"proactive(?:ly)?|valued|clear (?:focus|ambition|priority))\b",
    re.IGNORECASE,
)
_MIXED = re.compile(
    r"\b(?:inconsisten\w+|mixed|vari(?:ed|es|able|ation)|patchy|uneven|although|but|however|while|yet|despite|still|"
    r"not always|remain(?:s|ed)?)\b",
    re.IGNORECASE,
)
_UNSAID = re.compile(r"(?:\b(?:not|never|no|nor|hardly|cannot)|n['’]t)\s+(?:\w+\s+){0,3}?$", re.IGNORECASE)
# How the line that leads in a list judges all of its items.
_CONCERNED = re.compile(
    r"\b(?:concern(?:s|ed)?|problems?|weakness(?:es)?|fail(?:ed|ing|ings|ure|ures)|shortcomings?|deficienc(?:y|ies))\b",
    re.IGNORECASE,
)
_PLEASED = re.compile(
    r"\b(?:pleased|encouraged|good practice|strengths?|positives?|improvements? (?:include|included|were)|progress)\b",
    re.IGNORECASE,
)
_HEDGED = re.compile(
    r"\b(?:may|might|could have|appear(?:s|ed)?|seem(?:s|ed)?|suggest(?:s|ed)?|possibl[ey]|perhaps|some|often|"
    r"sometimes|generally|mostly|likely|usually|many|most|in part|not always|tend(?:s|ed)?)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:should|must|recommend(?:s|ed|ation|ations)?|needs? to|is to|are to|will|ought to|would like|plans? to|"
    r"areas? .{0,30}to improve|call(?:s|ed|ing) (?:for|on)|"
    r"urge[sd]?|require(?:s|d)? to|seek(?:s|ing)? to|aims? to|intends? to)\b",
    re.IGNORECASE,
)
_BASE = re.compile(
    r"\b(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) "
    r"(?:out )?of (?:the |these |those |all )?\d[\d,]*(?: \w+){0,2}|\b\d[\d.]*\s?(?:%|per cent|percent)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19[6-9]\d|20[0-4]\d)\b")
_GROUP = re.compile(r"\b(?:group|gang|network|ring|organised|grooming)\w*", re.IGNORECASE)
_EXPLOITATION = re.compile(r"\b(?:exploit\w+|CSE|grooming|groomed)\b", re.IGNORECASE)
_CHILD = re.compile(r"\b(?:child|children|young people|girls|boys|missing|safeguard\w*)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Guess:
    """A value that the words suggest, and these words."""

    value: str
    words: tuple[str, ...] = ()


def outcome(sentence: str) -> Guess:
    """How the sentence judges; an empty value if no word of it does."""
    bad = list(_distinct(_FAILING, sentence))
    good = [found.group() for found in _GOOD.finditer(sentence) if not _UNSAID.search(sentence[: found.start()])]
    mixed = list(_distinct(_MIXED, sentence))
    if any(word.lower().startswith(("inconsisten", "mixed", "vari", "patchy", "uneven")) for word in mixed):
        return Guess("mixed", (*mixed, *bad, *good))
    if bad and good:
        return Guess("mixed" if mixed else "failing", (*bad, *good, *mixed))
    if bad:
        return Guess("failing", tuple(bad))
    return Guess("good_practice" if good else "", tuple(good))


def of_item(sentence: str, lead: str) -> Guess:
    """How an item of a list judges: as the line says that leads the list in, else by its own words.

    "Inspectors were concerned to find:" makes each item a failing, however it is worded.
    """
    own = outcome(sentence)
    concerned, pleased = tuple(_distinct(_CONCERNED, lead)), tuple(_distinct(_PLEASED, lead))
    if bool(concerned) is bool(pleased) or own.value == "mixed":
        return own
    return Guess("failing" if concerned else "good_practice", (*(concerned or pleased), *own.words))


def without_how(sentence: str) -> str:
    """The sentence with the words blanked out that say how evenly a thing was done: they do not say what was done."""
    return _MIXED.sub(lambda found: " " * len(found.group()), sentence)


def asks(sentence: str) -> tuple[str, ...]:
    """The words by which a sentence asks or plans rather than finds."""
    return tuple(_distinct(_ASKS, sentence))


def subject(text: str) -> Guess:
    """What the text is about; an empty value if no word says."""
    exploitation = tuple(_distinct(_EXPLOITATION, text))
    group = tuple(_distinct(_GROUP, text))
    if exploitation and group:
        return Guess("group_based_cse", (*exploitation, *group))
    if exploitation:
        return Guess("cse", exploitation)
    child = tuple(_distinct(_CHILD, text))
    return Guess("child_protection" if child else "", child)


def hedges(sentence: str) -> tuple[str, ...]:
    """The words that hedge."""
    return tuple(_distinct(_HEDGED, sentence))


def base(sentence: str) -> str:
    """The figures that the sentence gives, as it gives them."""
    return "; ".join(_distinct(_BASE, sentence))


def years(text: str) -> tuple[int, ...]:
    """The first and the last year that the text names; empty if none."""
    found = sorted({int(each.group()) for each in _YEAR.finditer(text)})
    return (found[0], found[-1]) if found else ()


def _distinct(form: re.Pattern[str], text: str) -> Iterator[str]:
    seen: set[str] = set()
    for found in form.finditer(text):
        if found.group().lower() not in seen:
            seen.add(found.group().lower())
            yield found.group()
