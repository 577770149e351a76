#!/usr/bin/python3
"""Model 4, digits: which digit an 8x8 picture shows, by a small convolutional network trained in NumPy."""

import json
import pathlib
import sys

FOLDER = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER.parent / "training"))

import numpy as np  # noqa: E402
from onnx import TensorProto, helper, numpy_helper  # noqa: E402
from sklearn.datasets import load_digits  # noqa: E402
from sklearn.model_selection import train_test_split  # noqa: E402

import publish  # noqa: E402

SIDE, LEVELS, CLASSES = 8, 16.0, 10  # pixels a side, brightest pixel, digits
CHANNELS = (8, 16)  # of the two convolutions
EPOCHS, BATCH, RATE, DECAY = 40, 32, 2e-3, 1e-4
# A picture is used for an expected answer only if its best score leads by this much; float32 moves scores by < 1e-4.
MARGIN = 0.01


def patches(x):
    """[N, C, H, W] to [N, H, W, C*9]: each pixel's 3x3 neighbourhood, zero outside."""
    n, c, h, w = x.shape
    padded = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (3, 3), axis=(2, 3))
    return windows.transpose(0, 2, 3, 1, 4, 5).reshape(n, h, w, c * 9)


def unpatches(d, channels):
    """The gradient of patches: adds each neighbourhood's gradient back to the pixels it came from."""
    n, h, w, _ = d.shape
    d = d.reshape(n, h, w, channels, 3, 3)
    out = np.zeros((n, channels, h + 2, w + 2))
    for i in range(3):
        for j in range(3):
            out[:, :, i : i + h, j : j + w] += d[..., i, j].transpose(0, 3, 1, 2)
    return out[:, :, 1:-1, 1:-1]


