/**
 * Checks of training: the optimizer's updates against Keras's formulas in double precision, gradient descent on a linear model
 * against its closed form, and the order in which samples are seen.
 *
 * <p>What is on trial comes through small interfaces, {@link org.initium.verification.training.StepRule}, {@link
 * org.initium.verification.training.Regression} and {@link org.initium.verification.training.EpochOrder}, each with an adapter
 * for the engine's own, so that a wrong one can be put in its place.
 *
 * <p>Bounds of rounding errors are running ones, carried along with the double-precision result: N. J. Higham (2002), "Accuracy
 * and Stability of Numerical Algorithms", section 3.3.
 */
package org.initium.verification.training;
