/** Roster files on their way from upload to applied enrolments (参保批次). */
@NullMarked
package org.gonghui.insurance.batch;

import org.jspecify.annotations.NullMarked;
