"""How does a process of Linux give up files and network for good? It can never take them back.

Landlock needs no rights and is asked for through two calls of the kernel (5.13 or newer); what they
are called and take is fixed in `linux/landlock.h`. Every thread started afterwards is held too.
"""

import ctypes
import os
import struct
import sys
from typing import Final

_CREATE: Final = 444
_RESTRICT: Final = 446
_NO_NEW_PRIVILEGES: Final = 38
_VERSION_ASKED: Final = 1
_RIGHTS_BY_VERSION: Final = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
"""How many kinds of use of a file each version of Landlock knows."""

_NETWORK_SINCE: Final = 4
_SCOPES_SINCE: Final = 6
_BIND_AND_CONNECT: Final = 0b11
_SIGNALS_AND_SOCKETS: Final = 0b11


def shut_in() -> bool:
    """Give up every file that is not open already, and the network; False where the system cannot."""
    if sys.platform != "linux":
        return False
    kernel = ctypes.CDLL(None, use_errno=True)
    version = kernel.syscall(_CREATE, None, 0, _VERSION_ASKED)
    if version < 1:
        return False
    ruleset = _ruleset(kernel, version)
    if ruleset < 0:
        return False
    kernel.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    is_held = kernel.syscall(_RESTRICT, ruleset, 0) == 0
    os.close(ruleset)
    return bool(is_held)


def _ruleset(kernel: ctypes.CDLL, version: int) -> int:
    known = max(told for told in _RIGHTS_BY_VERSION if told <= version)
    fields = [(1 << _RIGHTS_BY_VERSION[known]) - 1]
    fields += [_BIND_AND_CONNECT] if version >= _NETWORK_SINCE else []
    fields += [_SIGNALS_AND_SOCKETS] if version >= _SCOPES_SINCE else []
    asked = struct.pack(f"={len(fields)}Q", *fields)
    return int(kernel.syscall(_CREATE, asked, len(asked), 0))
