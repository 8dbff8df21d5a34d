// SPDX-License-Identifier: Apache-2.0
/**
 * Implementations with a fault, some of which libraries once shipped, each with the checks that claim to find it. {@link
 * org.initium.verification.mutants.Mutants} has them all, {@link org.initium.verification.mutants.Wrong} the means to make them.
 */
package org.initium.verification.mutants;
