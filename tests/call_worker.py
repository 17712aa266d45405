"""Stands where xdist thinks its worker is: passes its input and output on to one that is forked, and ends with it."""

from __future__ import annotations

import json
import os
import signal
import socket
import sys

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the worker has it too, and says what it leaves
    with socket.socket(socket.AF_UNIX) as call:
        call.connect(sys.argv[1])
        socket.send_fds(call, [b"."], [0, 1, 2])
        described = {"folder": os.getcwd(), "environment": dict(os.environ)}  # noqa: PTH109 - pathlib takes long to import
        call.sendall(f"{json.dumps(described)}\n".encode())
        for descriptor in (0, 1):
            os.close(descriptor)
        status = call.recv(1)
    os._exit(status[0] if status else 1)
