#!/usr/bin/python3
"""Model 1, breast-cancer: is a tumour malignant (0) or benign (1), from 30 measurements of its cell nuclei."""

import pathlib
import sys

FOLDER = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER.parent / "training"))

from sklearn.datasets import load_breast_cancer  # noqa: E402

import svc  # noqa: E402

svc.publish_model(
    FOLDER,
    load_breast_cancer(),
    version="1.0.0",
    description=(
        "Wisconsin breast cancer: 0 malignant, 1 benign. Takes the 30 measurements of a row standardised "
        "(mean 0, variance 1 over the training rows), as the prototype's users sent them."
    ),
    seed_answer=1,
    rng_seed=1,
    points=[
        ("benign", "a tumour of the test set that was benign", lambda truth, answer: truth == answer == 1),
        ("malignant", "a tumour of the test set that was malignant", lambda truth, answer: truth == answer == 0),
    ],
)
