"""Runs commands and measures them, one JSON object a line in, one out.

In: argv, env. Out: status, wallMs (from fork to the moment when the process is gone), cpuMs and peakMiB (what the
kernel counted for the process and, for CPU, the children it waited for), stdout, stderr. It is a small process of its
own because Node cannot ask the kernel about one child, and because a child's peak memory begins at its parent's.
"""

import json
import os
import subprocess
import sys
import threading
import time


def run(argv, env):
    began = time.perf_counter()
    child = subprocess.Popen(
        argv, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    streams = {"stdout": child.stdout, "stderr": child.stderr}
    texts = {}

    def read(name):
        texts[name] = streams[name].read().decode("utf-8", "replace")

    readers = [threading.Thread(target=read, args=(name,)) for name in streams]
    for reader in readers:
        reader.start()
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - began
    child.returncode = os.waitstatus_to_exitcode(status)
    for reader in readers:
        reader.join()
    return {
        "status": child.returncode,
        "wallMs": wall * 1000,
        "cpuMs": (usage.ru_utime + usage.ru_stime) * 1000,
        "peakMiB": usage.ru_maxrss / 1024,
        **texts,
    }


for line in sys.stdin:
    request = json.loads(line)
    print(json.dumps(run(request["argv"], request["env"])), flush=True)
