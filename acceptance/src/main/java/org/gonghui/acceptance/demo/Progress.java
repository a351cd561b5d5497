package org.gonghui.acceptance.demo;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far an act is. */
final class Progress implements Steps, AutoCloseable {
  private static final int EVERY_MILLIS = 500;
  private final ProgressBar bar;

  Progress(String title, int steps) {
    bar =
        new ProgressBarBuilder()
            .setTaskName("%-20s".formatted(title))
            .setInitialMax(steps)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(EVERY_MILLIS)
            .build();
  }

  @Override
  public void step() {
    bar.step();
  }

  @Override
  public void close() {
    bar.close();
  }
}
