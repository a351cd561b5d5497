package org.gonghui.insurance.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.gonghui.insurance.member.Identities;
import org.gonghui.insurance.sheet.Content;
import org.gonghui.insurance.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Keeps an uploaded file sealed in parts until its rows are read, and reads it part by part. */
@ApplicationScoped
class RosterParts {
  private static final int PART_BYTES = 1 << 20;

  private final Sql sql;
  private final Identities identities;

  RosterParts(Sql sql, Identities identities) {
    this.sql = sql;
    this.identities = identities;
  }

  void keep(UUID batchId, Content content) throws IOException {
    try (var bytes = content.open()) {
      var no = 0;
      for (var part = bytes.readNBytes(PART_BYTES);
          part.length > 0;
          part = bytes.readNBytes(PART_BYTES)) {
        sql.update(
            "insert into roster_part (batch_id, part, content) values (?, ?, ?)",
            batchId,
            no++,
            identities.sealText(new String(part, StandardCharsets.ISO_8859_1)));
      }
    }
  }

  Content read(UUID batchId) {
    return () -> new SequenceInputStream(new Parts(batchId));
  }

  void forget(UUID batchId) {
    sql.update("delete from roster_part where batch_id = ?", batchId);
  }

  /** The parts one after another; each is fetched when it is reached. */
  private final class Parts implements Enumeration<InputStream> {
    private final UUID batchId;
    private int next;
    private byte @Nullable [] ahead;

    Parts(UUID batchId) {
      this.batchId = batchId;
      fetch();
    }

    @Override
    public boolean hasMoreElements() {
      return ahead != null;
    }

    @Override
    public InputStream nextElement() {
      var part = ahead;
      if (part == null) {
        throw new NoSuchElementException();
      }
      fetch();
      return new ByteArrayInputStream(part);
    }

    private void fetch() {
      ahead =
          sql.find(
                  "select content from roster_part where batch_id = ? and part = ?",
                  row -> row.bytes("content"),
                  batchId,
                  next++)
              .map(kept -> identities.openText(kept).getBytes(StandardCharsets.ISO_8859_1))
              .orElse(null);
    }
  }
}
