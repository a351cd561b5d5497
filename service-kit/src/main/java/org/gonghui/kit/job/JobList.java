package org.gonghui.kit.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The jobs of an area, the newest first. */
@ApplicationScoped
class JobList {
  private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");
  private static final String ALL =
      "select * from job where area like ? and id < ? order by id desc limit ?";
  private static final String UNFINISHED =
      """
      select * from job where state in ('QUEUED', 'RUNNING') and area like ? and id < ?
      order by id desc limit ?
      """;

  private final DataSource database;
  private final JobTable table;

  JobList(DataSource database, JobTable table) {
    this.database = database;
    this.table = table;
  }

  List<JobView> below(String area, boolean unfinished, @Nullable UUID before, int limit) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(unfinished ? UNFINISHED : ALL)) {
      query.setString(1, area + "%");
      query.setObject(2, before == null ? LAST : before);
      query.setInt(3, limit);
      var found = new ArrayList<JobView>();
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(table.read(rows).view());
        }
      }
      return found;
    } catch (SQLException cause) {
      throw new IllegalStateException("the jobs cannot be listed", cause);
    }
  }
}
