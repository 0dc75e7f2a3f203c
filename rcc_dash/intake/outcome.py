"""What did checking one file come to, in a form that one process can tell another?"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self

from rcc_dash.domain.accounts import Account
from rcc_dash.domain.problems import Severity
from rcc_dash.errors import UserError
from rcc_dash.ingest.checked import PassedOver
from rcc_dash.ingest.keys import Secrets
from rcc_dash.intake.check import check_kept
from rcc_dash.intake.report import Finding, findings
from rcc_dash.settings import DataHome
from rcc_dash.store.manifest import Arrival


@dataclass(frozen=True, slots=True)
class Outcome:
    """Why a file was refused (null if it was not), or what was found in it; its tables are stored.

    `accounts` are those of checking, before any build.
    """

    refused: UserError | None = None
    findings: tuple[Finding, ...] = ()
    passed_over: tuple[PassedOver, ...] = ()
    accounts: tuple[Account, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """Count its rows: read = loaded + mended + not_needed + rejected."""
        not_kept = sum(one.rows_rejected for one in self.accounts)
        not_needed = sum(one.rows for one in self.findings if one.severity is Severity.NOT_NEEDED)
        return {
            "read": sum(one.rows_read for one in self.accounts),
            "loaded": sum(one.rows_loaded for one in self.accounts),
            "mended": sum(one.rows_mended for one in self.accounts),
            "not_needed": min(not_needed, not_kept),
            "rejected": max(not_kept - not_needed, 0),
        }

    @property
    def is_nobody(self) -> bool:
        """Say whether the file is headings alone, which say that there is nobody."""
        return bool(self.accounts) and not any(one.rows_read for one in self.accounts)

    def as_line(self) -> str:
        """Write it as one line of JSON."""
        why = self.refused
        told = {
            "refused": asdict(why) if why else None,
            "findings": [asdict(one) for one in self.findings],
            "passed_over": [asdict(one) for one in self.passed_over],
            "accounts": [asdict(one) for one in self.accounts],
        }
        return json.dumps(told)

    @classmethod
    def of_line(cls, line: str) -> Self:
        """Read what `as_line` wrote; raises ValueError for anything cut short."""
        told = json.loads(line)
        return cls(
            UserError(**told["refused"]) if told["refused"] else None,
            tuple(_finding(one) for one in told["findings"]),
            tuple(PassedOver(**one) for one in told["passed_over"]),
            tuple(Account(**one) for one in told["accounts"]),
        )


def outcome(place: DataHome, arrival: Arrival, secrets: Secrets) -> Outcome:
    """Check the copy of a file that lies at `place`, and store its tables there.

    A refusal is an outcome, not an error.
    """
    try:
        checked = check_kept(place, arrival, secrets)
    except UserError as why:
        return Outcome(refused=why)
    accounts = tuple(account for table in checked.tables for account in table.accounts)
    return Outcome(None, findings(checked), checked.passed_over, accounts)


def _finding(told: Mapping[str, Any]) -> Finding:
    return Finding(**{**told, "severity": Severity(told["severity"]), "at": tuple(told["at"])})
