// SPDX-License-Identifier: Apache-2.0
/** {@code numpy.random.default_rng} of NumPy 2.4.6, bit for bit. */
package org.initium.numpy;
