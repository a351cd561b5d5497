package org.gonghui.insurance.enrolment;

import java.util.UUID;
import org.gonghui.insurance.plan.DateRange;
import org.gonghui.kit.person.CreditCode;
import org.gonghui.kit.person.PersonKey;

/** An enrolment as staff and the employer see it; the name is masked. */
public record EnrolmentView(
    UUID id,
    String no,
    int version,
    int planYear,
    PersonKey personKey,
    String name,
    EnrolmentStatus status,
    DateRange cover,
    boolean renewed,
    String splitCode,
    CreditCode employer,
    String area) {

  static EnrolmentView of(Enrolment enrolment, String maskedName) {
    return new EnrolmentView(
        enrolment.id(),
        enrolment.readableNo(),
        enrolment.version(),
        enrolment.planYear(),
        enrolment.personKey(),
        maskedName,
        enrolment.status(),
        enrolment.cover(),
        enrolment.renewed(),
        enrolment.splitCode(),
        enrolment.employer(),
        enrolment.area());
  }
}
