"""The prototype's recipe: a standard scaler, then a support-vector classifier, on standardised rows.

Shared by breast-cancer and diabetes, which differ in their data set only. The scaler is not part of the graph: the
prototype's users sent rows that were already standardised, and their data points must keep their answers.
"""

import json

import numpy as np
from onnx import TensorProto, helper
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

import publish

# A row's label is used as an expected answer only where no pairwise score lies this close to a tie that decides.
# ONNX Runtime computes in float32 and scikit-learn in float64; their scores differ by less than 1e-6 here.
MARGIN = 1e-4


def train(dataset):
    """Returns scaler, classifier and the standardised (train, test) rows with their labels, the test accuracy printed."""
    x_train, x_test, y_train, y_test = train_test_split(
        dataset.data, dataset.target.astype(np.int64), test_size=0.2, random_state=20
    )
    scaler = StandardScaler().fit(x_train)
    x_train, x_test = scaler.transform(x_train), scaler.transform(x_test)
    classifier = SVC(kernel="rbf", decision_function_shape="ovo").fit(x_train, y_train)
    print(
        f"{len(x_train)} rows to train, {len(x_test)} to test, {len(classifier.classes_)} classes, "
        f"{classifier.n_support_.sum()} support vectors, test accuracy {classifier.score(x_test, y_test):.3f}"
    )
    return scaler, classifier, x_train, x_test, y_test


def graph(name, classifier):
    """The classifier as one ai.onnx.ml SVMClassifier node: input [N, features] to label int64 [N] and raw scores.

    The scores have libsvm's sign and one column a pair of classes; only the label is an answer.
    """
    # The underscored attributes are libsvm's own; the public ones have the sign flipped for two classes.
    node = helper.make_node(
        "SVMClassifier",
        ["input"],
        ["label", "scores"],
        domain="ai.onnx.ml",
        classlabels_ints=[int(c) for c in classifier.classes_],
        kernel_type="RBF",
        kernel_params=[float(classifier._gamma), 0.0, 0.0],
        support_vectors=classifier.support_vectors_.astype(np.float32).ravel().tolist(),
        vectors_per_class=[int(n) for n in classifier.n_support_],
        coefficients=classifier._dual_coef_.astype(np.float32).ravel().tolist(),
        rho=classifier._intercept_.astype(np.float32).tolist(),
        post_transform="NONE",
    )
    features = classifier.n_features_in_
    return helper.make_graph(
        [node],
        name,
        [helper.make_tensor_value_info("input", TensorProto.FLOAT, ["N", features])],
        [
            helper.make_tensor_value_info("label", TensorProto.INT64, ["N"]),
            helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["N", None]),
        ],
    )


def label(classifier, row):
    """scikit-learn's label of a data point's row as a node reads it, or None where float noise could change it."""
    x = publish.as_read(row)[None]
    scores = np.atleast_1d(classifier.decision_function(x)[0])
    k = len(classifier.classes_)
    if k == 2:
        if abs(scores[0]) < MARGIN:
            return None
    else:
        # One vote a pair. The winner must win even if every undecided pair goes against it.
        first, second = np.triu_indices(k, 1)
        sure, possible = np.zeros(k, int), np.zeros(k, int)
        np.add.at(sure, first[scores > MARGIN], 1)
        np.add.at(sure, second[scores < -MARGIN], 1)
        np.add.at(possible, first[scores > -MARGIN], 1)
        np.add.at(possible, second[scores < MARGIN], 1)
        winner = int(np.argmax(sure))
        possible[winner] = -1
        # libsvm and ONNX Runtime both give a tie to the class that comes first.
        if possible[:winner].max(initial=-1) >= sure[winner] or possible[winner:].max() > sure[winner]:
            return None
    return int(classifier.predict(x)[0])


def write_scaler(folder, scaler, features):
    """Writes scaler.json: what a requester standardises a row of measurements with, (measurement - mean) / deviation."""
    rows = zip(features, publish.numbers(scaler.mean_, 12), publish.numbers(scaler.scale_, 12))
    table = [{"feature": str(feature), "mean": mean, "deviation": deviation} for feature, mean, deviation in rows]
    (folder / "scaler.json").write_text("[\n" + ",\n".join("  " + json.dumps(row) for row in table) + "\n]\n")


def labelled(classifier, rows):
    """(row, label) for each row whose label holds by a margin."""
    pairs = ((row, label(classifier, row)) for row in rows)
    return [(row, answer) for row, answer in pairs if answer is not None]


def spread(cases, n):
    """n of the cases, taken round-robin over their labels so that a small sample still shows many of them."""
    groups = {}
    for row, answer in cases:
        groups.setdefault(answer, []).append((row, answer))
    picked = []
    for i in range(max(map(len, groups.values()))):
        picked += [group[i] for group in groups.values() if i < len(group)]
    return picked[:n]


def publish_model(folder, dataset, *, version, description, seed_answer, rng_seed, points):
    """Trains and writes everything of one model folder.

    points names further data points for people to try: (name, description, wanted) tuples, where wanted(true label,
    answer) picks the first fitting row of the test set.
    """
    scaler, classifier, x_train, x_test, y_test = train(dataset)
    write_scaler(folder, scaler, dataset.feature_names)
    onnx_bytes = publish.write_onnx(folder, graph(folder.name, classifier), [("", 17), ("ai.onnx.ml", 2)])

    # The prototype's own data point: its bytes are an input here, never rewritten.
    seed = (folder / "points" / "seed.json").read_bytes()
    seed_row = json.loads(seed)
    if label(classifier, seed_row) != seed_answer:
        raise SystemExit(f"{folder.name}: seed point gives {label(classifier, seed_row)}, want {seed_answer}")

    # Without the seed point's own row of the test set, which another release of the data set has to other decimals.
    test_rows = [(publish.numbers(x), int(y)) for x, y in zip(x_test, y_test)]
    test_rows = [(row, y) for row, y in test_rows if not np.allclose(row, seed_row, atol=1e-3)]
    golden = [(seed_row, seed_answer)] + spread(labelled(classifier, [row for row, _ in test_rows]), 11)

    rng = np.random.RandomState(rng_seed)
    perturbed = []
    while len(perturbed) < 100:
        base = x_train[rng.randint(len(x_train))]
        row = publish.numbers(base + rng.normal(0.0, 0.5, size=base.shape))
        perturbed += labelled(classifier, [row])

    written = [("seed", "the data point of the demo and the documentation", seed, seed_answer)]
    for name, text, wanted in points:
        candidates = ((row, truth, label(classifier, row)) for row, truth in test_rows)
        row, answer = next((r, a) for r, truth, a in candidates if a is not None and wanted(truth, a))
        written.append((name, text, publish.point_bytes(row), answer))

    publish.write_points(folder, written)
    publish.write_perturbed(folder.name, perturbed)
    publish.write_manifest(
        folder,
        onnx_bytes,
        version=version,
        description=description,
        license="CC-BY-4.0",
        inputs=[
            {
                "name": "input",
                "datatype": "FP32",
                "shape": [-1, classifier.n_features_in_],
                "features": [str(f) for f in dataset.feature_names],
            }
        ],
        output={"name": "label", "codec": "class", "decimals": 0, "rule": "equal", "tolerance": "0"},
        golden=golden,
    )
