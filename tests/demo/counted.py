"""Count the demonstration's files from scratch, knowing nothing of how they were made."""

from pathlib import Path
from typing import Final

import pandas as pd

from rcc_dash.reference.postcodes import locate

PLACEMENTS: Final = {
    "Foster placements": ["U1", "U2", "U3", "U4", "U5", "U6"],
    "Secure homes and children's homes": ["K1", "K2"],
    "Independent and semi-independent living arrangements/supported accommodation": ["K3", "H5", "P2"],
    "Placed for adoption": ["A3", "A4", "A5", "A6"],
    "Placed with parents or other person with parental responsibility": ["P1"],
    "Residential schools": ["S1"],
    "Other residential settings": ["R1", "R2", "R3", "R5", "P3"],
    "Other placements": ["Z1"],
}
PROVIDERS: Final = {
    "PR1": "Own provision (by the LA)",
    "PR2": "Other LA provision",
    "PR3": "Other public provision (e.g. by a PCT etc)",
    "PR4": "Private provision",
    "PR5": "Voluntary/third sector provision",
    "PR0": "Parents or other person with parental responsibility",
    "": "Placement provider not reported",
}
LOCALITIES: Final = {
    (True, "near"): "1. Placed inside the LA boundary, 20 miles or less from home",
    (False, "near"): "2. Placed outside the LA boundary, 20 miles or less from home",
    (True, "far"): "3. Placed inside the LA boundary, more than 20 miles from home",
    (False, "far"): "4. Placed outside the LA boundary, more than 20 miles from home",
    (True, "unknown"): "5. Placed inside the LA boundary, distance not known or not recorded",
    (False, "unknown"): "6. Placed outside the LA boundary, distance not known or not recorded",
}
AGES: Final = ["Under 1 year", "1 to 4 years", "5 to 9 years", "10 to 15 years", "16 years and over"]


def looked_after(folder: Path, codes: dict[str, str]) -> pd.DataFrame:
    """Give one row per child and 31 March, read from the returns alone.

    `codes` turn an LA's name or three-digit DfE code into the nine-character one. A child counts in the
    return of the year: an episode open at its end that is no short break.
    """
    episodes = _read(folder, "episodes", codes)
    still = episodes[(episodes["DEC"] == "") & ~episodes["LS"].isin(["V3", "V4"])]
    header = _read(folder, "header", codes)[["la_code", "year", "CHILD", "DOB"]]
    uasc = _read(folder, "uasc", codes)[["la_code", "year", "CHILD", "DUC"]]
    keys = ["la_code", "year", "CHILD"]
    rows = still.merge(header, on=keys, validate="m:1").merge(uasc, on=keys, how="left", validate="m:1")
    return rows.assign(
        placement=rows["PLACE"].map({c: name for name, cs in PLACEMENTS.items() for c in cs}),
        provider=rows["PLACE_PROVIDER"].map(PROVIDERS),
        locality=_localities(rows),
        age=_ages(rows),
        uasc=(rows["DUC"] == "").map({True: "UASC", False: "Non-UASC"}),
    )


def _read(folder: Path, table: str, codes: dict[str, str]) -> pd.DataFrame:
    frames = []
    for path in sorted(folder.glob(f"ssda903/*/*/*_{table}.csv")):
        frame = pd.read_csv(path, dtype="str", keep_default_na=False)
        if "YEAR" not in frame:
            frame = frame.assign(LA=path.parts[-3][:3], YEAR=path.parts[-2])
        frames.append(frame.assign(la_code=frame["LA"].map(codes), year=frame["YEAR"].astype(int)))
    everything = pd.concat(frames, ignore_index=True)
    child = everything["CHILD"].str.strip().str.removesuffix(".0")
    return everything.assign(CHILD=child)


def _localities(rows: pd.DataFrame) -> "pd.Series[str]":
    home, placement = locate(rows["HOME_POST"].mask(rows["HOME_POST"] == "")), locate(rows["PL_POST"])
    assert placement["la_code"].notna().all()
    east = (home["east"] - placement["east"]).to_numpy()
    north = (home["north"] - placement["north"]).to_numpy()
    miles = pd.Series((east**2 + north**2) ** 0.5 / 1000 / 1.6093).round(1)
    reach = (miles > 20).map({True: "far", False: "near"}).mask(miles.isna(), "unknown")
    inside = placement["la_code"].to_numpy() == rows["la_code"].to_numpy()
    return pd.Series(
        [LOCALITIES[pair] for pair in zip(inside.tolist(), reach, strict=True)], index=rows.index
    )


def _ages(rows: pd.DataFrame) -> pd.Series:
    born = pd.to_datetime(rows["DOB"], format="%d/%m/%Y")
    had_birthday = (born.dt.month < 3) | ((born.dt.month == 3) & (born.dt.day <= 31))
    years = rows["year"] - born.dt.year - (~had_birthday).astype(int)
    return pd.cut(years, [-1, 0, 4, 9, 15, 17], labels=AGES).astype("str")
