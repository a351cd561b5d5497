package org.gonghui.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gonghui.kit.event.DomainEvent;
import org.gonghui.kit.testing.snapshot.AsyncApiSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsyncApiSnapshotTest {
  private static final List<Class<? extends DomainEvent>> NOTES = List.of(NoteEvent.class);

  @TempDir Path directory = Path.of("unset");

  @Test
  void events_are_told_with_channel_name_and_schema() {
    assertThat(AsyncApiSnapshot.document("kit", NOTES))
        .contains(
            """
            channels:
              note:
                address: gonghui.kit.note
                messages:
                  kit.note.burnt-down.v1:
                    $ref: "#/components/messages/kit.note.burnt-down.v1"
            """)
        .contains(
            """
                kit.note.written.v1:
                  name: org.gonghui.kit.note.written.v1
                  contentType: application/json
                  payload:
                    type: object
                    required:
                      - noteId
                      - line
                      - fee
                      - at
                    properties:
                      noteId:
                        type: string
                        format: uuid
            """);
  }

  @Test
  void what_the_file_tells_must_be_what_the_code_does() throws IOException {
    var file = directory.resolve("asyncapi.yaml");

    assertThatThrownBy(() -> AsyncApiSnapshot.check(file, "kit", NOTES))
        .hasMessageContaining("-Dsnapshots.update=true");
    Files.writeString(file, AsyncApiSnapshot.document("kit", NOTES));

    assertThatCode(() -> AsyncApiSnapshot.check(file, "kit", NOTES)).doesNotThrowAnyException();
  }

  @Test
  void a_change_that_breaks_consumers_is_told_apart() throws IOException {
    var file = directory.resolve("asyncapi.yaml");
    var before =
        AsyncApiSnapshot.document("kit", NOTES)
            .replace("- line\n", "- line\n          - colour\n")
            .replace("kit.note.burnt-down", "kit.note.torn")
            .replace("type: integer", "type: string");
    Files.writeString(file, before);

    assertThatThrownBy(() -> AsyncApiSnapshot.check(file, "kit", NOTES))
        .hasMessageContaining("kit.note.torn.v1 is gone")
        .hasMessageContaining("colour may now be absent")
        .hasMessageContaining("line: type was");
  }
}
