package org.gonghui.insurance.enrolment;

/** Fired in the transaction in which a cover is emptied because the person never was eligible. */
public record EnrolmentAnnulled(Enrolment enrolment, String reason) {}
