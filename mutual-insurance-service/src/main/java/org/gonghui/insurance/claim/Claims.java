package org.gonghui.insurance.claim;

import static org.gonghui.kit.problem.Problems.NOT_FOUND;
import static org.gonghui.kit.problem.Problems.STALE_VERSION;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.gonghui.insurance.adjudication.Inputs.Earlier;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.outbox.Outbox;
import org.gonghui.kit.person.PersonKey;
import org.jspecify.annotations.Nullable;

/** All claims. */
@ApplicationScoped
public class Claims {
  private static final String LIVE =
      " status not in ('REFUSED', 'WITHDRAWN', 'EXPIRED', 'REVERSED') ";

  private static final int NUMBERS_AT_ONCE = 10;

  private final Queue<Long> numbers = new ConcurrentLinkedQueue<>();
  private final Sql sql;
  private final ClaimRows rows;
  private final Outbox outbox;
  private final Clock clock;

  Claims(Sql sql, ClaimRows rows, Outbox outbox, Clock clock) {
    this.sql = sql;
    this.rows = rows;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** The next readable number of a plan year, such as MI-2017-0012866. */
  public String nextNo(int planYear) {
    var next = numbers.poll();
    return "MI-%d-%07d".formatted(planYear, next == null ? fetchNumbers() : next);
  }

  /**
   * Some at once; like those of a transaction that failed, the rest is lost when a process ends.
   */
  private long fetchNumbers() {
    var fetched =
        sql.list(
            "select nextval('claim_no') as no from generate_series(1, ?)",
            row -> row.big("no"),
            NUMBERS_AT_ONCE);
    numbers.addAll(fetched.subList(1, fetched.size()));
    return fetched.getFirst();
  }

  public Optional<Claim> find(UUID id) {
    return sql.find("select * from claim where id = ?", rows::read, id);
  }

  public Claim require(UUID id) {
    return find(id).orElseThrow(() -> NOT_FOUND.because("there is no such claim"));
  }

  /** Claims by a condition of fixed texts; values come as arguments only. */
  public List<Claim> list(String where, @Nullable Object... arguments) {
    return sql.list("select * from claim where " + where, rows::read, arguments);
  }

  /** The live claim for a bill. */
  public Optional<Claim> findLive(String billKey) {
    return sql.find("select * from claim where bill_key = ? and" + LIVE, rows::read, billKey);
  }

  public Optional<Claim> findLiveDeath(PersonKey person) {
    return sql.find(
        "select * from claim where person_key = ? and kind = 'DEATH' and" + LIVE,
        rows::read,
        person);
  }

  public Optional<Claim> findLiveIllness(PersonKey person, String illnessIndex) {
    return sql.find(
        "select * from claim where person_key = ? and illness_index = ? and" + LIVE,
        rows::read,
        person,
        illnessIndex);
  }

  /** What the person was granted before, apart from one claim. */
  public List<Earlier> granted(PersonKey person, @Nullable UUID except) {
    return sql.list(
        """
        select * from claim where person_key = ? and status in ('APPROVED', 'PAID')
          and kind <> 'HOSPITAL' and id is distinct from ?::uuid order by id
        """,
        row -> {
          var claim = rows.read(row);
          var head = claim.head();
          return new Earlier(head.no(), head.kind(), head.planYear(), claim.links().illnessGroup());
        },
        person,
        except);
  }

  public void add(Claim claim) {
    rows.insert(claim, clock.instant());
  }

  /** Stores what changed, unless somebody else stored first. */
  public void save(Claim claim) {
    if (rows.update(claim) != 1) {
      throw STALE_VERSION.because("claim %s has changed meanwhile", claim.head().no());
    }
  }

  /** All payouts of these claims are booked by the bank; one statement for any number. */
  public void markPaid(Map<UUID, LocalDate> paidOn) {
    var now = clock.instant();
    var paid = rows.markPaid(paidOn);
    outbox.recordAll(
        paid.stream().map(c -> new ClaimEvent.Paid(ClaimEvent.News.of(c, null), now)).toList());
  }

  public void markPaid(UUID claimId, LocalDate paidOn) {
    markPaid(Map.of(claimId, paidOn));
  }

  /** The bank gave money back: the benefit stays granted and waits for another account. */
  public void markReturned(UUID claimId) {
    sql.update(
        "update claim set status = 'APPROVED', paid_on = null, version = version + 1"
            + " where id = ? and status = 'PAID'",
        claimId);
  }

  /** Drafts and incomplete claims whose last day is over, locked. */
  public List<Claim> lockExpired(LocalDate day, int limit) {
    return list(
        "status in ('DRAFT', 'INCOMPLETE') and expires_on < ?"
            + " order by id limit ? for update skip locked",
        day,
        limit);
  }
}
