// SPDX-License-Identifier: Apache-2.0
package org.initium.tensorflow;

final class Placeholder {
    private Placeholder() {}
}
