/** To which account a person is paid, and who confirmed it (收款账户). */
@NullMarked
package org.gonghui.insurance.payee;

import org.jspecify.annotations.NullMarked;
