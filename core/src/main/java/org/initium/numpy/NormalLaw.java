// SPDX-License-Identifier: Apache-2.0
package org.initium.numpy;

/**
 * A normal law of which only the values within an interval count, both ends included.
 *
 * @param mean expected value before values are left out
 * @param stddev standard deviation before values are left out
 * @param low smallest value that counts, or minus infinity
 * @param high largest value that counts, or infinity
 */
record NormalLaw(double mean, double stddev, double low, double high) {}
