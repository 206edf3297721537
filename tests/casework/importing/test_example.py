"""The shipped example register goes in whole, and in again without a change."""

from pathlib import Path

import ombud.offices
from ombud.casework.models import Enquiry, ImportRun, Matter
from tests.casework.importing.conftest import Upload

REGISTER = Path(ombud.offices.__file__).parent / "profiles" / "examples" / "0165-registrations.csv"


def test_the_example_register_has_162_enquiries_and_203_matters(bring_in: Upload) -> None:
    run = bring_in(REGISTER.read_bytes())
    assert run.state == ImportRun.State.DONE
    assert run.plan["counts"]["new"] == Enquiry.objects.count() == 162
    assert Matter.objects.count() == 203
    assert not Matter.objects.filter(theme=None).exists()


def test_importing_it_again_changes_nothing(bring_in: Upload, upload: Upload) -> None:
    bring_in(REGISTER.read_bytes())
    counts = upload(REGISTER.read_bytes()).plan["counts"]
    assert counts["unchanged"] == 162
    assert sum(counts.values()) == 162
