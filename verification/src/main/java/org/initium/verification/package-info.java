/**
 * The verification suite: runs every check on every initializer, layer, activation and loss, and says what it found.
 *
 * <p>{@link org.initium.verification.VerificationSuite} plans the checks and shares the false-alarm rate out among them;
 * packages {@code checks} and {@code gradients} judge; package {@code stats} computes.
 */
package org.initium.verification;
