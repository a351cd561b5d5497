/** What a benefit amounts to and why: pure functions over facts and terms. */
@NullMarked
package org.gonghui.insurance.adjudication;

import org.jspecify.annotations.NullMarked;
