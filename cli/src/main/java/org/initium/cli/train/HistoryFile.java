// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.initium.io.AtomicFile;
import org.initium.nn.History;

/** The history as a CSV file with the column names of Keras; epochs count from 1, an empty cell was not measured. */
final class HistoryFile {
    private HistoryFile() {}

    /** Writes one line per epoch below a header. */
    static void write(Path file, History history) throws IOException {
        StringBuilder text = new StringBuilder("epoch,loss,accuracy,val_loss,val_accuracy,learning_rate\n");
        for (History.Epoch e : history.epochs()) {
            text.append(e.epoch() + 1)
                    .append(',')
                    .append(cell(e.loss()))
                    .append(',')
                    .append(cell(e.accuracy()))
                    .append(',')
                    .append(cell(e.validationLoss()))
                    .append(',')
                    .append(cell(e.validationAccuracy()))
                    .append(',')
                    .append(cell(e.learningRate()))
                    .append('\n');
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, bytes.length, out -> out.write(bytes));
    }

    private static String cell(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }
}
