"""Runs a command on a pseudo-terminal, types KEYS once it asks for something, and copies the screen.

usage: terminal.py KEYS COMMAND [ARGUMENT...]
"""

import os
import pty
import sys

keys, command = sys.argv[1], sys.argv[2:]
child, terminal = pty.fork()
if child == 0:
    os.execvp(command[0], command)
screen = b""
typed = False
while True:
    try:
        chunk = os.read(terminal, 1024)
    except OSError:  # Linux: the other end is closed
        break
    if not chunk:
        break
    screen += chunk
    if not typed and b": " in screen and b"Password" in screen:
        os.write(terminal, keys.encode())
        typed = True
_, status = os.waitpid(child, 0)
sys.stdout.buffer.write(screen)
sys.exit(os.waitstatus_to_exitcode(status))
