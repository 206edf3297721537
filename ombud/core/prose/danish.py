"""Danish as the checker reads it."""

import re

from ombud.core.prose.grammar import Grammar, Hedge, Way, words
from ombud.core.prose.numerals import DANISH

_MONTHS = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
_NTHS = {
    "anden": 2, "andet": 2, "tredje": 3, "fjerde": 4, "femte": 5, "sjette": 6, "syvende": 7, "ottende": 8,
    "niende": 9, "tiende": 10,
}  # fmt: skip
_PARTS = {
    "tredjedel": 3, "fjerdedel": 4, "kvart": 4, "femtedel": 5, "sjettedel": 6, "syvendedel": 7, "ottendedel": 8,
    "niendedel": 9, "tiendedel": 10,
}  # fmt: skip
_SOME = {"en": 1, "én": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "syv": 7, "otte": 8, "ni": 9}
_LAST = r"(?:sidste|forrige|seneste|foregående|tidligere|det foregående|den foregående)"
_NOISE = "|".join(
    (
        r"\d{1,2}\.?\s*(?:" + _MONTHS + r")(?:\s+\d{4})?(?!\w)",
        r"\d{1,2}[-/.]\s?\d{1,2}[-/.]\s?\d{2,4}",
        r"(?:(?:nr|numre|sag|sager|sagerne)\.?\s*)?(?:\d+\s*(?:,|og|samt|-)\s*)*\d+\s*/\s*(?:19|20)?\d{2}(?!\d)",
        r"(?:nr|numre|no)\.\s*\d+(?:(?:\s*,\s*|\s+og\s+)\d+)*",
        r"(?:den|d\.)\s+\d{1,2}/\d{1,2}(?!\d)",
        r"\d{4}-\d{2}-\d{2}",
        r"(?<![\d.])(?:19|20)\d{2}\s*[-–/]\s*(?:(?:19|20)\d{2}|\d{2})(?!\d)",
        r"(?:§+|stk\.?|pkt\.?|art(?:ikel)?\.?|kap(?:itel)?\.?|lov\s+nr\.|litra|bilag|side"
        r"|s\.)\s*\d+(?:\.\d+)*\s?[a-zæøå]?(?!\w)",
        r"(?:figur|tabel|afsnit|case|punkt|anbefaling|udtalelse|plan|fase|trin|etage|kapitel|ad\.?)\s*\d+(?:\.\d+)*",
        r"(?:tlf|telefon|mobil|tlf\.nr)\.?:?\s*(?:nr\.?\s*)?[\d\s]{8,}",
        r"(?<!\d)\d{2}\s\d{2}\s\d{2}\s\d{2}(?!\d)|(?<!\d)\d{8}(?!\d)|\d{6}-\d{4}",
        r"(?:kl\.?|klokken)\s*\d{1,2}(?:[.:]\d{2})?(?:\s*(?:-|–|og|til)\s*\d{1,2}(?:[.:]\d{2})?)?",
        r"\d{1,2}[.:]\d{2}\s*(?:-|–|og|til)\s*\d{1,2}[.:]\d{2}",
        r"(?:dag|tidsrum(?:met)?)\s+(?:mellem\s+)?\d{1,2}\s*(?:-|–|og|til)\s*\d{1,2}",
        r"(?:kr\.?|kroner|DKK)\s*[\d.,]+|[\d.,]+\s*(?:kr\b\.?|kroner|mio|mia|t?kr\b|euro)",
        r"(?:\d+|\w+)[\s-]*(?:årig\w*|års?(?:dag|værk)?|timers?|time|minutt\w*|dages?|dag|arbejdsdag\w*|arbejdsdøgn|"
        r"hverdag\w*|døgn|uger?s?|måneder?s?|måned|kvartal\w*|gange?|omgang\w*|km|m2|kvm|sider)(?!\w)",
        r"(?<![\d,])\d+\.\s*(?:kvartal|halvår|omgang|juridisk\w*|instans|klasse|del|gang|udgave|år|uge|maj"
        r"|beretning\w*)",
        r"ikke\s+(?:en|et|én|ét)(?:\s+(?:eneste|enkelt))?(?!\w)",
        r"fyldt?\s+\d+|bliver\s+\d+|fra\s+\d+\s+år",
    )
)
_ABBREVIATIONS = (
    "ca bl.a fx f.eks pct nr kl mv m.v m.m osv dvs evt pkt stk jf incl inkl hhv mhp ifm pga vedr tlf "
    "adm dr st kr mio mia ad d øvr arb spm pr p hr fr jr frk sml etc cirk maks min omr udg "
)

