/**
 * The statistics behind the checks, each with its source, how large it may be, and the smallest fault it finds.
 *
 * <p>None leans on the central limit theorem, whose error at a rate of one in 10^9 nobody knows. The thresholds are of three
 * kinds, and each class says which: exact laws ({@link org.initium.verification.stats.ChiSquaredVariance}, {@link
 * org.initium.verification.stats.BinomialTest}, {@link org.initium.verification.stats.EdgeGap}); true bounds at every sample size, mostly
 * H. Chernoff's; and two laws of the limit, {@link org.initium.verification.stats.AndersonDarling}'s and {@link
 * org.initium.verification.stats.EqualBins}', corrected for the sample's size, with an error of the rate of some hundredths.
 *
 * <p>{@code detectable} is the fault that 999 samples of 1,000 fail, {@link org.initium.verification.stats.Power}, in the unit that its
 * description names. Where a bound or the triangle inequality stands for the law of the wrong sample, smaller faults are found too;
 * where it says "to first order", the wrong law is taken to vary as the right one does. In a small sample the figure may come out larger
 * than any fault can be, a distance of distribution functions above 1: then it is infinite, for no fault of the
 * kind is vouched for.
 *
 * <p>A NaN in a sample makes the statistic NaN, so whoever compares must ask {@code statistic <= threshold} and not {@code
 * !(statistic > threshold)}. A sample so small that the threshold could never be crossed is refused with an {@link
 * java.lang.IllegalArgumentException}.
 */
package org.initium.verification.stats;
