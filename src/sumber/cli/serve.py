"""`sumber serve`: the desk in the browser."""

from __future__ import annotations

import getpass
from contextlib import suppress

import click

from sumber.cli.common import settings, store_path
from sumber.errors import EngineError, SettingsError

PORT = 8180


@click.command("serve")
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="0 takes any free one.")
@click.option("--coder", metavar="NAME", help="Who judges [default: the user's name].")
@click.option("--no-browser", is_flag=True, help="Do not open the page.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Where it listens; others need a password.")
@click.option("--password-file", metavar="FILE", help="A file whose first line is the password to the desk.")
@click.option("--name", "names", multiple=True, metavar="NAME", help="A name by which others call this machine.")
@click.option("--certificate", metavar="FILE", help="A certificate (PEM), to serve https.")
@click.option("--private-key", metavar="FILE", help="The certificate's key (PEM).")
@click.pass_context
def command(
    ctx: click.Context,
    port: int,
    coder: str | None,
    no_browser: bool,
    host: str,
    password_file: str | None,
    names: tuple[str, ...],
    certificate: str | None,
    private_key: str | None,
) -> None:
    """Open the desk: read, check, merge and release in the browser. It answers to this machine only.

    For a newsroom's network it wants a password, and is best given a certificate.

    \b
    sumber serve
    sumber --store cases.db serve --port 9000
    sumber serve --host 0.0.0.0 --password-file pass.txt --name desk.example.org
    """
    try:
        from sumber.serve import Gate, ServeOptions, bind, is_any, is_loopback, make_app, names_of, read_password, run
    except ModuleNotFoundError as error:
        raise EngineError(f"{error.name} is not installed. The desk needs it: pip install 'sumber[serve]'") from error

    if bool(certificate) != bool(private_key):
        raise SettingsError("--certificate and --private-key go together: give both, or neither")
    if not is_loopback(host) and not password_file:
        raise SettingsError(
            f"--host {host} lets other machines in, so the desk needs a password: write one into a file that only you"
            " can read (chmod 600 FILE), and give it with --password-file FILE"
        )
    tls = (certificate, private_key) if certificate and private_key else None
    with bind(host, port) as listening:
        options = ServeOptions(
            store=store_path(ctx),
            coder=coder or getpass.getuser(),
            hosts=names_of(host, names),
            any_address=is_any(host),
            gate=Gate(read_password(password_file)) if password_file else None,
            secure=tls is not None,
            workers=settings(None, None).workers,
        )
        shown = names[0] if names else ("127.0.0.1" if is_any(host) else f"[{host}]" if ":" in host else host)
        address = f"{'https' if tls else 'http'}://{shown}:{listening.getsockname()[1]}/"

        def opened() -> None:
            click.echo(f"the desk is open at {address} (Ctrl+C closes it)", err=True)
            if not is_loopback(host) and tls is None:
                click.echo("others on the network can read along: give it a --certificate", err=True)
            if not no_browser:
                click.launch(address)

        with suppress(KeyboardInterrupt):
            run(make_app(options), listening, opened, tls)
    click.echo("the desk is closed; what was judged is kept", err=True)
