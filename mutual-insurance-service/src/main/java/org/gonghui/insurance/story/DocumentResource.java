package org.gonghui.insurance.story;

import static org.gonghui.insurance.claim.ClaimProblems.INVALID_CLAIM;
import static org.gonghui.kit.problem.Problems.illegalTransition;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gonghui.insurance.claim.ClaimStatus;
import org.gonghui.insurance.document.DocumentKind;
import org.gonghui.insurance.document.Documents;
import org.gonghui.insurance.document.Documents.Document;
import org.gonghui.insurance.filing.ClaimAccess;
import org.gonghui.insurance.timeline.ClaimSteps;
import org.gonghui.kit.audit.Audit;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.identity.Role;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The papers of a claim. */
@Path("/claims/{id}/documents")
@RolesAllowed({Role.MEMBER, Role.EMPLOYER_CLERK, Role.OFFICER, Role.REVIEWER})
@Transactional
public class DocumentResource {
  private final Documents documents;
  private final ClaimAccess access;
  private final ClaimSteps steps;
  private final Audit audit;
  private final Caller caller;

  DocumentResource(
      Documents documents, ClaimAccess access, ClaimSteps steps, Audit audit, Caller caller) {
    this.documents = documents;
    this.access = access;
    this.steps = steps;
    this.audit = audit;
    this.caller = caller;
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @ResponseStatus(201)
  @Operation(
      operationId = "addDocuments",
      summary = "Add papers: one form part per file, named by what it proves")
  public List<Document> add(@RestPath UUID id, @RestForm(FileUpload.ALL) List<FileUpload> files) {
    var claim = access.require(id);
    if (!claim.status().isOpen()) {
      throw illegalTransition(claim.status(), ClaimStatus.INCOMPLETE, claim.status().next());
    }
    if (files.isEmpty()) {
      throw INVALID_CLAIM.at("", "send at least one file");
    }
    var added = files.stream().map(file -> add(id, file)).toList();
    var kinds = added.stream().map(d -> d.kind().name()).toList();
    steps.add(claim, "DOCUMENTS_ADDED", caller.subject(), java.util.Map.of("kinds", kinds));
    return added;
  }

  @GET
  @Operation(operationId = "listDocuments", summary = "The papers of a claim, without content")
  public List<Document> list(@RestPath UUID id) {
    return documents.of(access.require(id).id());
  }

  @GET
  @Path("{documentId}")
  @Operation(operationId = "readDocument", summary = "The content of a paper; the reading is noted")
  public Response read(@RestPath UUID id, @RestPath UUID documentId) {
    var claim = access.require(id);
    var content = documents.content(id, documentId);
    audit.record(Audit.Act.of("document-read", "claim", id, claim.head().area()));
    return Response.ok(content)
        .type(typeOf(id, documentId))
        .header("Content-Disposition", "attachment; filename=\"" + documentId + "\"")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  private String typeOf(UUID id, UUID documentId) {
    return documents.of(id).stream()
        .filter(document -> document.id().equals(documentId))
        .map(Document::mediaType)
        .findFirst()
        .orElse(MediaType.APPLICATION_OCTET_STREAM);
  }

  private Document add(UUID id, FileUpload file) {
    try {
      return documents.add(
          id, kindOf(file.name()), Files.readAllBytes(file.uploadedFile()), caller.subject());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DocumentKind kindOf(String part) {
    return Arrays.stream(DocumentKind.values())
        .filter(kind -> kind.name().equals(part))
        .findFirst()
        .orElseThrow(
            () ->
                INVALID_CLAIM.at(
                    "/" + part.replaceAll("[^A-Za-z_]", "?"),
                    "name the part by one of " + Arrays.toString(DocumentKind.values())));
  }
}
