"""A cause is said only where the numbers fit exactly."""

from ombud.core.reconciling.cause import Cause, CauseKind
from ombud.core.reconciling.causes import explain
from ombud.core.reconciling.discrepancy import Discrepancy
from ombud.core.reconciling.quantity import Place, PlaceKind, Told, quantity
from ombud.core.reconciling.same import compare
from ombud.core.words import PLAIN

SPAN = "2024-01-01_2024-12-31"
TABLE = Place(PlaceKind.TABLE, "departments", "By department")
OTHER = Place(PlaceKind.TABLE, "types", "By type")
EDITION = Place(PlaceKind.EDITION, "1", "2024, edition 1")


def told(
    value: int, *members: tuple[str, str], place: Place = TABLE, unit: str = "enquiries", span: str = SPAN
) -> Told:
    return Told(quantity(unit, span, members), value, place, ", ".join(key for _, key in members))


def causes(*numbers: Told, corrected: int = 0) -> list[list[Cause]]:
    found: tuple[Discrepancy, ...] = explain(compare(numbers), numbers, {SPAN: corrected})
    return [list(one.causes) for one in found]


def test_numbers_that_agree_differ_in_nothing() -> None:
    assert causes(told(58), told(58, place=OTHER)) == []


def test_points_printed_as_enquiries() -> None:
    found = causes(told(162), told(203, place=OTHER), told(203, unit="matters"))
    assert found == [[Cause(CauseKind.OTHER_UNIT, 203, "matters", "", "enquiries")]]


def test_a_group_left_out_of_one_of_the_two() -> None:
    found = causes(told(64), told(60, place=OTHER), told(4, ("outcome", "rejected")), told(9, ("outcome", "changed")))
    assert found == [[Cause(CauseKind.LEFT_OUT, 4, "enquiries", "rejected")]]


def test_a_difference_that_fits_too_many_groups_is_not_explained_by_any() -> None:
    groups = [told(1, ("channel", name)) for name in "abcd"]
    assert causes(told(64), told(63, place=OTHER), *groups) == [[]]


def test_exchanged_numbers_name_each_other() -> None:
    found = causes(
        told(7, ("type", "a")), told(4, ("type", "b")),
        told(4, ("type", "a"), place=OTHER), told(7, ("type", "b"), place=OTHER),
    )  # fmt: skip
    assert found[0] == [Cause(CauseKind.SWAPPED, 0, "", "a", "b")]
    assert found[1] == [Cause(CauseKind.SWAPPED, 0, "", "b", "a")]


def test_what_one_lacks_and_another_has_was_counted_under_another_name() -> None:
    found = causes(
        told(9, ("department", "a")), told(6, ("department", "b")),
        told(7, ("department", "a"), place=OTHER), told(8, ("department", "b"), place=OTHER),
    )  # fmt: skip
    assert found == [[Cause(CauseKind.MOVED, 2, "enquiries", "a", "b")]] * 2


def test_a_number_of_other_months() -> None:
    other = "2023-08-01_2023-12-31"
    found = causes(told(58), told(30, place=OTHER), told(30, span=other))
    assert found == [[Cause(CauseKind.MONTHS, 30, "", SPAN, other)]]


def test_corrections_explain_no_more_than_their_number() -> None:
    assert causes(told(163), told(162, place=EDITION), corrected=2) == [[Cause(CauseKind.CORRECTED, 2)]]
    assert causes(told(165), told(162, place=EDITION), corrected=2) == [[]]


def test_every_kind_of_cause_has_a_sentence_that_names_its_number() -> None:
    for kind in CauseKind:
        cause = (
            Cause(kind, 7, "enquiries", SPAN, SPAN)
            if kind is CauseKind.MONTHS
            else Cause(kind, 7, "enquiries", "a", "b")
        )
        sentence = cause.sentence(PLAIN)
        assert sentence.endswith(".")
        assert "7" in sentence or kind in (CauseKind.SWAPPED, CauseKind.MONTHS)


def test_the_key_stays_with_the_numbers_and_changes_with_them() -> None:
    one = compare([told(162), told(160, place=OTHER)])[0]
    same = compare([told(162), told(160, place=EDITION), told(160, place=OTHER)])[0]
    other = compare([told(162), told(161, place=OTHER)])[0]
    assert one.key != other.key
    assert len(one.key) == len(same.key) == 32
