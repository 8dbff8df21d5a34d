# SPDX-License-Identifier: Apache-2.0
"""Three successive words of xoshiro128++ are equidistributed: counted over all states of its recurrence on small words.

Prints, for each word size and set of shifts, the least and the greatest number of states that give a triple of words. Needs
nothing but Python 3 and half a minute; the build does not run it.
"""
from collections import Counter
from itertools import product

def counts(width, shift, rotation, scrambler):
    mask = (1 << width) - 1
    rotl = lambda x, k: (x << k | x >> width - k) & mask
    seen = Counter()
    for s0, s1, s2, s3 in product(range(mask + 1), repeat=4):
        triple = 0
        for _ in range(3):
            triple = triple << width | (rotl(s0 + s3 & mask, scrambler) + s0 & mask)
            t = s1 << shift & mask
            s2 ^= s0; s3 ^= s1; s1 ^= s2; s0 ^= s3; s2 ^= t; s3 = rotl(s3, rotation)
        seen[triple] += 1
    assert len(seen) == 1 << 3 * width
    return min(seen.values()), max(seen.values())

for parameters in (4, 1, 2, 1), (4, 2, 1, 1), (5, 2, 3, 1), (5, 1, 2, 2):
    print(*parameters, "states per triple:", *counts(*parameters))
