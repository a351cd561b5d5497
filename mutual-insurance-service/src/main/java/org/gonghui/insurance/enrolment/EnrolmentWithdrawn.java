package org.gonghui.insurance.enrolment;

import java.time.LocalDate;

/** Fired in the transaction in which a person is taken off before the cover starts. */
public record EnrolmentWithdrawn(Enrolment enrolment, boolean wasPaid, LocalDate on, String by) {}
