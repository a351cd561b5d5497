package org.gonghui.insurance.enrolment;

/** Fired in the transaction in which a person is taken off before the cover starts. */
public record EnrolmentWithdrawn(Enrolment enrolment, boolean wasPaid, String by) {}
