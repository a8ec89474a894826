"""Writes metrics.json beside this file: metrics of small random tables by scikit-learn 1.9.1 (pip install scikit-learn==1.9.1).

Targets, outputs and weights are multiples of powers of two, so that JSON holds them exactly and outputs tie often. The outputs
are logits; of numbers they are the predictions. A null in a class's place means that the class has no rows.
"""
import json
from pathlib import Path

import numpy as np
from sklearn import metrics as sk


def of_numbers(random, rows, weighted):
    target = np.round(random.normal(size=rows) * 16) / 4
    output = target + np.round(random.normal(size=rows) * 8) / 8
    weights = random.integers(0, 5, rows) / 2 if weighted else np.ones(rows)
    w = {"sample_weight": weights}
    return {
        "classes": 0, "targets": target.tolist(), "outputs": [output.tolist()], "weights": weights.tolist(),
        "whole": {
            "rmse": sk.root_mean_squared_error(target, output, **w),
            "mae": sk.mean_absolute_error(target, output, **w),
            "median_absolute_error": sk.median_absolute_error(target, output, **w),
            "r2": sk.r2_score(target, output, **w),
        },
        "perClass": {},
    }


def of_classes(random, rows, classes, present, weighted):
    target = random.integers(0, present, rows)
    target[:present] = np.arange(present)
    logits = np.round(random.normal(size=(rows, classes)) * 4) / 4 + 0.5 * (target[:, None] == np.arange(classes))
    weights = random.integers(0, 5, rows) / 2 if weighted else np.ones(rows)
    weights[:present] = 1.0
    w = {"sample_weight": weights}
    p = np.exp(logits - logits.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    predicted = logits.argmax(axis=1)
    labels = np.arange(classes)
    seen = np.union1d(target, predicted[weights > 0])
    recalls = sk.recall_score(target, predicted, labels=labels, average=None, zero_division=np.nan, **w)
    per_class = {
        "f1": sk.f1_score(target, predicted, labels=labels, average=None, zero_division=np.nan, **w),
        "precision": [
            sk.precision_score(target, predicted, labels=[k], average=None, zero_division=0.0, **w)[0]
            if k in seen else np.nan for k in labels],
        "recall": recalls,
        "balanced_accuracy": [
            sk.balanced_accuracy_score(target == k, predicted == k, **w) if k < present else np.nan for k in labels],
    }
    whole = {
        "log_loss": sk.log_loss(target, p, labels=labels, **w),
        "accuracy": sk.accuracy_score(target, predicted, **w),
        "f1": sk.f1_score(target, predicted, labels=seen, average="macro", **w),
        "precision": sk.precision_score(target, predicted, labels=seen, average="macro", zero_division=0.0, **w),
        "recall": np.nanmean(recalls),
        "balanced_accuracy": sk.balanced_accuracy_score(target, predicted, **w),
        "mcc": sk.matthews_corrcoef(target, predicted, **w),
        "brier": sk.brier_score_loss(target, p, labels=labels, scale_by_half=False, **w),
    }
    if classes == 2:
        whole["roc_auc"] = sk.roc_auc_score(target, p[:, 1], **w)
    else:
        areas = [sk.roc_auc_score(target == k, p[:, k], **w) if k < present else np.nan for k in labels]
        per_class["roc_auc"] = areas
        whole["roc_auc"] = np.nanmean(areas)
    return {
        "classes": classes, "targets": target.tolist(), "outputs": logits.T.tolist(), "weights": weights.tolist(),
        "whole": whole,
        "perClass": {name: [None if np.isnan(v) else float(v) for v in of] for name, of in per_class.items()},
    }


def main():
    random = np.random.default_rng(20)
    cases = {
        "numbers": of_numbers(random, 40, False),
        "numbers with weights": of_numbers(random, 40, True),
        "two classes": of_classes(random, 40, 2, 2, False),
        "two classes with weights": of_classes(random, 40, 2, 2, True),
        "three classes": of_classes(random, 60, 3, 3, False),
        "five classes with weights": of_classes(random, 60, 5, 5, True),
        "four classes, the last without rows": of_classes(random, 60, 4, 3, True),
    }
    text = ",\n".join(json.dumps(name) + ": " + json.dumps(case) for name, case in cases.items())
    Path(__file__).with_suffix(".json").write_text("{\n" + text + "\n}\n")


main()
