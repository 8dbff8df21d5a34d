/**
 * The checks of gradients: what the engine's backward passes give, against a forward pass that is written a second time, in
 * double precision. Central differences judge each component, the slope of the Taylor remainder all of them along one direction.
 *
 * <p>Every tolerance is derived, component by component: the rounding errors of the engine's float formula to first order,
 * and what the difference quotient itself gets wrong. With {@code u = 2^-24}, {@code gamma(k) = k u / (1 - k u)} bounds the
 * relative error of k roundings: N. J. Higham (2002), "Accuracy and Stability of Numerical Algorithms", lemma 3.1.
 */
package org.initium.verification.gradients;
