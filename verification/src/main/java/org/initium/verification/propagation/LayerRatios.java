// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.propagation;

/** What every layer of every net does to the length of its own input, see {@link Transfer}. */
public final class LayerRatios {
    private final Transfer transfer;
    private final Nets nets;
    /** By net, then by layer: R. */
    private final double[] ratios;
    /** Likewise: kurtosis of the units' sums. */
    private final double[] kurtoses;
    /** Likewise: units with a positive sum; -1 if a sum is 0 or NaN. */
    private final int[] positive;
    /** By depth: mean squares. */
    private final PropagationProfile.Averages meanSquares;

    /** Runs the nets, each kernel drawn once. */
    public LayerRatios(Transfer transfer, Nets nets) {
        int depth = nets.depth();
        this.transfer = transfer;
        this.nets = nets;
        this.ratios = new double[nets.count() * depth];
        this.kurtoses = new double[ratios.length];
        this.positive = new int[ratios.length];
        this.meanSquares = new PropagationProfile.Averages(depth + 1);
        for (int net = 0; net < nets.count(); net++) {
            double[] a = ForwardPass.widen(nets.input());
            meanSquares.add(0, nets.inputMeanSquare());
            for (int layer = 0; layer < depth; layer++) {
                a = pass(net, layer, a);
                meanSquares.add(layer + 1, ForwardPass.square(a) / a.length);
            }
        }
    }

    /** The output of a layer; notes what it did. */
    private double[] pass(int net, int layer, double[] a) {
        int at = net * nets.depth() + layer;
        int out = nets.out(layer);
        double stddev = nets.law(layer).stddev();
        double[] z = ForwardPass.product(a, nets.kernel(net, layer), out);
        for (int j = 0; j < out; j++) {
            if (!(z[j] < 0)) {
                positive[at] = z[j] > 0 && positive[at] >= 0 ? positive[at] + 1 : -1;
            }
            z[j] = transfer.of(z[j]);
        }
        double expected = transfer.share() * stddev * stddev * ForwardPass.square(a) * out;
        ratios[at] = ForwardPass.square(z) / expected;
        kurtoses[at] = Transfer.kurtosis(nets.law(layer).kurtosis(), a);
        return z;
    }

    /** The mean square by depth, with what follows from the weights' variances. */
    public PropagationProfile profile() {
        double[] predicted = new double[nets.depth() + 1];
        predicted[0] = nets.inputMeanSquare();
        for (int layer = 0; layer < nets.depth(); layer++) {
            double stddev = nets.law(layer).stddev();
            predicted[layer + 1] = predicted[layer] * transfer.share() * nets.in(layer) * stddev * stddev;
        }
        return meanSquares.profile("mean square of the activations", 0, predicted);
    }

    Transfer transfer() {
        return transfer;
    }

    Nets nets() {
        return nets;
    }

    /** R of one layer of one net. */
    double ratio(int net, int layer) {
        return ratios[net * nets.depth() + layer];
    }

    /** Kurtosis of the sums of one layer of one net. */
    double kurtosis(int net, int layer) {
        return kurtoses[net * nets.depth() + layer];
    }

    /** Units with a positive sum in one layer of one net; -1 if one has none because it is 0 or NaN. */
    int positive(int net, int layer) {
        return positive[net * nets.depth() + layer];
    }
}