DANISH_GRAMMAR = Grammar(
    numerals=DANISH,
    hedges=(
        (
            words(r"(?:kun )?(?:lidt|en smule|en anelse|noget|knebent) (?:over|mere end|flere end)|godt|godt og vel"),
            Hedge.JUST_OVER,
        ),
        (
            words(
                r"(?:lidt|en smule|en anelse) (?:under|mindre end|færre end)|ikke helt|tæt på|op mod|op imod|næsten"
                r"|knapt?(?: nok)?"
            ),
            Hedge.JUST_UNDER,
        ),
        (words(r"over|mere end|flere end|større end"), Hedge.OVER),
        (words(r"under|mindre end|færre end"), Hedge.UNDER),
        (words(r"mindst|ikke under|ikke færre end"), Hedge.AT_LEAST),
        (words(r"højst|maksimalt|op til|ikke mere end|ikke over"), Hedge.AT_MOST),
        (words(r"omkring|omtrent|cirka|ca\.?|circa|omkr\.?|rundt regnet|nogenlunde|i omegnen af|små"), Hedge.ABOUT),
    ),
    fraction=words(
        rf"(?P<count>{'|'.join(_SOME)}) (?P<part>{'|'.join(_PARTS)})(?:e|en|ene)?|(?P<third>tredjedelen)"
        r"|(?P<half>(?:den ene )?halvdelen|det halve)|(?P<most>flertallet|størstedelen|hovedparten|de fleste"
        r"|langt de fleste)"
        r"|(?P<mostly>især|primært|hovedsagelig\w*|overvejende|fortrinsvis|navnlig)|(?P<even>(?:nogenlunde "
        r"|meget )?ligeligt)"
    ),
    parts=_PARTS,
    some=_SOME,
    every=words(r"hver (?P<nth>" + "|".join(_NTHS) + ")"),
    nths=_NTHS,
    all_of=words(r"alle|samtlige"),
    out_of=re.compile(r"\s*,?\s*(?:ud\s+af|af)\s+(?:i\s+alt\s+|de\s+(?:i\s+alt\s+)?)?", re.I),
    before=words(
        rf"{_LAST} (?:års?|periodes?|beretningsperiodes?|årsberetning\w*|beretning\w*|årene?|perioder"
        rf"|beretningsperioder)"
        r"|året (?:før|forinden)|perioden (?:før|forinden)|årene (?:før|forinden)|tidligere år|i fjor"
    ),
    likened=re.compile(
        r"(?:(?<!\w)(?:ligesom|som|end|svarer|svarende|niveau|sammenlign\w*)(?:\s+(?:i|til|med|det|nogenlunde"
        r"|helt))*)\s*$",
        re.I,
    ),
    amount=re.compile(r"(?<!\w)antal(?:let)?\s+(?:af\s+)?(?:\w+e\s+)?$", re.I),
    change_before=re.compile(r"(?<!\w)(?:med|på)\s+(?:i\s+alt\s+|kun\s+)?$", re.I),
    change_after=words(r"flere|færre|mere|mindre"),
    is_so=words(r"er|var|udgør|udgjorde|blev|har været|af dem (?:er|var)|af disse (?:er|var)"),
    about=words(r"om|i|under|på|hos|til|fra|vedrørende|angående|inden for|angik|angår|vedrørte|vedrører"),
    course=re.compile(r"(?<!\w)fra\s+$", re.I),
    between=re.compile(r"(?<!\w)mellem\s+$", re.I),
    splits=re.compile(
        r"(?<!\w)(?:imod|mod|mens|men|og|samt|eller|heraf|hvoraf|til|fra|sammenlignet med|i forhold til|end"
        r"|hvor)(?!\w)|[,;:(]",
        re.I,
    ),
    breaks=re.compile(r";|(?<!\w)(?:mens|hvorimod|hvorimens)(?!\w)|,\s*men(?!\w)", re.I),
    most=words(
        r"fylder (?:\w+ ){0,2}mest|fyldt (?:\w+ ){0,2}mest|(?:har |er |der |haft |modtaget "
        r"|været ){0,3}flest (?:henvendelser|sager|klager|klagepunkter|klageforhold|afgørelser|bemærkninger)"
        r"|størst i antal|(?:den|det|de) (?:klart |absolut )?(?:største|hyppigste|mest hyppige"
        r"|oftest forekommende) (?:enkelte )?(?:gruppe|tema|temaer|emne|emner|kategori|afdeling|center|forvaltning"
        r"|post|årsag|form)\w*"
        r"|topper|ligger øverst|hyppigst"
    ),
    second=words(r"fylder næstmest|næstflest|(?:den|det) næststørste|næsthyppigst\w*|næststørst\w*"),
    least=words(
        r"fylder (?:\w+ )?mindst|færrest (?:henvendelser|sager|klager|klagepunkter|afgørelser|bemærkninger)?"
        r"|(?:den|det) (?:mindste|sjældneste) (?:gruppe|tema|emne|kategori|afdeling|center|forvaltning)\w*"
    ),
    thing_words={
        "subtheme": words(r"enkeltstående (?:tema|emne)\w*|undertema\w*|emne\w*|tema(?:et|er|erne)?"),
        "theme": words(r"overordne\w+ (?:tema|emne)\w*|hovedtema\w*|tema(?:et|er|erne)?"),
        "department": words(r"afdeling\w*|center\w*|centre\w*|forvaltning(?:en|er|erne)?|område\w*"),
    },
    ways=(
        (
            words(
                r"på (?:samme )?niveau med|uændret|uforandret|stabilt?|det samme (?:antal )?som|lige så mange som"
                r"|(?:samme antal)"
            ),
            Way.LEVEL,
        ),
        (words(r"fordoblet|fordobling\w*|dobbelt så mange"), Way.DOUBLED),
        (words(r"halveret|halvering\w*|halvt så mange"), Way.HALVED),
        (
            words(
                r"stigning\w*|steget|stiger|steg|stigende|vokset|vokser|vækst|fremgang|forøgelse|øget antal"
                r"|flere (?:henvendelser|sager|klager|klagepunkter|afgørelser|bemærkninger) end|højere end"
            ),
            Way.UP,
        ),
        (
            words(
                r"fald|faldet|faldt|falder|faldende|nedgang\w*|reduktion\w*|formindskelse|færre (?:henvendelser"
                r"|sager|klager|klagepunkter|afgørelser|bemærkninger) end|lavere end"
            ),
            Way.DOWN,
        ),
    ),
    no_way=words(
        r"i (?:så|hvert|værste|bedste|alle|sådant|modsat) fald|(?:falder|faldet|faldt) (?:\w+ )?(?:på plads"
        r"|inden ?for|uden ?for|ind|ud|bort|ned)|uden ?for|vokset op|voksende"
    ),
    beside=words(r"end|som|mange|(?P<level>niveau med)"),
    of_time=re.compile(
        rf"(?<!\w)(?:{_LAST}|sidst|før|forinden|hidtil|nogensinde|i fjor|(?:år|periode|kvartal|halvår|måned)\w*"
        r"|(?:19|20)\d\d)(?!\w)",
        re.I,
    ),
    strong=words(r"markant\w*|signifikant\w*|betydelig\w*|kraftig\w*|tydelig\w*|væsentlig\w*|klar|klart"),
    outside=re.compile(
        r"(?<!\w)(?:andre(?:\s+\w+)?\s+end|uden\s?for|på\s+nær|undtagen|bortset\s+fra|ud\s?over"
        r"|ikke\s+(?:angik|angår|vedrørte|vedrører|handlede\s+om|handler\s+om))\s+(?:(?:hos|i|om|fra|af)\s+)?$",
        re.I,
    ),
    all_but=re.compile(r"(?<!\w)(?:på\s+nær|undtagen|bortset\s+fra)\s+$", re.I),
    none_but=re.compile(r"(?<!\w)(?:ingen|ikke)\s+(?:andre(?:\s+\w+)?\s+end|ud\s?over)\s+$", re.I),
    generic=words(
        r"kan|kunne|skal|skulle|vil|ville|bør|burde|må|hvis|såfremt|medmindre|typisk|eksempelvis|f\.eks|fx"
        r"|for eksempel|formentlig"
    ),
    anaphora=words(
        r"(?:disse|de) (?P<count>to|tre|fire|fem|seks|syv|\d+) (?:temaer|emner|undertemaer|afdelinger|centre"
        r"|forvaltninger|grupper|kategorier)"
    ),
    definite=words(r"de|disse|dette|begge|den|det|deres|vores|mine|de øvrige|de første|de sidste|de seneste"),
    noise=re.compile(r"(?<![\w])(?:" + _NOISE + ")", re.I),
    links=words(
        r"jeg|vi|der|har|havde|er|var|blev|blevet|været|at|i alt|i|alt|ialt|også|kun|nu|dog|således|derudover"
        r"|herudover|samlet|set|desuden|"
        r"modtaget|modtog|registreret|registrerede|fået|fik|haft|behandlet|indkommet|kommet|indgået|set|opgjort"
        r"|talt|udgør|udgjorde|omfatter|omfattede|"
        r"borgerrådgive(?:ren|rens|r)|borgerrådgivning(?:en|ens)?|mig|kontoret|kommunen|kommunens|"
        r"(?:beretnings)?perioden?s?|årsberetning\w*|beretning\w*|løbet|året|årets|år|denne|det|den|de|til|af|med"
        r"|for|dette|løb|dækkede|seneste|sidste|forrige|"
        r"antal(?:let)?|samlede|ialt|området|om|på|hos|inden for|indenfor|under|vedrørende|angående|omhandler"
        r"|handler|drejer|sig|angår|vedrører|"
        r"temaet|emnet|undertemaet|tema|emne|afdelingen|centeret|centret|forvaltningen|kategorien|posten|afdeling"
        r"|center|gruppen|"
        r"og|samt|som|hvoraf|heraf|deraf|fordeler|fordelte|fordelt|fordeling|følgende|hvilket|svarer|svarende"
        r"|omkring|ca|"
        r"imod|mod|sammenlignet|forhold|end|lå|ligger|fra|hvilke|ved|stadig|fortsat|ligesom|både|dem|disse|her|heri"
        r"|hvor|januar|februar|marts|april|maj|juni|juli|"
        r"august|september|oktober|november|december|kvartal|halvår|perioder|år(?:ene)?|tidligere|kommune|kommunes"
        r"|registreringer|opgørelsen|statistikken|tabellen|figuren"
    ),
    neutral=words(
        r"registrerede|unikke|nye|modtagne|indkomne|samlede|forskellige|behandlede|konkrete|enkelte|øvrige"
        r"|realitetsbehandlede|afsluttede|selvstændige"
    ),
    residuals=frozenset(("andet", "andre", "øvrige", "øvrigt", "øvr.", "diverse", "uoplyst", "ikke oplyst")),
    called=re.compile(r"(?:kategorien|posten|temaet|gruppen|emnet|betegnelsen|rubrikken)\s*$", re.I),
    municipality=re.compile(
        r"(?P<names>(?:[A-ZÆØÅ][\wæøå]+(?:-[A-ZÆØÅ][\wæøå]+)?s?(?:\s*,\s*|\s+og\s+|\s+samt\s+|\s+eller\s+)){0,4}"
        r"[A-ZÆØÅ][\wæøå]+(?:-[A-ZÆØÅ][\wæøå]+)?s?)\s+(?:Regionsk|K)ommun(?:e|es|er|ers)\b"
        r"|(?:[Bb]orgerrådgiver\w*|[Bb]yråd\w*|[Kk]ommunalbestyrelsen|[Kk]ommunen"
        r"|[Bb]orgmester\w*)\s+i\s+(?P<place>[A-ZÆØÅ][\wæøå]+(?:-[A-ZÆØÅ][\wæøå]+)?)"
    ),
    abbreviations=frozenset(_ABBREVIATIONS.split()),
    endings=r"(?:er(?:ne)?s?|ene?|en?s?|ets?|r(?:ne)?s?|ns?|nes?|s)?",
    noun_endings=r"(?:rnes?|rs?|er(?:ne)?s?|ens?|ets?|ns?|nes?|s|e)?",
    and_words="og|samt|and|eller",
)
