"""A case told in a report loses its department; the text around it stays (R140)."""

from ombud.core.identities.case_departments import cases_without_departments, has_case
from ombud.core.identities.combinations import departments_in

DEPARTMENTS = ("Børn & Familie", "Jobcentret", "Borgerservice")
TEXT = """Jobcentret har flest sager.

::: case Et svar fra Jobcentret #svar
Børn & Familie afviste hende. Hun fik hjælp af **Jobcentret**.
- Jobcentrets svar kom sent.
:::

Borgerservice har færrest.
"""
TOLD = """Jobcentret har flest sager.

::: case Et svar fra en afdeling #svar
En afdeling afviste hende. Hun fik hjælp af **en afdeling**.
- En afdelings svar kom sent.
:::

Borgerservice har færrest.
"""


def test_only_the_cases_lose_their_departments() -> None:
    found, number = cases_without_departments(TEXT, DEPARTMENTS, "en afdeling")
    assert found == TOLD
    assert number == 4
    assert [name for *_span, name in departments_in(found, DEPARTMENTS)] == ["Jobcentret", "Borgerservice"]


def test_a_case_that_is_not_ended_is_a_case_to_its_end() -> None:
    text = "::: case X\r\nHos Jobcentret.\r\nHos Borgerservice"
    assert cases_without_departments(text, DEPARTMENTS, "en afdeling") == (
        "::: case X\r\nHos en afdeling.\r\nHos en afdeling",
        2,
    )


def test_a_text_without_a_case_stays_as_it_is() -> None:
    text = "Hos Jobcentret.\n:::\nHos Borgerservice."
    assert cases_without_departments(text, DEPARTMENTS, "en afdeling") == (text, 0)
    assert not has_case(text)
    assert has_case(TEXT)
