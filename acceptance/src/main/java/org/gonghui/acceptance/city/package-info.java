/** The synthetic city whose year adds up to the published figures. */
@NullMarked
package org.gonghui.acceptance.city;

import org.jspecify.annotations.NullMarked;
