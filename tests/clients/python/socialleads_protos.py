"""Importing this module compiles the protos for Python, so that `from socialleads.v1 import activity_pb2` works.

It uses grpcio-tools (`pip install grpcio grpcio-tools`), or a `protoc` with `grpc_python_plugin` on the path
(`apt-get install python3-grpcio protobuf-compiler-grpc`).
"""

import atexit
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOTS = [HERE.parents[2] / "protos", HERE.parent / "protos"]
OUT = tempfile.mkdtemp(prefix="socialleads-protos-")
atexit.register(shutil.rmtree, OUT)

plugin = shutil.which("grpc_python_plugin")
protoc = ["protoc", f"--plugin=protoc-gen-grpc_python={plugin}"] if plugin else [sys.executable, "-m", "grpc_tools.protoc"]
subprocess.run(
    protoc + [f"-I{root}" for root in ROOTS] + [f"--python_out={OUT}", f"--grpc_python_out={OUT}"]
    + [str(proto) for root in ROOTS for proto in root.rglob("*.proto")],
    check=True)
sys.path.insert(0, OUT)
