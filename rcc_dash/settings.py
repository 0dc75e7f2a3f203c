"""Paths, thresholds and limits; each number with its reason and source."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

PROJECT: Final = Path(__file__).resolve().parent.parent
REFERENCE_DIR: Final = PROJECT / "data" / "reference"
PUBLISHED_DIR: Final = PROJECT / "data" / "published"
BOUNDARIES_DIR: Final = PROJECT / "data" / "boundaries"

DATA_DIR_VARIABLE: Final = "RCC_DATA_DIR"

METRES_PER_MILE: Final = 1609.3
"""DfE's own figure: the SSDA903 guidance divides metres by 1000, then by 1.6093."""

FAR_MILES: Final = 20.0
"""DfE counts a placement as far when it is over, not at, 20.0 miles after rounding to 0.1."""

BORDERLINE_MILES: Final = (18.0, 22.0)
"""Postcode sectors are 1 to 5 km across, so a sector-based distance in this band may be either."""

WEEKS_A_YEAR: Final = 52.18
"""365.25 days: £ a week become £ a year (design/methods.md, common notation)."""

PROTECT_MIN_CHILDREN: Final = 10
"""k: the norm of UK trusted research environments (UK LLC, SDAP handbook, ACRO); design/disclosure 1.1."""

PROTECT_METHOD: Final = "rcc5"
"""How counts of children are rounded: "rcc5" (random, design/disclosure 1.3), or "ons" (ONS's cell keys)."""

PROTECT_BASE: Final = 5
"""Counts by "rcc5" are multiples of this (design/disclosure 1.3)."""

PROTECT_MIN_AREAS: Final = 3
"""A figure for several LAs needs this many with enough children each to be shown (design/disclosure 1.2)."""

PROTECT_FEW_AREAS: Final = 7
"""Or it needs this many with any: of six or fewer, that it stands alone would tell of one (decision 34)."""

PROTECT_MIN_COSTS: Final = 20
"""A mean cost needs this many children (design/disclosure 1.2)."""

PROTECT_MIN_PROVIDERS: Final = 3
"""A figure of several providers needs this many, since each knows its own (design/disclosure 1.2)."""

PROTECT_DOMINANT_PCT: Final = 90
"""(n,k) rule: the two largest may not make up more of a sum of costs, as in ACRO (design/disclosure 1.2)."""

PROTECT_GUESS_PCT: Final = 10
"""p% rule: the largest cost may not be known to within this by whoever pays the second (as above)."""

PROTECT_CLASS_PCT: Final = 90
"""One value of a sensitive attribute that holds this much of a group tells it of everybody (as above)."""

MAX_CHILD_ATTRIBUTES: Final = 3
"""More crossed attributes let exact counts be solved for (design/disclosure 1.4)."""

KEPT_BUILDS: Final = 3
"""Warehouse files kept, so that the last good ones can serve again."""

IDLE_MINUTES: Final = 30
EXACT_IDLE_MINUTES: Final = 15
SESSION_HOURS: Final = 8
"""After so long unused, and so long in all, a person signs in again (design/disclosure 2, ASVS 7.3)."""

EXACT_SIGN_IN_MINUTES: Final = 60
"""Exact figures need a sign-in no older than this (ASVS 7.5.3: prove again who you are for what matters)."""

AUDIT_KEPT_DAYS: Final = 731
"""The audit log is kept for 24 months (design/disclosure.md 2), then `audit --forget` drops its lines."""

ACCESS_REVIEW_DAYS: Final = 92
"""Whoever looks after access confirms each line every quarter; one that nobody confirmed grants nothing."""

KEPT_RELEASES: Final = 24
"""Releases kept: two years of one a month, so that a figure that was quoted can be looked up."""

RELEASE_MIN_CHANGED: Final = 10
"""An LA's numbers change between releases only with this many of its children (design/disclosure 1.4)."""

MAX_FILE_BYTES: Final = 200 * 1024 * 1024
MAX_UNZIPPED_BYTES: Final = 400 * 1024 * 1024
MAX_UNZIP_RATIO: Final = 200
"""A spreadsheet that swells by more than this is refused before it is opened (zip bomb)."""


@dataclass(frozen=True, slots=True)
class DataHome:
    """Where one set of data lives: raw files, checked tables, warehouse builds and keys."""

    root: Path

    @classmethod
    def chosen(cls, environment: Mapping[str, str]) -> "DataHome":
        """Say where data lives: `RCC_DATA_DIR`, or `data/local` in the project."""
        named = environment.get(DATA_DIR_VARIABLE, "").strip()
        return cls(Path(named).expanduser().resolve() if named else PROJECT / "data" / "local")

    @property
    def raw(self) -> Path:
        """Files as they came, by SHA-256, never changed."""
        return self.root / "raw"

    @property
    def staged(self) -> Path:
        """Checked and reduced tables, one folder per raw file; can be made again from `raw`."""
        return self.root / "staged"

    @property
    def waiting(self) -> Path:
        """Files that were checked and that nobody has accepted yet, one private folder per visit."""
        return self.root / "waiting"

    @property
    def builds(self) -> Path:
        """Warehouse files, one per build."""
        return self.root / "builds"

    @property
    def pointer(self) -> Path:
        """The small file that names the build that serves."""
        return self.root / "current.json"

    @property
    def manifest(self) -> Path:
        """Append-only list of what was loaded, each line bound to the one before."""
        return self.root / "manifest.jsonl"

    @property
    def name_decisions(self) -> Path:
        """Append-only list of what people decided about names of homes without a URN."""
        return self.root / "name_decisions.csv"

    @property
    def audit(self) -> Path:
        """Append-only list of who saw exact figures, and when."""
        return self.root / "audit.jsonl"

    @property
    def access(self) -> Path:
        """Who may use the app, in which role and for which LAs: two small tables."""
        return self.root / "access"

    @property
    def visits(self) -> Path:
        """When each sign-in was used last: empty files, for all servers of this folder together."""
        return self.root / "visits"

    @property
    def scoped(self) -> Path:
        """Copies of a build that hold the children of some LAs only; can be made again from `builds`."""
        return self.root / "scoped"

    @property
    def saved_views(self) -> Path:
        """The views that people keep: links with their own words, no data."""
        return self.root / "saved_views.json"

    @property
    def typed(self) -> Path:
        """Copies for typed questions: each in a folder of its own, gone with its answer."""
        return self.root / "typed"

    @property
    def releases(self) -> Path:
        """Releases of protected cells, one read-only file each; all that a shared host needs."""
        return self.root / "releases"

    @property
    def release_state(self) -> Path:
        """The children that the newest release was made of; never leaves this machine."""
        return self.root / "release_state"

    @property
    def keys(self) -> Path:
        """Secret keys for pseudonyms and rounding; never leaves this machine."""
        return self.root / "keys"

    @property
    def inbox(self) -> Path:
        """Drop-folder: `data/inbox` in the project, or `inbox` under `RCC_DATA_DIR`."""
        own = self.root == PROJECT / "data" / "local"
        return PROJECT / "data" / "inbox" if own else self.root / "inbox"

    @property
    def demo(self) -> "DataHome":
        """The synthetic region's own home, apart from real data."""
        return DataHome(self.root / "demo")
