package org.gonghui.insurance.payee;

import static org.gonghui.insurance.payee.AccountProposal.Status.CONFIRMED;
import static org.gonghui.insurance.payee.AccountProposal.Status.PROPOSED;
import static org.gonghui.kit.problem.ProblemType.conflict;
import static org.gonghui.kit.problem.Problems.MAKER_IS_CHECKER;
import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.gonghui.insurance.member.Identities;
import org.gonghui.insurance.payee.AccountProposal.Status;
import org.gonghui.insurance.payout.Holds;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.insurance.sql.SqlFailure;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.person.PersonKey;
import org.gonghui.kit.policy.Policies;
import org.gonghui.kit.problem.ProblemType;
import org.gonghui.kit.time.ClockProducer;
import org.gonghui.kit.time.Uuid7;

/** All payee accounts: the first is usable at once, a change only confirmed and after the hold. */
@ApplicationScoped
public class PayeeAccounts {
  private static final ProblemType ACCOUNT_EXISTS =
      conflict("ACCOUNT_EXISTS", "Somebody else has just set an account", "收款账户已被设置");
  private static final String HOLD = "payee-account-hold";

  private final Sql sql;
  private final Identities identities;
  private final Holds holds;
  private final Policies policies;
  private final Clock clock;

  PayeeAccounts(Sql sql, Identities identities, Holds holds, Policies policies, Clock clock) {
    this.sql = sql;
    this.identities = identities;
    this.holds = holds;
    this.policies = policies;
    this.clock = clock;
  }

  Optional<AccountProposal> find(PersonKey person, Status status) {
    return sql.find(
        "select * from payee_account where person_key = ? and status = ?",
        this::read,
        person,
        status);
  }

  AccountProposal put(PersonKey person, String holder, String number, String bankCode, String who) {
    var now = clock.instant();
    var first = find(person, CONFIRMED).isEmpty();
    sql.update(
        """
        update payee_account set status = 'REPLACED', version = version + 1
        where person_key = ? and status = 'PROPOSED'
        """,
        person);
    try {
      insert(person, holder, number, bankCode, first ? CONFIRMED : PROPOSED, who, now);
    } catch (SqlFailure e) {
      throw e.isDuplicate() ? ACCOUNT_EXISTS.because("read it and try again") : e;
    }
    holds.refresh(person);
    return find(person, first ? CONFIRMED : PROPOSED).orElseThrow();
  }

  private void insert(
      PersonKey person,
      String holder,
      String number,
      String bankCode,
      Status status,
      String who,
      Instant now) {
    sql.update(
        """
        insert into payee_account (id, person_key, holder, account, account_index, bank_code,
          status, maker, usable_from, created_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        Uuid7.next(),
        person,
        identities.sealText(holder),
        identities.sealText(number),
        identities.accountIndex(number),
        bankCode,
        status,
        who,
        status == CONFIRMED ? now : null,
        now);
  }

  /** Somebody who neither proposed it nor is paid by it confirms a change. */
  AccountProposal confirm(AccountProposal proposal, Caller checker) {
    if (proposal.maker().equals(checker.subject())
        || checker.personKey().filter(proposal.personKey()::equals).isPresent()) {
      throw MAKER_IS_CHECKER.because("somebody else confirms the account");
    }
    var now = clock.instant();
    sql.update(
        """
        update payee_account set status = 'REPLACED', version = version + 1
        where person_key = ? and status = 'CONFIRMED'
        """,
        proposal.personKey());
    var confirmed =
        sql.update(
            """
            update payee_account set status = 'CONFIRMED', confirmed_by = ?, usable_from = ?,
              version = version + 1
            where id = ? and status = 'PROPOSED' and version = ?
            """,
            checker.subject(),
            now.plus(hold()),
            proposal.id(),
            proposal.version());
    if (confirmed != 1) {
      throw ACCOUNT_EXISTS.because("the proposal has changed meanwhile");
    }
    holds.refresh(proposal.personKey());
    return find(proposal.personKey(), CONFIRMED).orElseThrow();
  }

  private Duration hold() {
    var today = LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE);
    return Duration.ofDays(policies.inForce(HOLD, today, Hold.class).days());
  }

  /** How long a changed account waits. */
  record Hold(int days) {}

  /** Enrolled or paid in the caller's area, or known nowhere yet (an heir). */
  void requireSees(Caller caller, PersonKey person) {
    var areas = caller.area() + "%";
    var seen =
        sql.find(
            """
            select 1 as one from person p where p.person_key = ? and (
              exists (select from enrolment e where e.person_key = p.person_key and e.area like ?)
              or exists (select from payout o where o.payee_key = p.person_key and o.area like ?)
              or not exists (select from enrolment e where e.person_key = p.person_key))
            """,
            row -> row.number("one"),
            person,
            areas,
            areas);
    if (seen.isEmpty()) {
      throw NOT_FOUND.because("there is no such person in your area");
    }
  }

  private AccountProposal read(Row row) {
    return new AccountProposal(
        row.uuid("id"),
        row.number("version"),
        row.person("person_key"),
        identities.openText(row.bytes("holder")),
        identities.openText(row.bytes("account")),
        row.text("bank_code"),
        row.choice(Status.class, "status"),
        row.text("maker"),
        row.findText("confirmed_by"),
        row.findInstant("usable_from"));
  }
}
