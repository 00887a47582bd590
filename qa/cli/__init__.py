"""The console script `qa`: commands, what they print, and `qa doctor`.

In: arguments. Out: text for people, or JSON for programs. Open `commands` first.
"""

from qa.cli.commands import main

__all__ = ["main"]
