/** Partners as operations administer them, and the record of all acts. */
@NullMarked
package org.gonghui.gateway.administration;

import org.jspecify.annotations.NullMarked;
