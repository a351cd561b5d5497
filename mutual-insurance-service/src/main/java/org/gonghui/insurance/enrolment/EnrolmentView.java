package org.gonghui.insurance.enrolment;

import java.util.List;
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
    String area,
    List<Employment> employments) {

  /** Employer and area are the latest of those that the reader may know. */
  static EnrolmentView of(Enrolment enrolment, String maskedName, List<Employment> employments) {
    var latest =
        employments.isEmpty()
            ? new Employment(enrolment.employer(), enrolment.area(), enrolment.cover())
            : employments.getLast();
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
        latest.employer(),
        latest.area(),
        employments);
  }
}
