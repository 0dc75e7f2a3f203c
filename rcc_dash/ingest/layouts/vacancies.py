"""Vacancy return: which registered places of a home can take a child on a date?"""

from typing import Final

from rcc_dash.ingest.headings import Field

FIELDS: Final = (
    Field("urn", ("URN", "Ofsted URN"), required=True),
    Field("as_of", ("As-of date", "As of date", "As at", "Date of return"), like=False),
    Field("registered_places", ("Registered places",), required=True),
    Field("available_places", ("Available places",)),
    Field("occupied_places", ("Occupied places",), required=True),
    Field("unavailable_matching", ("Unavailable: matching",), like=False),
    Field("unavailable_staffing", ("Unavailable: staffing",), like=False),
    Field("unavailable_solo", ("Unavailable: solo use", "Unavailable: solo"), like=False),
    Field("unavailable_repair", ("Unavailable: repair", "Unavailable: repairs"), like=False),
    Field("unavailable_reserved", ("Unavailable: reserved",), like=False),
)

HEADERS: Final = tuple(field.synonyms[0] for field in FIELDS)
"""The columns of the return, in order."""
