// SPDX-License-Identifier: Apache-2.0
/**
 * The suite itself on trial: {@link org.initium.verification.trials.KillMatrix} runs it once against each implementation with a fault;
 * {@link org.initium.verification.trials.PowerRun} and {@link org.initium.verification.trials.FalseAlarms} run it on many seeds, to
 * prove the power and the rate of false alarms that the checks state.
 */
package org.initium.verification.trials;
