"""Every error letterbook raises on purpose: one root, one sentence, one exit code each."""

from __future__ import annotations

from typing import ClassVar

from letterbook.finding import Finding, Place, Severity


class LetterbookError(Exception):
    """The root of all errors a user can cause or meet.

    `message` is one sentence, `hint` says what to do, `place` where it happened. `findings` holds
    the single problems when a reader found several at once.
    """

    code: ClassVar[str] = "failed"
    exit_code: ClassVar[int] = 1

    def __init__(
        self,
        message: str,
        *,
        hint: str = "",
        place: Place | None = None,
        findings: tuple[Finding, ...] = (),
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.place = place
        self.findings = findings

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        hint = f" {self.hint}" if self.hint else ""
        return f"{where}{self.message}{hint}"


class WrongUse(LetterbookError):
    """A command or a function was asked for something that does not exist or makes no sense."""

    code = "wrong-use"
    exit_code = 2


class NoWorkspace(LetterbookError):
    """No `letterbook.yaml` was found in the folder or above it."""

    code = "no-workspace"
    exit_code = 3


class BadInput(LetterbookError):
    """A file that was to be read is broken, unsupported, unreadable or not allowed."""

    code = "bad-input"
    exit_code = 4

    @classmethod
    def from_findings(cls, findings: tuple[Finding, ...]) -> BadInput:
        """One error for all `findings`; its sentence and place are those of the first error."""
        first = next((f for f in findings if f.severity is Severity.ERROR), findings[0])
        return cls(first.message, hint=first.hint, place=first.place, findings=findings)


class EditedFileInTheWay(LetterbookError):
    """An output that a person has edited was not overwritten; the new one lies beside it."""

    code = "edited-file"
    exit_code = 5


class Locked(LetterbookError):
    """Another run of letterbook holds the workspace."""

    code = "locked"
    exit_code = 6


class MissingExtra(LetterbookError):
    """The job needs an optional dependency; the hint is the line that installs it."""

    code = "missing-extra"
    exit_code = 7
