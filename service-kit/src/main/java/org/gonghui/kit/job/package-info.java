/** Work that takes longer than a request. */
@NullMarked
package org.gonghui.kit.job;

import org.jspecify.annotations.NullMarked;
