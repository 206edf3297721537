"""Looking for the identities of 10,000 parties in a report of sixty pages.

    python benchmarks/identities.py [--parties 10000] [--pages 60] [--text FILE]

Names, CPR numbers, telephones, e-mails, addresses and file names are invented at random from frequent and rare parts.
A hundred of them are put into the report, each with an ending or in another spelling, and every one must be found
before anything is timed. ``--text`` searches a file of your own instead and tells how much of it is asked about.
Medians of 5 runs in milliseconds of the processor: reading what is known, and searching one text and its four files.
"""

import argparse
import random
import statistics
from collections.abc import Callable
from pathlib import Path
from time import process_time

from ombud.core.identities.common_names import FIRST, LAST
from ombud.core.identities.find import Searcher, find_identities
from ombud.core.identities.found import Passage
from ombud.core.identities.known import Allowed, Identity, Kind, KnownIdentities
from ombud.core.identities.ordinary_words import ORDINARY

RUNS, PLANTED, WORDS_OF_A_PAGE, WORDS_OF_A_PARAGRAPH = 5, 100, 420, 60
SYLLABLES = (
    "ba",
    "dri",
    "fel",
    "gam",
    "hol",
    "jun",
    "kva",
    "lim",
    "nor",
    "pra",
    "ris",
    "sto",
    "tul",
    "vis",
    "zek",
    "ørn",
)
CHANGES: tuple[Callable[[str], str], ...] = (
    lambda name: name + "s", str.upper, lambda name: name.replace("sen", "sens"), lambda name: name,
    lambda name: name.replace("å", "aa"), lambda name: ", ".join(reversed(name.split(" ", 1))),
)  # fmt: skip


def invented(parties: int, dice: random.Random) -> KnownIdentities:
    """As many persons, with everything that is known of one."""
    first, last = sorted(FIRST), sorted(LAST)
    identities = []
    for case in map(str, range(parties)):
        rare = "".join(dice.choices(SYLLABLES, k=3)).title()
        name = f"{dice.choice(first).title()} {dice.choice([dice.choice(last).title(), rare])}"
        day = f"{dice.randint(1, 28):02}{dice.randint(1, 12):02}{dice.randint(30, 99)}"
        said = {
            Kind.NAME: name,
            Kind.CPR: f"{day}-{dice.randint(0, 3)}{dice.randint(0, 999):03}",
            Kind.PHONE: str(dice.randint(20_000_000, 99_999_999)),
            Kind.MAIL: f"{rare}{case}@borger.example",
            Kind.ADDRESS: f"{''.join(dice.choices(SYLLABLES, k=2)).title()}vej {dice.randint(1, 200)}",
            Kind.FILE_NAME: f"{rare} afgørelse.pdf",
        }
        identities += [Identity(kind, text, case) for kind, text in said.items()]
    return KnownIdentities(tuple(identities))


def report(pages: int, known: KnownIdentities, dice: random.Random) -> list[Passage]:
    """Paragraphs of everyday words, the identities put into the first of them."""
    words, paragraphs = sorted(ORDINARY), pages * WORDS_OF_A_PAGE // WORDS_OF_A_PARAGRAPH
    planted = dice.sample([one for one in known.identities if one.kind == Kind.NAME], PLANTED)
    texts = []
    for place in range(paragraphs):
        said = dice.choices(words, k=WORDS_OF_A_PARAGRAPH)
        if place < PLANTED:
            said.insert(dice.randrange(1, len(said)), dice.choice(CHANGES)(planted[place].said))
        texts.append(Passage(place, " ".join(said).capitalize() + "." if place >= PLANTED else "Så " + " ".join(said)))
    return texts


def median(what: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        start = process_time()
        what()
        times.append(1000 * (process_time() - start))
    return statistics.median(times)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--parties", type=int, default=10_000)
    parser.add_argument("--pages", type=int, default=60)
    parser.add_argument("--text", type=Path)
    options = parser.parse_args()
    dice = random.Random(4)
    known = invented(options.parties, dice)
    if options.text:
        lines = options.text.read_text().split("\n\n")
        found = find_identities([Passage(at, line) for at, line in enumerate(lines)], known)
        for one in found:
            print(one.kind, "stops" if one.stops else "asks", lines[one.place][one.start : one.end])  # type: ignore[index]
        return
    texts = report(options.pages, known, dice)
    missed = set(range(PLANTED)) - {one.place for one in find_identities(texts, known)}
    if missed:
        raise SystemExit(f"Not found: {[texts[place].text for place in sorted(missed)]}")  # type: ignore[index]
    print(f"known    {median(lambda: Searcher(known, Allowed())):7.0f}  {options.parties} parties")
    print(f"together {median(lambda: find_identities(texts, known)):7.0f}  and {options.pages} pages")
    files = [Passage((one.place, file), one.text + " " * file) for file in range(5) for one in texts]
    print(f"files    {median(lambda: find_identities(files, known)):7.0f}  and the text five times over")


if __name__ == "__main__":
    main()
