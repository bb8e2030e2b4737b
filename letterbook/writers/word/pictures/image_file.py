"""What a picture's bytes say about it, or why it cannot be printed."""

from __future__ import annotations

from letterbook.record import record

SCREEN = 96.0


@record
class Turn:
    """How a picture is put upright: mirrored left to right first, then turned clockwise by `degrees`."""

    degrees: int = 0
    mirrored: bool = False

    @property
    def is_sideways(self) -> bool:
        """Whether width and height change places."""
        return self.degrees in {90, 270}


@record
class ImageFile:
    """A picture that Word can show: the ending for its format, pixels when upright, and dots an inch.

    Width and height are 0 where a drawing does not say how large it is.
    """

    ending: str
    width: float
    height: float
    density: float = SCREEN
    turn: Turn = Turn()


@record
class Refusal:
    """Why a picture is not printed: the finding's id, what follows the picture's name, and what to do."""

    id: str
    reason: str
    hint: str


def damaged(what: str) -> Refusal:
    """The refusal of a file that breaks off or contradicts itself; `what` it would be, like "PNG"."""
    return Refusal(
        "picture-damaged", f"is a {what} that is damaged or cut off", "Save it or download it again."
    )
