package org.gonghui.aid.jobaid;

import static org.gonghui.aid.jobaid.JobAidProblems.FAIR_UNKNOWN;
import static org.gonghui.aid.jobaid.JobAidProblems.NOT_HELD_YET;
import static org.gonghui.aid.jobaid.JobAidProblems.SERVICE_EXISTS;
import static org.gonghui.kit.identity.Role.AUDITOR;
import static org.gonghui.kit.identity.Role.OFFICER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.aid.person.Named;
import org.gonghui.aid.person.Persons;
import org.gonghui.kit.area.Areas;
import org.gonghui.kit.idempotency.Idempotent;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.paging.Page;
import org.gonghui.kit.paging.PageRequest;
import org.gonghui.kit.person.PersonKey;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Fairs, and services to persons. */
@Path("/")
@Tag(name = "Job aid")
@RolesAllowed(OFFICER)
@Transactional
@Idempotent
public class JobAidResource {
  private static final int CITY = 4;

  private final JobHelps helps;
  private final Persons persons;
  private final Areas areas;
  private final Caller caller;
  private final Clock clock;

  JobAidResource(JobHelps helps, Persons persons, Areas areas, Caller caller, Clock clock) {
    this.helps = helps;
    this.persons = persons;
    this.areas = areas;
    this.caller = caller;
    this.clock = clock;
  }

  @POST
  @Path("job-fairs")
  @ResponseStatus(201)
  @Operation(operationId = "announceJobFair", summary = "Announce a fair, or record a past one")
  public FairView announce(@NotNull @Valid NewFair fair) {
    caller.requireSees(fair.area());
    areas.requireOn(fair.area(), fair.heldOn());
    var announced =
        new JobFair(fair.area(), fair.name(), fair.heldOn(), fair.place(), fair.employers());
    helps.add(announced);
    return FairView.of(announced);
  }

  @GET
  @Path("job-fairs")
  @RolesAllowed("**")
  @Operation(operationId = "listJobFairs", summary = "List the fairs of the city, oldest first")
  public Page<FairView> fairs(@Valid @BeanParam PageRequest page) {
    var found = helps.fairs(city(), page.after(UUID.class), page.size() + 1);
    return Page.of(found.stream().map(FairView::of).toList(), page, FairView::id);
  }

  @POST
  @Path("job-services")
  @ResponseStatus(201)
  @Operation(
      operationId = "recordJobService",
      summary = "Record a service to a person, once per kind, day and fair")
  public HelpView record(@NotNull @Valid NewHelp help) {
    caller.requireSees(help.area());
    areas.requireOn(help.area(), help.on());
    if (help.on().isAfter(LocalDate.now(clock))) {
      throw NOT_HELD_YET.at("/on", "lies in the future");
    }
    if (help.fairId() != null && !helps.isHeld(help.fairId(), help.on(), city())) {
      throw FAIR_UNKNOWN.at("/fairId", "no such fair on that day");
    }
    var person = persons.ensure(help.person(), "/person");
    if (helps.exists(person.personKey(), help.kind(), help.on(), help.fairId())) {
      throw SERVICE_EXISTS.because("a %s of that day is recorded", help.kind());
    }
    var given =
        new JobHelp(
            person.personKey(),
            help.area(),
            help.kind(),
            help.on(),
            help.fairId(),
            caller.name(),
            clock.instant());
    helps.persistAndFlush(given);
    return HelpView.of(given);
  }

  @GET
  @Path("job-services")
  @RolesAllowed({OFFICER, AUDITOR})
  @Operation(operationId = "listJobServices", summary = "List the services of your area")
  public Page<HelpView> services(
      @RestQuery @Nullable LocalDate from,
      @RestQuery @Nullable LocalDate to,
      @Valid @BeanParam PageRequest page) {
    var found = helps.list(caller.area(), from, to, page.after(UUID.class), page.size() + 1);
    return Page.of(found.stream().map(HelpView::of).toList(), page, HelpView::id);
  }

  private String city() {
    return caller.area().substring(0, Math.min(CITY, caller.area().length()));
  }

  /** A fair: where and when, and how many employers come. */
  public record NewFair(
      @NotNull @Pattern(regexp = "\\d{4}|\\d{6}|\\d{9}") String area,
      @NotBlank @Size(max = 100) String name,
      @NotNull LocalDate heldOn,
      @NotBlank @Size(max = 200) String place,
      @NotNull @Min(1) @Max(9999) Integer employers) {}

  /** A fair that is announced or was held. */
  public record FairView(
      UUID id, String area, String name, LocalDate heldOn, String place, int employers) {
    static FairView of(JobFair fair) {
      return new FairView(
          fair.id(), fair.area(), fair.name(), fair.heldOn(), fair.place(), fair.employers());
    }
  }

  /** A service that was given in a town. */
  public record NewHelp(
      @NotNull @Valid Named person,
      @NotNull @Pattern(regexp = "\\d{9}") String area,
      @NotNull JobHelp.Kind kind,
      @NotNull LocalDate on,
      @Nullable UUID fairId) {}

  /** A recorded service. */
  public record HelpView(
      UUID id,
      PersonKey personKey,
      String area,
      JobHelp.Kind kind,
      LocalDate on,
      @Nullable UUID fairId) {
    static HelpView of(JobHelp help) {
      return new HelpView(
          help.id(), help.personKey(), help.area(), help.kind(), help.givenOn(), help.fairId());
    }
  }
}
