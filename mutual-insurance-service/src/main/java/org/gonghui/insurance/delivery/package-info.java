/** The line to the bank, for banks that take files by HTTP. */
@NullMarked
package org.gonghui.insurance.delivery;

import org.jspecify.annotations.NullMarked;
