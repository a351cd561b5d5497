package org.gonghui.insurance.settlement;

import static org.gonghui.insurance.settlement.SettlementProblems.REPLACES_UNKNOWN;
import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gonghui.insurance.adjudication.Canonical;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.person.PersonKey;
import org.gonghui.kit.person.Seal;
import org.jspecify.annotations.Nullable;

/** All settlements. */
@ApplicationScoped
public class Settlements {
  private final Sql sql;
  private final Seal seal;
  private final Clock clock;

  Settlements(Sql sql, Seal seal, Clock clock) {
    this.sql = sql;
    this.seal = seal;
    this.clock = clock;
  }

  /**
   * Stores a number, and the content only where cover and consent are known; false when the source
   * sent it before.
   */
  boolean start(Entry entry, Optional<Content> content) {
    return sql.update(
            """
            insert into settlement (id, source, settlement_no, status, person_key, received_on,
              created_at, provider_code, area, plan_year, content, content_hash)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (source, settlement_no) do nothing
            """,
            entry.id(),
            entry.source(),
            entry.settlementNo(),
            entry.status(),
            entry.person(),
            entry.day(),
            clock.instant(),
            content.map(c -> c.stay().providerCode()).orElse(null),
            content.map(c -> c.place().area()).orElse(null),
            content.map(c -> c.place().planYear()).orElse(null),
            content.map(c -> sealed(c.stay())).orElse(null),
            content.map(Content::hash).orElse(null))
        == 1;
  }

  /** The same for a number that was noted before, when nothing could be done with it. */
  void restart(UUID id, Entry entry, Optional<Content> content) {
    sql.update(
        """
        update settlement set status = ?, person_key = ?, provider_code = ?, area = ?,
          plan_year = ?, content = ?, content_hash = ?, version = version + 1 where id = ?
        """,
        entry.status(),
        entry.person(),
        content.map(c -> c.stay().providerCode()).orElse(null),
        content.map(c -> c.place().area()).orElse(null),
        content.map(c -> c.place().planYear()).orElse(null),
        content.map(c -> sealed(c.stay())).orElse(null),
        content.map(Content::hash).orElse(null),
        id);
  }

  private byte[] sealed(Stay stay) {
    return seal.seal(new String(Canonical.bytes(stay), StandardCharsets.UTF_8));
  }

  /** The settlement of that number, locked until the end of the transaction. */
  Optional<Settlement> lock(String source, String settlementNo) {
    return sql.find(
        "select * from settlement where source = ? and settlement_no = ? for update",
        Settlements::read,
        source,
        settlementNo);
  }

  public Settlement require(UUID id) {
    return sql.find("select * from settlement where id = ?", Settlements::read, id)
        .orElseThrow(() -> NOT_FOUND.because("there is no such settlement"));
  }

  Settlement requireReplaced(String source, String settlementNo) {
    return lock(source, settlementNo)
        .orElseThrow(
            () -> REPLACES_UNKNOWN.at("/replaces", "you have not sent that number before"));
  }

  /** What became of it. */
  public void finish(UUID id, SettlementStatus status, String billKey, @Nullable UUID claimId) {
    sql.update(
        "update settlement set status = ?, bill_key = ?, claim_id = ?, version = version + 1"
            + " where id = ?",
        status,
        billKey,
        claimId,
        id);
  }

  /** Why nothing is payable, for the member alone. */
  public void explain(UUID id, byte[] decision) {
    sql.update(
        "update settlement set explanation = ? where id = ?",
        seal.seal(new String(decision, StandardCharsets.UTF_8)),
        id);
  }

  /** Ends it as voided or replaced. */
  void end(Settlement seen, SettlementStatus status, @Nullable UUID replacedBy) {
    sql.update(
        "update settlement set status = ?, replaced_by = ?, version = version + 1 where id = ?",
        seen.status().requireNext(status),
        replacedBy,
        seen.id());
  }

  /** The stay as it was received. */
  public Optional<Stay> findStay(UUID id) {
    return sql.find(
        "select content from settlement where id = ? and content is not null",
        row ->
            Canonical.read(
                seal.open(row.bytes("content")).getBytes(StandardCharsets.UTF_8), Stay.class),
        id);
  }

  /** The newest settlement that is known for a bill. */
  public Optional<Settlement> findForBill(String billKey) {
    return sql.find(
        """
        select * from settlement
        where bill_key = ? and status in ('CLAIMED', 'ATTACHED', 'NOT_PAYABLE')
        order by id desc limit 1
        """,
        Settlements::read,
        billKey);
  }

  /** Numbers of a source whose persons have agreed since; they may be sent again. */
  List<Settlement> awaited(String source, @Nullable UUID after, int limit) {
    return sql.list(
        """
        select s.* from settlement s join person p on p.person_key = s.person_key
        where s.source = ? and s.status = 'NO_CONSENT' and p.consent_state = 'GIVEN'
          and (?::uuid is null or s.id > ?::uuid)
        order by s.id limit ?
        """,
        Settlements::read,
        source,
        after,
        after,
        limit);
  }

  private static Settlement read(Row row) {
    return new Settlement(
        row.uuid("id"),
        row.number("version"),
        row.text("source"),
        row.text("settlement_no"),
        row.choice(SettlementStatus.class, "status"),
        row.person("person_key"),
        row.date("received_on"),
        row.findText("provider_code"),
        row.findUuid("claim_id"),
        row.findText("content_hash"));
  }

  /** A number as it comes in. */
  record Entry(
      UUID id,
      String source,
      String settlementNo,
      PersonKey person,
      LocalDate day,
      SettlementStatus status) {}

  /** What may be kept of a settlement once cover and consent are known. */
  record Content(Place place, String hash, Stay stay) {}

  /** Where and in which plan year the stay counts. */
  record Place(String area, int planYear) {}
}
