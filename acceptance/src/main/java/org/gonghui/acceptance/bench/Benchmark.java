package org.gonghui.acceptance.bench;

import java.util.List;
import org.gonghui.acceptance.measure.Result;

/** One question about speed and what is measured to answer it. */
public interface Benchmark {
  String name();

  List<Result> run(Workbench bench);
}
