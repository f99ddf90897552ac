"""Whether a program has a file open for writing: an editor in the middle of a save, for instance."""

from __future__ import annotations

import errno
import os
import signal
import sys
from pathlib import Path

if sys.platform != "win32":
    import fcntl


def is_being_written(path: Path) -> bool:
    """Whether a program has the file open for writing now; False where the system cannot say.

    Linux grants a lease for reading only while nobody has a file open for writing. It is asked for and given back.
    """
    if not sys.platform.startswith("linux"):
        return False
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return False
    try:
        # Whoever opens the file in this moment waits for the lease to end. The signal that says so is one that
        # ends no program.
        fcntl.fcntl(handle, fcntl.F_SETSIG, signal.SIGURG)
        fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_RDLCK)
        fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_UNLCK)
    except OSError as error:
        return error.errno == errno.EAGAIN
    finally:
        os.close(handle)
    return False
