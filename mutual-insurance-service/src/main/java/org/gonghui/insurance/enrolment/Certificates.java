package org.gonghui.insurance.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.gonghui.insurance.plan.DateRange;
import org.gonghui.kit.person.PersonKeys;

/** Proof of cover, with a code that changes when the cover does. */
@ApplicationScoped
class Certificates {
  private static final int MARK_LENGTH = 16;

  private final EnrolmentLists lists;
  private final PersonKeys keys;

  Certificates(EnrolmentLists lists, PersonKeys keys) {
    this.lists = lists;
    this.keys = keys;
  }

  Certificate of(Enrolment enrolment) {
    var view = lists.view(enrolment);
    var mark =
        keys.blindIndex(
                "certificate",
                "%s %s %s".formatted(enrolment.id(), enrolment.cover(), enrolment.status()))
            .replaceAll("[^A-Za-z0-9]", "X")
            .toUpperCase(Locale.ROOT)
            .substring(0, MARK_LENGTH);
    var code = enrolment.id().toString().replace("-", "") + "-" + mark;
    return new Certificate(
        view.no(), view.name(), view.planYear(), view.status(), view.cover(), code);
  }

  /** Who is covered when, and the code that proves it. */
  public record Certificate(
      String no, String name, int planYear, EnrolmentStatus status, DateRange cover, String code) {}
}
