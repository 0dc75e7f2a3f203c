"""A hundred tokens in files as LAs send them: children's ids, postcodes, names and free text."""

from collections.abc import Iterator
from pathlib import Path

CHILDREN = 20
LAS = ("Bolton", "Bury", "Wigan")
EPISODES = (
    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN,TEAM,CASE"
)
HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB,TEAM"


def child_id(la: str, at: int) -> str:
    return f"ZQXK{LAS.index(la)}{at:05d}"


def postcode(at: int) -> str:
    """Units of a real sector that are none: they cannot be found, and could then easily be echoed."""
    return f"BL1 1{'CIKMOV'[at % 6]}{'ABCDEFG'[at // 6 % 7]}"


def name(at: int) -> str:
    return f"Zebulonia{at % 20:03d}"


def note(at: int) -> str:
    return f"quokkafield{at % 20:03d}"


def tokens() -> tuple[str, ...]:
    """Give everything that was planted and must never be seen again."""
    ids = [child_id(la, at) for la in LAS for at in range(CHILDREN)]
    posts = [postcode(at) for at in range(CHILDREN)]
    words = [word(at) for word in (name, note) for at in range(20)]
    return (*ids, *posts, *(post.replace(" ", "") for post in posts), *words)


def write(folder: Path) -> None:
    """Write the returns of three LAs with rows whose cells are all wrong, and two files that are refused."""
    for la in LAS:
        place = folder / la / "2025"
        place.mkdir(parents=True)
        (place / "header.csv").write_text("\n".join([HEADER, *_headers(la)]), encoding="utf-8")
        (place / "episodes.csv").write_text("\n".join([EPISODES, *_episodes(la)]), encoding="utf-8")
    odd = [f"{child_id('Bolton', at)} {name(at)},{postcode(at)}" for at in range(CHILDREN)]
    (folder / "odd.csv").write_text("\n".join(["Who,Where", *odd]), encoding="utf-8")
    named = "\n".join(
        [f"{HEADER},FORENAME", *(f"{row},{name(at)}" for at, row in enumerate(_headers("Bury")))]
    )
    (folder / "named.csv").write_text(named, encoding="utf-8")


def _headers(la: str) -> Iterator[str]:
    for at in range(CHILDREN):
        yield f"{child_id(la, at)},{at % 2 + 1},01/02/{2008 + at % 10},WBRI,,,,{name(at)}"
    yield f"{child_id(la, 0)},{note(1)},{name(1)},{note(2)},{note(3)},{note(4)},{note(5)},{name(2)}"


def _episodes(la: str) -> Iterator[str]:
    for at in range(CHILDREN):
        where, kind = ("BL1 1RU" if at % 2 else postcode(at)), ("K2,PR4" if at % 4 == 0 else "U4,PR1")
        whom = f"{postcode(at)},{where},{note(at) if at == 7 else ''},{name(at)},{note(at)}"
        yield f"{child_id(la, at)},01/05/2024,S,C2,N1,{kind},,,,{whom}"
    wrong = ",".join([note(3), note(4), name(4), note(5), name(5), note(6), note(7), note(8), note(9)])
    yield f"{child_id(la, 1)},{wrong},{note(10)},{name(6)},{note(11)},,"
