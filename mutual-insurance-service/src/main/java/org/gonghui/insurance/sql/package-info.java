/** Plain SQL in the transaction of the caller, for what is set-based or hot. */
@NullMarked
package org.gonghui.insurance.sql;

import org.jspecify.annotations.NullMarked;
