/** What members settle for themselves: consent, beneficiaries, their own data. */
@NullMarked
package org.gonghui.insurance.selfservice;

import org.jspecify.annotations.NullMarked;
