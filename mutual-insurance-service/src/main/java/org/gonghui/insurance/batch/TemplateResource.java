package org.gonghui.insurance.batch;

import static org.gonghui.kit.identity.Role.EMPLOYER_CLERK;
import static org.gonghui.kit.identity.Role.OFFICER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.insurance.roster.ErrorFile;
import org.gonghui.insurance.sheet.SheetLayout;
import org.gonghui.insurance.sheet.SheetLayout.Format;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Empty rosters to fill in. */
@Path("/enrolment-templates")
@Tag(name = "Rosters")
@RolesAllowed({EMPLOYER_CLERK, OFFICER})
public class TemplateResource {
  @GET
  @Operation(operationId = "getRosterTemplate", summary = "Get an empty roster")
  public Response template(@RestQuery @Nullable Format format) {
    var layout = new SheetLayout(format == null ? Format.XLSX : format, "UTF-8", true, ',');
    return RosterFiles.answer(layout, "roster", out -> ErrorFile.writeTemplate(out, layout));
  }
}
