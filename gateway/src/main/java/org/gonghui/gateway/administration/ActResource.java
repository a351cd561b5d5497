package org.gonghui.gateway.administration;

import static java.util.Objects.requireNonNull;
import static org.gonghui.kit.identity.Role.AUDITOR;
import static org.gonghui.kit.identity.Role.OPS;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.kit.identity.AreaFilter;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.paging.Page;
import org.gonghui.kit.paging.PageRequest;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Who did what to partners and keys, when, and why. */
@Path("/acts")
@Tag(name = "Audit")
@RolesAllowed({OPS, AUDITOR})
public class ActResource {
  private static final String NEWEST_FIRST =
      """
      select at, chain, seq, actor_name, action, subject_type, subject_id, reason, request_id,
             after_json
        from audit_entry
       where area like ? and (?::uuid is null or subject_id = ?::uuid)
         and (?::timestamptz is null or (at, chain, seq) < (?::timestamptz, ?::int, ?::bigint))
       order by at desc, chain desc, seq desc limit ?
      """;

  private final DataSource database;
  private final Caller caller;

  ActResource(DataSource database, Caller caller) {
    this.database = database;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "listActs",
      summary = "List what was done to partners and keys, newest first")
  public Page<ActView> list(@RestQuery @Nullable UUID subject, @Valid @BeanParam PageRequest page)
      throws SQLException {
    var after = page.after(Place.class);
    var at = after == null ? null : after.at().atOffset(ZoneOffset.UTC);
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(NEWEST_FIRST)) {
      query.setString(1, AreaFilter.of(caller).pattern());
      query.setObject(2, subject);
      query.setObject(3, subject);
      query.setObject(4, at);
      query.setObject(5, at);
      query.setInt(6, after == null ? 0 : after.chain());
      query.setLong(7, after == null ? 0 : after.seq());
      query.setInt(8, page.size() + 1);
      try (var rows = query.executeQuery()) {
        return Page.of(read(rows), page, act -> new Place(act.at(), act.chain(), act.seq()));
      }
    }
  }

  private static List<ActView> read(ResultSet rows) throws SQLException {
    var acts = new ArrayList<ActView>();
    while (rows.next()) {
      acts.add(
          new ActView(
              rows.getObject("at", OffsetDateTime.class).toInstant(),
              rows.getString("actor_name"),
              rows.getString("action"),
              rows.getString("subject_type"),
              rows.getObject("subject_id", UUID.class),
              rows.getString("reason"),
              rows.getString("request_id"),
              rows.getString("after_json"),
              rows.getInt("chain"),
              rows.getLong("seq")));
    }
    return acts;
  }

  /** One act; chain and number are its place in the chained trail. */
  public record ActView(
      Instant at,
      String actor,
      String action,
      String subjectType,
      UUID subjectId,
      @Nullable String reason,
      String requestId,
      @JsonRawValue @Schema(implementation = Object.class) String after,
      int chain,
      long seq) {}

  /** Where a page ended. */
  record Place(Instant at, int chain, long seq) {
    Place {
      requireNonNull(at);
    }
  }
}
