#!/usr/bin/python3
"""Model 3, diabetes-progression: disease progression after a year as a number, from 10 raw baseline measurements.

A regressor whose scaler is part of the graph, so that people send the measurements as a doctor writes them down.
"""

import pathlib
import sys

FOLDER = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER.parent / "training"))

import numpy as np  # noqa: E402
from onnx import TensorProto, helper  # noqa: E402
from sklearn.datasets import load_diabetes  # noqa: E402
from sklearn.model_selection import train_test_split  # noqa: E402
from sklearn.pipeline import make_pipeline  # noqa: E402
from sklearn.preprocessing import StandardScaler  # noqa: E402
from sklearn.svm import SVR  # noqa: E402

import publish  # noqa: E402

DECIMALS = 2
# A row's prediction is used as an expected word only if it lies this far (in units of the word) from where rounding
# changes it: measured over all 442 rows, ONNX Runtime's float32 moves it by at most 0.05.
MARGIN = 0.2

FEATURES = [
    "age in years",
    "sex (1 or 2)",
    "body mass index",
    "average blood pressure",
    "s1 total serum cholesterol",
    "s2 low-density lipoproteins",
    "s3 high-density lipoproteins",
    "s4 total cholesterol / HDL",
    "s5 log of serum triglycerides",
    "s6 blood sugar level",
]


def graph(scaler, regressor):
    """Scaler and SVMRegressor: input [N, 10] of raw measurements to progression [N, 1]."""
    nodes = [
        helper.make_node(
            "Scaler",
            ["input"],
            ["standardised"],
            domain="ai.onnx.ml",
            offset=scaler.mean_.astype(np.float32).tolist(),
            scale=(1.0 / scaler.scale_).astype(np.float32).tolist(),
        ),
        helper.make_node(
            "SVMRegressor",
            ["standardised"],
            ["progression"],
            domain="ai.onnx.ml",
            kernel_type="RBF",
            kernel_params=[float(regressor._gamma), 0.0, 0.0],
            support_vectors=regressor.support_vectors_.astype(np.float32).ravel().tolist(),
            coefficients=regressor.dual_coef_.astype(np.float32).ravel().tolist(),
            rho=regressor.intercept_.astype(np.float32).tolist(),
            n_supports=len(regressor.support_vectors_),
            one_class=0,
            post_transform="NONE",
        ),
    ]
    return helper.make_graph(
        nodes,
        FOLDER.name,
        [helper.make_tensor_value_info("input", TensorProto.FLOAT, ["N", len(FEATURES)])],
        [helper.make_tensor_value_info("progression", TensorProto.FLOAT, ["N", 1])],
    )


def word(pipeline, row):
    """scikit-learn's prediction times 10^DECIMALS, or None where float noise could change how it is rounded."""
    scaled = float(pipeline.predict(publish.as_read(row)[None])[0]) * 10**DECIMALS
    if abs(scaled - np.floor(scaled) - 0.5) < MARGIN:
        return None
    return int(np.rint(scaled))


def main():
    dataset = load_diabetes(scaled=False)
    x_train, x_test, y_train, y_test = train_test_split(
        dataset.data, dataset.target, test_size=0.2, random_state=20
    )
    # C, gamma and epsilon from 10-fold cross-validation on the training rows.
    pipeline = make_pipeline(StandardScaler(), SVR(kernel="rbf", C=60.0, gamma=0.01, epsilon=5.0)).fit(x_train, y_train)
    scaler, regressor = pipeline[0], pipeline[1]
    error = np.abs(pipeline.predict(x_test) - y_test).mean()
    print(
        f"{len(x_train)} rows to train, {len(x_test)} to test, {len(regressor.support_vectors_)} support vectors, "
        f"test R2 {pipeline.score(x_test, y_test):.3f}, mean absolute error {error:.1f}"
    )
    onnx_bytes = publish.write_onnx(FOLDER, graph(scaler, regressor), [("", 17), ("ai.onnx.ml", 2)])

    cases = [(publish.numbers(x, 4), float(y)) for x, y in zip(x_test, y_test)]
    cases = [(row, word(pipeline, row), truth) for row, truth in cases]
    cases = [c for c in cases if c[1] is not None]
    points = []
    for name, text, wanted in [
        ("mild", "a patient of the test set whose true progression was below 80", lambda p, truth: p < 100 and truth < 80),
        ("severe", "a patient of the test set whose true progression was above 250", lambda p, truth: p > 200 and truth > 250),
    ]:
        row, answer, _ = next(c for c in cases if wanted(c[1] / 10**DECIMALS, c[2]))
        points.append((name, text, publish.point_bytes(row), answer))
    first = next(c for c in cases if publish.point_bytes(c[0]) == points[0][2])
    golden = [first[:2]] + [c[:2] for c in cases if c is not first][:11]

    publish.write_points(FOLDER, points)
    publish.write_manifest(
        FOLDER,
        onnx_bytes,
        version="1.0.0",
        description=(
            "Diabetes progression one year after baseline (25 least, 346 most in the data set), as a number with two "
            "decimals. Takes the 10 measurements as they are; nothing to standardise."
        ),
        license="CC-BY-4.0",
        inputs=[{"name": "input", "datatype": "FP32", "shape": [-1, len(FEATURES)], "features": FEATURES}],
        # 0.05: a thousandth of the model's own error, a hundred times what float32 arithmetic was seen to move.
        output={"name": "progression", "codec": "fixed", "decimals": DECIMALS, "rule": "median", "tolerance": "5"},
        golden=golden,
    )


main()
