package org.gonghui.insurance.export;

import static org.gonghui.kit.problem.ProblemType.conflict;
import static org.gonghui.kit.problem.ProblemType.invalid;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.insurance.export.Export.Format;
import org.gonghui.insurance.export.Export.Kind;
import org.gonghui.insurance.statistics.FigureRows.Figure;
import org.gonghui.kit.audit.Audit;
import org.gonghui.kit.audit.Audit.Act;
import org.gonghui.kit.http.Answers;
import org.gonghui.kit.idempotency.Idempotent;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.job.Jobs;
import org.gonghui.kit.problem.ProblemType;
import org.gonghui.kit.time.Uuid7;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** How staff take lists away as files. */
@Path("/exports")
@Tag(name = "Statistics")
@RolesAllowed({Role.OFFICER, Role.APPROVER, Role.FINANCE, Role.AUDITOR})
@Transactional
public class ExportResource {
  static final ProblemType INVALID_EXPORT =
      invalid("INVALID_EXPORT", "The export is not possible", "导出请求有误");
  static final ProblemType EXPORT_NOT_READY =
      conflict("EXPORT_NOT_READY", "The file is not written yet", "文件尚未生成");

  private final Exports exports;
  private final ExportFile file;
  private final Jobs jobs;
  private final Audit audit;
  private final Caller caller;
  private final Clock clock;

  ExportResource(
      Exports exports, ExportFile file, Jobs jobs, Audit audit, Caller caller, Clock clock) {
    this.exports = exports;
    this.file = file;
    this.jobs = jobs;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  @POST
  @Idempotent(required = true)
  @Answers(202)
  @Operation(operationId = "startExport", summary = "Write a list to a file; follow its job")
  public RestResponse<ExportView> start(@NotNull @Valid NewExport wanted) {
    var area = Objects.requireNonNullElse(wanted.area(), caller.area());
    caller.requireSees(area);
    if ((wanted.kind() == Kind.FIGURE_ROWS) != (wanted.figure() != null)) {
      throw INVALID_EXPORT.at("/figure", "name a figure for its rows, and only for them");
    }
    var export =
        new Export(
            Uuid7.next(),
            wanted.kind(),
            Objects.requireNonNullElse(wanted.format(), Format.CSV),
            wanted.year(),
            area,
            wanted.figure(),
            clock.instant(),
            caller.subject(),
            0,
            null);
    exports.add(export);
    var job =
        jobs.start(ExportJob.KIND, export.id().toString(), area, new ExportJob.Of(export.id()));
    audit.record(Act.of("export-started", "export", export.id(), area));
    return ResponseBuilder.accepted(ExportView.of(export))
        .header("Location", jobs.locationOf(job))
        .build();
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getExport", summary = "Whether the file is there")
  public ExportView get(@RestPath UUID id) {
    return ExportView.of(exports.requireOf(id, caller.subject()));
  }

  @GET
  @Path("{id}/file")
  @Operation(operationId = "getExportFile", summary = "Fetch the file; the reading is noted")
  public Response file(@RestPath UUID id) {
    var export = exports.requireOf(id, caller.subject());
    if (!export.isFinished()) {
      throw EXPORT_NOT_READY.because("%d rows are written so far", export.rows());
    }
    audit.record(Act.of("export-read", "export", id, export.area()));
    var type =
        switch (export.format()) {
          case CSV -> "text/csv; charset=UTF-8";
          case XLSX -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        };
    var name = "%s-%d.%s".formatted(export.kind(), export.planYear(), export.format());
    return Response.ok(file.of(export))
        .type(type)
        .header(
            "Content-Disposition", "attachment; filename=\"" + name.toLowerCase(Locale.ROOT) + "\"")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  /** Which list, of which year and area. */
  public record NewExport(
      @NotNull Kind kind,
      @Nullable Format format,
      @Min(2000) @Max(2100) int year,
      @Nullable @Pattern(regexp = "\\d{4,12}") String area,
      @Nullable Figure figure) {}

  /** An export as its owner sees it. */
  public record ExportView(
      UUID id, Kind kind, Format format, long rows, @Nullable Instant finishedAt, String file) {
    static ExportView of(Export export) {
      return new ExportView(
          export.id(),
          export.kind(),
          export.format(),
          export.rows(),
          export.finishedAt(),
          "/api/mutual-insurance/v1/exports/" + export.id() + "/file");
    }
  }
}
