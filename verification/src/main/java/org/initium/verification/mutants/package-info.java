// SPDX-License-Identifier: Apache-2.0
/**
 * Implementations with a fault, most of them once shipped by a library, each with the checks that claim to find it. {@link
 * org.initium.verification.mutants.Mutants} has them all, {@link org.initium.verification.mutants.Wrong} the means to make them.
 */
package org.initium.verification.mutants;
