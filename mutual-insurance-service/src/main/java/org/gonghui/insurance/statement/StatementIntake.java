package org.gonghui.insurance.statement;

import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gonghui.insurance.bank.statement.StatementFormat;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.insurance.statement.StatementReport.State;
import org.gonghui.insurance.statement.StatementUploads.Upload;
import org.gonghui.kit.identity.AreaFilter;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.job.JobView;
import org.gonghui.kit.job.Jobs;
import org.gonghui.kit.time.Uuid7;
import org.jspecify.annotations.Nullable;

/** Takes statements in: a short one is booked while its sender waits, a long one by a job. */
@ApplicationScoped
class StatementIntake {
  /** About 2,000 lines; what is longer could outlast the patience of the doors before us. */
  private static final int SHORT_BYTES = 256 * 1024;

  private static final int CITY_PATTERN = 5;

  private final StatementBooking booking;
  private final StatementUploads uploads;
  private final StatementLines lines;
  private final Jobs jobs;
  private final Sql sql;

  StatementIntake(
      StatementBooking booking,
      StatementUploads uploads,
      StatementLines lines,
      Jobs jobs,
      Sql sql) {
    this.booking = booking;
    this.uploads = uploads;
    this.lines = lines;
    this.jobs = jobs;
    this.sql = sql;
  }

  Taken take(StatementFormat format, InputStream file, Caller caller) {
    var upload = new Upload(Uuid7.next(), format, caller.subject(), caller.area());
    try {
      var start = file.readNBytes(SHORT_BYTES + 1);
      if (start.length > SHORT_BYTES) {
        return postpone(upload, new SequenceInputStream(new ByteArrayInputStream(start), file));
      }
      booking.book(upload, new ByteArrayInputStream(start));
      return new Taken(lines.report(upload.id()), null);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private Taken postpone(Upload upload, InputStream bytes) {
    uploads.keep(upload, bytes);
    var job =
        jobs.start(
            StatementJob.KIND,
            upload.id().toString(),
            upload.area(),
            new StatementJob.Of(upload.id()));
    uploads.startJob(upload.id(), job);
    var report = StatementReport.unbooked(upload.id(), State.BOOKING, List.of());
    return new Taken(report, jobs.locationOf(job));
  }

  /** What became of a statement, for whoever sent it and for the staff of the whole city. */
  StatementReport report(UUID id, Caller caller) {
    var known =
        sql.find(
                """
                select coalesce(s.loaded_by, u.loaded_by) as loaded_by, s.id is not null as booked,
                  u.job_id
                from (values (?::uuid)) as wanted (id)
                left join bank_statement s on s.id = wanted.id
                left join statement_upload u on u.id = wanted.id
                where s.id is not null or u.id is not null
                """,
                row -> new Known(row.text("loaded_by"), row.flag("booked"), row.findUuid("job_id")),
                id)
            .filter(found -> sees(caller, found))
            .orElseThrow(() -> NOT_FOUND.because("there is no such statement"));
    return known.booked() ? lines.report(id) : unbooked(id, known);
  }

  private StatementReport unbooked(UUID id, Known known) {
    var job = Optional.ofNullable(known.jobId()).flatMap(jobs::find);
    var state = job.filter(j -> j.state().isFinal()).isPresent() ? State.REFUSED : State.BOOKING;
    return StatementReport.unbooked(id, state, job.map(JobView::errors).orElse(List.of()));
  }

  private static boolean sees(Caller caller, Known known) {
    var staff = caller.has(Role.FINANCE) || caller.has(Role.AUDITOR);
    return known.loadedBy().equals(caller.subject())
        || staff && AreaFilter.of(caller).pattern().length() <= CITY_PATTERN;
  }

  private record Known(String loadedBy, boolean booked, @Nullable UUID jobId) {}

  /** A statement that was taken in, and the job that books it if that lasts. */
  record Taken(StatementReport report, @Nullable URI job) {}
}
