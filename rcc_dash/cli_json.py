"""How does the command line say what was loaded to a program? Plain values, to be written as JSON."""

from dataclasses import asdict

from rcc_dash.intake.preview import FilePreview
from rcc_dash.intake.report import LoadReport


def load_values(report: LoadReport) -> dict[str, object]:
    """Give what came of a load, with its files counted by outcome."""
    return {
        **asdict(report),
        "loaded": len(report.files) - len(report.refused) - len(report.held_back),
        "refused": len(report.refused),
        "held_back": len(report.held_back),
    }


def preview_values(one: FilePreview) -> dict[str, object]:
    """Give what would come of one file that was only checked."""
    told = asdict(one.looked.outcome)
    flags = [asdict(flag) for flag in one.flags]
    return {"file_name": one.name, "folder": one.looked.found.folder, **told, "flags": flags}
