"""The commands of Hamrah."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from bot import keeping
from bot.plainly import given as _given
from bot.plainly import plainly
from bot.settings import Unset, table

SETTINGS = "Settings (environment, or a .env file here):\n\n" + "\n\n".join(
    f"{name}  {meaning}" + (f" Default: {default}" if default else "") for name, default, meaning in table()
)

app = typer.Typer(
    name="hamrah",
    help="Hamrah: a messaging chatbot by which people ask to leave, and are offered a way.",
    epilog=SETTINGS,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

nodes = typer.Typer(no_args_is_help=False)
keys = typer.Typer(no_args_is_help=True, help="The keys of the centre.")
app.add_typer(nodes, name="node")
app.add_typer(keys, name="keys")
app.command()(keeping.backup)
app.command()(keeping.restore)
keys.command("backup")(keeping.identity)


@app.command()
@plainly
def demo(
    port: Annotated[int, typer.Option(help="Where the demo's page listens on this machine.")] = 8420,
    people: Annotated[int, typer.Option(min=0, max=200, help="How many synthetic people register first.")] = 40,
) -> None:
    """Everything on this machine with no token and no server: a phone, the desk, a node and a register.

    Example: hamrah demo --people 40
    """
    from bot.demo.demo import play

    play(port, people)


@nodes.callback(invoke_without_command=True)
@plainly
def node(context: typer.Context) -> None:
    """A field office: the citizens' bot with its store, which keeps working when the link is cut.

    Without a further word it runs here; add, list and seized are for the centre.

    Example: HAMRAH_KEYS=node-1 HAMRAH_NODE=node-1 HAMRAH_REGISTER_URL=https://register:8421 hamrah node
    """
    if context.invoked_subcommand is not None:
        return
    from bot.compose import node as parts
    from bot.running import run

    given = _given()
    given.nothing_on_disk()
    if given.webhook_url:
        given.secret()
    run(lambda stop: parts.node(given, stop))


@nodes.command()
@plainly
def add(
    name: Annotated[str, typer.Argument(help="The node's name: a-z, 0-9 and -.")],
    out: Annotated[Path, typer.Option(help="A new folder for what the node carries away.")],
    lock: Annotated[bool, typer.Option("--lock", help="Ask for a passphrase that locks the node's key.")] = False,
) -> None:
    """At the centre: make a node's keys, and let the register know it and lend it HAMRAH_CITIZEN_TOKEN.

    Example: HAMRAH_CITIZEN_TOKEN=… hamrah node add herat --out herat-keys
    """
    from bot.compose.centre import add as added

    passphrase = typer.prompt("Passphrase", hide_input=True, confirmation_prompt=True) if lock else ""
    typer.echo(added(_given(), name, out, passphrase))


@nodes.command("list")
@plainly
def listed_nodes() -> None:
    """At the centre: every node, whether it is trusted, and how far its ledger has come.

    Example: hamrah node list
    """
    from bot.compose.centre import listed

    for line in listed(_given()):
        typer.echo(line)


@nodes.command()
@plainly
def seized(
    name: Annotated[str, typer.Argument(help="The node that was taken.")],
    people: Annotated[
        bool, typer.Option("--people", help="Also print whom it had heard of, to warn them another way.")
    ] = False,
) -> None:
    """At the centre: trust a node no more. Its lease, its signature and its bot's token end at once.

    Example: hamrah node seized herat --people
    """
    from bot.compose.centre import seized as ended

    for line in ended(_given(), name, people=people):
        typer.echo(line)


@keys.command()
@plainly
def make(
    host: Annotated[
        list[str] | None, typer.Option(help="A name or address by which nodes reach the register; repeat it.")
    ] = None,
) -> None:
    """At the centre: make its keys in HAMRAH_KEYS, locked by HAMRAH_PASSPHRASE if there is one.

    Example: HAMRAH_PASSPHRASE=… hamrah keys make --host register.example.org
    """
    from bot.keys import make as made

    given = _given()
    centre = made(given.keys, [*(host or []), "127.0.0.1", "localhost"], given.passphrase.get_secret_value())
    typer.echo(f"Made in {centre.folder}. Keep a copy where no machine reads it: nothing else opens the ledger.")


@keys.command()
@plainly
def rotate() -> None:
    """At the centre: make the next sealing key, and tell it to every node; the older ones still open.

    Example: hamrah keys rotate
    """
    from bot.compose.centre import rotate as rotated

    typer.echo(rotated(_given()))


@app.command()
@plainly
def retention(
    people: Annotated[bool, typer.Option("--people", help="Also whose, by reference number.")] = False,
) -> None:
    """At the centre: what will be erased, by which rule and when.

    Example: hamrah retention --people
    """
    from bot.compose.centre import retention as running

    for line in running(_given(), people=people):
        typer.echo(line)


@app.command()
@plainly
def register() -> None:
    """The centre: receives what nodes heard, gives out seats, and shows its figures.

    Example: HAMRAH_REGISTER_STORE=postgresql://… hamrah register
    """
    from bot.compose import register as parts
    from bot.compose.stores import store, vault
    from bot.running import run

    given = _given()
    given.console_at()
    engine, keys = store(given.register_store), vault(given)
    run(lambda stop: parts.register(given, engine, keys, stop))


@app.command()
@plainly
def desk() -> None:
    """The staff's bot: cases, windows and offers, over the register's store.

    Example: HAMRAH_DESK_TOKEN=… HAMRAH_STAFF_CHAT=-100… hamrah desk
    """
    from bot.compose import desk as parts
    from bot.compose.stores import store, vault
    from bot.running import run

    given = _given("desk_token")
    given.staff()
    engine, keys = store(given.register_store), vault(given)
    run(lambda stop: parts.desk(given, engine, keys, stop))


@app.command()
@plainly
def serve() -> None:
    """A small deployment: node, register and desk in one process over one store (HAMRAH_STORE).

    Example: HAMRAH_CITIZEN_TOKEN=… HAMRAH_DESK_TOKEN=… HAMRAH_STAFF_CHAT=-100… hamrah serve
    """
    from bot.compose import desk, node, register
    from bot.compose.stores import own_store, vault
    from bot.running import run

    given = _given("citizen_token", "desk_token")
    given.staff()
    given.console_at()
    engine, keys = own_store(given), vault(given)
    run(
        lambda stop: register.register(given, engine, keys, stop, nodes=False),
        lambda stop: desk.desk(given, engine, keys, stop),
        lambda stop: node.alone(given, engine, keys, stop),
    )


@app.command()
@plainly
def facts(
    json: Annotated[bool, typer.Option("--json", help="One object a line, with what was said.")] = False,
    register: Annotated[bool, typer.Option("--register", help="The register's ledger, not the node's.")] = False,
    store: Annotated[str, typer.Option(help="A store by file or URL, instead of the settings'.")] = "",
) -> None:
    """The ledger in its order. What was said is read only where the centre's keys are (HAMRAH_KEYS).

    Example: hamrah facts --register --json | head
    """
    from bot.ledger import headers, whole

    given = _given()
    url = store or (given.register_store if register else given.store)
    for line in whole(given, url) if json else headers(given, url):
        typer.echo(line)


@app.command()
@plainly
def flows(
    action: Annotated[str, typer.Argument(help="list, draw (Mermaid and storyboard) or prove")] = "list",
    language: Annotated[str, typer.Option(help="Of the storyboard: en, fa-AF or ps.")] = "en",
    out: Annotated[Path | None, typer.Option(help="A folder to write one file a talk into.")] = None,
) -> None:
    """The talks: listed, drawn for translators, or proved.

    Example: hamrah flows draw --language fa-AF --out drawings
    """
    from bot.storyboard import draw, listed, prove

    actions: dict[str, Callable[[], int]] = {
        "list": listed,
        "prove": prove,
        "draw": lambda: draw(language, out),
    }
    if action not in actions:
        raise Unset(f"there is no action {action!r}: use list, draw or prove.")
    raise typer.Exit(actions[action]())


@app.command()
@plainly
def doctor(
    json: Annotated[bool, typer.Option("--json", help="One object for a machine.")] = False,
) -> None:
    """Checks settings, stores, languages and links; each failure is one sentence with its mending.

    Example: hamrah doctor
    """
    from bot.doctor import examine

    raise typer.Exit(examine(_given(), as_json=json))


def main() -> None:
    """The entry point of the `hamrah` command."""
    app()


if __name__ == "__main__":
    main()
