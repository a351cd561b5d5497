/** The local picture of people and employers (会员、参保单位). */
@NullMarked
package org.gonghui.insurance.member;

import org.jspecify.annotations.NullMarked;
