"""What may this person see and do? One frozen value, asked by every page and where data are opened.

Whatever is not granted is denied. Whoever sits at the machine itself (`local`) may do everything.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from rcc_dash.domain.filters import Filters
from rcc_dash.domain.places import la_name, local_authorities, rcc_of
from rcc_dash.domain.roles import LOCAL, Figures, Loads, Role, Uses, roles
from rcc_dash.domain.words import and_list


@dataclass(frozen=True, slots=True)
class Access:
    """A person's role, the LAs that they hold it for, and their name in the audit log (`subject`).

    `name` is for the person's own screen only. `is_steward` lets some roles load files.
    """

    role: str
    la_codes: tuple[str, ...] = ()
    subject: str = ""
    is_steward: bool = False
    name: str = ""

    @property
    def is_local(self) -> bool:
        """Say whether this is the person at the machine itself."""
        return self.role == LOCAL

    @property
    def figures(self) -> Figures:
        """Say which figures they see at all."""
        return Figures.PROTECTED if self.is_local else _of(self).figures

    @property
    def exact_las(self) -> tuple[str, ...]:
        """Give the LAs whose exact figures they may see; all of England's on their own machine."""
        if self.is_local:
            return tuple(local_authorities())
        role = _of(self)
        return tuple(sorted(set(self.la_codes) & local_authorities().keys())) if role.exact else ()

    @property
    def home_positions(self) -> bool:
        """Say whether exact figures show them where homes stand of which Ofsted does not publish it."""
        return self.is_local or _of(self).home_positions

    def register_las(self, la_codes: Iterable[str]) -> tuple[str, ...]:
        """Give those of these LAs whose part of Ofsted's register they may read, names and all."""
        may = self.is_local or _of(self).register
        return tuple(code for code in la_codes if may and code in self.exact_las)

    @property
    def uses(self) -> Uses:
        """Say whose uses of exact figures they may read in the audit log."""
        return Uses.ALL if self.is_local else _of(self).uses

    @property
    def loads(self) -> Loads:
        """Say which files they may load."""
        if self.is_local:
            return Loads.ANY
        role = _of(self)
        return Loads.NONE if role.needs_steward and not self.is_steward else role.loads

    def may_open(self, page: str) -> bool:
        """Say whether they may open a page, by the stem of its file."""
        if self.is_local:
            return True
        if page == _LOADING and self.loads is Loads.NONE:
            return False
        return page in _of(self).pages

    def may_see_exact(self, la_codes: Iterable[str]) -> bool:
        """Say whether they may see exact figures of all of these LAs; of none at all nobody may."""
        asked = set(la_codes)
        return bool(asked) and asked <= set(self.exact_las)

    def may_load(self, la_codes: Iterable[str | None]) -> bool:
        """Say whether they may load, or take back, a file that speaks of these LAs (null: of none)."""
        asked = set(la_codes)
        match self.loads:
            case Loads.ANY:
                return True
            case Loads.OWN:
                return bool(asked) and asked <= set(self.la_codes)
            case Loads.PUBLIC:
                return asked == {None}
            case _:
                return False

    def las_phrase(self) -> str:
        """Name the LAs that the role is held for: "Bolton and Bury"."""
        return and_list([la_name(code) for code in self.la_codes])

    @property
    def title(self) -> str:
        """Name the role for people: "LA analyst"."""
        return _of(self).title


def narrowed(filters: Filters, la_codes: Iterable[str]) -> Filters | None:
    """Give the same choice for some LAs only: those of them that are chosen, else those of one cooperative.

    Null where none of them belongs to a cooperative, so that nothing could be shown of them.
    """
    own = sorted(set(la_codes))
    kept = tuple(code for code in filters.la_codes if code in own)
    if kept:
        return replace(filters, las=kept).normalised()
    rcc = next((found for code in own if (found := rcc_of(code))), None)
    if rcc is None:
        return None
    members = tuple(code for code in own if rcc_of(code) == rcc)
    return replace(filters, rcc=rcc, sub_region="", las=members).normalised()


LOCAL_ACCESS: Final = Access(LOCAL)
NO_ACCESS: Final = Access("")
_LOADING: Final = "load"
_NOBODY: Final = Role(
    "", "Nobody", of_las=False, figures=Figures.NONE, exact=False, home_positions=False,
    register=False, uses=Uses.NONE, loads=Loads.NONE, needs_steward=False, pages=frozenset(), what="",
)  # fmt: skip


def _of(access: Access) -> Role:
    """Give the role; nobody's where it is unknown, or held for named LAs and names none that there is."""
    role = roles().get(access.role, _NOBODY)
    return _NOBODY if role.of_las and not set(access.la_codes) & local_authorities().keys() else role
