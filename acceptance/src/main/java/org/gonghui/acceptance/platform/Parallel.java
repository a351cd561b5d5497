package org.gonghui.acceptance.platform;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Many callers at once; the first failure stops the rest. */
public final class Parallel {
  private Parallel() {}

  public static <T> void each(int callers, Stream<T> things, Consumer<T> act) {
    var failed = new AtomicBoolean();
    try (var pool = Executors.newFixedThreadPool(callers)) {
      List<? extends Future<?>> acts =
          things
              .<Future<?>>map(
                  thing ->
                      pool.submit(
                          () -> {
                            if (!failed.get()) {
                              attempt(act, thing, failed);
                            }
                          }))
              .toList();
      for (var done : acts) {
        done.get();
      }
    } catch (ExecutionException cause) {
      throw cause.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException(cause.getCause());
    } catch (InterruptedException cause) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", cause);
    }
  }

  private static <T> void attempt(Consumer<T> act, T thing, AtomicBoolean failed) {
    try {
      act.accept(thing);
    } catch (RuntimeException cause) {
      failed.set(true);
      throw cause;
    }
  }
}
