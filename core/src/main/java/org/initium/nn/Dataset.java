// SPDX-License-Identifier: Apache-2.0
package org.initium.nn;

import org.initium.random.Key;
import org.initium.random.Permutation;

/**
 * Samples and what a model should answer to them. The arrays are shared, not copied.
 *
 * @param size number of samples, 1 or more
 * @param features (size, featureSize), row-major
 * @param targets (size, targetSize), row-major; one class number per sample for sparse categorical cross-entropy
 */
public record Dataset(int size, float[] features, float[] targets) {
    /**
     * Checks that both arrays have whole rows, of one number or more.
     *
     * @throws IllegalArgumentException if not
     */
    public Dataset {
        if (size < 1) {
            throw new IllegalArgumentException("size is " + size + ", expected 1 sample or more");
        }
        checkRows("features", features.length, size);
        checkRows("targets", targets.length, size);
    }

    /**
     * Samples that each belong to a class.
     *
     * @param features (labels.length, featureSize), copied
     * @param labels number of each sample's class
     * @param divisor divides the features, to bring them to the order of 1
     * @throws IllegalArgumentException if there are no whole rows of features, or the divisor is 0 or not finite
     */
    public static Dataset ofClasses(float[] features, int[] labels, double divisor) {
        if (divisor == 0 || !Double.isFinite(divisor)) {
            throw new IllegalArgumentException("divisor is " + divisor + ", expected a finite number other than 0");
        }
        float[] x = new float[features.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) (features[i] / divisor);
        }
        float[] y = new float[labels.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = labels[i];
        }
        return new Dataset(labels.length, x, y);
    }

    /** Numbers per sample that go into a model. */
    public int featureSize() {
        return features.length / size;
    }

    /** Numbers per sample that a loss compares with. */
    public int targetSize() {
        return targets.length / size;
    }

    /**
     * A copy with the samples in an order that depends on the key and on their number only, a {@link Permutation}.
     *
     * <p>{@code data.shuffled(key).split(0.2)} sets a random fifth aside.
     */
    public Dataset shuffled(Key key) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        Permutation.shuffle(key, order);
        float[] x = new float[features.length];
        float[] y = new float[targets.length];
        gather(order, 0, size, x, y);
        return new Dataset(size, x, y);
    }

    /**
     * Sets the last samples aside for validation, as {@code validation_split} of Keras does, before any shuffling: the first
     * {@code floor(size * (1 - fraction))} are for training. Data that are sorted should be {@link #shuffled} first.
     *
     * @param fraction between 0 and 1, both excluded
     * @throws IllegalArgumentException if the fraction is out of range, or leaves no sample on one side
     */
    public Split split(double fraction) {
        if (!(fraction > 0 && fraction < 1)) {
            throw new IllegalArgumentException(
                    "validation fraction is " + fraction + ", expected a number between 0 and 1, both excluded");
        }
        int first = (int) Math.floor(size * (1 - fraction));
        if (first == 0 || first == size) {
            throw new IllegalArgumentException("validation fraction " + fraction + " of " + size + " samples leaves "
                    + first + " for training and " + (size - first) + " for validation, expected 1 or more of each");
        }
        return new Split(rows(0, first), rows(first, size - first));
    }

    private Dataset rows(int first, int count) {
        float[] x = new float[count * featureSize()];
        float[] y = new float[count * targetSize()];
        System.arraycopy(features, first * featureSize(), x, 0, x.length);
        System.arraycopy(targets, first * targetSize(), y, 0, y.length);
        return new Dataset(count, x, y);
    }

    /**
     * Copies the samples {@code order[from .. from + count - 1]} to the front of {@code x} (count, featureSize) and
     * {@code y} (count, targetSize). Allocates nothing.
     *
     * @throws IndexOutOfBoundsException if there are no such samples, or an array is too short
     */
    public void gather(int[] order, int from, int count, float[] x, float[] y) {
        int d = featureSize();
        int t = targetSize();
        for (int i = 0; i < count; i++) {
            System.arraycopy(features, order[from + i] * d, x, i * d, d);
            System.arraycopy(targets, order[from + i] * t, y, i * t, t);
        }
    }

    private static void checkRows(String what, int elements, int size) {
        if (elements == 0 || elements % size != 0) {
            throw new IllegalArgumentException(what + " has " + elements
                    + " elements, expected the same number, 1 or more, for each of " + size + " samples");
        }
    }

    /**
     * A dataset in two parts.
     *
     * @param training what to train on
     * @param validation what to measure on
     */
    public record Split(Dataset training, Dataset validation) {}
}
