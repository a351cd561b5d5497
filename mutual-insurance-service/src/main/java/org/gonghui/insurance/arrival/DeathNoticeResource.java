package org.gonghui.insurance.arrival;

import static org.gonghui.insurance.claim.ClaimProblems.INVALID_CLAIM;
import static org.gonghui.insurance.settlement.SettlementProblems.SETTLEMENT_CONFLICT;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gonghui.insurance.filing.Telling;
import org.gonghui.insurance.settlement.CitizenIds;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.http.Answers;
import org.gonghui.kit.idempotency.Idempotent;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.person.PersonKey;
import org.gonghui.kit.person.PersonKeys;
import org.gonghui.kit.time.Uuid7;
import org.jboss.resteasy.reactive.RestResponse;

/** What civil affairs tells about deaths. */
@Path("/death-notices")
@RolesAllowed("mutual-insurance:deaths:write")
@Transactional
public class DeathNoticeResource {
  private final DeathClaim deathClaim;
  private final Sql sql;
  private final PersonKeys keys;
  private final Telling telling;
  private final Caller caller;

  DeathNoticeResource(
      DeathClaim deathClaim, Sql sql, PersonKeys keys, Telling telling, Caller caller) {
    this.deathClaim = deathClaim;
    this.sql = sql;
    this.keys = keys;
    this.telling = telling;
    this.caller = caller;
  }

  @POST
  @Idempotent
  @Answers({200, 201})
  @Operation(
      operationId = "sendDeathNotice",
      summary = "Tell a death; it ends the cover and drafts the claim of the heirs")
  public RestResponse<NoticeReceipt> send(@NotNull @Valid DeathNotice notice) {
    var today = telling.today();
    if (notice.diedOn().isAfter(today)) {
      throw INVALID_CLAIM.at("/diedOn", "the day lies in the future");
    }
    var person = keys.of(CitizenIds.require(notice.idNumber(), "/idNumber", today));
    var id = Uuid7.next();
    if (!note(id, notice, person)) {
      return RestResponse.ok(new NoticeReceipt(requireSame(notice, person), notice.noticeNo()));
    }
    deathClaim.open(person, notice, caller);
    return RestResponse.status(
        RestResponse.Status.CREATED, new NoticeReceipt(id, notice.noticeNo()));
  }

  private boolean note(UUID id, DeathNotice notice, PersonKey person) {
    return sql.update(
            """
            insert into death_notice (id, source, notice_no, person_key, died_on, created_at)
            values (?, ?, ?, ?, ?, ?) on conflict (source, notice_no) do nothing
            """,
            id,
            caller.subject(),
            notice.noticeNo(),
            person,
            notice.diedOn(),
            telling.now())
        == 1;
  }

  private UUID requireSame(DeathNotice notice, PersonKey person) {
    return sql.find(
            "select id from death_notice where source = ? and notice_no = ? and person_key = ?"
                + " and died_on = ?",
            row -> row.uuid("id"),
            caller.subject(),
            notice.noticeNo(),
            person,
            notice.diedOn())
        .orElseThrow(() -> SETTLEMENT_CONFLICT.because("notice %s differs", notice.noticeNo()));
  }

  /** What the source is told. */
  public record NoticeReceipt(UUID id, String noticeNo) {}
}
