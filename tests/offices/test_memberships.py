"""Who serves where: one role at a time, nobody in their own case, and never without an adviser by mistake."""

import threading
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from ombud.audit.models import Event
from ombud.identity.actions import make_account
from ombud.identity.models import User
from ombud.offices.actions.memberships import appoint, correct, end, mark_seen
from ombud.offices.models import Membership, Municipality
from ombud.offices.queries.memberships import (
    case_members,
    case_offices_of,
    fingerprint,
    membership_of,
    municipalities_of,
    unseen_by,
)
from ombud.offices.roles import MAY, OPEN_CASES, SENTENCES, Permission, may, sentence
from tests.cast import PASSWORD, Cast, make_cast

Role = Membership.Role
TODAY = date.today()
DAY = timedelta(days=1)


@pytest.fixture
def new(db: None) -> Callable[[str], User]:
    return lambda name: make_account(email=f"{name}@raadgiver.example", name=name, password=PASSWORD)


def refused(act: Callable[[], object]) -> list[str]:
    with pytest.raises(ValidationError) as found:
        act()
    return sorted(found.value.message_dict)


def test_every_role_has_a_line_and_a_sentence() -> None:
    assert set(MAY) == set(SENTENCES) == set(Role)
    assert len({sentence(role) for role in Role}) == len(Role)


def test_only_adviser_and_deputy_come_to_cases() -> None:
    assert {Role.ADVISER, Role.DEPUTY} == OPEN_CASES
    assert {role for role in Role if may(role, Permission.DRILL)} == OPEN_CASES
    assert {role for role in Role if may(role, Permission.MEMBERS)} == {Role.ADVISER, Role.ADMINISTRATOR}


def test_a_role_that_is_not_in_the_table_may_nothing() -> None:
    assert not any(may("mayor", permission) for permission in Permission)


def test_whoever_has_the_role_keeps_it_and_is_told_once(cast: Cast) -> None:
    first = appoint(user=cast.bo, municipality=cast.albertslund, by=cast.asta, starts_on=TODAY)
    assert first == Membership.objects.get(user=cast.bo)
    assert Event.objects.filter(action="membership.appointed").count() == 3


def test_one_role_at_a_time(cast: Cast) -> None:
    for starts_on, ends_on in [(None, None), (TODAY, None), (None, TODAY), (TODAY, TODAY)]:
        days = {"starts_on": starts_on, "ends_on": ends_on, "role": Role.ASSISTANT}
        wish = partial(appoint, user=cast.bo, municipality=cast.albertslund, by=cast.asta, **days)
        assert refused(wish) == ["starts_on"]
    end(membership=Membership.objects.get(user=cast.bo), ends_on=TODAY, by=cast.asta)
    after = appoint(
        user=cast.bo, municipality=cast.albertslund, by=cast.asta, role=Role.ASSISTANT, starts_on=TODAY + DAY
    )
    assert membership_of(cast.bo, cast.albertslund, TODAY).role == Role.ADVISER
    assert membership_of(cast.bo, cast.albertslund, TODAY + DAY) == after


def test_days_cannot_be_moved_over_another_period(cast: Cast) -> None:
    first = end(membership=Membership.objects.get(user=cast.bo), ends_on=TODAY, by=cast.asta)
    appoint(user=cast.bo, municipality=cast.albertslund, by=cast.asta, role=Role.ASSISTANT, starts_on=TODAY + 5 * DAY)
    assert refused(lambda: end(membership=first, ends_on=TODAY + 5 * DAY, by=cast.asta)) == ["starts_on"]
    assert end(membership=first, ends_on=TODAY + 4 * DAY, by=cast.asta).ends_on == TODAY + 4 * DAY


