"""What every answer carries: a policy under which nothing of an article can run, load or be framed."""

from __future__ import annotations

#: Nothing but the page's own files. Trusted types close the ways by which a string becomes markup or script, but for
#: Svelte's own templates, which hold no text of articles.
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types svelte-trusted-html",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

#: The names of the files in /assets tell what is in them.
FOR_GOOD = "private, max-age=31536000, immutable"


def cache_control(path: str, status: int) -> str:
    """How long an answer may be kept: what the store says, not at all; files of the page by their names."""
    return FOR_GOOD if path.startswith("/assets/") and status in (200, 206, 304) else "no-store"
