/** People and employers: their identifiers, their key, and keeping both secret. */
@NullMarked
package org.gonghui.kit.person;

import org.jspecify.annotations.NullMarked;
