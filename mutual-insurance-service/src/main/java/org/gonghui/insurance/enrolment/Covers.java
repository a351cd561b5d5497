package org.gonghui.insurance.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.gonghui.insurance.enrolment.Cover.Move;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.person.PersonKey;

/** Who is covered when. */
@ApplicationScoped
public class Covers {
  private final Sql sql;

  Covers(Sql sql) {
    this.sql = sql;
  }

  /** The paid covers of a person that have at least one day, oldest first. */
  public List<Cover> of(PersonKey person) {
    var moves = new LinkedHashMap<Cover, List<Move>>();
    sql.each(
        """
        select e.*, t.moved_on, t.employer as next_employer, t.area as next_area
        from enrolment e
        left join transfer t on t.enrolment_id = e.id and t.status = 'APPROVED'
        where e.person_key = ? and e.status in ('PAID', 'IN_COVER', 'EXPIRED', 'TERMINATED')
          and e.cover_from < e.cover_until
        order by e.cover_from, t.moved_on
        """,
        row -> {
          var of = moves.computeIfAbsent(read(row), _ -> new ArrayList<>());
          if (row.findDate("moved_on") != null) {
            of.add(readMove(row));
          }
        },
        person);
    return moves.entrySet().stream().map(e -> moved(e.getKey(), e.getValue())).toList();
  }

  private static Cover moved(Cover cover, List<Move> moves) {
    return new Cover(
        cover.enrolmentId(),
        cover.planCode(),
        cover.planYear(),
        cover.from(),
        cover.until(),
        cover.area(),
        cover.employer(),
        cover.renewed(),
        moves);
  }

  private static Cover read(Row row) {
    return new Cover(
        row.uuid("id"),
        row.text("plan_code"),
        row.number("plan_year"),
        row.date("cover_from"),
        row.date("cover_until"),
        row.text("area"),
        row.employer("employer"),
        row.flag("renewed"));
  }

  private static Move readMove(Row row) {
    return new Move(row.date("moved_on"), row.employer("next_employer"), row.text("next_area"));
  }
}
