// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.keras;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.initium.Tensor;

/** A group of an HDF5 file to be written: groups and float datasets by name, in order, and at most one attribute. */
final class Hdf5Group {
    private final Map<String, Hdf5Group> groups = new LinkedHashMap<>();
    private final Map<String, Tensor> datasets = new LinkedHashMap<>();
    private Attribute attribute;

    /** A text that belongs to a group. */
    record Attribute(String name, String value) {}

    Hdf5Group put(String name, Hdf5Group group) {
        groups.put(name, group);
        return this;
    }

    Hdf5Group put(String name, Tensor tensor) {
        datasets.put(name, tensor);
        return this;
    }

    Hdf5Group withAttribute(String name, String value) {
        attribute = new Attribute(name, value);
        return this;
    }

    Map<String, Hdf5Group> groups() {
        return groups;
    }

    Map<String, Tensor> datasets() {
        return datasets;
    }

    Optional<Attribute> attribute() {
        return Optional.ofNullable(attribute);
    }
}
