from ombud.core.prose.danish import DANISH_GRAMMAR
from ombud.core.prose.passages import Passages, ProseSection, mask


def sentences(text: str) -> list[str]:
    return [one.text.strip() for one in Passages(ProseSection("s", "Titel", text), DANISH_GRAMMAR).sentences()]


def test_abbreviations_and_ordinals_end_no_sentence() -> None:
    text = "Det var ca. 40 sager pr. 1. april, jf. nr. 3. Derefter kom f.eks. flere. Og så?"

    assert sentences(text) == ["Det var ca. 40 sager pr. 1. april, jf. nr. 3.", "Derefter kom f.eks. flere.", "Og så?"]


def test_a_sentence_goes_on_over_the_line_and_ends_with_the_paragraph() -> None:
    assert sentences("Der var\n58 henvendelser\n\nog mere") == ["Der var 58 henvendelser", "og mere"]


def test_the_line_ends_of_a_browser_end_paragraphs_and_cases_too() -> None:
    text = "Der var\n58 møder\n\nog mere\n\n::: case A\nHan.\n:::\n\n## Om\n\nHun."
    found, plain = (
        [
            (one.text.strip(), one.headings, one.in_case, one.stands_alone)
            for one in Passages(ProseSection("s", "Titel", said), DANISH_GRAMMAR).sentences()
        ]
        for said in (text.replace("\n", "\r\n"), text)
    )
    assert [(one[0].replace("  ", " "), *one[1:]) for one in found] == plain


def test_every_point_of_a_list_is_its_own() -> None:
    assert sentences("Vi fik:\n- 12 sager\n- 14 sager\n1. tretten sager") == [
        "Vi fik:",
        "12 sager",
        "14 sager",
        "tretten sager",
    ]


def test_markup_is_blanked_and_every_letter_keeps_its_place() -> None:
    text = "Se **58** [her](https://a.dk) {tal: sager}[^1]."

    assert mask(text) == f"Se   58    her{' ' * 32}."
    assert len(mask(text)) == len(text)


def test_headings_are_told_with_what_stands_below() -> None:
    passages = Passages(ProseSection("s", "Titel", "Først.\n\n## Under\n\nSiden."), DANISH_GRAMMAR)

    assert [one.headings for one in passages.sentences()] == [("Titel",), ("Titel", "Under")]


def test_the_line_of_a_letter() -> None:
    passages = Passages(ProseSection("s", "", "a\nb\n\nc"), DANISH_GRAMMAR)

    assert [passages.line_of(at) for at in (0, 2, 5)] == [1, 2, 4]


def test_a_case_is_a_story() -> None:
    passages = Passages(ProseSection("s", "", "Før.\n\n::: case A\n\nI.\n\n:::\n\nEfter."), DANISH_GRAMMAR)

    assert [(one.text.strip(), one.in_case) for one in passages.sentences()] == [
        ("Før.", False),
        ("I.", True),
        ("Efter.", False),
    ]
