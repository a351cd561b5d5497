package org.gonghui.local.process;

import org.jspecify.annotations.Nullable;

/** Why a server could not be started or stopped, in one sentence for the person at the terminal. */
public final class ServerFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ServerFailure(String sentence) {
    this(sentence, null);
  }

  public ServerFailure(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
