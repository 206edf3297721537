"""Traces by which a citizen who was here before is recognised, while the municipality wants it."""

from django.db import transaction

from ombud.audit.record import record
from ombud.casework.contents.party import PartyText
from ombud.casework.contents.sealing import unseal
from ombud.casework.models import Party, Trace
from ombud.casework.queries.case_files.recognising import traces_of
from ombud.identity.models import User
from ombud.offices.models import Municipality
from ombud.privacy.keyring import Keyring


def trace_party(party: Party, text: PartyText, municipality: Municipality, keys: Keyring) -> None:
    """Put the party's traces in the place of those before; none where citizens are not recognised."""
    Trace.objects.filter(party=party).delete()
    if municipality.recognises_citizens:
        traces = traces_of(text, municipality.code, keys)
        Trace.objects.bulk_create([Trace(party=party, municipality=municipality, trace=one) for one in traces])


@transaction.atomic
def recognise_citizens(*, municipality: Municipality, wanted: bool, keys: Keyring, by: User) -> Municipality:
    """Switch the recognition on or off. Off takes every trace away; on makes them anew for the cases one may open."""
    current = Municipality.objects.select_for_update().get(pk=municipality.pk)
    if current.recognises_citizens == wanted:
        return current
    current.recognises_citizens = wanted
    current.save(update_fields=["recognises_citizens"])
    Trace.objects.all().delete()
    if wanted:
        _trace_all(current, keys)
    changes = {"recognises_citizens": [not wanted, wanted]}
    record("municipality.changed", current, by=by, municipality=current.code, label=current.name, changes=changes)
    return current


def _trace_all(municipality: Municipality, keys: Keyring) -> None:
    parties = list(Party.objects.all())
    seals = keys.many_case_seals({party.case_id for party in parties})
    for party in parties:
        opened = seals.get(party.case_id)
        if opened is not None:
            trace_party(party, unseal(opened, party, PartyText), municipality, keys)
