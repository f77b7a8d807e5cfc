"""A line with a delay between two network namespaces.

Usage: line.py NAMESPACE_A NAMESPACE_B DELAY_MS

Each namespace gets a TUN device (10.77.0.1 in A, 10.77.0.2 in B). Every packet is held back DELAY_MS on its way, so a
round trip takes twice that, SYN included: what a proxy cannot do. Prints "ready" and runs until it is ended.
"""

import ctypes
import fcntl
import heapq
import itertools
import os
import select
import struct
import subprocess
import sys
import time

TUNSETIFF = 0x400454CA  # linux/if_tun.h
IFF_TUN, IFF_NO_PI = 0x0001, 0x1000
CLONE_NEWNET = 0x40000000  # linux/sched.h
MTU = 1500
ORDER = itertools.count()  # packets that leave at the same moment keep their order


def open_tun(namespace, address, peer):
    """Opens a TUN device inside the namespace and gives it its address."""
    with open(f"/run/netns/{namespace}") as handle:
        if ctypes.CDLL(None, use_errno=True).setns(handle.fileno(), CLONE_NEWNET) != 0:
            raise OSError(ctypes.get_errno(), "setns")
    tun = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(tun, TUNSETIFF, struct.pack("16sH", b"line0", IFF_TUN | IFF_NO_PI))
    for command in (
        f"ip addr add {address} peer {peer} dev line0",
        f"ip link set line0 mtu {MTU} txqueuelen 10000 up",
        "ip link set lo up",
    ):
        subprocess.run(command.split(), check=True)
    return tun


def drain(source, target, queue, delay, now):
    """Takes every waiting packet and notes when it may leave."""
    while True:
        try:
            packet = os.read(source, MTU + 64)
        except BlockingIOError:
            return
        heapq.heappush(queue, (now + delay, next(ORDER), target, packet))


def main():
    a, b, delay_ms = sys.argv[1], sys.argv[2], float(sys.argv[3])
    tuns = (open_tun(a, "10.77.0.1", "10.77.0.2"), open_tun(b, "10.77.0.2", "10.77.0.1"))
    other = {tuns[0]: tuns[1], tuns[1]: tuns[0]}
    queue = []
    print("ready", flush=True)
    while True:
        # select() waits to the microsecond; epoll rounds up to milliseconds, twice in every round trip.
        wait = max(0.0, queue[0][0] - time.monotonic()) if queue else None
        for tun in select.select(tuns, (), (), wait)[0]:
            drain(tun, other[tun], queue, delay_ms / 1000, time.monotonic())
        while queue and queue[0][0] <= time.monotonic():
            _, _, target, packet = heapq.heappop(queue)
            try:
                os.write(target, packet)
            except BlockingIOError:
                pass  # as a full queue of a real line: TCP sends it again


if __name__ == "__main__":
    main()
