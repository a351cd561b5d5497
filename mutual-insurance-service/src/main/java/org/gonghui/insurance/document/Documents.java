package org.gonghui.insurance.document;

import static org.gonghui.insurance.document.MediaType.DOCUMENT_TOO_LARGE;
import static org.gonghui.insurance.document.MediaType.TOO_MANY_DOCUMENTS;
import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.person.Seal;
import org.gonghui.kit.time.Uuid7;

/** All papers of claims, encrypted. */
@ApplicationScoped
public class Documents {
  private static final int MOST_BYTES = 10 * 1024 * 1024;
  private static final int MOST_FILES = 20;

  private final Sql sql;
  private final Seal seal;
  private final Clock clock;

  Documents(Sql sql, Seal seal, Clock clock) {
    this.sql = sql;
    this.seal = seal;
    this.clock = clock;
  }

  public Document add(UUID claimId, DocumentKind kind, byte[] content, String by) {
    if (content.length > MOST_BYTES) {
      throw DOCUMENT_TOO_LARGE.because("%d bytes", content.length);
    }
    var media = MediaType.of(content);
    if (of(claimId).size() >= MOST_FILES) {
      throw TOO_MANY_DOCUMENTS.because("there are %d", MOST_FILES);
    }
    var document = new Document(Uuid7.next(), kind, media.type(), content.length, clock.instant());
    sql.update(
        "insert into claim_document (id, claim_id, kind, media_type, size, content, uploaded_by,"
            + " created_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
        document.id(),
        claimId,
        kind,
        document.mediaType(),
        document.size(),
        seal.seal(Base64.getEncoder().encodeToString(content)),
        by,
        document.createdAt());
    return document;
  }

  public List<Document> of(UUID claimId) {
    return sql.list(
        "select id, kind, media_type, size, created_at from claim_document where claim_id = ?"
            + " order by id",
        Documents::read,
        claimId);
  }

  public Set<DocumentKind> heldFor(UUID claimId) {
    return of(claimId).stream().map(Document::kind).collect(Collectors.toSet());
  }

  public byte[] content(UUID claimId, UUID id) {
    return sql.find(
            "select content from claim_document where claim_id = ? and id = ?",
            row -> Base64.getDecoder().decode(seal.open(row.bytes("content"))),
            claimId,
            id)
        .orElseThrow(() -> NOT_FOUND.because("there is no such document"));
  }

  private static Document read(Row row) {
    return new Document(
        row.uuid("id"),
        row.choice(DocumentKind.class, "kind"),
        row.text("media_type"),
        row.number("size"),
        row.instant("created_at"));
  }

  /** A paper, without its content. */
  public record Document(
      UUID id, DocumentKind kind, String mediaType, int size, Instant createdAt) {}
}
