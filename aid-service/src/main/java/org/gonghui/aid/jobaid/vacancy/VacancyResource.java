package org.gonghui.aid.jobaid.vacancy;

import static org.gonghui.kit.identity.Role.EMPLOYER_CLERK;
import static org.gonghui.kit.identity.Role.OFFICER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.aid.jobaid.vacancy.VacancyTerms.NewVacancy;
import org.gonghui.kit.concurrency.EntityTag;
import org.gonghui.kit.idempotency.Idempotent;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.paging.Page;
import org.gonghui.kit.paging.PageRequest;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Work on offer. */
@Path("/vacancies")
@Tag(name = "Job aid")
@Transactional
@Idempotent
public class VacancyResource {
  static final String WRITE = "aid:vacancies:write";

  private final Vacancies vacancies;
  private final VacancyTerms terms;
  private final Caller caller;

  VacancyResource(Vacancies vacancies, VacancyTerms terms, Caller caller) {
    this.vacancies = vacancies;
    this.terms = terms;
    this.caller = caller;
  }

  @POST
  @RolesAllowed({EMPLOYER_CLERK, OFFICER, WRITE})
  @Operation(
      operationId = "offerVacancy",
      summary = "Offer work for 60 days; a clerk for the own employer")
  public RestResponse<VacancyView> offer(@NotNull @Valid NewVacancy offered) {
    var vacancy = terms.open(offered, caller);
    vacancies.persistAndFlush(vacancy);
    return answer(RestResponse.Status.CREATED, vacancy);
  }

  @GET
  @RolesAllowed("**")
  @Operation(operationId = "listVacancies", summary = "List the vacancies of an area, oldest first")
  public Page<VacancyView> list(
      @RestQuery @Pattern(regexp = "\\d{4}|\\d{6}|\\d{9}") @Nullable String area,
      @RestQuery @Nullable VacancyStatus status,
      @Valid @BeanParam PageRequest page) {
    var wanted = terms.visibleArea(area, caller);
    var found = vacancies.list(wanted, status, page.after(UUID.class), page.size() + 1);
    return Page.of(found.stream().map(VacancyView::of).toList(), page, VacancyView::id);
  }

  @GET
  @Path("{id}")
  @RolesAllowed("**")
  @Operation(operationId = "getVacancy", summary = "Read one vacancy")
  public RestResponse<VacancyView> get(@RestPath UUID id) {
    return answer(RestResponse.Status.OK, vacancies.require(id, caller));
  }

  @POST
  @Path("{id}/closure")
  @RolesAllowed({EMPLOYER_CLERK, OFFICER})
  @Operation(operationId = "closeVacancy", summary = "Take a vacancy back")
  public RestResponse<VacancyView> close(
      @RestPath UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    var vacancy = vacancies.requireOwn(id, caller);
    EntityTag.requireMatch(ifMatch, vacancy.version());
    vacancy.close();
    vacancies.flush();
    return answer(RestResponse.Status.OK, vacancy);
  }

  private static RestResponse<VacancyView> answer(RestResponse.Status status, Vacancy vacancy) {
    return RestResponse.ResponseBuilder.create(status, VacancyView.of(vacancy))
        .header("ETag", EntityTag.of(vacancy.version()))
        .build();
  }
}
