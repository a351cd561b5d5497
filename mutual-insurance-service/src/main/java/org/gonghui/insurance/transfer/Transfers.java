package org.gonghui.insurance.transfer;

import static org.gonghui.insurance.enrolment.EnrolmentProblems.DAY_OUTSIDE_COVER;
import static org.gonghui.insurance.enrolment.EnrolmentProblems.NOT_ELSEWHERE;
import static org.gonghui.insurance.enrolment.EnrolmentProblems.TRANSFER_OPEN;
import static org.gonghui.kit.problem.Problems.MAKER_IS_CHECKER;
import static org.gonghui.kit.problem.Problems.NOT_FOUND;
import static org.gonghui.kit.problem.Problems.STALE_VERSION;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.gonghui.insurance.batch.EnrolmentBatch;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.insurance.sql.SqlFailure;
import org.gonghui.kit.audit.Audit;
import org.gonghui.kit.audit.Audit.Act;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.time.Uuid7;

/** All transfers; each approved one ends an employment and begins the next on the same day. */
@ApplicationScoped
class Transfers {
  private final Sql sql;
  private final Audit audit;
  private final Clock clock;

  Transfers(Sql sql, Audit audit, Clock clock) {
    this.sql = sql;
    this.audit = audit;
    this.clock = clock;
  }

  Transfer require(UUID id) {
    return sql.find("select * from transfer where id = ?", Transfers::read, id)
        .orElseThrow(() -> NOT_FOUND.because("there is no such transfer"));
  }

  /**
   * Asks to take over a person whose row was rejected because somebody else covers them; asked
   * again for the same row, another day replaces the first until an officer has decided.
   */
  Transfer request(EnrolmentBatch batch, int rowNo, LocalDate day, Caller caller) {
    var held =
        sql.find(
                """
                select e.id, e.area, e.cover_from, e.cover_until from enrolment_row r
                join enrolment e on e.person_key = r.person_key and e.plan_code = ?
                  and e.plan_year = ? and e.status not in ('WITHDRAWN', 'LAPSED')
                  and e.cover_from < e.cover_until
                where r.batch_id = ? and r.row_no = ? and r.identity is not null
                  and 'ENROLLED_ELSEWHERE' = any (r.marks)
                """,
                Transfers::readHeld,
                batch.planCode(),
                batch.planYear(),
                batch.id(),
                rowNo)
            .orElseThrow(() -> NOT_ELSEWHERE.because("row %d cannot be transferred", rowNo));
    requireInside(held, day);
    add(held, batch, rowNo, day, caller);
    return sql.find(
            "select * from transfer where batch_id = ? and row_no = ?",
            Transfers::read,
            batch.id(),
            rowNo)
        .orElseThrow();
  }

  private void add(Held held, EnrolmentBatch batch, int rowNo, LocalDate day, Caller caller) {
    try {
      var added =
          sql.update(
              """
              insert into transfer as known (id, enrolment_id, batch_id, row_no, employer, area,
                from_area, moved_on, status, maker, created_at)
              values (?, ?, ?, ?, ?, ?, ?, ?, 'REQUESTED', ?, ?)
              on conflict (batch_id, row_no) do update set moved_on = excluded.moved_on,
                maker = excluded.maker, version = known.version + 1
              where known.status = 'REQUESTED'
              """,
              Uuid7.next(),
              held.id(),
              batch.id(),
              rowNo,
              batch.employer(),
              batch.area(),
              held.area(),
              day,
              caller.subject(),
              clock.instant());
      if (added != 1) {
        throw TRANSFER_OPEN.because("the row was transferred already");
      }
    } catch (SqlFailure e) {
      throw e.isDuplicate() ? TRANSFER_OPEN.because("an officer decides on another request") : e;
    }
  }

  /** The cover stays as it is: no second fee and no gap. */
  Transfer approve(Transfer seen, Caller caller) {
    if (seen.maker().equals(caller.subject())) {
      throw MAKER_IS_CHECKER.because("you requested this yourself");
    }
    requireInside(lockHeld(seen.enrolmentId()), seen.movedOn());
    requireAfterOthers(seen);
    try {
      var approved =
          sql.update(
              """
              update transfer set status = 'APPROVED', checker = ?, version = version + 1
              where id = ? and version = ? and status = 'REQUESTED'
              """,
              caller.subject(),
              seen.id(),
              seen.version());
      if (approved != 1) {
        throw STALE_VERSION.because("the transfer was decided meanwhile");
      }
    } catch (SqlFailure e) {
      throw e.isDuplicate() ? TRANSFER_OPEN.because("another move has the same day") : e;
    }
    sql.update("update enrolment set version = version + 1 where id = ?", seen.enrolmentId());
    audit.record(Act.of("transfer-approved", "transfer", seen.id(), seen.area()));
    return require(seen.id());
  }

  /** The enrolment as it is now: it may have been withdrawn, lapsed or cut since the request. */
  private Held lockHeld(UUID id) {
    return sql.find(
            "select * from enrolment where id = ? and status not in ('WITHDRAWN', 'LAPSED')"
                + " and cover_from < cover_until for update",
            Transfers::readHeld,
            id)
        .orElseThrow(() -> NOT_ELSEWHERE.because("the person is no longer enrolled"));
  }

  private void requireAfterOthers(Transfer transfer) {
    var later =
        sql.find(
            "select moved_on from transfer where enrolment_id = ? and status = 'APPROVED'"
                + " and moved_on >= ?",
            row -> row.date("moved_on"),
            transfer.enrolmentId(),
            transfer.movedOn());
    if (later.isPresent()) {
      throw DAY_OUTSIDE_COVER.because("the person moved on %s already", later.get());
    }
  }

  private static void requireInside(Held held, LocalDate day) {
    if (!day.isAfter(held.from()) || !day.isBefore(held.until())) {
      throw DAY_OUTSIDE_COVER.because("a move lies inside of the cover");
    }
  }

  private static Transfer read(Row row) {
    return new Transfer(
        row.uuid("id"),
        row.number("version"),
        row.uuid("enrolment_id"),
        row.uuid("batch_id"),
        row.number("row_no"),
        row.employer("employer"),
        row.text("area"),
        row.date("moved_on"),
        row.choice(Transfer.Status.class, "status"),
        row.text("maker"));
  }

  private static Held readHeld(Row row) {
    return new Held(
        row.uuid("id"), row.text("area"), row.date("cover_from"), row.date("cover_until"));
  }

  private record Held(UUID id, String area, LocalDate from, LocalDate until) {}
}
