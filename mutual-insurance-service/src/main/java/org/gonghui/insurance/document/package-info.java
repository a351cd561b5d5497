/** Papers of a claim, encrypted. */
@NullMarked
package org.gonghui.insurance.document;

import org.jspecify.annotations.NullMarked;
