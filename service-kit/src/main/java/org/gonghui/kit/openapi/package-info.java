/** What every service's API document says alike. */
@NullMarked
package org.gonghui.kit.openapi;

import org.jspecify.annotations.NullMarked;
