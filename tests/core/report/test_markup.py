import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombud.core.report.draft import (
    Bullets,
    Case,
    Cited,
    Insertion,
    Note,
    Number,
    Prose,
    Run,
    See,
    Span,
    Subheading,
    Trouble,
)
from ombud.core.report.markup import parse


def inlines(text: str) -> tuple[object, ...]:
    (block,) = parse(text).blocks
    assert isinstance(block, Prose)
    return block.children


def test_bold_and_emphasis_may_be_nested() -> None:
    assert inlines("**Klart *og* tydeligt**") == (
        Span("strong", (Run("Klart ", 1), Span("emphasis", (Run("og", 1),)), Run(" tydeligt", 1))),
    )


@pytest.mark.parametrize("line", ["{tabel: departments}", "{table:departments}", "  { TABEL :  departments }"])
def test_a_table_stands_alone_in_danish_or_english(line: str) -> None:
    assert parse(f"Før\n\n{line}\n\nEfter").blocks[1] == Insertion("table", "departments", 3)


def test_a_figure_stands_alone() -> None:
    assert parse("{figur: themes}").blocks == (Insertion("figure", "themes", 1),)


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("{se: themes}", See("themes", "", 1)),
        ("{see: table themes}", See("themes", "table", 1)),
        ("{se: figur themes}", See("themes", "figure", 1)),
        ("{se: afsnit resume}", See("resume", "section", 1)),
        ("{tal: matters}", Number("matters", 1)),
        ("{number: matters}", Number("matters", 1)),
    ],
)
def test_references_and_live_numbers_stand_in_prose(text: str, node: object) -> None:
    assert inlines(f"Se {text}.")[1] == node


def test_a_table_in_prose_is_a_trouble_with_its_line() -> None:
    draft = parse("Første\nlinje {tabel: a} her")
    assert draft.troubles == ((Trouble.INSERTION_IN_PROSE, "{tabel: a}", 2),)


def test_an_unknown_word_is_a_trouble() -> None:
    assert parse("Hej {graf: a}").troubles == ((Trouble.UNKNOWN_INSERTION, "{graf: a}", 1),)


def test_a_case_box_has_title_name_and_blocks() -> None:
    (case,) = parse("::: case Den tabte ansøgning #tabt\nEn borger.\n\n- først\n:::").blocks
    assert isinstance(case, Case)
    assert (case.title, case.name, case.line) == ("Den tabte ansøgning", "tabt", 1)
    assert case.blocks == (Prose((Run("En borger.", 2),), 2), Bullets(False, ((Prose((Run("først", 4),), 4),),)))


def test_a_case_without_end_or_title_is_a_trouble() -> None:
    assert {trouble for trouble, _, _ in parse("::: case\nTekst").troubles} == {
        Trouble.OPEN_CASE,
        Trouble.UNTITLED_CASE,
    }


def test_another_box_than_a_case_is_a_trouble() -> None:
    assert parse("::: boks Hej\nTekst\n:::").troubles[0][0] is Trouble.UNKNOWN_INSERTION


def test_quotes_and_lists_hold_blocks() -> None:
    assert parse("> citat").blocks == (Cited((Prose((Run("citat", 1),), 1),)),)
    assert parse("1. et\n2. to").blocks == (
        Bullets(True, ((Prose((Run("et", 1),), 1),), (Prose((Run("to", 2),), 2),))),
    )


def test_a_heading_is_a_subheading_but_bold_inside_a_quote() -> None:
    assert parse("### Tid **og** sted").blocks == (Subheading("Tid og sted", 1),)
    (quote,) = parse("> ### Tid").blocks
    assert quote == Cited((Prose((Span("strong", (Run("Tid", 1),)),), 1),))


def test_footnotes_keep_their_text_and_a_missing_one_is_a_trouble() -> None:
    draft = parse("Se[^a] og ^[skrevet her] og [^b].\n\n[^a]: Ombudsmanden, https://www.ombudsmanden.dk/find.")
    assert Note(0, 1) in draft.blocks[0].children  # type: ignore[union-attr]
    address = "https://www.ombudsmanden.dk/find"
    assert draft.notes[0] == (Run("Ombudsmanden, ", 3), Span("link", (Run(address, 3),), address), Run(".", 3))
    assert draft.notes[1] == (Run("skrevet her", 1),)
    assert draft.troubles == ((Trouble.MISSING_FOOTNOTE, "[^b]", 1),)


@pytest.mark.parametrize("address", ["https://a.dk/x", "http://a.dk", "mailto:b@a.dk"])
def test_web_and_mail_addresses_are_links(address: str) -> None:
    assert inlines(f"[her]({address})") == (Span("link", (Run("her", 1),), address),)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "file:///etc/passwd", "/x", "//a.dk"]
)
def test_other_addresses_stay_text_and_are_a_trouble(address: str) -> None:
    draft = parse(f"[her]({address})")
    assert not any(isinstance(child, Span) for child in draft.blocks[0].children)  # type: ignore[union-attr]
    assert draft.troubles[0][0] is Trouble.UNSAFE_LINK


def test_html_is_plain_text() -> None:
    assert inlines("<script>alert(1)</script> <b>x</b> &amp;") == (Run("<script>alert(1)</script> <b>x</b> &amp;", 1),)


def test_a_hard_line_break_is_kept() -> None:
    assert [child.text for child in inlines("Venlig hilsen\\\nBorgerrådgiveren")] == [  # type: ignore[attr-defined]
        "Venlig hilsen",
        "\n",
        "Borgerrådgiveren",
    ]


def test_numbers_keep_their_per_cent_sign_and_month_on_the_line() -> None:
    (run,) = inlines("»41,9 %« den 12. november 2024, § 5")
    assert run.text == "»41,9\u00a0%« den 12.\u00a0november 2024, §\u00a05"  # type: ignore[attr-defined]


@given(st.text(alphabet="ab {}:#*>-[]()^!_\\\n`1.<tabelse", max_size=80))
def test_no_text_makes_the_parser_fail(text: str) -> None:
    parse(text)
