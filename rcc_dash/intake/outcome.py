"""What did checking one file come to, in a form that one process can tell another?"""

import json
from dataclasses import asdict, dataclass
from typing import Self

from rcc_dash.domain.problems import Severity
from rcc_dash.errors import UserError
from rcc_dash.ingest.checked import PassedOver
from rcc_dash.intake.check import check_kept
from rcc_dash.intake.report import Finding, findings
from rcc_dash.settings import DataHome
from rcc_dash.store.manifest import Arrival


@dataclass(frozen=True, slots=True)
class Outcome:
    """Why a file was refused (null if it was not), or what was found in it; its tables are stored."""

    refused: UserError | None = None
    findings: tuple[Finding, ...] = ()
    passed_over: tuple[PassedOver, ...] = ()

    def as_line(self) -> str:
        """Write it as one line of JSON."""
        why = self.refused
        told = {
            "refused": {"title": why.title, "what": why.what, "fix": why.fix} if why else None,
            "findings": [asdict(one) for one in self.findings],
            "passed_over": [asdict(one) for one in self.passed_over],
        }
        return json.dumps(told)

    @classmethod
    def of_line(cls, line: str) -> Self:
        """Read what `as_line` wrote; raises ValueError for anything cut short."""
        told = json.loads(line)
        return cls(
            UserError(**told["refused"]) if told["refused"] else None,
            tuple(Finding(**one | {"severity": Severity(one["severity"])}) for one in told["findings"]),
            tuple(PassedOver(**one) for one in told["passed_over"]),
        )


def outcome(home: DataHome, arrival: Arrival) -> Outcome:
    """Check the kept copy of a file and store its tables; a refusal is an outcome, not an error."""
    try:
        checked = check_kept(home, arrival)
    except UserError as why:
        return Outcome(refused=why)
    return Outcome(None, findings(checked), checked.passed_over)
