# SPDX-License-Identifier: Apache-2.0
"""Records trainings of Keras on the digits, in the format that `initium replay` reads: python record_trace.py FOLDER.

Wrote src/test/resources/org/initium/cli/replay/trace with Keras 3.15.1 on PyTorch 2.13.0 (CPU). The build does not run it.
"""
import json
import os
import sys

os.environ["KERAS_BACKEND"] = "torch"
import keras
import numpy as np

SEED, BATCH, STEPS = 20261123, 16, 12
DIGITS = os.path.join(os.path.dirname(__file__), "../../../../core/src/main/resources/org/initium/io/digits.csv")
LOSSES = {
    "sparse_categorical_crossentropy(from_logits)": lambda: keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    "categorical_crossentropy(from_logits, one-hot)": lambda: keras.losses.CategoricalCrossentropy(from_logits=True),
    "binary_crossentropy(from_logits, one-hot)": lambda: keras.losses.BinaryCrossentropy(from_logits=True),
    "mean_squared_error(one-hot)": lambda: keras.losses.MeanSquaredError(),
}
CASES = {
    "clipvalue_gelu": ("gelu", [64, 6, 10], "categorical_crossentropy(from_logits, one-hot)",
                       {"learning_rate": 0.5, "clipvalue": 0.02, "momentum": 0.5}),
    "clipnorm_leaky": ("leaky_relu", [64, 5, 5, 5, 10], "sparse_categorical_crossentropy(from_logits)",
                       {"learning_rate": 0.3, "clipnorm": 0.1, "nesterov": True, "momentum": 0.8, "weight_decay": 0.01}),
    "binary_softmax": ("softmax", [64, 4, 10], "binary_crossentropy(from_logits, one-hot)",
                       {"learning_rate": 1.5, "global_clipnorm": None}),
    "linear": ("linear", [64, 10], "mean_squared_error(one-hot)", {"learning_rate": 0.05, "global_clipnorm": 0.2}),
}


def model_of(activation, sizes):
    hidden = [keras.layers.Dense(n, activation=activation) for n in sizes[1:-1]]
    return keras.Sequential([keras.layers.Input((sizes[0],)), *hidden, keras.layers.Dense(sizes[-1])])


def main(folder):
    os.makedirs(folder, exist_ok=True)
    save = lambda name, array: np.save(os.path.join(folder, name + ".npy"), array)
    table = np.loadtxt(DIGITS, delimiter=",", skiprows=1)
    order = np.random.default_rng(SEED).permutation(len(table))[: BATCH * STEPS].astype("i4")
    save("order", order)
    keras.utils.set_random_seed(SEED)
    for name, (activation, sizes, loss, sgd) in CASES.items():
        keras.config.set_floatx("float32")
        start = model_of(activation, sizes).get_weights()
        for i, weight in enumerate(start):
            save(f"{name}.w{i}", weight)
        for suffix, dtype in (("f64", "float64"), ("f32", "float32")):
            keras.config.set_floatx(dtype)
            model = model_of(activation, sizes)
            model.set_weights(start)
            model.compile(optimizer=keras.optimizers.SGD(**sgd), loss=LOSSES[loss]())
            losses = []
            for rows in order.reshape(STEPS, BATCH):
                x = (table[rows, :64] / 16).astype(dtype)
                labels = table[rows, 64].astype("i4")
                y = labels if loss.startswith("sparse") else np.eye(sizes[-1], dtype=dtype)[labels]
                model.reset_metrics()  # Else the loss is the mean of all steps so far.
                losses.append(model.train_on_batch(x, y))
            save(f"{name}.{suffix}.losses", np.array(losses, dtype))
            for i, weight in enumerate(model.get_weights()):
                save(f"{name}.{suffix}.w{i}", weight)
    manifest = {
        "source": f"Keras {keras.version()}, torch backend", "seed": SEED, "batch_size": BATCH, "steps": STEPS,
        "cases": {name: {"architecture": ["mlp", c[0], c[1]], "loss": c[2], "sgd": c[3]} for name, c in CASES.items()},
    }
    with open(os.path.join(folder, "manifest.json"), "w") as file:
        json.dump(manifest, file, indent=1)
        file.write("\n")


main(sys.argv[1])
