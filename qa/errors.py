"""What can go wrong. Each error says what happened and why (`message`) and what to do (`cure`)."""

from __future__ import annotations


class QAError(Exception):
    """Base of all errors that users see; `code` is stable, for programs."""

    code = "error"

    def __init__(self, message: str, cure: str) -> None:
        super().__init__(f"{message} {cure}".strip())
        self.message = message
        self.cure = cure


class SettingsError(QAError):
    """A setting is unknown or has a value that can't be used."""

    code = "settings"


class QuestionError(QAError):
    """The question is empty or too long."""

    code = "question"


class ReportError(QAError):
    """One report can't be read; the others are indexed all the same."""

    code = "report"


class CorrectionError(QAError):
    """A user's correction of a record can't be taken."""

    code = "correction"


class UserError(QAError):
    """A user can't be added, or a password can't be taken."""

    code = "user"


class BackupError(QAError):
    """A backup can't be made, or isn't whole."""

    code = "backup"


class NotFoundError(QAError):
    """No report has this id."""

    code = "not_found"


class IndexMissingError(QAError):
    """Nothing has been indexed yet."""

    code = "index_missing"


class IndexMismatchError(QAError):
    """The index was made by another model or another version of the splitter."""

    code = "index_mismatch"


class IndexBusyError(QAError):
    """Another process is writing the index."""

    code = "index_busy"


class PartMissingError(QAError):
    """A part that a setting names isn't installed or isn't the published one."""

    code = "part_missing"


class StoreError(QAError):
    """The index can't be read or written: a full disk, or a damaged file."""

    code = "store"


class FolderError(QAError):
    """The folder of reports can't be written."""

    code = "folder"


class FileStaysError(FolderError):
    """A file that isn't removed by itself: one of the demo, or one attached to another."""

    code = "stays"


class FileRefusedError(QAError):
    """A file isn't taken into the folder; `code` says why."""

    code = "refused"

    def __init__(self, message: str, cure: str, code: str = code) -> None:
        super().__init__(message, cure)
        self.code = code
