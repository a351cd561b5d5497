package org.gonghui.insurance.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
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
    var covers =
        sql.list(
            """
            select * from enrolment
            where person_key = ? and status in ('PAID', 'IN_COVER', 'EXPIRED', 'TERMINATED')
              and cover_from < cover_until
            order by cover_from
            """,
            Covers::read,
            person);
    return covers.isEmpty() ? covers : withMoves(person, covers);
  }

  private List<Cover> withMoves(PersonKey person, List<Cover> covers) {
    var moves =
        sql
            .list(
                """
                select t.* from transfer t join enrolment e on e.id = t.enrolment_id
                where e.person_key = ? and t.status = 'APPROVED' order by t.moved_on
                """,
                row -> new EnrolmentMove(row.uuid("enrolment_id"), readMove(row)),
                person)
            .stream()
            .collect(
                Collectors.groupingBy(
                    EnrolmentMove::enrolmentId,
                    Collectors.mapping(EnrolmentMove::move, Collectors.toList())));
    return covers.stream()
        .map(cover -> moved(cover, moves.getOrDefault(cover.enrolmentId(), List.of())))
        .toList();
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
    return new Move(row.date("moved_on"), row.employer("employer"), row.text("area"));
  }

  private record EnrolmentMove(UUID enrolmentId, Move move) {}
}
