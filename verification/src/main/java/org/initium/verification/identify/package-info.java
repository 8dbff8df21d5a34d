// SPDX-License-Identifier: Apache-2.0
/**
 * Where weights came from: {@link org.initium.verification.identify.Identifier} asks {@code fit} for the law, {@code seeds} for the
 * seed and {@code oddities} for what looks wrong; those three do not know it, and the last two know of the first alone.
 */
package org.initium.verification.identify;
