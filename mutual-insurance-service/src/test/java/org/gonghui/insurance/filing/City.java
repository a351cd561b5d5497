package org.gonghui.insurance.filing;

import static org.gonghui.kit.testing.TestCaller.aPartner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.gonghui.insurance.adjudication.Canonical;
import org.gonghui.insurance.adjudication.Terms;
import org.gonghui.insurance.member.Consent;
import org.gonghui.insurance.member.Persons;
import org.gonghui.insurance.plan.Split;
import org.gonghui.insurance.plan.YearRules;
import org.gonghui.insurance.sql.Json;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.person.CitizenId;
import org.gonghui.kit.person.PersonKey;
import org.gonghui.kit.testing.TestCaller;
import org.gonghui.kit.time.Uuid7;

/** A city with a backfilled year 2017, one hospital, and members who are covered. */
@ApplicationScoped
public class City {
  public static final String API = "/api/mutual-insurance/v1";
  public static final String TOWN = "330602001";
  public static final String HOSPITAL = "H330602001";
  public static final String EMPLOYER = "91330600MA2A000160";
  public static final String DECLARED = "2017-06-05T01:00:00Z";
  private static final AtomicInteger NEXT = new AtomicInteger();

  private final AtomicReference<String> town = new AtomicReference<>(TOWN);
  private final Sql sql;
  private final Json json;
  private final Persons persons;

  City(Sql sql, Json json, Persons persons) {
    this.sql = sql;
    this.json = json;
    this.persons = persons;
  }

  /** The same city, whose next member works in another town. */
  public City in(String otherTown) {
    town.set(otherTown);
    return this;
  }

  /** A member of the city. */
  public record Member(CitizenId id, PersonKey key) {
    public String idNumber() {
      return id.number();
    }

    public TestCaller caller() {
      return TestCaller.aMember(key).in(TOWN);
    }
  }

  public static TestCaller hospital() {
    return aPartner("hospital", "mutual-insurance:settlements:write").providers("*");
  }

  public String personId(Member member) {
    return persons.require(member.key()).id().toString();
  }

  /** Covered since years, agreed to benefits without application. */
  @Transactional
  public Member member() {
    var member = withoutConsent();
    consent(member);
    return member;
  }

  @Transactional
  public void consent(Member member) {
    persons.consent(member.key(), new Consent(Consent.State.GIVEN, Instant.EPOCH, "form"));
  }

  @Transactional
  public Member withoutConsent() {
    var member = stranger();
    cover(member, LocalDate.of(2017, 1, 1), true);
    return member;
  }

  /** A new joiner from a day on. */
  @Transactional
  public Member joiner(LocalDate from) {
    var member = stranger();
    cover(member, from, false);
    consent(member);
    return member;
  }

  /** Known, but never enrolled. */
  @Transactional
  public Member stranger() {
    year2017();
    var n = NEXT.incrementAndGet();
    var id =
        CitizenId.ofPrefix(
            "339999198%d%02d%02d%03d".formatted(n % 10, n % 12 + 1, n % 28 + 1, n % 1000));
    var person = persons.ensure(id, "王小明");
    return new Member(id, person.personKey());
  }

  private void cover(Member member, LocalDate from, boolean renewed) {
    sql.update(
        """
        insert into enrolment (id, plan_code, plan_year, person_key, status, cover_from, cover_until,
          renewed, split_code, employer, area, batch_id, row_no, due_id, created_at)
        values (?, 'MEDICAL', 2017, ?, 'PAID', ?, ?, ?, 'DEFAULT', ?, ?, ?, 1, ?, now())
        """,
        Uuid7.next(),
        member.key(),
        from,
        LocalDate.of(2018, 1, 1),
        renewed,
        EMPLOYER,
        town.getAndSet(TOWN),
        UUID.randomUUID(),
        UUID.randomUUID());
  }

  /** The year may have been made by another test, through the API and without terms. */
  private void year2017() {
    if (sql.find("select 1 as one from provider where code = ?", r -> r.number("one"), HOSPITAL)
        .isPresent()) {
      return;
    }
    sql.update(
        """
        insert into plan_year (id, plan_code, year, status, intake, enrol_open, enrol_close,
          cover_from, cover_until, fee, splits, rules, pay_by, grace_days, maker, created_at)
        values (?, 'MEDICAL', 2017, 'RUNNING', 'BACKFILL', '2016-10-20', '2016-12-20',
          '2017-01-01', '2018-01-01', 60, ?::jsonb, ?::jsonb, '2016-12-31', 0, 'officer', now())
        on conflict do nothing
        """,
        Uuid7.next(),
        json.write(Split.usual(Money.of("60.00"))),
        json.write(YearRules.defaults()));
    var terms = Terms.defaults();
    sql.update(
        """
        insert into plan_version (id, plan_year_id, no, status, valid_from, valid_to, terms,
          golden_cases, checksum, maker, recorded_at, in_force_at)
        select ?, id, 1, 'IN_FORCE', '2017-01-01', '2018-01-01', ?::jsonb, '[]', ?, 'officer', now(),
          now()
        from plan_year where plan_code = 'MEDICAL' and year = 2017
        """,
        Uuid7.next(),
        json.write(terms),
        Canonical.hash(terms));
    sql.update(
        "insert into provider (id, code, name, level, area, designated_from, created_at)"
            + " values (?, ?, '市人民医院', 3, '330602', '2010-01-01', now())",
        Uuid7.next(),
        HOSPITAL);
  }

  /** A stay whose whole cost is in-list. */
  public static Map<String, Object> stay(String invoice, String inList) {
    var stay = new LinkedHashMap<String, Object>();
    stay.put("providerCode", HOSPITAL);
    stay.put("invoiceNo", invoice);
    stay.put("admittedOn", "2017-05-08");
    stay.put("dischargedOn", "2017-05-19");
    stay.put("totalCost", total(inList));
    stay.put("fundPaid", total(inList).equals("0.00") ? "0.00" : inList);
    stay.put("inListSelfPaid", inList);
    return stay;
  }

  private static String total(String inList) {
    var money = org.gonghui.kit.money.Money.of(inList);
    return money.plus(money).toString();
  }

  public static Map<String, Object> settlement(String no, Member member, Map<String, Object> stay) {
    var body = new LinkedHashMap<String, Object>();
    body.put("settlementNo", no);
    body.put("idNumber", member.idNumber());
    body.put("stay", stay);
    body.put("declaredAt", DECLARED);
    return body;
  }
}
