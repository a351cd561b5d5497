package org.gonghui.insurance.enrolment;

import static org.gonghui.insurance.enrolment.EnrolmentProblems.NO_COVER;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
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
    return find(enrolment)
        .orElseThrow(() -> NO_COVER.because("the enrolment is %s", enrolment.status()));
  }

  Optional<Certificate> find(Enrolment enrolment) {
    return isCovered(enrolment) ? Optional.of(written(enrolment)) : Optional.empty();
  }

  private Certificate written(Enrolment enrolment) {
    var mark =
        keys.blindIndex(
                "certificate",
                "%s %s %s".formatted(enrolment.id(), enrolment.cover(), enrolment.status()))
            .replaceAll("[^A-Za-z0-9]", "X")
            .toUpperCase(Locale.ROOT)
            .substring(0, MARK_LENGTH);
    var code = enrolment.id().toString().replace("-", "") + "-" + mark;
    return new Certificate(
        enrolment.readableNo(),
        lists.name(enrolment),
        enrolment.planYear(),
        enrolment.status(),
        enrolment.cover(),
        code);
  }

  private static boolean isCovered(Enrolment enrolment) {
    return switch (enrolment.status()) {
      case PAID, IN_COVER, EXPIRED, TERMINATED -> !enrolment.cover().isEmpty();
      case PENDING_PAYMENT, WITHDRAWN, LAPSED -> false;
    };
  }

  /** Who is covered when, and the code that proves it. */
  public record Certificate(
      String no, String name, int planYear, EnrolmentStatus status, DateRange cover, String code) {}
}
