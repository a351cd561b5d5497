package org.gonghui.kit.audit;

import static org.gonghui.kit.identity.Role.AUDITOR;
import static org.gonghui.kit.identity.Role.OPS;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.kit.identity.AreaFilter;
import org.gonghui.kit.identity.Caller;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What auditors ask the audit trail. */
@Path("/audit")
@Tag(name = "Audit")
@RolesAllowed(AUDITOR)
public class AuditResource {
  private static final String OF_SUBJECT =
      """
      select * from audit_entry where subject_id = ? and area like ?
      order by at, chain, seq limit 1000
      """;

  private final AuditWalk walk;
  private final DataSource database;
  private final Caller caller;

  AuditResource(AuditWalk walk, DataSource database, Caller caller) {
    this.walk = walk;
    this.database = database;
    this.caller = caller;
  }

  @GET
  @Path("verification")
  @RolesAllowed({AUDITOR, OPS})
  @Operation(
      operationId = "verifyAudit",
      summary = "Walk the hash chains and report the first break")
  public VerificationView verify() {
    var found = walk.verify();
    var broken = found.firstBreak();
    return new VerificationView(
        found.intact(),
        found.entries(),
        found.headsDigest(),
        broken == null
            ? null
            : new BreakView(broken.chain(), broken.seq(), broken.reason().name()));
  }

  @GET
  @Path("entries")
  @Operation(
      operationId = "listAuditEntries",
      summary = "List what was done to one thing, in order; at most 1,000 entries")
  public List<EntryView> entries(@RestQuery @NotNull UUID subject) throws SQLException {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(OF_SUBJECT)) {
      query.setObject(1, subject);
      query.setString(2, AreaFilter.of(caller).pattern());
      try (var rows = query.executeQuery()) {
        var entries = new ArrayList<EntryView>();
        while (rows.next()) {
          entries.add(EntryView.of(AuditWalk.entry(rows)));
        }
        return entries;
      }
    }
  }

  /** Whether the trail is what was written; keep the digest of the chains' heads elsewhere. */
  public record VerificationView(
      boolean intact, long entries, String headsDigest, @Nullable BreakView firstBreak) {}

  /** The first place that is not: {@code CHANGED} or {@code MISSING}. */
  public record BreakView(int chain, long seq, String reason) {}

  /** One act; before and after hold masked values. */
  public record EntryView(
      Instant at,
      String actor,
      String roles,
      String action,
      String subjectType,
      UUID subjectId,
      String area,
      @Nullable String reason,
      String requestId,
      @JsonRawValue @Schema(implementation = Object.class) String before,
      @JsonRawValue @Schema(implementation = Object.class) String after) {
    static EntryView of(AuditEntry entry) {
      return new EntryView(
          entry.at(),
          entry.actorName(),
          entry.roles(),
          entry.action(),
          entry.subjectType(),
          entry.subjectId(),
          entry.area(),
          entry.reason(),
          entry.requestId(),
          entry.beforeJson(),
          entry.afterJson());
    }
  }
}
