/** Strict JSON: what may be in a request body, and where it was wrong. */
@NullMarked
package org.gonghui.kit.json;

import org.jspecify.annotations.NullMarked;
