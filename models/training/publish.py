"""What every training script shares: content identifiers, ONNX files, manifests and data points.

Everything written here is a pure function of its arguments (no clocks, no unseeded random numbers), so that a model
trained again with the same package versions gives the same bytes and so the same CIDs.
"""

import base64
import hashlib
import json
import pathlib

import numpy as np
import onnx

CHUNK = 262144  # bytes per leaf: kubo's and EthML's default chunk size
MAX_LINKS = 174  # links per node of a balanced tree; a larger file would need a second level
MODELS = pathlib.Path(__file__).resolve().parent.parent


def _varint(n):
    out = bytearray()
    while n >= 0x80:
        out.append(n & 0x7F | 0x80)
        n >>= 7
    out.append(n)
    return bytes(out)


def _field(number, payload):
    return _varint(number << 3 | 2) + _varint(len(payload)) + payload


def _cid_bytes(codec, block):
    return bytes([1, codec, 0x12, 0x20]) + hashlib.sha256(block).digest()


def cid(data):
    """The CID that `ipfs add --cid-version=1` (raw leaves, 256 KiB chunks) gives `data`, as a string."""
    if len(data) <= CHUNK:
        binary = _cid_bytes(0x55, data)
    else:
        chunks = [data[i : i + CHUNK] for i in range(0, len(data), CHUNK)]
        if len(chunks) > MAX_LINKS:
            raise ValueError(f"{len(data)} bytes need a tree of two levels; at most {MAX_LINKS * CHUNK} are supported")
        links = b"".join(
            # PBLink: hash, an empty name (present, as go-merkledag writes it), cumulative size
            _field(2, _field(1, _cid_bytes(0x55, c)) + _field(2, b"") + _varint(3 << 3) + _varint(len(c)))
            for c in chunks
        )
        unixfs = _varint(1 << 3) + _varint(2) + _varint(3 << 3) + _varint(len(data))
        unixfs += b"".join(_varint(4 << 3) + _varint(len(c)) for c in chunks)
        binary = _cid_bytes(0x70, links + _field(1, unixfs))
    return "b" + base64.b32encode(binary).decode().lower().rstrip("=")


def dump(value, indent=0):
    """JSON that people can read and diff: objects over several lines, lists of numbers or words on one."""
    pad, inner = " " * indent, " " * (indent + 2)
    if isinstance(value, dict) and value:
        rows = [f"{inner}{json.dumps(k)}: {dump(v, indent + 2)}" for k, v in value.items()]
        return "{\n" + ",\n".join(rows) + f"\n{pad}}}"
    if isinstance(value, list) and any(isinstance(v, dict) for v in value):
        return "[\n" + ",\n".join(inner + dump(v, indent + 2) for v in value) + f"\n{pad}]"
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def numbers(row, decimals=8):
    """A row as it is written into a data point: decimal numbers, integers without a fraction."""
    rounded = [round(float(x), decimals) for x in row]
    return [int(x) if x.is_integer() else x for x in rounded]


def as_read(row):
    """The values that a node computes with: JSON numbers read as float64, rounded to float32, widened again."""
    return np.array(row, dtype=np.float64).astype(np.float32).astype(np.float64)


def point_bytes(row):
    """The bytes of a data point in the prototype's form: a JSON array without spaces or a final newline."""
    return json.dumps(row, separators=(",", ":"), allow_nan=False).encode()


def write_onnx(folder, graph, opsets):
    """Checks and writes model.onnx; returns its bytes."""
    model = onnx.helper.make_model(
        graph,
        producer_name="ethml",
        ir_version=8,
        opset_imports=[onnx.helper.make_opsetid(domain, version) for domain, version in opsets],
    )
    onnx.checker.check_model(model, full_check=True)
    data = model.SerializeToString(deterministic=True)
    (folder / "model.onnx").write_bytes(data)
    return data


def write_points(folder, points):
    """Writes points/ and points.json. points: (name, description, bytes, word) tuples."""
    (folder / "points").mkdir(exist_ok=True)
    index = []
    for name, description, data, word in points:
        (folder / "points" / f"{name}.json").write_bytes(data)
        index.append({"name": name, "description": description, "cid": cid(data), "word": str(word)})
    (folder / "points.json").write_text(dump(index) + "\n")


def write_manifest(folder, onnx_bytes, *, version, description, license, inputs, output, golden):
    """Writes manifest.json. golden: (row, word) pairs."""
    manifest = {
        "schema": "ethml/model/v1",
        "name": folder.name,
        "version": version,
        "description": description,
        "license": license,
        "model": {"cid": cid(onnx_bytes), "bytes": len(onnx_bytes)},
        "inputs": inputs,
        "output": output,
        "runtime": {"class": "cpu-extended-1", "max_wall_ms": 2000, "max_memory_mb": 512},
        "limits": {"data_bytes": 65536},
        "golden": [{"data": row, "status": 0, "word": str(word)} for row, word in golden],
    }
    text = dump(manifest) + "\n"
    if len(text.encode()) > CHUNK:
        raise ValueError(f"manifest of {folder.name} is {len(text.encode())} bytes; one raw block holds {CHUNK}")
    (folder / "manifest.json").write_text(text)


def write_perturbed(name, cases):
    """Replaces model `name`'s cases in testdata/perturbed.json. cases: (row, word) pairs."""
    path = MODELS / "testdata" / "perturbed.json"
    table = json.loads(path.read_text()) if path.exists() else []
    table = [c for c in table if c["model"] != name]
    table += [{"model": name, "data": row, "word": str(word)} for row, word in cases]
    table.sort(key=lambda c: c["model"])  # stable: keeps the drawn order within a model
    path.write_text("[\n" + ",\n".join("  " + json.dumps(c) for c in table) + "\n]\n")
