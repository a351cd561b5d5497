package org.gonghui.kit.concurrency;

import static org.gonghui.kit.problem.Problems.BUSY;
import static org.gonghui.kit.problem.Problems.INVALID;
import static org.gonghui.kit.problem.Problems.STALE_VERSION;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.transaction.xa.XAException;
import org.gonghui.kit.problem.HttpProblems;
import org.gonghui.kit.problem.Problem;
import org.hibernate.StaleStateException;

/** What a failure of the database means to the caller, however deep it is wrapped. */
public final class StoreFaults {
  private static final Set<String> COLLISIONS = Set.of("40P01", "40001");

  private StoreFaults() {}

  /** Whether the same transaction may simply be tried again. */
  public static boolean isCollision(Throwable failure) {
    return causes(failure)
        .anyMatch(cause -> cause instanceof SQLException sql && COLLISIONS.contains(stateOf(sql)));
  }

  /** The refusal that the failure carries or stands for, if it is one. */
  public static Optional<Problem> refusalIn(Throwable failure) {
    return causes(failure)
        .flatMap(cause -> refusal(cause).stream())
        .findFirst()
        .or(() -> isLost(failure) ? Optional.of(busy()) : Optional.empty());
  }

  /** The connection broke before the commit was known; the same request may be sent again. */
  private static boolean isLost(Throwable failure) {
    return causes(failure).anyMatch(XAException.class::isInstance);
  }

  private static Optional<Problem> refusal(Throwable cause) {
    return switch (cause) {
      case Problem problem -> Optional.of(problem);
      case OptimisticLockException _ -> Optional.of(stale());
      case StaleStateException _ -> Optional.of(stale());
      case SQLException sql -> ofState(stateOf(sql));
      default -> Optional.empty();
    };
  }

  private static Optional<Problem> ofState(String state) {
    return switch (state) {
      case "23505", "23P01" ->
          Optional.of(HttpProblems.DUPLICATE.because("a record with this key exists already"));
      case "23503", "23514" ->
          Optional.of(HttpProblems.DUPLICATE.because("another change came in between, read again"));
      case "22001", "22003", "22007", "22008", "22021", "22P05" ->
          Optional.of(INVALID.because("a value cannot be stored: too long or not a character"));
      case "40P01", "40001", "55P03", "57014", "57P01", "57P03", "53300" -> Optional.of(busy());
      default -> state.startsWith("08") ? Optional.of(busy()) : Optional.empty();
    };
  }

  private static Problem stale() {
    return STALE_VERSION.because("somebody changed it at the same time, read it again");
  }

  private static Problem busy() {
    return BUSY.because("the store is busy with others, try again");
  }

  private static String stateOf(SQLException failure) {
    var state = failure.getSQLState();
    return state == null ? "" : state;
  }

  /** A failure at commit is suppressed, not a cause, so both are looked at. */
  private static Stream<Throwable> causes(Throwable failure) {
    var seen = Collections.<Throwable>newSetFromMap(new IdentityHashMap<>());
    return walk(failure, seen);
  }

  private static Stream<Throwable> walk(Throwable failure, Set<Throwable> seen) {
    if (!seen.add(failure)) {
      return Stream.empty();
    }
    var below =
        Stream.concat(Stream.ofNullable(failure.getCause()), Stream.of(failure.getSuppressed()));
    return Stream.concat(Stream.of(failure), below.flatMap(cause -> walk(cause, seen)));
  }
}
