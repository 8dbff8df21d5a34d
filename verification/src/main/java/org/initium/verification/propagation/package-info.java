/**
 * Signal propagation: what weights do to a signal that passes through many layers, held against the laws of nets of finite
 * width.
 *
 * <p>The kernels are the engine's, drawn by an initializer and a sampler; the forward pass is the check's own, in double
 * precision, so only the weights are on trial. Given what goes into a layer, the sums of its units are independent, and their
 * law is known: so each check holds a layer against what its own input leads to expect, and the layers of all nets together make
 * one large sample, whatever the depth. Averages over such a sample have heavy right tails, which the central limit theorem
 * says nothing about at a rate of one in 10^7: the gates are exponential supermartingales, true bounds at every width, depth
 * and number of nets.
 *
 * <p>What zeros and constants do is exact: {@link org.initium.verification.propagation.DeadGradientCheck} and {@link
 * org.initium.verification.propagation.SymmetryCheck}.
 */
package org.initium.verification.propagation;
