"""What the store raises when something of ours is at fault; no sentence here holds anything personal.

StoreError
├── StoreUnsafe      the database does not keep what it is told to keep
├── StoreInUse       another process writes this node's store
├── StoreFull        there is no room on the disk: nothing changed, try again later
├── StoreFailed      the writer stopped; nothing more is kept
├── TurnRefused      one turn broke a rule of the store and was not kept
├── FactUnknown      a fact of a kind or version that this build does not know
├── FactUnreadable   the bytes of a fact do not fit its kind
├── WrongPassphrase  a passphrase does not open the store
├── SlotsBroken      the file that holds the store's locked key cannot be read
├── BackupBroken     a backup is cut, altered, or sealed to another key
├── BackupOld        a backup was made too long ago
├── BackupNewer      a backup was made by a newer build
├── BackupOfAnother  a backup is not of this store
├── StoreThere       a store is in the way of what would be restored
├── SealBroken       a body was sealed to others, or changed since
├── ChainBroken      a fact is missing before this one
└── ChainForked      a node says something else here than it said, or sealed, before
"""

from datetime import datetime

from flows.ports import NoRoom


class StoreError(Exception):
    """Whatever goes wrong in keeping facts."""


class StoreUnsafe(StoreError):
    """The database does not keep what it is told to keep."""

    def __init__(self, setting: str, wanted: str, got: str) -> None:
        super().__init__(
            f"The database answers {setting}={got}, but only {wanted} is safe. Put the store on a "
            f"local disk, or mend the server's configuration, and start again."
        )
        self.setting, self.wanted, self.got = setting, wanted, got


class StoreInUse(StoreError):
    """Another process writes this node's store."""

    def __init__(self, node: str) -> None:
        super().__init__(f"Another process writes the store of node {node!r}. Stop it first, then start again.")
        self.node = node


class StoreFull(StoreError, NoRoom):
    """There is no room on the disk: nothing changed, try again later."""

    def __init__(self) -> None:
        super().__init__(
            "There is no room on the store's disk. Delete what does not belong there; nothing was lost, and what "
            "people write waits at the channel meanwhile."
        )


class StoreFailed(StoreError):
    """The writer stopped; nothing more is kept. `why` is the type of the first error."""

    def __init__(self, why: str) -> None:
        super().__init__(f"The store takes no more turns ({why}). Mend the disk or the server, then start again.")
        self.why = why


class TurnRefused(StoreError):
    """One turn broke a rule of the store and was not kept; `why` is the type of the error."""

    def __init__(self, update: int | None, why: str) -> None:
        super().__init__(f"The turn of update {update} was not kept ({why}); the turns beside it were.")
        self.update, self.why = update, why


class FactUnknown(StoreError):
    """A fact of a kind or version that this build does not know."""

    def __init__(self, kind: str, version: int) -> None:
        super().__init__(f"This build knows no fact {kind} of version {version}. Upgrade it.")
        self.kind, self.version = kind, version


class FactUnreadable(StoreError):
    """The bytes of a fact do not fit its kind."""

    def __init__(self, kind: str, version: int) -> None:
        super().__init__(f"A fact {kind} of version {version} cannot be read. Restore the ledger from a copy.")
        self.kind, self.version = kind, version


class WrongPassphrase(StoreError):
    """A passphrase does not open the store."""

    def __init__(self) -> None:
        super().__init__(
            "HAMRAH_PASSPHRASE does not open the store. Give the right one, or start without it while the "
            "register is reached, and it will lend the key."
        )


class SlotsBroken(StoreError):
    """The file that holds the store's locked key cannot be read."""

    def __init__(self) -> None:
        super().__init__(
            "The file with the store's locked key (.slots, beside it) cannot be read. Restore both from a backup."
        )


class BackupBroken(StoreError):
    """A backup is cut, altered, or sealed to another key."""

    def __init__(self) -> None:
        super().__init__(
            "The backup cannot be read to its end: it is cut off, was altered, or is sealed to another key. "
            "Nothing was restored; take another copy of it, or another identity."
        )


class BackupOld(StoreError):
    """A backup was made too long ago: `made_at`."""

    def __init__(self, made_at: datetime, days: int) -> None:
        super().__init__(
            f"The backup is of {made_at:%Y-%m-%d}, and backups older than {days} days are to be deleted, because "
            "they hold what was erased since. Take a newer one, or say --old."
        )
        self.made_at = made_at


class BackupNewer(StoreError):
    """A backup was made by a newer build."""

    def __init__(self) -> None:
        super().__init__("The backup was made by a newer build. Upgrade this one, then restore it.")


class BackupOfAnother(StoreError):
    """A backup is not of this store; `of`: whose it is."""

    def __init__(self, of: str) -> None:
        super().__init__(
            f"The backup is of {of}, not of this store. Say --register for the register's, or set HAMRAH_NODE."
        )
        self.of = of


class StoreThere(StoreError):
    """A store is in the way of what would be restored."""

    def __init__(self) -> None:
        super().__init__(
            "There is a store already, and it is never overwritten. Move it away with its .slots, or name another "
            "place or an empty database in the settings."
        )


class SealBroken(StoreError):
    """A body was sealed to others, or changed since."""

    def __init__(self) -> None:
        super().__init__("What is sealed here does not open with these keys. Use the register's own.")


class ChainBroken(StoreError):
    """A fact is missing before this one: `wanted` and `got` are sequence numbers."""

    def __init__(self, node: str, wanted: int, got: int) -> None:
        super().__init__(f"Node {node!r}: fact {got} came where {wanted} was wanted. Send again from {wanted}.")
        self.node, self.wanted, self.got = node, wanted, got


class ChainForked(StoreError):
    """A node says something else here than it said, or sealed, before."""

    def __init__(self, node: str, epoch: int, seq: int) -> None:
        super().__init__(
            f"Fact {seq} of node {node!r}, epoch {epoch}, does not continue its chain. Set the node apart, "
            f"find out whether it was restored from a copy, and let it begin a new epoch."
        )
        self.node, self.epoch, self.seq = node, epoch, seq
