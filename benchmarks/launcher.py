"""Run a command and print what it used: `python launcher.py COMMAND…`.

A process inherits the peak memory of the one that starts it, so this one imports next to nothing.
"""

import os
import sys


def main() -> int:
    """Print CPU seconds and peak KiB of the command, and return its exit code."""
    process = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ)
    _, status, used = os.wait4(process, 0)
    print(used.ru_utime + used.ru_stime, used.ru_maxrss)
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    sys.exit(main())
