package org.gonghui.insurance.claim;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gonghui.insurance.adjudication.BenefitKind;
import org.gonghui.insurance.adjudication.Canonical;
import org.gonghui.insurance.claim.Claim.Progress;
import org.gonghui.insurance.claim.Claim.Stored;
import org.gonghui.insurance.claim.ClaimHead.Channel;
import org.gonghui.insurance.claim.ClaimHead.Claimant;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.person.Seal;
import org.jspecify.annotations.Nullable;

/** How a claim is written to its row and read from it. */
@ApplicationScoped
class ClaimRows {
  private static final List<String> CHANGING =
      List.of(
          "plan_year",
          "area",
          "employer",
          "event_date",
          "status",
          "bill_key",
          "settlement_id",
          "duplicate_of",
          "illness_index",
          "from_partner",
          "stay_from",
          "stay_until",
          "total_cost",
          "facts",
          "asked",
          "granted",
          "decision_no",
          "review_reasons",
          "missing",
          "late_accepted",
          "submitted_at",
          "decided_at",
          "due_on",
          "expires_on",
          "paid_on");
  private static final String INSERT =
      "insert into claim (id, no, plan_code, kind, person_key, channel, claimant, filed_by,"
          + " judged_at, created_at, "
          + String.join(", ", CHANGING)
          + ") values ("
          + "?, ".repeat(9 + CHANGING.size())
          + "?)";
  private static final String UPDATE =
      "update claim set version = version + 1, "
          + String.join(" = ?, ", CHANGING)
          + " = ? where id = ? and version = ?";

  private final Sql sql;
  private final Seal seal;

  ClaimRows(Sql sql, Seal seal) {
    this.sql = sql;
    this.seal = seal;
  }

  /** What is sealed of a claim. */
  record SealedFacts(ClaimFacts facts, @Nullable String illnessGroup) {}

  void insert(Claim claim, Instant now) {
    var head = claim.head();
    var arguments =
        new ArrayList<@Nullable Object>(
            Arrays.asList(
                head.id(),
                head.no(),
                head.planCode(),
                head.kind(),
                head.personKey(),
                head.channel(),
                head.claimant(),
                head.filedBy(),
                head.judgedAt(),
                now));
    arguments.addAll(changing(claim));
    sql.update(INSERT, arguments.toArray());
  }

  int update(Claim claim) {
    var arguments = changing(claim);
    arguments.add(claim.id());
    arguments.add(claim.version());
    return sql.update(UPDATE, arguments.toArray());
  }

  /** Moves approved claims to paid, set by set; those that were not approved stay. */
  List<Claim> markPaid(Map<UUID, LocalDate> paidOn) {
    var ids = List.copyOf(paidOn.keySet());
    return sql.list(
        """
        update claim c set status = 'PAID', paid_on = p.paid_on, version = c.version + 1
        from unnest(?::uuid[], ?::date[]) as p(id, paid_on)
        where c.id = p.id and c.status = 'APPROVED' returning c.*
        """,
        this::read,
        ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")),
        ids.stream()
            .map(id -> String.valueOf(paidOn.get(id)))
            .collect(Collectors.joining(",", "{", "}")));
  }

  private List<@Nullable Object> changing(Claim claim) {
    var head = claim.head();
    var links = claim.links();
    var progress = claim.progress();
    var stay = claim.facts().stay();
    return new ArrayList<>(
        Arrays.asList(
            head.planYear(),
            head.area(),
            head.employer(),
            head.eventDate(),
            claim.status(),
            links.billKey(),
            links.settlementId(),
            links.duplicateOf(),
            links.illnessIndex(),
            claim.isFromPartner(),
            stay == null ? null : stay.admittedOn(),
            stay == null ? null : stay.dischargedOn(),
            stay == null ? null : stay.totalCost(),
            sealed(claim),
            claim.asked(),
            claim.granted(),
            claim.decisionNo(),
            claim.reviewReasons().stream().map(Enum::name).toArray(String[]::new),
            claim.missing().toArray(String[]::new),
            claim.isLateAccepted(),
            progress.submittedAt(),
            progress.decidedAt(),
            progress.dueOn(),
            progress.expiresOn(),
            progress.paidOn()));
  }

  private byte[] sealed(Claim claim) {
    var content = new SealedFacts(claim.facts(), claim.links().illnessGroup());
    return seal.seal(new String(Canonical.bytes(content), UTF_8));
  }

  Claim read(Row row) {
    var content = Canonical.read(seal.open(row.bytes("facts")).getBytes(UTF_8), SealedFacts.class);
    var links =
        new ClaimLinks(
            row.findText("bill_key"),
            row.findUuid("settlement_id"),
            row.findUuid("duplicate_of"),
            row.findText("illness_index"),
            content.illnessGroup());
    return new Claim(
        readHead(row), content.facts(), links, row.flag("from_partner"), readStored(row));
  }

  private static Stored readStored(Row row) {
    return new Stored(
        row.number("version"),
        row.choice(ClaimStatus.class, "status"),
        new Progress(
            row.findInstant("submitted_at"),
            row.findInstant("decided_at"),
            row.findDate("due_on"),
            row.findDate("expires_on"),
            row.findDate("paid_on")),
        row.flag("late_accepted"),
        row.findText("asked") == null ? null : row.money("asked"),
        row.money("granted"),
        row.number("decision_no"),
        row.texts("review_reasons").stream().map(ReviewReason::valueOf).toList(),
        row.texts("missing"),
        row.number("visit_count"));
  }

  private static ClaimHead readHead(Row row) {
    return new ClaimHead(
        row.uuid("id"),
        row.text("no"),
        row.text("plan_code"),
        row.number("plan_year"),
        row.choice(BenefitKind.class, "kind"),
        row.person("person_key"),
        row.text("area"),
        row.findText("employer"),
        row.date("event_date"),
        row.choice(Channel.class, "channel"),
        row.choice(Claimant.class, "claimant"),
        row.text("filed_by"),
        row.instant("judged_at"));
  }
}