def test_the_database_refuses_two_roles_without_end_and_a_deputy_without_days(cast: Cast) -> None:
    for fields in ({"role": Role.ASSISTANT}, {"role": Role.DEPUTY, "starts_on": TODAY}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Membership.objects.create(user=cast.bo, municipality=cast.albertslund, **fields)


@pytest.mark.parametrize(("starts_on", "ends_on"), [(None, None), (TODAY, None), (None, TODAY), (TODAY, TODAY - DAY)])
def test_a_deputy_has_both_days(
    cast: Cast, new: Callable[[str], User], starts_on: date | None, ends_on: date | None
) -> None:
    days = {"starts_on": starts_on, "ends_on": ends_on}
    wish = partial(appoint, user=new("vik"), municipality=cast.ishoej, by=cast.asta, role=Role.DEPUTY, **days)
    assert refused(wish) == ["ends_on"]


def test_a_deputy_serves_from_the_first_day_to_the_last(cast: Cast, new: Callable[[str], User]) -> None:
    deputy, municipality = new("vik"), cast.ishoej
    appoint(
        user=deputy, municipality=municipality, by=cast.asta, role=Role.DEPUTY, starts_on=TODAY, ends_on=TODAY + DAY
    )
    days = [TODAY - DAY, TODAY, TODAY + DAY, TODAY + 2 * DAY]
    assert [case_offices_of(deputy, day) for day in days] == [set(), {"0183"}, {"0183"}, set()]
    assert [str(deputy.pk) in case_members(municipality, day) for day in days] == [False, True, True, False]
    assert [municipalities_of(deputy, on=day).count() for day in days] == [0, 1, 1, 0]


@pytest.mark.parametrize("role", [role for role in Role if role not in OPEN_CASES])
def test_no_other_role_belongs_to_those_with_keys(cast: Cast, new: Callable[[str], User], role: str) -> None:
    person = new("x")
    appoint(user=person, municipality=cast.ishoej, by=cast.asta, role=role)
    assert case_offices_of(person, TODAY) == frozenset()
    assert str(person.pk) not in case_members(cast.ishoej, TODAY)


@pytest.mark.parametrize("role", Role.values)
def test_nobody_gives_themselves_a_role_or_changes_their_own(cast: Cast, new: Callable[[str], User], role: str) -> None:
    admin = new("admin")
    row = appoint(user=admin, municipality=cast.albertslund, by=cast.asta, role=Role.ADMINISTRATOR)
    dates = {"starts_on": TODAY, "ends_on": TODAY}
    assert refused(lambda: appoint(user=admin, municipality=cast.ishoej, by=admin, role=role, **dates)) == ["user"]
    assert refused(lambda: appoint(user=admin, municipality=cast.albertslund, by=admin, role=role, **dates)) == ["user"]
    assert refused(lambda: end(membership=row, ends_on=TODAY, by=admin)) == ["user"]
    assert Membership.objects.filter(user=admin).count() == 1


def test_the_last_adviser_is_not_ended_by_mistake(cast: Cast, new: Callable[[str], User]) -> None:
    row = Membership.objects.get(user=cast.asta, municipality=cast.ishoej)
    assert refused(lambda: end(membership=row, ends_on=TODAY + DAY, by=cast.bo)) == ["ends_on"]
    later = {"starts_on": TODAY + DAY, "ends_on": None}
    assert refused(lambda: correct(membership=row, **later, by=cast.bo)) == ["ends_on"]
    other = appoint(user=new("ny"), municipality=cast.ishoej, by=cast.asta, starts_on=TODAY, ends_on=TODAY + DAY)
    assert refused(lambda: end(membership=row, ends_on=TODAY + DAY, by=other.user)) == ["ends_on"]
    assert end(membership=row, ends_on=TODAY, by=other.user).ends_on == TODAY


def test_a_role_given_by_another_is_shown_until_seen_and_again_when_it_changes(
    cast: Cast, new: Callable[[str], User]
) -> None:
    admin, vik = new("admin"), new("vik")
    appoint(user=admin, municipality=cast.albertslund, by=None, role=Role.ADMINISTRATOR)
    given = appoint(
        user=vik, municipality=cast.albertslund, by=admin, role=Role.DEPUTY, starts_on=TODAY, ends_on=TODAY + DAY
    )
    assert given in unseen_by(cast.asta, cast.albertslund)
    assert given in unseen_by(cast.bo, cast.albertslund)
    assert given not in unseen_by(admin, cast.albertslund)
    assert given not in unseen_by(vik, cast.albertslund)
    assert given not in unseen_by(cast.asta, cast.ishoej)
    mark_seen(membership=given, by=cast.asta)
    assert given not in unseen_by(cast.asta, cast.albertslund)
    assert given in unseen_by(cast.bo, cast.albertslund)
    end(membership=given, ends_on=TODAY + 9 * DAY, by=admin)
    assert given in unseen_by(cast.asta, cast.albertslund)


def test_a_fingerprint_changes_with_role_days_password_and_nothing_else(cast: Cast, new: Callable[[str], User]) -> None:
    marks = [fingerprint(cast.bo, TODAY)]
    assert marks == [fingerprint(User.objects.get(pk=cast.bo.pk), TODAY + DAY)]
    appoint(user=new("en"), municipality=cast.albertslund, by=cast.bo)
    assert marks == [fingerprint(cast.bo, TODAY)]
    row = end(membership=Membership.objects.get(user=cast.bo), ends_on=TODAY, by=cast.asta)
    marks.append(fingerprint(cast.bo, TODAY))
    marks.append(fingerprint(cast.bo, TODAY + DAY))
    Membership.objects.filter(pk=row.pk).update(role=Role.ASSISTANT)
    marks.append(fingerprint(cast.bo, TODAY))
    cast.bo.set_password(PASSWORD + "x")
    cast.bo.save()
    marks.append(fingerprint(cast.bo, TODAY))
    assert len(set(marks)) == len(marks)


def test_what_is_done_is_written_in_the_log(cast: Cast) -> None:
    row = Membership.objects.get(user=cast.bo)
    end(membership=row, ends_on=TODAY, by=cast.asta)
    last = Event.objects.order_by("pk").last()
    assert (last.action, last.municipality, last.by) == ("membership.ended", "0165", str(cast.asta.pk))
    assert last.changes == {"ends_on": [None, TODAY.isoformat()]}
    correct(membership=row, starts_on=TODAY, ends_on=None, by=cast.asta)
    assert Event.objects.order_by("pk").last().action == "membership.corrected"


def test_a_closed_account_serves_nowhere(cast: Cast, albertslund: Municipality) -> None:
    User.objects.filter(pk=cast.bo.pk).update(is_active=False)
    bo = User.objects.get(pk=cast.bo.pk)
    assert membership_of(bo, albertslund, TODAY) is None
    assert case_offices_of(bo, TODAY) == frozenset()
    assert str(bo.pk) not in case_members(albertslund, TODAY)


@pytest.mark.skipif(connection.vendor == "sqlite", reason="the tests' SQLite lies in memory and has one writer")
def test_two_who_appoint_at_the_same_moment_do_not_overlap(transactional_db: None) -> None:
    cast, done, start = make_cast(), [], threading.Barrier(6)

    def give(role: str) -> None:
        start.wait()
        try:
            appoint(user=cast.carla, municipality=cast.ishoej, by=cast.asta, role=role, starts_on=TODAY, ends_on=TODAY)
            done.append(role)
        except ValidationError:
            pass
        finally:
            connection.close()

    threads = [threading.Thread(target=give, args=[role]) for role in Role.values[:6]]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(done) == Membership.objects.filter(user=cast.carla).count() == 1
