/** People's data. */
@NullMarked
package org.gonghui.kit.person;

import org.jspecify.annotations.NullMarked;
