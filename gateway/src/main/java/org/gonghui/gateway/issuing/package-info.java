/** What operations do with the keys of partners: issue, limit, approve, rotate, revoke. */
@NullMarked
package org.gonghui.gateway.issuing;

import org.jspecify.annotations.NullMarked;
