// SPDX-License-Identifier: Apache-2.0
/**
 * Implementations with a fault, most of them once shipped by a library, and how surely the suite finds them.
 *
 * <p>{@link org.initium.verification.mutants.KillMatrix} runs the suite against each of them once;
 * {@link org.initium.verification.mutants.PowerRun} and {@link org.initium.verification.mutants.FalseAlarms} do so on thousands of
 * seeds, to prove the power and the rate of false alarms that the checks state.
 */
package org.initium.verification.mutants;
