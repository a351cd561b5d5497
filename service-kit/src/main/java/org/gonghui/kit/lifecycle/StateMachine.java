package org.gonghui.kit.lifecycle;

import java.util.Arrays;
import java.util.List;

/**
 * A life cycle as a table, for frontends to draw. Each service produces one bean of it per
 * aggregate; the first constant of the enum is where things begin.
 */
public record StateMachine(String name, String initial, List<State> states) {

  public static <S extends Enum<S> & LifeCycle<S>> StateMachine of(String name, Class<S> status) {
    var constants = status.getEnumConstants();
    return new StateMachine(
        name, constants[0].name(), Arrays.stream(constants).map(State::of).toList());
  }

  /** One row of it. */
  public record State(String name, List<String> next, boolean isEnd) {
    static <S extends Enum<S> & LifeCycle<S>> State of(S status) {
      var next = status.next().stream().sorted().map(Enum::name).toList();
      return new State(status.name(), next, next.isEmpty());
    }
  }
}
