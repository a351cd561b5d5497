package org.gonghui.insurance.batch;

import static org.gonghui.insurance.batch.BatchProblems.BATCH_ACTIVE;
import static org.gonghui.insurance.sheet.SheetProblems.FILE_TOO_LARGE;
import static org.gonghui.insurance.sheet.SheetProblems.TOO_MANY_ROWS;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.gonghui.insurance.batch.EnrolmentBatch.Mode;
import org.gonghui.insurance.roster.RosterHeader;
import org.gonghui.insurance.roster.RosterProblems;
import org.gonghui.insurance.sheet.Content;
import org.gonghui.insurance.sheet.Sheet;
import org.gonghui.insurance.sheet.SheetLayout.Format;
import org.gonghui.insurance.sheet.SheetLimits;
import org.gonghui.kit.job.Jobs;

/** Takes a roster in: once per bytes and employer, refused at once if it is no roster. */
@ApplicationScoped
class RosterIntake {
  private static final SheetLimits LIMITS = SheetLimits.defaults();
  private static final long SMALL_BYTES = 192 << 10;
  private static final int MOST_AT_ONCE = 20_000;

  private final EnrolmentBatches batches;
  private final RosterParts parts;
  private final RosterCheck check;
  private final Jobs jobs;

  RosterIntake(EnrolmentBatches batches, RosterParts parts, RosterCheck check, Jobs jobs) {
    this.batches = batches;
    this.parts = parts;
    this.check = check;
    this.jobs = jobs;
  }

  /** The batch of these bytes, and whether it was there before. */
  record Taken(EnrolmentBatch batch, boolean repeated) {}

  Taken take(EnrolmentBatch batch, byte[] bytes) {
    try {
      return take(batch, bytes.length, () -> new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Taken take(EnrolmentBatch batch, Path file) {
    try {
      return take(batch, Files.size(file), () -> Files.newInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Taken take(EnrolmentBatch batch, long bytes, Content content) throws IOException {
    requireSize(bytes);
    var sha256 = sha256(content);
    var same = same(batch, sha256);
    if (same.isPresent()) {
      return new Taken(same.get(), true);
    }
    requireReadable(batch, content);
    if (!batches.add(batch, sha256)) {
      return same(batch, sha256)
          .map(found -> new Taken(found, true))
          .orElseThrow(() -> active(batch));
    }
    if (bytes <= SMALL_BYTES) {
      try (var sheet = Sheet.open(content, LIMITS)) {
        check.checkWhole(batch, sheet);
      }
    } else {
      parts.keep(batch.id(), content);
      var job =
          jobs.start(
              CheckJob.KIND, batch.id().toString(), batch.area(), new CheckJob.Of(batch.id()));
      batches.startJob(batch.id(), job);
    }
    return new Taken(batches.require(batch.id()), false);
  }

  void correct(EnrolmentBatch batch, Path file) {
    batch.requireMayBecome(BatchStatus.CHECKING);
    try {
      requireSize(Files.size(file));
      batches.move(batch, BatchStatus.CHECKING);
      try (var sheet = Sheet.open(() -> Files.newInputStream(file), LIMITS)) {
        check.correct(batch, sheet);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private java.util.Optional<EnrolmentBatch> same(EnrolmentBatch batch, String sha256) {
    return batches.findSameBytes(batch.employer(), batch.planCode(), batch.planYear(), sha256);
  }

  private RuntimeException active(EnrolmentBatch batch) {
    var problem = BATCH_ACTIVE.because("apply or cancel the other roster of %d", batch.planYear());
    return batches
        .findActive(batch.employer(), batch.planCode(), batch.planYear())
        .map(other -> problem.with("batchId", other.id()))
        .orElse(problem);
  }

  /** Reads a text file once through, which is quick, and of a workbook the head. */
  private static void requireReadable(EnrolmentBatch batch, Content content) throws IOException {
    try (var sheet = Sheet.open(content, LIMITS)) {
      var _ = RosterHeader.find(sheet);
      var most = batch.mode() == Mode.ALL_OR_NOTHING ? MOST_AT_ONCE : LIMITS.rows();
      var wholly = sheet.layout().format() == Format.CSV || batch.mode() == Mode.ALL_OR_NOTHING;
      var rows = 0;
      while (sheet.next() != null) {
        if (++rows > most) {
          throw TOO_MANY_ROWS.because("at most %d rows", most);
        }
        if (!wholly) {
          return;
        }
      }
      if (rows == 0) {
        throw RosterProblems.NO_ROWS.because("there is nobody below the header");
      }
    }
  }

  private static void requireSize(long bytes) {
    if (bytes > LIMITS.bytes()) {
      throw FILE_TOO_LARGE.because("at most %d bytes", LIMITS.bytes());
    }
  }

  private static String sha256(Content content) throws IOException {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      try (InputStream bytes = new DigestInputStream(content.open(), digest)) {
        bytes.transferTo(java.io.OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
