/**
 * The statistics behind the checks, each with its source.
 *
 * <p>Every threshold holds at every sample size: none leans on the central limit theorem, whose error at a rate of one in
 * 10^9 nobody knows. A NaN in a sample makes the statistic NaN, so whoever compares must ask {@code statistic <= threshold}
 * and not {@code !(statistic > threshold)}. A sample so small that the threshold could never be crossed is refused with an
 * {@link java.lang.IllegalArgumentException}.
 */
package org.initium.verification.stats;
