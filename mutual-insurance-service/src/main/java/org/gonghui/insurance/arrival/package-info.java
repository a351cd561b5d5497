/** What comes in without an application: settlements and death notices (免申即享). */
@NullMarked
package org.gonghui.insurance.arrival;

import org.jspecify.annotations.NullMarked;
