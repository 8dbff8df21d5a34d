// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.train;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Consumer;
import org.initium.nn.History;

/** A line per epoch, under a header that goes with the first; columns that were not measured hold a dash. */
final class EpochTable implements Consumer<History.Epoch> {
    private final PrintWriter out;
    private boolean begun;

    EpochTable(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void accept(History.Epoch epoch) {
        if (!begun) {
            begun = true;
            out.println("epoch        loss  accuracy    val_loss  val_accuracy  learning_rate");
        }
        out.println(String.format(
                Locale.ROOT,
                "%5d  %10s  %8s  %10s  %12s  %13s",
                epoch.epoch() + 1,
                figure("%.5g", epoch.loss()),
                figure("%.4f", epoch.accuracy()),
                figure("%.5g", epoch.validationLoss()),
                figure("%.4f", epoch.validationAccuracy()),
                figure("%.6g", epoch.learningRate())));
        out.flush();
    }

    private static String figure(String format, double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "-";
    }
}
