package org.gonghui.insurance.household;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.person.PersonKey;

/** Marks and unmarks the people of households in aid: the union pays their next enrolment. */
@ApplicationScoped
class UnionPaidMarks {
  private final Sql sql;

  UnionPaidMarks(Sql sql) {
    this.sql = sql;
  }

  /** Exactly these persons of a file are marked; people not yet known are marked when they come. */
  void mark(UUID fileId, List<PersonKey> persons) {
    unmark(fileId);
    for (var person : persons) {
      sql.update(
          "insert into union_paid_mark (person_key, file_id) values (?, ?) on conflict do nothing",
          person,
          fileId);
    }
    refresh(persons.stream().map(PersonKey::value).toArray(String[]::new));
  }

  void change(UUID fileId, List<PersonKey> joined, List<PersonKey> left) {
    for (var person : left) {
      sql.update(
          "delete from union_paid_mark where person_key = ? and file_id = ?", person, fileId);
    }
    for (var person : joined) {
      sql.update(
          "insert into union_paid_mark (person_key, file_id) values (?, ?) on conflict do nothing",
          person,
          fileId);
    }
    refresh(
        Stream.concat(joined.stream(), left.stream()).map(PersonKey::value).toArray(String[]::new));
  }

  void unmark(UUID fileId) {
    var freed =
        sql.list(
            "delete from union_paid_mark where file_id = ? returning person_key",
            row -> row.text("person_key"),
            fileId);
    refresh(freed.toArray(String[]::new));
  }

  private void refresh(String[] persons) {
    sql.update(
        """
        update person p set version = version + 1, union_paid = exists (
          select from union_paid_mark m where m.person_key = p.person_key)
        where p.person_key = any (?) and p.union_paid <> exists (
          select from union_paid_mark m where m.person_key = p.person_key)
        """,
        (Object) persons);
  }
}
