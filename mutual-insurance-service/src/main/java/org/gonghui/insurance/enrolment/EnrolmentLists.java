package org.gonghui.insurance.enrolment;

import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.gonghui.insurance.enrolment.Cover.Move;
import org.gonghui.insurance.member.Identities;
import org.gonghui.insurance.sql.Json;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.paging.Page;
import org.gonghui.kit.paging.PageRequest;
import org.gonghui.kit.person.CreditCode;
import org.gonghui.kit.person.Masking;
import org.gonghui.kit.person.PersonKey;
import org.jspecify.annotations.Nullable;

/** Which enrolments somebody may see; an employer sees those that it holds or once held. */
@ApplicationScoped
class EnrolmentLists {
  private static final String SELECT =
      """
      select e.*, p.identity, (
        select jsonb_agg(jsonb_build_object(
          'on', t.moved_on, 'employer', t.employer, 'area', t.area) order by t.moved_on)
        from transfer t where t.enrolment_id = e.id and t.status = 'APPROVED') as moves
      from enrolment e join person p using (person_key) cross join (select ?::text as own) k
      where\s""";
  private static final String PAGE =
      """
       and e.plan_year = ? and (?::text is null or e.status = ?)
        and (e.area, e.person_key) > (?, ?) order by e.area, e.person_key limit ?
      """;
  private static final String OF_EMPLOYER =
      """
      e.id in (select id from enrolment where employer = k.own
        union all select enrolment_id from transfer where employer = k.own and status = 'APPROVED')
      """;

  private final Sql sql;
  private final Json json;
  private final Identities identities;
  private final Enrolments enrolments;

  EnrolmentLists(Sql sql, Json json, Identities identities, Enrolments enrolments) {
    this.sql = sql;
    this.json = json;
    this.identities = identities;
    this.enrolments = enrolments;
  }

  /** Where a page ended. */
  record Place(String area, PersonKey personKey) {}

  Page<EnrolmentView> list(
      Caller caller, int year, @Nullable EnrolmentStatus status, PageRequest page) {
    var after = page.after(Place.class);
    var found =
        sql.list(
            SELECT + where(caller) + PAGE,
            row -> new Listed(view(row, caller), placeOf(row)),
            key(caller),
            year,
            status,
            status,
            after == null ? "" : after.area(),
            after == null ? "" : after.personKey().value(),
            page.size() + 1);
    var listed = Page.of(found, page, Listed::place);
    return new Page<>(listed.items().stream().map(Listed::view).toList(), listed.next());
  }

  Enrolment require(UUID id, Caller caller) {
    var enrolment = enrolments.require(id);
    if (!isOwn(enrolment, caller) && !cameOver(enrolment, caller)) {
      throw NOT_FOUND.because("there is no such enrolment for you");
    }
    return enrolment;
  }

  EnrolmentView view(Enrolment enrolment, Caller caller) {
    return sql.find(SELECT + "e.id = ?", row -> view(row, caller), "", enrolment.id())
        .orElseThrow();
  }

  /** The masked name of the person. */
  String name(Enrolment enrolment) {
    return sql.find(
            "select identity from person where person_key = ?", this::name, enrolment.personKey())
        .orElseThrow();
  }

  private static boolean isOwn(Enrolment enrolment, Caller caller) {
    if (caller.has(Role.MEMBER)) {
      return caller.personKey().filter(enrolment.personKey()::equals).isPresent();
    }
    return caller.has(Role.EMPLOYER_CLERK)
        ? caller.employer().filter(enrolment.employer()::equals).isPresent()
        : caller.sees(enrolment.area());
  }

  /** Whether the person moved to the caller's employer or area. */
  private boolean cameOver(Enrolment enrolment, Caller caller) {
    if (caller.has(Role.MEMBER)) {
      return false;
    }
    var column = caller.has(Role.EMPLOYER_CLERK) ? "employer = ?" : "area like ?";
    return sql.find(
            "select true as moved from transfer where enrolment_id = ? and status = 'APPROVED' and "
                + column,
            row -> row.flag("moved"),
            enrolment.id(),
            key(caller))
        .isPresent();
  }

  private static String where(Caller caller) {
    if (caller.has(Role.MEMBER)) {
      return "e.person_key = k.own";
    }
    return caller.has(Role.EMPLOYER_CLERK) ? OF_EMPLOYER : "e.area like k.own";
  }

  private static String key(Caller caller) {
    if (caller.has(Role.MEMBER)) {
      return caller.personKey().map(PersonKey::value).orElse("");
    }
    return caller.has(Role.EMPLOYER_CLERK)
        ? caller.employer().map(CreditCode::value).orElse("")
        : caller.area() + "%";
  }

  private EnrolmentView view(Row row, Caller caller) {
    var moves = row.findText("moves");
    var known = moves == null ? List.<Move>of() : json.readList(moves, Move.class);
    var enrolment = Enrolments.read(row);
    var all = Employment.of(enrolment.cover(), enrolment.employer(), enrolment.area(), known);
    return EnrolmentView.of(enrolment, name(row), seenBy(all, caller));
  }

  /** Where somebody worked before or after is not an employer's business. */
  private static List<Employment> seenBy(List<Employment> all, Caller caller) {
    var own = caller.has(Role.EMPLOYER_CLERK) ? caller.employer().orElse(null) : null;
    return own == null ? all : all.stream().filter(one -> one.employer().equals(own)).toList();
  }

  private static Place placeOf(Row row) {
    return new Place(row.text("area"), row.person("person_key"));
  }

  private String name(Row row) {
    return Masking.name(identities.open(row.bytes("identity")).name());
  }

  private record Listed(EnrolmentView view, Place place) {}
}
