package org.gonghui.insurance.renewal;

import static org.gonghui.kit.problem.ProblemType.brokenRule;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
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

  /** Those who stay, for how many of them the union pays, and how many fall out. */
  record Found(List<Identity> staying, int unionPaid, int left) {}

  Found of(Employer employer, PlanYear year) {
    var living =
        sql.list(
            """
            select p.identity, p.died_on, p.union_paid or exists (select from union_paid_mark m
                where m.person_key = p.person_key) as union_paid
            from live_roster(?, ?, ?) e join person p using (person_key)
            where e.status <> 'PENDING_PAYMENT' order by e.id
            """,
            row ->
                new Known(
                    identities.open(row.bytes("identity")),
                    row.findDate("died_on") == null,
                    row.flag("union_paid")),
            employer.creditCode(),
            year.planCode(),
            year.year() - 1);
    var staying =
        living.stream()
            .filter(known -> known.alive() && isYoungEnough(known.identity(), year))
            .toList();
    var unionPaid = (int) staying.stream().filter(Known::unionPaid).count();
    return new Found(
        staying.stream().map(Known::identity).toList(), unionPaid, living.size() - staying.size());
  }

  static byte[] csv(List<Identity> people) {
    var text = new StringWriter();
    try (var csv = CsvWriter.builder().build(text)) {
      csv.writeRecord("姓名", "身份证号", "手机号");
      for (var person : people) {
        var phone = person.phone();
        csv.writeRecord(person.name(), person.idNumber(), phone == null ? "" : phone);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isYoungEnough(Identity identity, PlanYear year) {
    var born = new CitizenId(identity.idNumber()).birthDate();
    return Period.between(born, year.cover().from()).getYears() <= year.rules().maximumAge();
  }

  private record Known(Identity identity, boolean alive, boolean unionPaid) {}
}
