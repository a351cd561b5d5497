/** How a claim is adjudicated, granted and told (理算). */
@NullMarked
package org.gonghui.insurance.casework;

import org.jspecify.annotations.NullMarked;
