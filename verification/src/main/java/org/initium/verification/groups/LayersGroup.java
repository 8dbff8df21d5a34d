// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.groups;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.initium.init.Initializer;
import org.initium.init.Initializers;
import org.initium.nn.Activation;
import org.initium.nn.Parameter;
import org.initium.nn.Sequential;
import org.initium.random.Key;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.laws.Recipes;
import org.initium.verification.plan.CheckGroup;
import org.initium.verification.plan.Effort;
import org.initium.verification.plan.Implementation;
import org.initium.verification.plan.Lazy;
import org.initium.verification.plan.PlannedCheck;
import org.initium.verification.samples.Draws;
import org.initium.verification.streams.CrossLayerCheck;
import org.initium.verification.streams.SharedBlockCheck;

/**
 * The layers of one model, kernels and biases of a single initializer.
 *
 * @param name the initializer's, which has independent draws for its law
 * @param initializer what is checked
 */
public record LayersGroup(String name, Initializer initializer) implements CheckGroup {
    /** Kernels of 65,536 elements and more, of different fans: a correlation of 3.1 % of two of them is found. */
    private static final int[] SIZES = {256, 256, 320, 256};

    /** One for each initializer of an implementation that draws independently. */
    public static List<CheckGroup> of(Implementation implementation) {
        return Initializers.names().stream()
                .filter(BackendGroups::drawsIndependently)
                .<CheckGroup>map(name -> new LayersGroup(name, implementation.initializer(name)))
                .toList();
    }

    @Override
    public List<PlannedCheck> plan(Key key, Effort effort) {
        Lazy<List<Draws>> parameters = new Lazy<>(() -> parameters(key, effort));
        String shape =
                "layers " + Arrays.stream(SIZES).mapToObj(Integer::toString).collect(Collectors.joining("-"));
        return List.of(
                PlannedCheck.exact(SharedBlockCheck.NAME, name, shape, () -> SharedBlockCheck.check(parameters.get())),
                new PlannedCheck(
                        CrossLayerCheck.NAME,
                        name,
                        shape,
                        true,
                        alpha -> CrossLayerCheck.check(kernels(parameters.get()), alpha)));
    }

    private List<Draws> parameters(Key key, Effort effort) {
        // Of so many times the elements: sizes are rounded up to whole units.
        int factor = (int) Math.ceil(Math.sqrt(effort.times()));
        int[] sizes = Arrays.stream(SIZES).map(size -> factor * size).toArray();
        Sequential model = Sequential.mlp(sizes, Activation.LINEAR, initializer, initializer, key, 1);
        return model.parameters().stream()
                .map(parameter -> new Draws(parameter.value(), law(parameter)))
                .toList();
    }

    private ExpectedLaw.Random law(Parameter parameter) {
        return (ExpectedLaw.Random) Recipes.of(name, parameter.shape());
    }

    /** Every second parameter is a bias. */
    private static List<Draws> kernels(List<Draws> parameters) {
        return IntStream.range(0, parameters.size() / 2)
                .mapToObj(layer -> parameters.get(2 * layer))
                .toList();
    }
}
