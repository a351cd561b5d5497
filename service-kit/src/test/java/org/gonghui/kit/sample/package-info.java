/** A small service that proves the kit. */
@NullMarked
package org.gonghui.kit.sample;

import org.jspecify.annotations.NullMarked;
