#!/usr/bin/python3
"""Model 2, diabetes: disease progression after a year as one of 200 integer classes, from 10 baseline measurements."""

import pathlib
import sys

FOLDER = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER.parent / "training"))

from sklearn.datasets import load_diabetes  # noqa: E402

import svc  # noqa: E402

svc.publish_model(
    FOLDER,
    load_diabetes(),
    version="1.0.0",
    description=(
        "Diabetes progression one year after baseline, as one of 200 integer classes; the prototype's second model. "
        "Takes the 10 measurements of a row standardised (mean 0, variance 1 over the training rows). For a better "
        "prediction from raw measurements use diabetes-progression."
    ),
    seed_answer=59,
    rng_seed=2,
    points=[
        ("low", "a patient of the test set whose true progression was below 70", lambda truth, answer: truth < 70),
        ("high", "a patient of the test set whose true progression was above 250", lambda truth, answer: truth > 250),
    ],
)
