// SPDX-License-Identifier: Apache-2.0
/**
 * Plain networks and the SGD that trains them.
 *
 * <p>A {@link org.initium.nn.Sequential} model is a list of {@link org.initium.nn.Layer}s ({@link org.initium.nn.Dense},
 * {@link org.initium.nn.Embedding}, {@link org.initium.nn.Activation}); a {@link org.initium.nn.Loss} turns its outputs
 * into a number and a gradient; {@link org.initium.nn.Sgd} moves the {@link org.initium.nn.Parameter}s; a
 * {@link org.initium.nn.Trainer} feeds mini-batches of a {@link org.initium.nn.Dataset} and keeps the
 * {@link org.initium.nn.History}. Names, formulas and defaults are those of Keras 3.
 *
 * <p>Arrays are row-major with the samples of a batch outermost. Everything that a training step needs is allocated
 * before the first one. Sums run in a fixed order, and exponentials and logarithms are this package's own or those of
 * {@link StrictMath}, so a seed gives the same weights after the same number of steps on every machine, to the bit.
 */
package org.initium.nn;
