// SPDX-License-Identifier: Apache-2.0
package org.initium.numpy;

final class Placeholder {
    private Placeholder() {}
}
