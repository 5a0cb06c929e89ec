"""The few system calls that decoding needs, and a filter in the kernel that refuses all others (seccomp(2))."""

import ctypes
from collections.abc import Iterator

MACHINES = {"x86_64": (0xC000_003E, 0), "aarch64": (0xC000_00B7, 1)}  # the kernel's name of it; column below
CALLS = {
    "read": (0, 63),
    "write": (1, 64),
    "close": (3, 57),
    "fstat": (5, 80),
    "lseek": (8, 62),
    "mmap": (9, 222),
    "mprotect": (10, 226),
    "munmap": (11, 215),
    "brk": (12, 214),
    "rt_sigaction": (13, 134),
    "rt_sigprocmask": (14, 135),
    "rt_sigreturn": (15, 139),
    "mremap": (25, 216),
    "madvise": (28, 233),
    "exit": (60, 93),
    "futex": (202, 98),
    "clock_gettime": (228, 113),
    "exit_group": (231, 94),
    "set_robust_list": (273, 99),  # with the next, how a thread begins: HEIC has no decoder without one
    "rseq": (334, 293),
    "getrandom": (318, 278),
}
CLONE, CLONE3 = (56, 220), (435, 435)
THREAD = 0x1_0000  # of clone's flags: no process is born
NO_NEW_PRIVILEGES = 38  # of prctl(2)
SECCOMP, BY_FILTER, ALL_THREADS = (317, 277), 1, 1  # its call, and of seccomp(2)
LOAD, IF_SAME, IF_SET, GIVE = 0x20, 0x15, 0x45, 0x06  # words of the filter's language
CALL, MACHINE, FLAGS = 0, 4, 16  # where it finds them, in bytes
ALLOWED = 0x7FFF_0000
REFUSED = 0x0005_0001  # EPERM and no death: a library may do without
UNKNOWN = 0x0005_0026  # ENOSYS: a C library then asks for its thread by clone, whose flags can be seen


class _Word(ctypes.Structure):
    _fields_ = (
        ("code", ctypes.c_uint16),
        ("same", ctypes.c_uint8),
        ("other", ctypes.c_uint8),
        ("value", ctypes.c_uint32),
    )


class _Filter(ctypes.Structure):
    _fields_ = (("length", ctypes.c_uint16), ("words", ctypes.POINTER(_Word)))


def refuse_calls(machine: str) -> None:
    """Refuse this process all calls but CALLS, on one of MACHINES; OSError if the kernel does not do it.

    Libraries may have begun threads already: each of them is shut in as well, or none.
    """
    if machine not in MACHINES:
        return
    name, column = MACHINES[machine]
    words = list(_words(name, column))
    kept = (_Word * len(words))(*words)
    _call("prctl", NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    _call("syscall", SECCOMP[column], BY_FILTER, ALL_THREADS, ctypes.byref(_Filter(len(words), kept)))


def _words(name: int, column: int) -> Iterator[_Word]:
    """The filter: the right machine, then clone3, then clone, then each call; a jump counts the words it skips."""
    numbers = [row[column] for row in CALLS.values()]
    yield _Word(LOAD, 0, 0, MACHINE)
    yield _Word(IF_SAME, 1, 0, name)
    yield _Word(GIVE, 0, 0, REFUSED)  # where the numbers mean other calls
    yield _Word(LOAD, 0, 0, CALL)
    yield _Word(IF_SAME, 0, 1, CLONE3[column])
    yield _Word(GIVE, 0, 0, UNKNOWN)
    yield _Word(IF_SAME, 0, 2, CLONE[column])
    yield _Word(LOAD, 0, 0, FLAGS)
    yield _Word(IF_SET, len(numbers) + 1, len(numbers), THREAD)
    for after, number in enumerate(numbers):
        yield _Word(IF_SAME, len(numbers) - after, 0, number)
    yield _Word(GIVE, 0, 0, REFUSED)
    yield _Word(GIVE, 0, 0, ALLOWED)


def _call(name: str, *values: object) -> None:
    padded = [ctypes.c_ulong(value) if isinstance(value, int) else value for value in values]
    libc = ctypes.CDLL(None, use_errno=True)
    if getattr(libc, name)(*padded):  # of seccomp(2) also above zero: a thread that cannot be shut in
        raise OSError(ctypes.get_errno(), "the kernel does not shut a photo worker in")
