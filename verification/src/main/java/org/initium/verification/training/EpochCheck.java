// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.training;

import java.util.List;
import org.initium.random.Key;
import org.initium.verification.checks.Verdict;

/** Each epoch shows every sample once, in full batches but the last, which takes what is left. */
public final class EpochCheck {
    /** The check's name in reports. */
    public static final String NAME = "epoch";

    private static final int EPOCHS = 3;

    private EpochCheck() {}

    /**
     * The verdict on the first epochs.
     *
     * @param order on trial
     * @param samples 1 or more
     * @param batchSize 1 or more
     * @param key of the orders
     * @throws IllegalArgumentException if a number is below 1
     */
    public static Verdict check(EpochOrder order, int samples, int batchSize, Key key) {
        if (samples < 1 || batchSize < 1) {
            throw new IllegalArgumentException(
                    "samples is " + samples + " and batch size is " + batchSize + ", expected 1 or more");
        }
        long wrong = 0;
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            wrong += faults(order.batches(samples, batchSize, key, epoch), samples, batchSize);
        }
        String detail = "N = " + EPOCHS + " epochs of " + samples + " samples, batches of " + batchSize;
        return Verdict.none(
                wrong,
                "samples left out, shown again or unknown, and batches of a wrong size",
                detail,
                "sample left out, shown again or unknown, or batch of a wrong size");
    }

    private static long faults(List<int[]> batches, int samples, int batchSize) {
        int[] seen = new int[samples];
        int expected = (samples + batchSize - 1) / batchSize;
        long wrong = Math.abs(batches.size() - expected);
        for (int b = 0; b < batches.size(); b++) {
            int[] batch = batches.get(b);
            int size = b < expected - 1 ? batchSize : samples - (expected - 1) * batchSize;
            wrong += batch.length == size ? 0 : 1;
            for (int sample : batch) {
                if (sample >= 0 && sample < samples) {
                    seen[sample]++;
                } else {
                    wrong++;
                }
            }
        }
        for (int times : seen) {
            wrong += Math.abs(times - 1);
        }
        return wrong;
    }
}
