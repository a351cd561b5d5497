/** How to reach a person, for those who have a reason to. */
@NullMarked
package org.gonghui.insurance.contact;

import org.jspecify.annotations.NullMarked;
