package org.gonghui.insurance.review;

import static org.gonghui.insurance.claim.ClaimProblems.ALREADY_DECIDED_BY_YOU;
import static org.gonghui.kit.problem.Problems.MAKER_IS_CHECKER;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.gonghui.insurance.claim.Claim;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.person.PersonKey;

/** Who had a hand in a claim; nobody checks their own work or decides for themselves. */
@ApplicationScoped
public class Hands {
  private final Sql sql;
  private final Caller caller;
  private final Clock clock;

  Hands(Sql sql, Caller caller, Clock clock) {
    this.sql = sql;
    this.caller = caller;
    this.clock = clock;
  }

  /** What somebody did. */
  public enum Hand {
    CORRECTION,
    REVIEW,
    SECOND_REVIEW
  }

  /** The caller decides: neither who filed it, nor the payee, a relative, or an earlier decider. */
  public void requireNew(Claim claim) {
    if (claim.head().filedBy().equals(caller.subject())) {
      throw MAKER_IS_CHECKER.because("you filed this claim");
    }
    caller.personKey().ifPresent(key -> requireStranger(key, claim));
    if (had(claim.id(), Hand.REVIEW) || had(claim.id(), Hand.SECOND_REVIEW)) {
      throw ALREADY_DECIDED_BY_YOU.because("you decided on this claim before");
    }
  }

  public void note(UUID claimId, Hand hand) {
    sql.update(
        "insert into claim_hand (claim_id, subject, hand, at) values (?, ?, ?, ?)"
            + " on conflict do nothing",
        claimId,
        caller.subject(),
        hand,
        clock.instant());
  }

  private boolean had(UUID claimId, Hand hand) {
    return sql.find(
            "select 1 as one from claim_hand where claim_id = ? and subject = ? and hand = ?",
            row -> row.number("one"),
            claimId,
            caller.subject(),
            hand)
        .isPresent();
  }

  private void requireStranger(PersonKey own, Claim claim) {
    var related =
        sql.find(
            """
            select 1 as one where ? = ?
            union all select 1 from relative
              where (person_key, relative_key) in ((?, ?), (?, ?))
            union all select 1 from heir where claim_id = ? and ? in (person_key, guardian_key)
            """,
            row -> row.number("one"),
            own,
            claim.head().personKey(),
            own,
            claim.head().personKey(),
            claim.head().personKey(),
            own,
            claim.id(),
            own);
    if (related.isPresent()) {
      throw MAKER_IS_CHECKER.because("nobody decides for themselves or a relative");
    }
  }
}
