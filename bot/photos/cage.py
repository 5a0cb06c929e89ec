"""What a worker gives up before it looks at a stranger's file: files, network, processes, most of the memory."""

import ctypes
import os
import resource
import signal
import sys

from bot.photos.calls import refuse_calls

MEMORY = 640 * 2**20  # bytes of address space
SECONDS = 10  # of work; whoever waits for it is no more patient
LIMITS = {
    resource.RLIMIT_AS: MEMORY,
    resource.RLIMIT_CORE: 0,
    resource.RLIMIT_FSIZE: 0,
    resource.RLIMIT_NOFILE: 0,  # what is open stays open; nothing else opens, no socket either
}
NEW_NETWORK, NEW_USER = 0x4000_0000, 0x1000_0000


def shut(memory: int = MEMORY, seconds: int = SECONDS) -> None:
    """Shut this process in, for good; OSError or ValueError if the kernel does not do it.

    memory: bytes of address space; seconds: of work.

    Any Unix: limits of the kernel, and an end by itself. Linux: also a network of its own without a way out, if it
    may, and no system calls but the few of `calls`, on the machines that those are written for.
    """
    signal.alarm(seconds + 2)  # should whoever waits for it be gone
    if sys.platform == "linux":
        _leave_network()
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    for limit, most in (LIMITS | {resource.RLIMIT_AS: memory}).items():
        resource.setrlimit(limit, (most, most))
    if sys.platform == "linux":
        refuse_calls(os.uname().machine)


def _leave_network() -> None:
    unshare = ctypes.CDLL(None).unshare
    if unshare(NEW_NETWORK | NEW_USER):  # a user of its own also takes the power of root from a worker of root's
        unshare(NEW_NETWORK)  # containers may refuse both: then the limits and the refused calls stand alone
