package org.gonghui.insurance.story;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.gonghui.insurance.adjudication.BenefitKind;
import org.gonghui.insurance.claim.Claim;
import org.gonghui.insurance.claim.ClaimHead.Channel;
import org.gonghui.insurance.claim.ClaimStatus;
import org.gonghui.insurance.claim.Claims;
import org.gonghui.insurance.claim.ReviewReason;
import org.gonghui.kit.time.ClockProducer;
import org.jspecify.annotations.Nullable;

/** Finds claims by an allow-list of filters; the deep page costs the same as the first. */
@ApplicationScoped
public class ClaimSearch {
  private final Claims claims;
  private final Clock clock;

  ClaimSearch(Claims claims, Clock clock) {
    this.claims = claims;
    this.clock = clock;
  }

  List<Claim> find(Filter filter, Scope scope, @Nullable UUID after, int limit) {
    var where = new ArrayList<String>();
    var arguments = new ArrayList<@Nullable Object>();
    add(where, arguments, "area like ?", scope.areas());
    add(
        where,
        arguments,
        "(person_key = ? or id in (select claim_id from heir where ? in (person_key, guardian_key)))",
        scope.person(),
        2);
    add(where, arguments, "filed_by = ?", scope.filedBy());
    add(where, arguments, "status = ?", filter.status());
    add(where, arguments, "kind = ?", filter.kind());
    add(where, arguments, "plan_year = ?", filter.planYear());
    add(where, arguments, "channel = ?", filter.channel());
    add(where, arguments, "? = any (review_reasons)", filter.reason());
    if (filter.overdue()) {
      var today = LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE);
      add(where, arguments, "status in ('IN_REVIEW', 'SECOND_REVIEW') and due_on < ?", today);
    }
    add(where, arguments, "id > ?", after);
    arguments.add(limit);
    return claims.list(String.join(" and ", where) + " order by id limit ?", arguments.toArray());
  }

  private static void add(
      List<String> where, List<@Nullable Object> arguments, String part, @Nullable Object value) {
    add(where, arguments, part, value, 1);
  }

  private static void add(
      List<String> where,
      List<@Nullable Object> arguments,
      String part,
      @Nullable Object value,
      int times) {
    if (value != null) {
      where.add(part);
      for (var i = 0; i < times; i++) {
        arguments.add(value);
      }
    }
  }

  /** What is asked for. */
  record Filter(
      @Nullable ClaimStatus status,
      @Nullable BenefitKind kind,
      @Nullable Integer planYear,
      @Nullable Channel channel,
      @Nullable ReviewReason reason,
      boolean overdue) {}

  /** What the caller may see at all. */
  record Scope(String areas, @Nullable String person, @Nullable String filedBy) {}
}
