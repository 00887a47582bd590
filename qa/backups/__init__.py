"""A home folder in one file, and back.

In: a home folder, while it is served. Out: a tar of all that can't be made again, and the folder as
it was. The index isn't in it: it is made from the reports. Open `contents` first.
"""

from qa.backups.making import Made, make_backup
from qa.backups.restoring import Restored, restore_backup

__all__ = ["Made", "Restored", "make_backup", "restore_backup"]
