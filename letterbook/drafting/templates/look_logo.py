"""The logo of a look, found where pictures are found."""

from __future__ import annotations

from dataclasses import replace

from letterbook.addresses import is_remote
from letterbook.drafting.assembling.pictures import Pictures
from letterbook.finding import Finding, Place, Severity
from letterbook.look import Logo, Look


def with_logo(look: Look, pictures: Pictures) -> tuple[Look, tuple[Finding, ...]]:
    """The look with its logo's path from the workspace, or without its logo and a finding why.

    A look without a logo stays as it is. Whether the file is a picture is for the writer to say.
    """
    if look.logo is None:
        return look, ()
    found = _find(look.logo, pictures, look.logo.place or Place(look.name))
    if isinstance(found, Finding):
        return replace(look, logo=None), (found,)
    return replace(look, logo=replace(look.logo, source=found)), ()


def _find(logo: Logo, pictures: Pictures, place: Place) -> str | Finding:
    if is_remote(logo.source):
        message = f"The logo {logo.source} lies on the web, from where nothing is fetched."
        hint = "Save it among the attachments and name the file."
        return Finding("picture-remote", Severity.WARNING, message, hint, place)
    return pictures.find(logo.source, place)
