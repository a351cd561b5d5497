/** What ends by itself: sleeping drafts, claims whose papers never came, numbers kept in vain. */
@NullMarked
package org.gonghui.insurance.expiry;

import org.jspecify.annotations.NullMarked;
