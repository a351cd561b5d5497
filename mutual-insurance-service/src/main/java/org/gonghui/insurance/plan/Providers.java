package org.gonghui.insurance.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.insurance.sql.SqlFailure;

/** All designated hospitals. */
@ApplicationScoped
public class Providers {
  private final Sql sql;

  Providers(Sql sql) {
    this.sql = sql;
  }

  /** The hospital of that code, if it was designated on the day. */
  public Optional<Provider> find(String code, LocalDate day) {
    return sql.find(
        "select * from provider where code = ? and designated_from <= ?"
            + " and (designated_until is null or designated_until > ?)",
        Providers::read,
        code,
        day,
        day);
  }

  public List<Provider> list() {
    return sql.list("select * from provider order by code, designated_from", Providers::read);
  }

  /** Adds a designation or corrects the one that starts on the same day. */
  public void put(Provider provider, Instant now) {
    try {
      var changed =
          sql.update(
              "update provider set name = ?, level = ?, area = ?, designated_until = ?,"
                  + " version = version + 1 where code = ? and designated_from = ?",
              provider.name(),
              provider.level(),
              provider.area(),
              provider.designatedUntil(),
              provider.code(),
              provider.designatedFrom());
      if (changed == 0) {
        sql.update(
            "insert into provider (id, code, name, level, area, designated_from,"
                + " designated_until, created_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
            provider.id(),
            provider.code(),
            provider.name(),
            provider.level(),
            provider.area(),
            provider.designatedFrom(),
            provider.designatedUntil(),
            now);
      }
    } catch (SqlFailure e) {
      throw e.isDuplicate()
          ? PlanProblems.PERIODS_OVERLAP.because("provider %s is designated then", provider.code())
          : e;
    }
  }

  private static Provider read(Row row) {
    return new Provider(
        row.uuid("id"),
        row.number("version"),
        row.text("code"),
        row.text("name"),
        row.number("level"),
        row.text("area"),
        row.date("designated_from"),
        row.findDate("designated_until"));
  }
}
