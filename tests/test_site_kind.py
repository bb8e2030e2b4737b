from __future__ import annotations

import pytest

from letterbook.site_kind import kind_by_site


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://www.youtube.com/watch?v=1", "video"),
        ("https://music.youtube.com/watch?v=1", "video"),
        ("https://someone.substack.com/p/one", "article"),
        ("https://share.snipd.com/snip/1", "podcast"),
        ("https://podcasts.apple.com/us/podcast/1", "podcast"),
        ("https://x.com/someone/status/1", "post"),
        ("https://arxiv.org/abs/1", "paper"),
        ("https://example.org/youtube.com", ""),
        ("https://com", ""),
        ("youtube.com", ""),
    ],
)
def test_some_sites_tell_the_kind(url: str, kind: str) -> None:
    assert kind_by_site(url) == kind
