// SPDX-License-Identifier: Apache-2.0
/**
 * Published measurements: the machine they were taken on, JMH's own figures, and whether two runs differ.
 *
 * <p>Reading order: {@link org.initium.results.JmhRun} and {@link org.initium.results.Environment} are what a run consists
 * of, {@link org.initium.results.Published} is the append-only store, {@link org.initium.results.Comparison} the judgement.
 */
package org.initium.results;
