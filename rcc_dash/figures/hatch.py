"""What does "hidden" look like? Diagonal lines, as a tiny picture that tiles."""

import struct
from base64 import b64encode
from typing import Final
from zlib import compress, crc32

HATCH_SIZE: Final = 16
_SOLID: Final = {0: 255, 1: 255, 2: 255, 3: 110, HATCH_SIZE - 1: 110}
"""How strong the pixels across a line are; its edges are soft."""


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc32(kind + data))


def _png() -> bytes:
    span = range(HATCH_SIZE)
    lines = (
        bytes(v for x in span for v in (255, 255, 255, _SOLID.get((x + y) % HATCH_SIZE, 0))) for y in span
    )
    size = struct.pack(">IIBBBBB", HATCH_SIZE, HATCH_SIZE, 8, 6, 0, 0, 0)
    body = compress(b"".join(b"\0" + line for line in lines), 9)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", size) + _chunk(b"IDAT", body) + _chunk(b"IEND", b"")


HATCH_PNG: Final = "data:image/png;base64," + b64encode(_png()).decode()
"""White lines on nothing; deck.gl gives them their colour."""
