package org.gonghui.acceptance.demo;

/** Counts what an act has done. */
interface Steps {
  void step();
}