def initial(rng):
    """He-initialised weights, in the layouts that ONNX's Conv and Gemm take."""

    def he(*shape):
        return rng.normal(0.0, np.sqrt(2.0 / np.prod(shape[1:])), shape)

    a, b = CHANNELS
    return {
        "conv1.weight": he(a, 1, 3, 3),
        "conv1.bias": np.zeros(a),
        "conv2.weight": he(b, a, 3, 3),
        "conv2.bias": np.zeros(b),
        "dense.weight": he(CLASSES, b * (SIDE // 2) ** 2),
        "dense.bias": np.zeros(CLASSES),
    }


def forward(p, x):
    """Scores of pictures x [N, 8, 8], pixels 0 to 16, and what the backward pass needs."""
    n = len(x)
    cols1 = patches((x / LEVELS)[:, None])
    z1 = (cols1 @ p["conv1.weight"].reshape(CHANNELS[0], -1).T + p["conv1.bias"]).transpose(0, 3, 1, 2)
    a1 = np.maximum(z1, 0)
    quads = a1.reshape(n, CHANNELS[0], SIDE // 2, 2, SIDE // 2, 2)
    pooled = quads.max(axis=(3, 5))
    cols2 = patches(pooled)
    z2 = (cols2 @ p["conv2.weight"].reshape(CHANNELS[1], -1).T + p["conv2.bias"]).transpose(0, 3, 1, 2)
    flat = np.maximum(z2, 0).reshape(n, -1)
    return flat @ p["dense.weight"].T + p["dense.bias"], (cols1, z1, quads, pooled, cols2, z2, flat)


def gradients(p, x, y):
    """Gradients of the mean cross-entropy, by name."""
    n = len(x)
    scores, (cols1, z1, quads, pooled, cols2, z2, flat) = forward(p, x)
    soft = np.exp(scores - scores.max(axis=1, keepdims=True))
    d = soft / soft.sum(axis=1, keepdims=True)
    d[np.arange(n), y] -= 1
    d /= n
    g = {"dense.weight": d.T @ flat, "dense.bias": d.sum(axis=0)}
    d2 = ((d @ p["dense.weight"]).reshape(z2.shape) * (z2 > 0)).transpose(0, 2, 3, 1)
    rows2 = d2.reshape(-1, CHANNELS[1])
    g["conv2.weight"] = (rows2.T @ cols2.reshape(len(rows2), -1)).reshape(p["conv2.weight"].shape)
    g["conv2.bias"] = rows2.sum(axis=0)
    dpool = unpatches(d2 @ p["conv2.weight"].reshape(CHANNELS[1], -1), CHANNELS[0])
    # Ties happen among zeros only, where the gradient is zero.
    d1 = ((quads == pooled[:, :, :, None, :, None]) * dpool[:, :, :, None, :, None]).reshape(z1.shape) * (z1 > 0)
    rows1 = d1.transpose(0, 2, 3, 1).reshape(-1, CHANNELS[0])
    g["conv1.weight"] = (rows1.T @ cols1.reshape(len(rows1), -1)).reshape(p["conv1.weight"].shape)
    g["conv1.bias"] = rows1.sum(axis=0)
    return g


def train(x, y):
    """Adam with weight decay, cosine-annealed; returns the weights rounded to float32, as the graph holds them."""
    rng = np.random.RandomState(4)
    p = initial(rng)
    m, v = ({k: np.zeros_like(w) for k, w in p.items()} for _ in range(2))
    per_epoch = len(x) // BATCH
    steps = EPOCHS * per_epoch
    for step in range(1, steps + 1):
        if step % per_epoch == 1:
            order = rng.permutation(len(x))
        start = (step - 1) % per_epoch * BATCH
        batch = order[start : start + BATCH]
        rate = RATE * 0.5 * (1 + np.cos(np.pi * step / steps))
        for k, g in gradients(p, x[batch], y[batch]).items():
            m[k] = 0.9 * m[k] + 0.1 * g
            v[k] = 0.999 * v[k] + 0.001 * g * g
            move = m[k] / (1 - 0.9**step) / (np.sqrt(v[k] / (1 - 0.999**step)) + 1e-8)
            p[k] -= rate * (move + DECAY * p[k])
    return {k: w.astype(np.float32).astype(np.float64) for k, w in p.items()}


def graph(p):
    """The network with its scaling inside: input [N, 8, 8] of pixels 0 to 16 to scores [N, 10]."""
    weights = {k: w.astype(np.float32) for k, w in p.items()}
    weights["scale"] = np.array(1.0 / LEVELS, dtype=np.float32)
    weights["channel"] = np.array([1], dtype=np.int64)
    nodes = [
        helper.make_node("Mul", ["input", "scale"], ["scaled"]),
        helper.make_node("Unsqueeze", ["scaled", "channel"], ["picture"]),
        helper.make_node("Conv", ["picture", "conv1.weight", "conv1.bias"], ["z1"], kernel_shape=[3, 3], pads=[1] * 4),
        helper.make_node("Relu", ["z1"], ["a1"]),
        helper.make_node("MaxPool", ["a1"], ["pooled"], kernel_shape=[2, 2], strides=[2, 2]),
        helper.make_node("Conv", ["pooled", "conv2.weight", "conv2.bias"], ["z2"], kernel_shape=[3, 3], pads=[1] * 4),
        helper.make_node("Relu", ["z2"], ["a2"]),
        helper.make_node("Flatten", ["a2"], ["flat"], axis=1),
        helper.make_node("Gemm", ["flat", "dense.weight", "dense.bias"], ["scores"], transB=1),
    ]
    return helper.make_graph(
        nodes,
        FOLDER.name,
        [helper.make_tensor_value_info("input", TensorProto.FLOAT, ["N", SIDE, SIDE])],
        [helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["N", CLASSES])],
        [numpy_helper.from_array(w, k) for k, w in weights.items()],
    )


def picture_bytes(row):
    """The data point as eight lines of eight numbers, so that the digit can be seen in the file."""
    lines = [", ".join(f"{pixel:2d}" for pixel in row[i : i + SIDE]) for i in range(0, len(row), SIDE)]
    data = ("[\n  " + ",\n  ".join(lines) + "\n]\n").encode()
    if json.loads(data) != row:
        raise ValueError("picture written wrong")
    return data


def main():
    dataset = load_digits()
    x_train, x_test, y_train, y_test = train_test_split(
        dataset.images, dataset.target, test_size=0.2, random_state=20
    )
    p = train(x_train, y_train)
    scores = forward(p, x_test)[0]
    answers = scores.argmax(axis=1)
    print(f"{len(x_train)} pictures to train, {len(x_test)} to test, test accuracy {(answers == y_test).mean():.3f}")
    onnx_bytes = publish.write_onnx(FOLDER, graph(p), [("", 17)])

    ordered = np.sort(scores, axis=1)
    sure = ordered[:, -1] - ordered[:, -2] > MARGIN
    cases = [(publish.numbers(x.ravel()), int(a), int(y)) for x, a, y, s in zip(x_test, answers, y_test, sure) if s]
    # Each digit once, recognised; then pictures that the network gets wrong, whose answer is what the network says.
    right = [next(c for c in cases if c[1] == c[2] == digit) for digit in range(CLASSES)]
    wrong = [c for c in cases if c[1] != c[2]]
    rest = [c for c in cases if c not in right and c not in wrong]
    shown = [right[d] for d in (3, 7, 8)]
    golden = shown + [c for c in right if c not in shown] + (wrong + rest)[:2]

    publish.write_points(
        FOLDER, [(f"digit-{c[1]}", f"a handwritten {c[1]} of the test set", picture_bytes(c[0]), c[1]) for c in shown]
    )
    publish.write_manifest(
        FOLDER,
        onnx_bytes,
        version="1.0.0",
        description=(
            "Which digit, 0 to 9, an 8x8 picture shows. Takes 64 pixels row by row, 0 (background) to 16 (full ink), "
            "as in scikit-learn's digits."
        ),
        license="CC-BY-4.0",
        inputs=[{"name": "input", "datatype": "FP32", "shape": [-1, SIDE, SIDE]}],
        output={"name": "scores", "codec": "argmax", "decimals": 0, "rule": "equal", "tolerance": "0"},
        golden=[c[:2] for c in golden],
    )


main()
