/** Rules through time. */
@NullMarked
package org.gonghui.kit.policy;

import org.jspecify.annotations.NullMarked;
