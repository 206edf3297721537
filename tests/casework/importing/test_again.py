"""The same file again, an edited file, and what was corrected by hand meanwhile."""

from datetime import date

import pytest
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ombud.audit.models import Event
from ombud.casework.actions.enquiries import MatterInput, correct
from ombud.casework.actions.imports import apply, choose
from ombud.casework.importing.registrations import Registrations
from ombud.casework.models import ColumnMapping, Enquiry, ImportRun, Matter
from ombud.offices.models import Department, EnquiryType, Theme
from tests.casework.importing.conftest import Upload

HEADINGS = "Sagsnr;Modtaget;Afsluttet;Type;Afdeling;Rolle;Emne"
ROWS = [
    "1/2024;03-04-2024;05-04-2024;Klage;Børn & Familie;Hovedsag;Inddragelse",
    "2/2024;03-04-2024;;Vejledning;Miljø & Teknik;Hovedsag;Vejledning",
    "1/2024;03-04-2024;05-04-2024;Klage;Miljø & Teknik;Følgesag;Notatpligt",
]


def file(rows: list[str], headings: str = HEADINGS) -> str:
    return "\n".join((headings, *rows))


def without_numbers(rows: list[str]) -> str:
    return "\n".join(line.split(";", 1)[1] for line in (HEADINGS, *rows))


def counts(run: ImportRun) -> dict[str, int]:
    return {name: count for name, count in run.plan["counts"].items() if count}


def by_hand(enquiry: Enquiry, **fields: object) -> Enquiry:
    matters = [MatterInput(row.department, row.theme) for row in enquiry.matters.order_by("position")]
    return correct(enquiry=enquiry, version=enquiry.version, by=None, matters=matters, **fields)


def test_rows_of_one_enquiry_need_not_stand_together(bring_in: Upload) -> None:
    bring_in(file(ROWS))
    enquiry = Enquiry.objects.get(number=1)
    assert [row.role for row in enquiry.matters.order_by("position")] == ["main", "follow_on"]
    assert enquiry.imported_state is not None
    assert enquiry.mandate is not None
    assert Enquiry.objects.get(number=2).closed_on is None


@pytest.mark.parametrize("as_file", [file, without_numbers])
def test_the_same_file_again_changes_nothing(bring_in: Upload, upload: Upload, as_file) -> None:
    rows = ROWS if as_file is file else [ROWS[0], ROWS[2], ROWS[1], ROWS[1]]
    bring_in(as_file(rows))
    before = list(Enquiry.objects.order_by("pk").values())
    again = bring_in(as_file(rows))
    assert set(counts(again)) == {"unchanged"}
    assert list(Enquiry.objects.order_by("pk").values()) == before


def test_an_edited_row_is_a_change_and_not_a_new_one(bring_in: Upload, upload: Upload) -> None:
    bring_in(file(ROWS))
    edited = [ROWS[0].replace("Inddragelse", "Begrundelse"), *ROWS[1:]]
    run = upload(file(edited))
    assert counts(run) == {"changed": 1, "unchanged": 1}
    (change,) = run.plan["examples"]["changed"][0]["changes"]
    assert change == {"field": "matters.1.theme", "before": "Inddragelse", "after": "Begrundelse"}
    apply(run=run, importer=Registrations(), by=None)
    assert Matter.objects.filter(theme__name="Begrundelse").count() == 1
    line = Event.objects.get(action="enquiry.imported")
    assert line.changes == {"matters.1.theme": ["Inddragelse", "Begrundelse"]}
    assert counts(upload(file(edited))) == {"unchanged": 2}


def test_an_edited_row_without_a_number_is_a_change_too(bring_in: Upload, upload: Upload) -> None:
    bring_in(without_numbers(ROWS[:2]))
    run = upload(without_numbers([ROWS[0], ROWS[1].replace("Miljø & Teknik", "Børn & Familie")]))
    assert counts(run) == {"changed": 1, "unchanged": 1}


def test_two_rows_alike_are_two_enquiries(bring_in: Upload, upload: Upload) -> None:
    bring_in(without_numbers([ROWS[0], ROWS[0]]))
    assert [str(one) for one in Enquiry.objects.order_by("number")] == ["1/2024", "2/2024"]
    assert counts(upload(without_numbers([ROWS[0]] * 3))) == {"new": 1, "unchanged": 2}


def test_a_register_without_numbers_is_numbered_in_the_order_received(bring_in: Upload) -> None:
    late, early = ROWS[1].replace("03-04-2024", "09-04-2024"), ROWS[1].replace("03-04-2024", "01-04-2024")
    bring_in(without_numbers([late, early]))
    assert Enquiry.objects.get(number=1).received_on == date(2024, 4, 1)


