package org.gonghui.insurance.renewal;

import static org.gonghui.kit.problem.ProblemType.brokenRule;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.util.List;
import org.gonghui.insurance.member.Employer;
import org.gonghui.insurance.member.Identities;
import org.gonghui.insurance.member.Person.Identity;
import org.gonghui.insurance.plan.PlanYear;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.person.CitizenId;
import org.gonghui.kit.problem.ProblemType;

/** Who of last year may stay on. */
@ApplicationScoped
class Renewals {
  static final ProblemType NOBODY_TO_RENEW =
      brokenRule("NOBODY_TO_RENEW", "There is nobody to renew", "没有可续保人员");

  private final Sql sql;
  private final Identities identities;

  Renewals(Sql sql, Identities identities) {
    this.sql = sql;
    this.identities = identities;
  }

  /** Those who stay, and how many fall out. */
  record Found(List<Identity> staying, int left) {}

  Found of(Employer employer, PlanYear year) {
    var living =
        sql.list(
            """
            select p.identity, p.died_on from enrolment e join person p using (person_key)
            where e.plan_code = ? and e.plan_year = ?
              and e.status not in ('WITHDRAWN', 'LAPSED', 'PENDING_PAYMENT')
              and e.cover_from < e.cover_until
              and coalesce((select t.employer from transfer t where t.enrolment_id = e.id
                and t.status = 'APPROVED' order by t.moved_on desc limit 1), e.employer) = ?
            order by e.id
            """,
            row ->
                new Known(identities.open(row.bytes("identity")), row.findDate("died_on") == null),
            year.planCode(),
            year.year() - 1,
            employer.creditCode());
    var staying =
        living.stream()
            .filter(known -> known.alive() && isYoungEnough(known.identity(), year))
            .map(Known::identity)
            .toList();
    return new Found(staying, living.size() - staying.size());
  }

  static byte[] csv(List<Identity> people) {
    var text = new StringWriter();
    var csv = CsvWriter.builder().build(text);
    csv.writeRecord("姓名", "身份证号", "手机号");
    for (var person : people) {
      var phone = person.phone();
      csv.writeRecord(person.name(), person.idNumber(), phone == null ? "" : phone);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isYoungEnough(Identity identity, PlanYear year) {
    var born = new CitizenId(identity.idNumber()).birthDate();
    return Period.between(born, year.cover().from()).getYears() <= year.rules().maximumAge();
  }

  private record Known(Identity identity, boolean alive) {}
}
