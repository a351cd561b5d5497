/** What people decide about claims (审核). */
@NullMarked
package org.gonghui.insurance.review;

import org.jspecify.annotations.NullMarked;
