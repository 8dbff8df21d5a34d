// SPDX-License-Identifier: Apache-2.0
package org.initium.cli;

import org.initium.Shape;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 784,128} or {@code 784x128}; {@code ()} is the shape of a scalar. */
final class ShapeConverter implements ITypeConverter<Shape> {
    @Override
    public Shape convert(String text) {
        try {
            return text.equals("()") ? Shape.of() : Shape.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
