/** What people do with the platform, from outside and across its services. */
@NullMarked
package org.gonghui.acceptance.journey;

import org.jspecify.annotations.NullMarked;
