@NullMarked
package org.gonghui.insurance.enrolment;

import org.jspecify.annotations.NullMarked;
