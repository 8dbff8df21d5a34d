# SPDX-License-Identifier: Apache-2.0
"""Files for the tests of predict, besides mlp.* and embedding.weights.h5: python record_weights.py FOLDER.

Wrote src/test/resources/org/initium/cli/keras with Keras 3.15.1 on PyTorch 2.13.0 (CPU). The build does not run it.
mlp.* and embedding.weights.h5 were written the same way, after keras.utils.set_random_seed(1234): dense layers 'hidden'
(64, 32, relu) and 'logits' (32, 10); Embedding(50, 8) 'words', GlobalAveragePooling1D, Dense(4) 'out'.
"""
import os
import sys

os.environ["KERAS_BACKEND"] = "torch"
import h5py
import keras
import numpy as np

layers = keras.layers


def main(folder):
    path = lambda name: os.path.join(folder, name)
    keras.utils.set_random_seed(7)
    words = keras.Sequential([layers.Input((12,)), layers.Embedding(50, 8), layers.GlobalAveragePooling1D(), layers.Dense(4)])
    words.load_weights(path("embedding.weights.h5"))
    tokens = np.random.default_rng(7).integers(0, 50, (5, 12), dtype="i4")
    np.save(path("embedding.x.npy"), tokens)
    np.save(path("embedding.y.npy"), words.predict(tokens, verbose=0))

    trained = keras.Sequential([layers.Input((4,)), layers.Dense(3, name="first"), layers.Activation("relu"),
                                layers.Dropout(0.1, seed=1), layers.Dense(2)])
    trained.compile(keras.optimizers.SGD(0.1, momentum=0.9), "mse")
    trained.fit(np.ones((4, 4)), np.ones((4, 2)), verbose=0)
    trained.save_weights(path("trained.weights.h5"))
    trained.save(path("whole.keras"))
    trained.save(path("legacy.h5"))

    keras.Sequential([layers.Input((4,)), layers.Dense(3), layers.LayerNormalization()]).save_weights(
        path("normalization.weights.h5"))
    keras.Sequential([layers.Input((4,)), layers.Dense(3, dtype="float64")]).save_weights(path("float64.weights.h5"))
    keras.Sequential([layers.Input((4,)), layers.Dense(3, dtype="float16")]).save_weights(path("float16.weights.h5"))
    keras.Sequential([layers.Input((4,)), layers.Dense(3, use_bias=False)]).save_weights(path("unbiased.weights.h5"))
    with h5py.File(path("chunked.weights.h5"), "w") as file:
        file.create_dataset("layers/dense/vars/0", data=np.ones((4, 3), "f4"), chunks=(2, 3), compression="gzip")
        file.create_dataset("layers/dense/vars/1", data=np.ones(3, "f4"))
    with h5py.File(path("linked.weights.h5"), "w") as file:
        file.create_dataset("layers/dense/vars/1", data=np.ones(3, "f4"))
        file["layers/dense/vars/0"] = h5py.ExternalLink("mlp.weights.h5", "/layers/dense/vars/0")
    with h5py.File(path("big_endian.weights.h5"), "w") as file:
        file.create_dataset("layers/dense/vars/0", data=np.arange(12, dtype=">f4").reshape(4, 3))
        file.create_dataset("layers/dense/vars/1", data=np.array([-1, 0.5, 2], ">f8"))


main(sys.argv[1])
