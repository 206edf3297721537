"""English as the checker reads it: the same grammar, smaller."""

import re

from ombud.core.prose.grammar import Grammar, Hedge, Way, words
from ombud.core.prose.numerals import ENGLISH

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_NTHS = {
    "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
_PARTS = {
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
_SOME = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_UNITS = "enquiries|matters|complaints|points|decisions|remarks|cases"
_NOISE = "|".join(
    (
        rf"\d{{1,2}}\s+(?:{_MONTHS})(?:\s+\d{{4}})?(?!\w)|(?:{_MONTHS})\s+\d{{1,2}}(?:,\s*\d{{4}})?(?!\d)",
        r"\d{4}-\d{2}-\d{2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}",
        r"(?:\d+\s*(?:,|and|-)\s*)*\d+\s*/\s*(?:19|20)?\d{2}(?!\d)",
        r"(?<![\d.])(?:19|20)\d{2}\s*[-–/]\s*(?:(?:19|20)\d{2}|\d{2})(?!\d)",
        r"(?:§+|section|sections|article|chapter|act\s+no\.?|no\.|page|p\.|annex|figure|table|case|recommendation"
        r"|statement|step|phase)\s*\d+(?:\.\d+)*",
        r"(?<!\d)\d{2}\s\d{2}\s\d{2}\s\d{2}(?!\d)|(?<!\d)\d{8}(?!\d)|\d{6}-\d{4}",
        r"\d{1,2}(?:[.:]\d{2})?\s*(?:am|pm|o'clock)|\d{1,2}[.:]\d{2}\s*(?:-|–|to|and)\s*\d{1,2}[.:]\d{2}",
        r"(?:DKK|EUR|€|£|\$)\s*[\d.,]+|[\d.,]+\s*(?:kroner|DKK|million|euros?)",
        r"(?:\d+|\w+)[\s-]*(?:years?|hours?|minutes?|(?:working\s+)?days?|weeks?|months?|quarters?|times|pages"
        r"|rounds?)(?!\w)",
        r"\d+(?:st|nd|rd|th)(?!\w)|(?:not|no)\s+(?:a\s+single|one)(?!\w)",
    )
)
_ABBREVIATIONS = "approx e.g i.e no nos p pp cf etc dr mr ms st ca "

ENGLISH_GRAMMAR = Grammar(
    numerals=ENGLISH,
    hedges=(
        (words(r"(?:just|a little|slightly) (?:over|more than|above)"), Hedge.JUST_OVER),
        (
            words(r"(?:just|a little|slightly) (?:under|less than|below)|almost|nearly|close to|not quite"),
            Hedge.JUST_UNDER,
        ),
        (words(r"over|more than|above"), Hedge.OVER),
        (words(r"under|less than|fewer than|below"), Hedge.UNDER),
        (words(r"at least|no fewer than"), Hedge.AT_LEAST),
        (words(r"at most|up to|no more than"), Hedge.AT_MOST),
        (words(r"about|around|some|roughly|approximately"), Hedge.ABOUT),
    ),
    fraction=words(
        rf"(?P<count>{'|'.join(_SOME)})[ -](?P<part>{'|'.join(_PARTS)})s?|(?P<third>the third)"
        r"|(?P<half>(?:one )?half)|(?P<most>the majority|most(?= of)|the bulk)|(?P<mostly>mainly|mostly|chiefly)"
        r"|(?P<even>evenly)"
    ),
    parts=_PARTS,
    some=_SOME,
    every=words(r"every (?P<nth>" + "|".join(_NTHS) + ")"),
    nths=_NTHS,
    all_of=words(r"all"),
    out_of=re.compile(r"\s*(?:out\s+of|of)\s+(?:the\s+|a\s+total\s+of\s+)?", re.I),
    before=words(
        r"(?:last|previous|preceding|earlier) (?:years?|periods?|reports?|reporting periods?)|the (?:year"
        r"|period) before"
    ),
    likened=re.compile(r"(?<!\w)(?:as|than|like|with|to|against)(?:\s+(?:in|the))*\s*$", re.I),
    amount=re.compile(r"(?<!\w)number\s+of\s+(?:\w+\s+)?$", re.I),
    change_before=re.compile(r"(?<!\w)by\s+$", re.I),
    change_after=words(r"more|fewer|less"),
    is_so=words(r"are|were|is|was|of (?:them|these) (?:are|were)"),
    about=words(r"about|in|under|on|with|from|concerning|concerned|within"),
    course=re.compile(r"(?<!\w)from\s+$", re.I),
    between=re.compile(r"(?<!\w)between\s+$", re.I),
    splits=re.compile(
        r"(?<!\w)(?:against|and|or|of which|to|from|compared with|than|while|but|where)(?!\w)|[,;:(]", re.I
    ),
    breaks=re.compile(r";|(?<!\w)(?:while|whereas)(?!\w)|,\s*but(?!\w)", re.I),
    most=words(
        rf"fills? (?:\w+ )?most|(?:has |had |have |received ){{0,2}}(?:the )?most (?:{_UNITS})|most (?:common"
        rf"|frequent)|most often"
        r"|(?:the )?(?:single )?(?:largest|biggest) (?:single )?(?:group|theme|subtheme|category|department|subject)"
    ),
    second=words(r"second most|second[ -]largest"),
    least=words(
        rf"fills? least|(?:the )?fewest(?: {_UNITS})?|(?:the )?smallest (?:group|theme|subtheme|category|department)"
    ),
    thing_words={
        "subtheme": words(r"single (?:largest )?theme|subthemes?|subjects?|themes?"),
        "theme": words(r"themes?"),
        "department": words(r"departments?|centres?"),
    },
    ways=(
        (words(r"level with|unchanged|the same(?: number)? as|as many as|stable"), Way.LEVEL),
        (words(r"doubled|twice as many"), Way.DOUBLED),
        (words(r"halved|half as many"), Way.HALVED),
        (
            words(
                rf"rise|rises|rose|risen|rising|increase|increased|increasing|grew|grown|growth|more (?:{_UNITS}) than"
            ),
            Way.UP,
        ),
        (
            words(
                rf"fall|falls|fell|fallen|falling|decrease|decreased|decreasing|decline|declined"
                rf"|fewer (?:{_UNITS}) than"
            ),
            Way.DOWN,
        ),
    ),
    no_way=words(r"fall(?:s|ing|en)? (?:within|outside|under|to|into|behind)|give rise"),
    beside=words(r"than|as|many|(?P<level>level with)"),
    of_time=re.compile(
        r"(?<!\w)(?:last|previous\w*|preceding|earlier|before|ever|ago|(?:year|period|quarter|month)\w*|(?:19|20)\d\d)(?!\w)",
        re.I,
    ),
    strong=words(r"marked\w*|significant\w*|considerabl\w*|sharp\w*|clear\w*|substantial\w*"),
    outside=re.compile(
        r"(?<!\w)(?:others?(?:\s+\w+)?\s+than|outside|except|apart\s+from|excluding)"
        r"\s+(?:(?:in|of|the|from|for|at)\s+){0,2}$",
        re.I,
    ),
    all_but=re.compile(r"(?<!\w)(?:all(?:\s+\w+)?\s+but|except(?:\s+for)?|apart\s+from)\s+$", re.I),
    none_but=re.compile(
        r"(?<!\w)(?:none|nobody|no\s+other(?:\s+\w+)?|no\s+one)\s+(?:other\s+)?(?:but|than|except)\s+$", re.I
    ),
    generic=words(
        r"can|could|shall|should|will|would|may|might|must|if|when|unless|typically|for example|e\.g\.|probably"
    ),
    anaphora=words(
        r"(?:these|the) (?P<count>two|three|four|five|six|seven|\d+) (?:themes|subthemes|subjects|departments"
        r"|centres|groups)"
    ),
    definite=words(r"these|those|the|both|this|that|their|our|my"),
    noise=re.compile(r"(?<![\w])(?:" + _NOISE + ")", re.I),
    links=words(
        r"i|we|there|has|have|had|is|are|was|were|been|be|a|an|in|on|at|of|the|by|with|for|from|to|total|all|also"
        r"|only|now|"
        r"received|registered|handled|counted|came|made|got|citizens|citizens'|adviser|adviser's|office"
        r"|municipality|period|reporting|"
        r"year|years|report|this|that|these|number|about|concerned|concern|concerning|concerns|under|within|theme"
        r"|subtheme|department|centre|"
        r"category|group|and|as|which|divided|distributed|distribution|follows|against|compared|than|still|both"
        r"|here|altogether|together|"
        r"january|february|march|april|may|june|july|august|september|october|november|december|during|so|last"
        r"|previous|it|up|out|me|my"
    ),
    neutral=words(r"registered|unique|new|received|different|concrete|individual|other|closed|independent"),
    residuals=frozenset(("other", "others", "not stated", "miscellaneous", "various")),
    called=re.compile(r"(?:category|heading|theme|group|item)\s*$", re.I),
    municipality=re.compile(
        r"(?P<names>(?:[A-ZÆØÅ][\wæøå]+(?:-[A-ZÆØÅ][\wæøå]+)?(?:\s*,\s*|\s+and\s+|\s+or\s+)){0,4}"
        r"[A-ZÆØÅ][\wæøå]+(?:-[A-ZÆØÅ][\wæøå]+)?)\s+(?:[Mm]unicipalit(?:y|ies)|Kommune)\b"
        r"|(?:[Mm]unicipality of|[Aa]dviser in|[Cc]ouncil of)\s+(?P<place>[A-ZÆØÅ][\wæøå]+(?:-[A-ZÆØÅ][\wæøå]+)?)"
    ),
    abbreviations=frozenset(_ABBREVIATIONS.split()),
    endings=r"(?:s|'s|’s)?",
    noun_endings=r"(?:s|'s|’s)?",
    and_words="and|og|samt",
)