def test_another_number_of_matters_is_one_change(bring_in: Upload, upload: Upload) -> None:
    bring_in(file(ROWS))
    run = bring_in(file([*ROWS, "2/2024;03-04-2024;;Vejledning;;Følgesag;"]))
    assert counts(run) == {"changed": 1, "unchanged": 1}
    assert Matter.objects.count() == 4
    assert Matter.objects.filter(department=None, theme=None).count() == 1
    bring_in(file(ROWS))
    assert Matter.objects.count() == 3


def test_what_is_missing_in_the_file_stays_and_is_said(bring_in: Upload, upload: Upload) -> None:
    bring_in(file(ROWS))
    run = bring_in(file([ROWS[0], ROWS[2]]))
    assert counts(run) == {"unchanged": 1, "missing_in_file": 1}
    assert Enquiry.objects.count() == 2


def test_a_column_the_file_does_not_have_is_left_alone(bring_in: Upload) -> None:
    bring_in(file(ROWS))
    bring_in("Sagsnr;Modtaget\n1/2024;03-04-2024\n1/2024;\n2/2024;03-04-2024")
    enquiry = Enquiry.objects.get(number=1)
    assert enquiry.closed_on == date(2024, 4, 5)
    assert Matter.objects.exclude(department=None).count() == 3


def test_a_new_column_fills_what_was_empty(bring_in: Upload, upload: Upload) -> None:
    bring_in("Sagsnr;Modtaget\n2/2024;03-04-2024")
    run = upload(file([ROWS[1]]))
    assert counts(run) == {"changed": 1}


class TestCorrectedByHand:
    """A correction is shown, and kept unless chosen otherwise."""

    def test_it_is_kept_when_the_file_is_as_before(self, bring_in: Upload, upload: Upload) -> None:
        bring_in(file(ROWS))
        by_hand(Enquiry.objects.get(number=2), closed_on=date(2024, 5, 1))
        run = bring_in(file(ROWS))
        assert counts(run) == {"unchanged": 1, "kept_by_hand": 1}
        assert Enquiry.objects.get(number=2).closed_on == date(2024, 5, 1)

    def test_it_is_kept_when_the_file_says_a_third_thing(self, bring_in: Upload, upload: Upload) -> None:
        bring_in(file(ROWS))
        by_hand(Enquiry.objects.get(number=1), closed_on=date(2024, 5, 1))
        edited = [row.replace("05-04-2024", "06-04-2024").replace("Notatpligt", "Begrundelse") for row in ROWS]
        with translation.override("en"):
            run = upload(file(edited))
        assert counts(run) == {"changed": 1, "unchanged": 1, "kept_by_hand": 1}
        (kept,) = run.plan["hand_corrections"]
        assert (kept["label"], kept["changes"][0]["field"]) == ("1/2024", "closed_on")
        assert (kept["changes"][0]["before"], kept["changes"][0]["after"]) == ("1 May 2024", "6 April 2024")
        apply(run=run, importer=Registrations(), by=None)
        enquiry = Enquiry.objects.get(number=1)
        assert enquiry.closed_on == date(2024, 5, 1)
        assert enquiry.matters.get(position=2).theme.name == "Begrundelse"

    @pytest.mark.parametrize("one_by_one", [True, False])
    def test_it_gives_way_when_chosen(self, bring_in: Upload, upload: Upload, one_by_one: bool) -> None:
        bring_in(file(ROWS))
        by_hand(Enquiry.objects.get(number=2), closed_on=date(2024, 5, 1))
        run = upload(file(ROWS))
        ids = [kept["id"] for kept in run.plan["hand_corrections"]] if one_by_one else []
        chosen = choose(run=run, importer=Registrations(), keep_hand_corrections=one_by_one, overwrite=ids)
        assert counts(chosen) == {"changed": 1, "unchanged": 1}
        apply(run=chosen, importer=Registrations(), by=None)
        assert Enquiry.objects.get(number=2).closed_on is None

    def test_what_was_typed_in_is_kept_as_well(self, bring_in: Upload, upload: Upload) -> None:
        bring_in(file(ROWS))
        Enquiry.objects.filter(number=2).update(imported_state=None, type=EnquiryType.objects.get(name="Klage"))
        assert counts(upload(file(ROWS))) == {"unchanged": 1, "kept_by_hand": 1}

    def test_a_file_that_says_the_same_at_last_is_unchanged(self, bring_in: Upload, upload: Upload) -> None:
        bring_in(file(ROWS))
        by_hand(Enquiry.objects.get(number=2), closed_on=date(2024, 5, 1))
        caught_up = [row.replace(";;Vejledning", ";01-05-2024;Vejledning") for row in ROWS]
        assert counts(bring_in(file(caught_up))) == {"unchanged": 2}
        later = [row.replace(";;Vejledning", ";02-05-2024;Vejledning") for row in ROWS]
        assert counts(upload(file(later))) == {"changed": 1, "unchanged": 1}


