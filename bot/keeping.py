"""The commands for backups."""

from pathlib import Path
from typing import Annotated

import typer

from bot.plainly import given, plainly

Register = Annotated[bool, typer.Option("--register", help="The register's store, not the node's.")]


@plainly
def backup(
    file: Annotated[Path, typer.Argument(help="A new file; or a folder, and the file is named by its date.")],
    register: Register = False,
) -> None:
    """Write one file, sealed to HAMRAH_BACKUP_RECIPIENT, with all that a node or the register keeps.

    Example: hamrah backup --register /media/stick
    """
    from bot.compose.backups import back_up

    typer.echo(back_up(given(), file, register=register))


@plainly
def restore(
    file: Annotated[Path, typer.Argument(help="A backup.")],
    identity: Annotated[Path, typer.Option(help="The file that hamrah keys backup made.")],
    register: Register = False,
    old: Annotated[bool, typer.Option("--old", help="Even if it is older than backups may get.")] = False,
) -> None:
    """Put a store back where there is none. It takes its place only when all of it is there and sound.

    Example: hamrah restore --register /media/stick/hamrah-register-….age --identity /media/stick/backup.key
    """
    from bot.compose.backups import put_back

    typer.echo(put_back(given(), file, identity, register=register, old=old))


@plainly
def identity(file: Annotated[Path, typer.Argument(help="A new file; keep it where no machine reads it.")]) -> None:
    """Make the identity that opens backups, and print to whom they are sealed.

    Example: hamrah keys backup /media/stick/backup.key
    """
    from bot.compose.backups import new_identity

    typer.echo(f"Set HAMRAH_BACKUP_RECIPIENT={new_identity(file)} wherever backups are made.")
