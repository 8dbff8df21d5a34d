# SPDX-License-Identifier: Apache-2.0
"""Records what PyTorch and Keras on PyTorch draw, for the tests of org.initium.torch and org.initium.keras.

    KERAS_BACKEND=torch python torch_recordings.py ../resources/org/initium

Made with torch 2.13.0+cpu and keras 3.15.1 on a CPU with AVX2. A tensor is recorded as the bits of its first elements and
the CRC-32 of all its little-endian bytes.
"""

import json
import random
import sys
import zlib

import keras
import numpy as np
import torch
from torch.nn import init


def record(tensor):
    a = np.ascontiguousarray(np.asarray(tensor, dtype="<f4"))
    head = [f"{bits:08x}" for bits in a.reshape(-1)[:8].view("<u4")]
    return {"head": head, "crc32": f"{zlib.crc32(a.tobytes()):08x}"}


def save(path, note, key, values):
    versions = {"torch": torch.__version__, "keras": keras.__version__}
    lines = ",\n".join(json.dumps(v) for v in values)
    with open(path, "w") as f:
        f.write(json.dumps({**versions, "note": note})[:-1] + f', "{key}": [\n{lines}\n]}}\n')


def generator_programs():
    """Calls in a row after one manual_seed, whose sizes leave a second normal waiting or not."""
    sizes = [0, 1, 2, 3, 7, 15, 16, 17, 31, 32, 33, 100, 4095, 4096, 4097, 20011]
    choose = random.Random(1)
    seeds = [0, 1, 42, 2**31 - 1, 2**31, 2**32 - 1, 2**32 + 5, 2**63 - 1, -1, -5, -(2**63)]
    seeds += [choose.randrange(-(2**63), 2**63) for _ in range(9)]
    for seed in seeds:
        torch.manual_seed(seed)
        calls = []
        for _ in range(12):
            call = choose.choice(["normal", "normal", "normal", "uniform", "randperm"])
            n = choose.choice(sizes)
            if call == "normal":
                args = [choose.choice([0.0, 0.1, -3.5]), choose.choice([0.0, 1.0, 0.3, 1e-3, 250.0])]
                result = torch.empty(n).normal_(*args)
            elif call == "uniform":
                args = sorted([choose.choice([0.0, -0.3, -1e-3]), choose.choice([0.7, 1.0, 5.0, 0.0])])
                result = torch.empty(n).uniform_(*args)
            else:
                args, result = [], torch.randperm(n).float()
            calls.append({"call": call, "n": n, "args": args, **record(result)})
        yield {"seed": seed, "calls": calls}


INITS = {
    "uniform_": lambda t: init.uniform_(t, -1.25, 0.8),
    "normal_": lambda t: init.normal_(t, -0.1, 0.3),
    "xavier_uniform_": lambda t: init.xavier_uniform_(t),
    "xavier_normal_": lambda t: init.xavier_normal_(t, gain=0.7),
    "kaiming_uniform_": lambda t: init.kaiming_uniform_(t, a=0.2, mode="fan_out"),
    "kaiming_normal_": lambda t: init.kaiming_normal_(t, a=3, nonlinearity="tanh"),
    "trunc_normal_": lambda t: init.trunc_normal_(t, 0.1, 0.5, -0.2, 0.7),
    "orthogonal_": lambda t: init.orthogonal_(t, gain=-1.5),
    "sparse_": lambda t: init.sparse_(t, 0.3, std=0.5),
    "eye_": lambda t: init.eye_(t),
    "dirac_": lambda t: init.dirac_(t, 2),
}


def initializers():
    """Two tensors in a row after one manual_seed."""
    for name, fill in INITS.items():
        for shape in [(3, 5), (4, 3), (5, 3), (17, 1), (64, 48), (6, 4, 3), (4, 6, 3, 2), (4, 2, 1, 3, 2)]:
            if len(shape) != 2 and name in ("sparse_", "eye_") or len(shape) == 2 and name == "dirac_":
                continue
            for seed in [7, -3]:
                torch.manual_seed(seed)
                first, second = (record(fill(torch.empty(shape))) for _ in range(2))
                yield {"init": name, "shape": shape, "seed": seed, "first": first, "second": second}


def keras_draws():
    laws = {
        "uniform": (keras.random.uniform, [(0.0, 1.0), (-0.05, 0.05), (-1.25, 0.8), (0.1, 0.1)]),
        "normal": (keras.random.normal, [(0.0, 1.0), (-0.7, 0.05), (0.1, 0.0)]),
        "truncated_normal": (keras.random.truncated_normal, [(0.0, 1.0), (-0.7, 0.05), (0.1, 0.0)]),
    }
    for name, (law, parameters) in laws.items():
        for args in parameters:
            for n in [0, 1, 2, 3, 4, 5, 15, 16, 17, 31, 33, 1000, 70001]:
                for seed in [5, 2**31 + 1, -7, 2**40 + 3]:
                    yield {"law": name, "args": args, "n": n, "seed": seed, **record(law((n,), *args, seed=seed))}


def main(folder):
    save(f"{folder}/torch/generator.json", "calls after manual_seed", "programs", generator_programs())
    save(f"{folder}/torch/init.json", "two tensors in a row after manual_seed", "cases", initializers())
    save(f"{folder}/keras/torch_draws.json", "keras.random with an integer seed", "draws", keras_draws())


if __name__ == "__main__":
    main(sys.argv[1])
