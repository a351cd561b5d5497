package org.gonghui.acceptance.demo;

/** One part of the play; playing it again changes nothing. */
public interface Act {
  String title();

  /** How many steps the progress display shows. */
  int steps(Stage stage);

  void play(Stage stage, Steps steps);
}
