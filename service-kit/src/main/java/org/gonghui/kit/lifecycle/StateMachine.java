package org.gonghui.kit.lifecycle;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * A life cycle as a table, for frontends to draw. Each service produces one bean of it per
 * aggregate; the first constant of the enum is where things begin.
 */
public record StateMachine(String name, String initial, List<State> states) {

  public static <S extends Enum<S> & LifeCycle<S>> StateMachine of(String name, Class<S> status) {
    return of(name, status, LifeCycle::next);
  }

  /** For an enum that tells its moves in its own way. */
  public static <S extends Enum<S>> StateMachine of(
      String name, Class<S> status, Function<S, ? extends Collection<S>> next) {
    var states =
        Arrays.stream(status.getEnumConstants()).map(s -> State.of(s, next.apply(s))).toList();
    return new StateMachine(name, states.getFirst().name(), states);
  }

  /** One row of it. */
  public record State(String name, List<String> next, boolean isEnd) {
    static <S extends Enum<S>> State of(S status, Collection<S> next) {
      return new State(
          status.name(), next.stream().sorted().map(Enum::name).toList(), next.isEmpty());
    }
  }
}
