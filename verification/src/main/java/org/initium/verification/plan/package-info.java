// SPDX-License-Identifier: Apache-2.0
/**
 * What a run consists of: an {@link org.initium.verification.plan.Implementation} on trial, groups of checks that share a sample, and the two
 * {@link org.initium.verification.plan.Stages} in which a check comes to its verdict.
 */
package org.initium.verification.plan;
