package org.gonghui.gateway.usage;

import static java.util.Objects.requireNonNull;
import static org.gonghui.kit.identity.Role.AUDITOR;
import static org.gonghui.kit.identity.Role.OPS;
import static org.gonghui.kit.problem.Problems.INVALID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.kit.identity.AreaFilter;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.paging.Page;
import org.gonghui.kit.paging.PageRequest;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What keys did, per day and route. */
@Path("/usage")
@Tag(name = "Usage")
@RolesAllowed({OPS, AUDITOR})
public class UsageResource {
  private static final int LONGEST_DAYS = 400;
  private static final String BY_DAY =
      """
      select u.day, u.key_uid, p.uid as partner, u.route, u.requests, u.refused
        from key_usage u
        join partner_key k on k.uid = u.key_uid
        join partner p on p.id = k.partner_id
       where u.day between ? and ? and p.area like ?
         and (?::uuid is null or u.key_uid = ?::uuid) and (?::uuid is null or p.uid = ?::uuid)
         and (?::date is null or (u.day, u.key_uid, u.route) > (?::date, ?::uuid, ?::text))
       order by u.day, u.key_uid, u.route limit ?
      """;

  private final DataSource database;
  private final Caller caller;

  UsageResource(DataSource database, Caller caller) {
    this.database = database;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "listUsage",
      summary = "List how often keys were used, per day and service; today's count is seconds old")
  public Page<UsageView> list(
      @RestQuery @NotNull LocalDate from,
      @RestQuery @NotNull LocalDate to,
      @RestQuery @Nullable UUID key,
      @RestQuery @Nullable UUID partner,
      @Valid @BeanParam PageRequest page)
      throws SQLException {
    if (to.isBefore(from) || from.plusDays(LONGEST_DAYS).isBefore(to)) {
      throw INVALID.at("to", "lies 0 to %d days after from".formatted(LONGEST_DAYS));
    }
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(BY_DAY)) {
      query.setObject(1, from);
      query.setObject(2, to);
      query.setString(3, AreaFilter.of(caller).pattern());
      query.setObject(4, key);
      query.setObject(5, key);
      query.setObject(6, partner);
      query.setObject(7, partner);
      bindPlace(query, page.after(Place.class));
      query.setInt(12, page.size() + 1);
      try (var rows = query.executeQuery()) {
        return Page.of(read(rows), page, row -> new Place(row.day(), row.keyId(), row.service()));
      }
    }
  }

  private static void bindPlace(PreparedStatement query, @Nullable Place after)
      throws SQLException {
    query.setObject(8, after == null ? null : after.day());
    query.setObject(9, after == null ? null : after.day());
    query.setObject(10, after == null ? null : after.key());
    query.setObject(11, after == null ? null : after.service());
  }

  private static List<UsageView> read(ResultSet rows) throws SQLException {
    var views = new ArrayList<UsageView>();
    while (rows.next()) {
      views.add(
          new UsageView(
              rows.getObject("day", LocalDate.class),
              rows.getObject("partner", UUID.class),
              rows.getObject("key_uid", UUID.class),
              rows.getString("route"),
              rows.getLong("requests"),
              rows.getLong("refused")));
    }
    return views;
  }

  /** Requests of one key to one service on one day; refused are those over a limit. */
  public record UsageView(
      LocalDate day, UUID partnerId, UUID keyId, String service, long requests, long refused) {}

  /** Where a page ended. */
  record Place(LocalDate day, UUID key, String service) {
    Place {
      requireNonNull(day);
      requireNonNull(key);
      requireNonNull(service);
    }
  }
}
