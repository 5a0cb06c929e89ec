"""A cache between SQLite and its disk, lost with the power: `python -m tests.faults.cache PLATTER MODULE …`.

It needs no root. The module runs with SQLite's own VFS changed in this process: its files are the cache, PLATTER
is the disk. Of what is written some sectors reach the disk at once, in any order, and the rest when SQLite waits
for them, also in any order. A file is on the disk with its first sector, and gone as soon as it is deleted.
"""

import ctypes
import os
import random
import runpy
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from sqlcipher3 import _sqlite3

SECTOR = 512
AT_ONCE = 0.3
ROOM = "room"
OK, FULL = 0, 13

Pointer: Final = ctypes.c_void_p
Number: Final = ctypes.c_int64
# Paths are pointers here: SQLite keeps them, and reads beyond their ends.
Open = ctypes.CFUNCTYPE(ctypes.c_int, Pointer, Pointer, Pointer, ctypes.c_int, Pointer)
Delete = ctypes.CFUNCTYPE(ctypes.c_int, Pointer, Pointer, ctypes.c_int)
Transfer = ctypes.CFUNCTYPE(ctypes.c_int, Pointer, Pointer, ctypes.c_int, Number)
Sync = ctypes.CFUNCTYPE(ctypes.c_int, Pointer, ctypes.c_int)
Size = ctypes.CFUNCTYPE(ctypes.c_int, Pointer, ctypes.POINTER(Number))


class Vfs(ctypes.Structure):
    """The start of sqlite3_vfs (sqlite.org/c3ref/vfs.html)."""

    _fields_ = (
        ("numbers", ctypes.c_int * 3),
        ("others", Pointer * 3),
        ("open", Open),
        ("delete", Delete),
    )


class Methods(ctypes.Structure):
    """sqlite3_io_methods of version 3 (sqlite.org/c3ref/io_methods.html)."""

    _fields_ = (
        ("version", ctypes.c_int),
        ("close", Pointer),
        ("read", Transfer),
        ("write", Transfer),
        ("truncate", Pointer),
        ("sync", Sync),
        ("size", Size),
        ("others", Pointer * 12),
    )


class Cache:
    """What SQLite wrote, and of it what has reached the disk; PLATTER/../room says how many bytes it has left."""

    def __init__(self, platter: Path, chance: random.Random) -> None:
        self._platter, self._chance = platter, chance
        self._names: dict[int, str] = {}
        self._unsynced: defaultdict[str, set[int]] = defaultdict(set)
        self._room: int | None = None
        self._kept: list[Any] = []

    def lay(self) -> None:
        """Lay it under every file that SQLite opens in this process from now on."""
        library = ctypes.CDLL(_sqlite3.__file__)
        library.sqlite3_vfs_find.restype = ctypes.POINTER(Vfs)
        vfs = library.sqlite3_vfs_find(None).contents
        # Copies, since a pointer that is read from a structure changes with it.
        opened, deleted = (type(each)(ctypes.cast(each, Pointer).value) for each in (vfs.open, vfs.delete))

        def open_(own: int, path: int | None, file: int, flags: int, out: int) -> int:
            done = int(opened(own, path, file, flags, out))
            if done == OK and path:
                self._open(_name(path), file)
            return done

        def delete(own: int, path: int, sync: int) -> int:
            name = _name(path)
            self._unsynced.pop(name, None)
            (self._platter / name).unlink(missing_ok=True)
            return int(deleted(own, path, sync))

        vfs.open, vfs.delete = Open(open_), Delete(delete)
        self._kept += [vfs, vfs.open, vfs.delete]
        # SQLite calls back until the process has ended, which is after Python has cleared its own modules.
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(self))

    def _open(self, name: str, file: int) -> None:
        """Let this file be written through the cache."""
        if not self._names and (room := self._platter.parent / ROOM).exists():
            self._room = int(room.read_text())
        self._names[file] = name
        pointer = ctypes.cast(file, ctypes.POINTER(ctypes.POINTER(Methods)))
        true = pointer.contents.contents
        changed = Methods.from_buffer_copy(true)

        def write(file: int, data: int, amount: int, offset: int) -> int:
            fits = self._fits(true, file, amount, offset)
            done = int(true.write(file, data, fits, offset))
            if done == OK:
                sectors = range(offset // SECTOR, -(-(offset + fits) // SECTOR))
                self._unsynced[self._names[file]].update(sectors)
                self._reach(true, file, [each for each in sectors if self._chance.random() < AT_ONCE])
            return done if fits == amount else FULL

        def sync(file: int, _: int) -> int:
            waiting = [*self._unsynced.pop(self._names[file], ())]
            self._chance.shuffle(waiting)
            self._reach(true, file, waiting)
            os.truncate(self._platter / self._names[file], _size(true, file))
            return OK

        changed.write, changed.sync = Transfer(write), Sync(sync)
        pointer[0] = ctypes.pointer(changed)
        self._kept += [changed, changed.write, changed.sync]

    def _fits(self, true: Methods, file: int, amount: int, offset: int) -> int:
        """How much of a write there is room for."""
        if self._room is None:
            return amount
        grown = max(0, offset + amount - max(offset, _size(true, file)))
        fits = amount - max(0, grown - self._room)
        self._room = max(0, self._room - grown)
        return fits

    def _reach(self, true: Methods, file: int, sectors: Iterable[int]) -> None:
        """Put sectors on the disk, each as it is in the cache now."""
        disk = os.open(self._platter / self._names[file], os.O_WRONLY | os.O_CREAT, 0o600)
        data = ctypes.create_string_buffer(SECTOR)
        size = _size(true, file)
        for sector in sectors:
            at = sector * SECTOR
            if (amount := min(SECTOR, size - at)) > 0:
                true.read(file, ctypes.addressof(data), amount, at)
                os.pwrite(disk, data.raw[:amount], at)
        os.close(disk)


def _name(path: int) -> str:
    """The name of the file at a path, as SQLite hands it over."""
    return Path(ctypes.string_at(path).decode()).name


def _size(true: Methods, file: int) -> int:
    """How long a file is in the cache, in bytes."""
    size = Number()
    true.size(file, ctypes.byref(size))
    return size.value


if __name__ == "__main__":
    Cache(Path(sys.argv[1]), random.Random()).lay()
    sys.argv = sys.argv[2:]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
