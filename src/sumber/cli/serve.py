"""`sumber serve`: the desk in the browser."""

from __future__ import annotations

import getpass

import click

from sumber.cli.common import store_path
from sumber.errors import EngineError

PORT = 8180


@click.command("serve")
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="Where the page answers.")
@click.option("--coder", metavar="NAME", help="Who judges [default: the user's name].")
@click.option("--no-browser", is_flag=True, help="Do not open the page.")
@click.pass_context
def command(ctx: click.Context, port: int, coder: str | None, no_browser: bool) -> None:
    """Open the desk: read, check, merge and release in the browser. It answers to this machine only.

    \b
    sumber serve
    sumber --store cases.db serve --port 9000
    """
    try:
        import uvicorn

        from sumber.serve import ServeOptions, make_app
    except ModuleNotFoundError as error:
        raise EngineError(f"{error.name} is not installed. The desk needs it: pip install 'sumber[serve]'") from error

    options = ServeOptions(store=store_path(ctx), coder=coder or getpass.getuser())
    address = f"http://127.0.0.1:{port}/"
    click.echo(f"the desk is open at {address} (Ctrl+C closes it)", err=True)
    if not no_browser:
        click.launch(address)
    uvicorn.run(make_app(options), host="127.0.0.1", port=port, log_level="warning")
