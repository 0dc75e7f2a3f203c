"""Which columns of a sheet hold people's names, so that they are left out with a word?"""

import re
from typing import Final

from rcc_dash.domain.problems import Severity
from rcc_dash.ingest.findings import Finding
from rcc_dash.ingest.headings import plain, short
from rcc_dash.ingest.recognise import Matched

_NAMES: Final = re.compile(
    r"\b(forename|first name|surname|last name|family name|full name|childs? name|name of (?:the )?child"
    r"|young persons? name|name of (?:the )?officer|officers? name|officer|initials|social worker"
    r"|carers? name|name of (?:the )?carer|parents? name|contact name|address|telephone|phone|e ?mail)\b"
)


def names_left_out(matched: Matched) -> tuple[Finding, ...]:
    """Say of each heading that speaks of people's names or addresses that its column is not read."""
    used = set(matched.headings.values())
    return tuple(
        Finding(
            "P01",
            Severity.INFO,
            short(heading),
            matched.data.index,
            "The column holds names, initials or addresses of people; it was not read.",
            "Better leave it out of the file before it is sent.",
        )
        for heading in matched.all_headings
        if short(heading) not in used and _NAMES.search(plain(heading))
    )
