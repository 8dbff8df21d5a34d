// SPDX-License-Identifier: Apache-2.0
package org.initium.results.report;

import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.initium.results.TrainingCurve;
import org.initium.results.TrainingCurve.Epoch;

/** Loss and accuracy per epoch. */
final class TrainingSection {
    private TrainingSection() {}

    static Markup of(TrainingCurve curve) {
        Epoch last = curve.last();
        boolean validated = Double.isFinite(last.validationAccuracy());
        Markup html = new Markup();
        html.open("p").text(curve.title() + ": ");
        html.element("b", Figures.percent(validated ? last.validationAccuracy() : last.accuracy(), 1));
        html.text((validated ? " of the validation data" : " of the training data") + " classified rightly after epoch "
                + last.epoch() + ".");
        html.close();
        int[] epochs = curve.epochs().stream().mapToInt(Epoch::epoch).toArray();
        html.open("div", "class", "charts");
        figure(
                html,
                "Loss",
                LineChart.of(
                        "Loss per epoch", epochs, 0, Double.NaN, series(curve, Epoch::loss, Epoch::validationLoss)));
        figure(
                html,
                "Accuracy",
                LineChart.of(
                        "Accuracy per epoch", epochs, 0, 1, series(curve, Epoch::accuracy, Epoch::validationAccuracy)));
        html.close().open("details").element("summary", "Figures per epoch");
        Table table = new Table(
                curve.title(),
                List.of("epoch", "loss", "accuracy", "validation loss", "validation accuracy"),
                Set.of(0, 1, 2, 3, 4));
        for (Epoch e : curve.epochs()) {
            table.row(List.of(
                    Integer.toString(e.epoch()),
                    Figures.of(e.loss()),
                    Figures.percent(e.accuracy(), 2),
                    Figures.of(e.validationLoss()),
                    Figures.percent(e.validationAccuracy(), 2)));
        }
        return html.add(table.done()).close();
    }

    private static void figure(Markup html, String caption, Markup chart) {
        html.open("figure")
                .open("figcaption")
                .element("b", caption)
                .close()
                .add(chart)
                .close();
    }

    private static List<LineChart.Series> series(
            TrainingCurve curve, ToDoubleFunction<Epoch> training, ToDoubleFunction<Epoch> validation) {
        return List.of(
                new LineChart.Series(
                        "training",
                        "first",
                        curve.epochs().stream().mapToDouble(training).toArray()),
                new LineChart.Series(
                        "validation",
                        "second",
                        curve.epochs().stream().mapToDouble(validation).toArray()));
    }
}
