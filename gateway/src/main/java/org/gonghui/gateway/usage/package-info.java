/** What keys did: per route and day, counted in memory and written in batches. */
@NullMarked
package org.gonghui.gateway.usage;

import org.jspecify.annotations.NullMarked;
