package regulars.segments;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import regulars.access.CurrentActor;
import regulars.kernel.Needs;
import regulars.kernel.Permission;

/** Answers about a rule while it is being written. */
@RestController
@RequestMapping("/api/v1/segments")
@Needs(Permission.SEGMENTS_READ)
class PanelController {
    private static final String LINES = "application/x-ndjson";

    private final RulePanels panels;
    private final PanelStreams streams;
    private final RuleSight sight;
    private final CurrentActor actor;
    private final PastDays days;

    PanelController(RulePanels panels, PanelStreams streams, RuleSight sight, CurrentActor actor, PastDays days) {
        this.panels = panels;
        this.streams = streams;
        this.sight = sight;
        this.actor = actor;
        this.days = days;
    }

    /**
     * A rule to tell about.
     *
     * @param day whose end to answer for; absent means now. Orders and events are as of then, all else is as it is known
     *     today
     * @param panel made up by the caller: a newer question with the same one ends this one
     */
    record PanelQuestion(
            Rule rule, @Nullable LocalDate day, @Nullable UUID panel) {}

    /** One JSON object a line, the total first; empty lines in between only keep the connection. */
    @PostMapping("/preview/panel")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = LINES, schema = @Schema(implementation = PanelPart.class)))
    ResponseEntity<StreamingResponseBody> panel(@RequestBody PanelQuestion question, HttpServletResponse response) {
        sight.require(question.rule());
        var asked = panels.asked(question.rule(), days.end(question.day()));
        var panel =
                new PanelStreams.Panel(actor.get(), Objects.requireNonNullElseGet(question.panel(), UUID::randomUUID));
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf(LINES))
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no") // a proxy that gathers lines would keep them
                .body(_ -> streams.run(
                        panel,
                        response.getOutputStream(), // the one that is given keeps every line until the end
                        stream -> panels.tell(asked, stream.stop(), stream::send)));
    }
}
