package org.gonghui.insurance.statement;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Collections;
import java.util.UUID;
import org.gonghui.insurance.bank.statement.StatementFormat;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.person.Seal;
import org.jspecify.annotations.Nullable;

/** Statements that wait for their job; their bytes are kept sealed, and read part by part. */
@ApplicationScoped
class StatementUploads {
  private static final int PART_BYTES = 1 << 20;

  private final Sql sql;
  private final Seal seal;
  private final Clock clock;

  StatementUploads(Sql sql, Seal seal, Clock clock) {
    this.sql = sql;
    this.seal = seal;
    this.clock = clock;
  }

  void keep(Upload upload, InputStream bytes) {
    sql.update(
        """
        insert into statement_upload (id, format, loaded_by, area, received_at)
        values (?, ?, ?, ?, ?)
        """,
        upload.id(),
        upload.format(),
        upload.loadedBy(),
        upload.area(),
        clock.instant());
    try {
      var no = 0;
      for (var part = bytes.readNBytes(PART_BYTES);
          part.length > 0;
          part = bytes.readNBytes(PART_BYTES)) {
        sql.update(
            "insert into statement_part (upload_id, part, content) values (?, ?, ?)",
            upload.id(),
            no++,
            seal.seal(new String(part, ISO_8859_1)));
      }
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  void startJob(UUID id, UUID jobId) {
    sql.update("update statement_upload set job_id = ? where id = ?", jobId, id);
  }

  Upload require(UUID id) {
    return sql.find("select * from statement_upload where id = ?", StatementUploads::read, id)
        .orElseThrow(() -> NOT_FOUND.because("there is no such statement"));
  }

  /** The bytes as they came; each part is fetched when it is reached. */
  InputStream read(UUID id) {
    var parts =
        sql.list(
            "select part from statement_part where upload_id = ? order by part",
            row -> row.number("part"),
            id);
    return new SequenceInputStream(
        Collections.enumeration(
            parts.stream().map(part -> (InputStream) new Part(id, part)).toList()));
  }

  void forget(UUID id) {
    sql.update("delete from statement_part where upload_id = ?", id);
  }

  private byte[] part(UUID id, int part) {
    return sql.list(
            "select content from statement_part where upload_id = ? and part = ?",
            row -> seal.open(row.bytes("content")).getBytes(ISO_8859_1),
            id,
            part)
        .getFirst();
  }

  private static Upload read(Row row) {
    return new Upload(
        row.uuid("id"),
        row.choice(StatementFormat.class, "format"),
        row.text("loaded_by"),
        row.text("area"));
  }

  /** A statement as it came in, and who answers for it. */
  record Upload(UUID id, StatementFormat format, String loadedBy, String area) {}

  /** One part, opened when its first byte is asked for and let go after its last. */
  private final class Part extends InputStream {
    private final UUID id;
    private final int number;
    private @Nullable InputStream bytes;

    Part(UUID id, int number) {
      this.id = id;
      this.number = number;
    }

    @Override
    public int read() throws IOException {
      return opened().read();
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      return opened().read(into, from, length);
    }

    @Override
    public void close() {
      bytes = InputStream.nullInputStream();
    }

    private InputStream opened() {
      if (bytes == null) {
        bytes = new ByteArrayInputStream(part(id, number));
      }
      return bytes;
    }
  }
}
