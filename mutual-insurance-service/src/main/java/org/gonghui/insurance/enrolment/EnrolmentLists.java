package org.gonghui.insurance.enrolment;

import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.gonghui.insurance.member.Identities;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.person.Masking;
import org.gonghui.kit.person.PersonKey;
import org.jspecify.annotations.Nullable;

/** Which enrolments somebody may see. */
@ApplicationScoped
class EnrolmentLists {
  private static final String SELECT =
      """
      select e.*, p.identity from enrolment e join person p using (person_key)
      where e.plan_year = ? and (?::text is null or e.status = ?)
        and (e.area, e.person_key) > (?, ?) and\s""";

  private final Sql sql;
  private final Identities identities;
  private final Enrolments enrolments;

  EnrolmentLists(Sql sql, Identities identities, Enrolments enrolments) {
    this.sql = sql;
    this.identities = identities;
    this.enrolments = enrolments;
  }

  /** Where a page ended. */
  record Place(String area, PersonKey personKey) {}

  List<EnrolmentView> list(
      Caller caller, int year, @Nullable EnrolmentStatus status, @Nullable Place after, int limit) {
    var area = after == null ? "" : after.area();
    var person = after == null ? "" : after.personKey().value();
    return sql.list(
        SELECT + where(caller) + " order by e.area, e.person_key limit ?",
        this::read,
        year,
        status,
        status,
        area,
        person,
        key(caller),
        limit);
  }

  Enrolment require(UUID id, Caller caller) {
    var enrolment = enrolments.require(id);
    var seen =
        caller.has(Role.MEMBER)
            ? caller.personKey().filter(enrolment.personKey()::equals).isPresent()
            : caller.has(Role.EMPLOYER_CLERK)
                ? caller.employer().filter(enrolment.employer()::equals).isPresent()
                : caller.sees(enrolment.area());
    if (!seen) {
      throw NOT_FOUND.because("there is no such enrolment for you");
    }
    return enrolment;
  }

  EnrolmentView view(Enrolment enrolment) {
    return sql.find(
            "select identity from person where person_key = ?",
            row -> EnrolmentView.of(enrolment, name(row)),
            enrolment.personKey())
        .orElseThrow();
  }

  private static String where(Caller caller) {
    if (caller.has(Role.MEMBER)) {
      return "e.person_key = ?";
    }
    return caller.has(Role.EMPLOYER_CLERK) ? "e.employer = ?" : "e.area like ?";
  }

  private static String key(Caller caller) {
    if (caller.has(Role.MEMBER)) {
      return caller.personKey().map(PersonKey::value).orElse("");
    }
    return caller.has(Role.EMPLOYER_CLERK)
        ? caller.employer().map(code -> code.value()).orElse("")
        : caller.area() + "%";
  }

  private EnrolmentView read(Row row) {
    return EnrolmentView.of(Enrolments.read(row), name(row));
  }

  private String name(Row row) {
    return Masking.name(identities.open(row.bytes("identity")).name());
  }
}
