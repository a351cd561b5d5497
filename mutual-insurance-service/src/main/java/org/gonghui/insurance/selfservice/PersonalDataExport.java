package org.gonghui.insurance.selfservice;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gonghui.insurance.adjudication.Canonical;
import org.gonghui.insurance.adjudication.Decision;
import org.gonghui.insurance.claim.Claim;
import org.gonghui.insurance.claim.Claims;
import org.gonghui.insurance.decision.Decisions;
import org.gonghui.insurance.decision.StoredDecision;
import org.gonghui.insurance.document.Documents;
import org.gonghui.insurance.enrolment.Cover;
import org.gonghui.insurance.enrolment.Covers;
import org.gonghui.insurance.filing.ClaimView;
import org.gonghui.insurance.member.Designations;
import org.gonghui.insurance.member.Designations.Beneficiary;
import org.gonghui.insurance.member.Person;
import org.gonghui.insurance.selfservice.PersonalData.Account;
import org.gonghui.insurance.selfservice.PersonalData.OwnClaim;
import org.gonghui.insurance.selfservice.PersonalData.OwnPayout;
import org.gonghui.insurance.selfservice.PersonalData.OwnSettlement;
import org.gonghui.insurance.selfservice.PersonalData.Trip;
import org.gonghui.insurance.settlement.Settlement;
import org.gonghui.insurance.settlement.SettlementStatus;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.person.PersonKey;
import org.gonghui.kit.person.Seal;
import org.gonghui.kit.time.ClockProducer;
import org.jspecify.annotations.Nullable;

/** Gathers what is kept of one person. */
@ApplicationScoped
class PersonalDataExport {
  private final Register register;
  private final Papers papers;
  private final Sql sql;
  private final Seal seal;
  private final Clock clock;

  PersonalDataExport(Register register, Papers papers, Sql sql, Seal seal, Clock clock) {
    this.register = register;
    this.papers = papers;
    this.sql = sql;
    this.seal = seal;
    this.clock = clock;
  }

  PersonalData of(Person person) {
    var key = person.personKey();
    var today = LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE);
    return new PersonalData(
        key,
        person.name(),
        person.identity().idNumber(),
        person.identity().phone(),
        person.consent().state(),
        person.consent().at(),
        person
            .account()
            .map(account -> new Account(account.holder(), account.number(), account.bankCode()))
            .orElse(null),
        register.beneficiaries(key, today),
        register.covers(key),
        papers.of(key),
        settlements(key),
        payouts(key));
  }

  private List<OwnSettlement> settlements(PersonKey person) {
    return sql.list(
        """
        select s.*, c.no as claim_no from settlement s left join claim c on c.id = s.claim_id
        where s.person_key = ? order by s.id
        """,
        row ->
            new OwnSettlement(
                row.text("settlement_no"),
                row.date("received_on"),
                Settlement.outcomeOf(row.choice(SettlementStatus.class, "status")),
                row.findText("claim_no"),
                explanation(row)),
        person);
  }

  private @Nullable Decision explanation(Row row) {
    var sealed = row.findBytes("explanation");
    return sealed == null
        ? null
        : Canonical.read(seal.open(sealed).getBytes(UTF_8), Decision.class);
  }

  private List<OwnPayout> payouts(PersonKey person) {
    return sql.list(
        "select * from payout where payee_key = ? order by id",
        row ->
            new OwnPayout(
                row.text("source_no"),
                row.money("amount"),
                row.text("status"),
                row.findDate("paid_on")),
        person);
  }

  /** What is known without any claim. */
  @Singleton
  static class Register {
    private final Designations designations;
    private final Covers covers;

    Register(Designations designations, Covers covers) {
      this.designations = designations;
      this.covers = covers;
    }

    List<Beneficiary> beneficiaries(PersonKey person, LocalDate day) {
      return designations.validOn(person, day);
    }

    List<Cover> covers(PersonKey person) {
      return covers.of(person);
    }
  }

  /** The person's claims with all that belongs to them. */
  @ApplicationScoped
  static class Papers {
    private final Claims claims;
    private final Decisions decisions;
    private final Documents documents;
    private final Sql sql;

    Papers(Claims claims, Decisions decisions, Documents documents, Sql sql) {
      this.claims = claims;
      this.decisions = decisions;
      this.documents = documents;
      this.sql = sql;
    }

    List<OwnClaim> of(PersonKey person) {
      return claims.list("person_key = ? order by id", person).stream().map(this::of).toList();
    }

    private OwnClaim of(Claim claim) {
      return new OwnClaim(
          ClaimView.ofOwn(claim),
          decisions.of(claim.id()).stream().map(StoredDecision::decision).toList(),
          documents.of(claim.id()),
          trips(claim.id()));
    }

    private List<Trip> trips(UUID claimId) {
      return sql.list(
          "select * from visit where claim_id = ? order by day, id",
          row ->
              new Trip(row.date("day"), row.text("place"), row.text("step"), row.flag("disproved")),
          claimId);
    }
  }
}
