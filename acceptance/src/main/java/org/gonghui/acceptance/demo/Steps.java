package org.gonghui.acceptance.demo;

/** Counts what an act has done. */
public interface Steps {
  void step();
}
