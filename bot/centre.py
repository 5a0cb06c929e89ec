"""The commands that are given at the centre: its keys, its nodes, and how long it keeps what."""

from pathlib import Path
from typing import Annotated

import typer

from bot import keeping
from bot.plainly import given, plainly

nodes = typer.Typer(no_args_is_help=False)
keys = typer.Typer(no_args_is_help=True, help="The keys of the centre.")
keys.command("backup")(keeping.identity)
people = typer.Typer(no_args_is_help=True, help="Records of one human being.")
Who = Annotated[str, typer.Argument(help="A reference number, or a record's id.")]
By = Annotated[str, typer.Option("--by", help="Who of the staff decides it.")]


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
    typer.echo(added(given(), name, out, passphrase))


@nodes.command("list")
@plainly
def listed_nodes() -> None:
    """At the centre: every node, whether it is trusted, and how far its ledger has come.

    Example: hamrah node list
    """
    from bot.compose.centre import listed

    for line in listed(given()):
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

    for line in ended(given(), name, people=people):
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

    known = given()
    centre = made(known.keys, [*(host or []), "127.0.0.1", "localhost"], known.passphrase.get_secret_value())
    typer.echo(f"Made in {centre.folder}. Keep a copy where no machine reads it: nothing else opens the ledger.")


@keys.command()
@plainly
def rotate() -> None:
    """At the centre: make the next sealing key, and tell it to every node; the older ones still open.

    Example: hamrah keys rotate
    """
    from bot.compose.centre import rotate as rotated

    typer.echo(rotated(given()))


@people.command()
@plainly
def link(one: Who, other: Who, by: By) -> None:
    """At the centre: take two records for one human being; they are counted once, and the latest own word holds.

    Example: hamrah person link A7K-3MP-C Q2D-8XW-N --by amina
    """
    from bot.compose.centre import linked

    typer.echo(linked(given(), one, other, by, together=True))


@people.command()
@plainly
def unlink(one: Who, other: Who, by: By) -> None:
    """At the centre: take two linked records for two human beings again, as if there had been no link.

    Example: hamrah person unlink A7K-3MP-C Q2D-8XW-N --by amina
    """
    from bot.compose.centre import linked

    typer.echo(linked(given(), one, other, by, together=False))


@people.command()
@plainly
def lost(
    one: Who,
    by: By,
    over: Annotated[bool, typer.Option("--over", help="The phone is in their own hands again.")] = False,
) -> None:
    """At the centre: a phone was taken or lost: nothing of its person is shown or sent there any more.

    Example: hamrah person lost A7K-3MP-C --by amina
    """
    from bot.compose.centre import phone_lost

    typer.echo(phone_lost(given(), one, by, over=over))


@people.command()
@plainly
def unpin(one: Who, by: By) -> None:
    """At the centre: take the PIN off that a person forgot, once you made sure that it is they who ask.

    Example: hamrah person unpin A7K-3MP-C --by amina
    """
    from bot.compose.centre import unpinned

    typer.echo(unpinned(given(), one, by))


@people.command()
@plainly
def photos(
    one: Who,
    to: Annotated[str, typer.Option(help="Seal the pictures to this recipient (age1…).")] = "",
    out: Annotated[Path | None, typer.Option(help="A folder for the sealed pictures.")] = None,
) -> None:
    """At the centre: the photos of papers that a person wants us to keep, and what became of each.

    Example: hamrah person photos A7K-3MP-C --to age1… --out pictures
    """
    from bot.compose.pictures import pictures

    for line in pictures(given(), one, to, out):
        typer.echo(line)


@people.command()
@plainly
def others() -> None:
    """At the centre: of whom people told us, and who has since opened the link to speak for themselves.

    Example: hamrah person others
    """
    from bot.compose.centre import told_of

    for line in told_of(given()):
        typer.echo(line)


@people.command()
@plainly
def members(one: Who) -> None:
    """At the centre: those who would go along with a person, and the papers of all, without a name or number.

    Example: hamrah person members A7K-3MP-C
    """
    from bot.compose.centre import family

    for line in family(given(), one):
        typer.echo(line)


@people.command()
@plainly
def voices(
    one: Who,
    to: Annotated[str, typer.Option(help="Seal the recordings to this recipient (age1…).")] = "",
    out: Annotated[Path | None, typer.Option(help="A folder for the sealed recordings.")] = None,
) -> None:
    """At the centre: the voice notes of a person, which question each is about, and what became of it.

    Example: hamrah person voices A7K-3MP-C --to age1… --out voices
    """
    from bot.compose.pictures import voices as spoken

    for line in spoken(given(), one, to, out):
        typer.echo(line)


@plainly
def retention(
    people: Annotated[bool, typer.Option("--people", help="Also whose, by reference number.")] = False,
) -> None:
    """At the centre: what will be erased, by which rule and when.

    Example: hamrah retention --people
    """
    from bot.compose.centre import retention as running

    for line in running(given(), people=people):
        typer.echo(line)