def test_an_unknown_value_is_mapped_once_and_remembered(upload: Upload, bring_in: Upload) -> None:
    own = [row.replace("Børn & Familie", "BUF") for row in ROWS]
    run = upload(file(own))
    assert run.state == ImportRun.State.REFUSED
    key = str(Department.objects.get(name="Børn & Familie").pk)
    run = choose(run=run, importer=Registrations(), values={"department": {"BUF": key}})
    assert run.state == ImportRun.State.READY
    apply(run=run, importer=Registrations(), by=None)
    assert Matter.objects.filter(department_id=key).count() == 1
    assert counts(upload(file([row.replace("Børn & Familie", "  buf ") for row in ROWS]))) == {"unchanged": 2}
    assert ColumnMapping.objects.count() == 1


def test_a_value_can_be_mapped_to_not_stated(upload: Upload) -> None:
    run = upload(file([ROWS[0].replace("Inddragelse", "?")]))
    run = choose(run=run, importer=Registrations(), values={"subtheme": {"?": "none"}})
    assert run.state == ImportRun.State.READY
    assert [warning["count"] for warning in run.plan["warnings"]] == [1]


def test_a_heading_is_mapped_once_and_remembered(upload: Upload) -> None:
    own = file(ROWS, HEADINGS.replace("Modtaget", "Kom ind"))
    run = upload(own)
    assert run.state == ImportRun.State.REFUSED
    run = choose(run=run, importer=Registrations(), columns={"Kom ind": "received_on", "Type": ""})
    assert run.state == ImportRun.State.READY
    assert counts(upload(own)) == {"new": 2}
    apply(run=run, importer=Registrations(), by=None)
    assert not Enquiry.objects.exclude(type=None).exists()


DEPARTMENTS = ["Børn & Familie", "Miljø & Teknik", "Øvrige", ""]
SUBTHEMES = ["Inddragelse", "Vejledning", "Notatpligt", ""]
ENQUIRIES = st.lists(
    st.tuples(
        st.dates(date(2024, 1, 1), date(2024, 1, 5)),
        st.lists(st.tuples(st.sampled_from(DEPARTMENTS), st.sampled_from(SUBTHEMES)), min_size=1, max_size=3),
    ),
    min_size=1,
    max_size=8,
)


def as_register(drawn: list, numbered: bool) -> str:
    lines = ["Sagsnr;Modtaget;Afdeling;Rolle;Emne" if numbered else "Modtaget;Afdeling;Rolle;Emne"]
    for number, (day, matters) in enumerate(drawn, start=1):
        for place, (department, subtheme) in enumerate(matters):
            role = "Følgesag" if place else "Hovedsag"
            head = f"{number}/2024;" if numbered else ""
            lines.append(f"{head}{day};{department};{role};{subtheme}")
    return "\n".join(lines)


@given(drawn=ENQUIRIES, numbered=st.booleans(), edited=st.integers(0, 7))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_register_is_imported_once_and_hand_corrections_stay(
    bring_in: Upload, upload: Upload, drawn: list, numbered: bool, edited: int
) -> None:
    Enquiry.objects.all().delete()
    content = as_register(drawn, numbered)
    bring_in(content)
    assert Enquiry.objects.count() == len(drawn)
    assert Matter.objects.count() == sum(len(matters) for _day, matters in drawn)
    assert counts(upload(content)) == {"unchanged": len(drawn)}
    chosen = Enquiry.objects.order_by("pk")[edited % len(drawn)]
    main = chosen.matters.get(position=1)
    other = Theme.objects.exclude(pk=main.theme_id).filter(name="Begrundelse").get()
    rest = [MatterInput(row.department, row.theme) for row in chosen.matters.filter(position__gt=1)]
    correct(enquiry=chosen, version=1, by=None, matters=[MatterInput(main.department, other), *rest])
    kept = bring_in(content)
    assert kept.plan["counts"]["kept_by_hand"] == 1
    assert kept.plan["counts"]["new"] == kept.plan["counts"]["changed"] == 0
    assert Matter.objects.get(pk=main.pk).theme == other
