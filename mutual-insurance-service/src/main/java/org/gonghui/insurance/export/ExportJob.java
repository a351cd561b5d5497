package org.gonghui.insurance.export;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.gonghui.kit.job.JobHandler;
import org.gonghui.kit.job.JobRun;

/** Writes an export portion by portion; a killed one goes on after its last part. */
@Singleton
public class ExportJob implements JobHandler<ExportJob.Of> {
  static final String KIND = "export";
  private static final int AT_ONCE = 2_000;

  private final Exports exports;
  private final ExportRows rows;

  ExportJob(Exports exports, ExportRows rows) {
    this.exports = exports;
    this.rows = rows;
  }

  /** Which export. */
  public record Of(UUID exportId) {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Class<Of> parameters() {
    return Of.class;
  }

  @Override
  public StepResult step(JobRun<Of> run) {
    var export = exports.require(run.parameters().exportId());
    var cursor = run.cursor();
    var found = rows.after(export, cursor == null ? null : UUID.fromString(cursor), AT_ONCE);
    if (!found.isEmpty()) {
      exports.addPart(export.id(), found);
      run.moveTo(found.getLast().getFirst());
    }
    var done = export.rows() + found.size();
    run.progress(done, done);
    if (found.size() == AT_ONCE) {
      return StepResult.MORE;
    }
    exports.finish(export.id());
    return StepResult.DONE;
  }
}
