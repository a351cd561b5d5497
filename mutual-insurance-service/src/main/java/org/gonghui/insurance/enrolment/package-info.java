/** One person in one plan year, and the days on which events are covered (参保记录). */
@NullMarked
package org.gonghui.insurance.enrolment;

import org.jspecify.annotations.NullMarked;
