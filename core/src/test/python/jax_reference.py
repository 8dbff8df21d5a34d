# SPDX-License-Identifier: Apache-2.0
"""Writes org/initium/jax/golden/reference.txt: what the real JAX makes of each line's call.

    python jax_reference.py > ../resources/org/initium/jax/golden/reference.txt

A line is: operation, the key's words, shape, arguments, CRC-32 of the array's little-endian bytes, bits of its first elements.
"""

import math
import zlib

import jax
import jax.numpy as jnp
import numpy as np
from jax import lax
from jax.nn import initializers


def line(call, array):
    array = np.asarray(array)
    head = " ".join("%08x" % bits for bits in array.ravel()[:4].view(np.uint32))
    print(f"{call} = {zlib.crc32(array.tobytes()):08x} {head}".rstrip())


def name(shape):
    return ",".join(map(str, shape)) or "()"


def key(words):
    return jax.random.wrap_key_data(jnp.array(words, jnp.uint32))


def start(operation, words, shape):
    return f"{operation} {words[0]} {words[1]} {name(shape)}"


KEYS = [(0, 42), (4294967295, 4294967295), (305419896, 7)]
SHAPES = [(0,), (), (1,), (15,), (16,), (17,), (2049,), (70001,), (3, 3, 8, 5)]
UNIFORM = [(0.0, 1.0), (-0.05, 0.05), (1000.0, 1001.0), (-3e38, 1e37), (0.25, 0.25), (-0.0, 0.0), (1e-40, 3e-40), (-3e-38, 3e-38)]
AFFINE = [(0.0, 0.05), (-1.5, 2.0), (0.25, 0.0), (1.0, -1.0), (0.0, 1e-38), (0.0, 3e-33), (1e-38, 1e-37), (0.0, 1.5e-11)]
BOUNDS = [
    (-2.0, 2.0), (-1.0, 3.0), (0.0, 2.0), (-math.inf, 0.0), (-math.inf, math.inf), (-6.0, 1.0), (5.2, 5.4), (5.3, 6.0),
    (4.5, 4.500004499999999), (1.0, 1.0), (0.0, 0.0), (-1e-38, 1e-38), (1e-20, 2e-20), (-0.001, 0.001), (3.0, math.inf),
]  # fmt: skip
AXES = [((0,), (2,), (1,)), ((0, 1), (2, 3), ()), ((3,), (1,), ()), ((-1,), (-2,), (0,)), ((0,), (0,), ()), ((), (1,), ())]


def samplers():
    for i, shape in enumerate(SHAPES):
        words = KEYS[i % 3]
        line(start("bits", words, shape), jax.random.bits(key(words), shape))
        line(start("normal", words, shape), jax.random.normal(key(words), shape))
    for i, (lo, hi) in enumerate(UNIFORM):
        words, shape = KEYS[i % 3], SHAPES[7 - i % 3]
        line(f"{start('uniform', words, shape)} {lo} {hi}", jax.random.uniform(key(words), shape, minval=lo, maxval=hi))
    for i, (mean, stddev) in enumerate(AFFINE):
        words, shape = KEYS[i % 3], SHAPES[7 - i % 3]
        line(f"{start('affine', words, shape)} {mean} {stddev}", jax.random.normal(key(words), shape) * stddev + mean)
    for i, (lower, upper) in enumerate(BOUNDS):
        words, shape = KEYS[i % 3], SHAPES[7 - i % 3]
        array = jax.random.truncated_normal(key(words), lower, upper, shape)
        line(f"{start('truncated', words, shape)} {lower} {upper}", array)
        line(f"{start('truncatedAffine', words, shape)} {lower} {upper} -0.5 0.25", array * 0.25 + -0.5)


def simple_initializers():
    for i, x in enumerate([0.01, 1.0, -2.0, 0.0, 1e-37]):
        words, shape = KEYS[i % 3], SHAPES[6 + i % 3]
        line(f"{start('initUniform', words, shape)} {x}", initializers.uniform(x)(key(words), shape))
        line(f"{start('initNormal', words, shape)} {x}", initializers.normal(x)(key(words), shape))
        for lower, upper in [(-2.0, 2.0), (-1.0, 3.0)]:
            init = initializers.truncated_normal(x, lower=lower, upper=upper)
            line(f"{start('initTruncated', words, shape)} {x} {lower} {upper}", init(key(words), shape))


def scaling():
    named = "glorot_uniform glorot_normal lecun_uniform lecun_normal he_uniform he_normal".split()
    for i, recipe in enumerate(named):
        for shape in [(784, 128), (3, 5), (3, 3, 8, 5)]:
            line(f"{start(recipe, KEYS[i % 3], shape)}", getattr(initializers, recipe)()(key(KEYS[i % 3]), shape))
    i = 0
    for mode in ["fan_in", "fan_out", "fan_avg", "fan_geo_avg"]:
        for distribution in ["truncated_normal", "normal", "uniform"]:
            for shape in [(7, 13), (5, 4, 3, 2), (1, 1), (100, 1)]:
                scale, words = [1.0, 1 / 3, 2.5, 0.0, 1e-38][i % 5], KEYS[i % 3]
                call = f"{start('varianceScaling', words, shape)} {scale} {mode} {distribution}"
                line(call, initializers.variance_scaling(scale, mode, distribution)(key(words), shape))
                i += 1
            ins, outs, batch = AXES[i % 6]
            shape = (4, 3, 6, 5)
            text = " ".join(",".join(map(str, axes)) or "-" for axes in (ins, outs, batch))
            init = initializers.variance_scaling(2.0, mode, distribution, ins, outs, batch)
            call = f"{start('varianceScalingAxes', KEYS[i % 3], shape)} 2.0 {mode} {distribution} {text}"
            line(call, init(key(KEYS[i % 3]), shape))


def functions():
    """Both signs of every 21001st float from the least normal one on, for erf; of every 1021st below 1, for erf_inv.

    The erf of an array is another than that of a scalar (it reaches 1 at 3.83, not 3.74); truncated_normal takes scalars'.
    """
    positive = np.arange(0x00800000, 0x40E00000, 21001, dtype=np.uint32).view(np.float32)
    line("erf 0 0 ()", np.array([lax.erf(x) for x in np.concatenate([positive, -positive])], np.float32))
    below_one = np.arange(0x00800000, 0x3F800000, 1021, dtype=np.uint32).view(np.float32)
    below_one = np.append(below_one, np.float32(1))
    line("erfInv 0 0 ()", lax.erf_inv(np.concatenate([below_one, -below_one])))


print(f"# jax {jax.__version__}, eager, CPU; made by src/test/python/jax_reference.py")
samplers()
simple_initializers()
scaling()
functions()
