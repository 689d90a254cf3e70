package oriel.compose.web;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import oriel.compose.Composition;
import oriel.compose.Recipients;
import oriel.compose.Upload;
import oriel.outbox.SendState;
import oriel.ui.JsonBuilders;

/** What the composer's script is told. */
final class ComposeJson {

    private ComposeJson() {}

    static JsonObject of(Composition composition, List<String> senders, List<Upload> uploads) {
        JsonArrayBuilder files = JsonBuilders.array();
        uploads.stream().filter(upload -> !upload.inText()).forEach(upload -> files.add(of(upload)));
        return JsonBuilders.object()
                .add("id", composition.id().value())
                .add("from", composition.from().email())
                .add("senders", JsonBuilders.array(senders))
                .add("to", Recipients.format(composition.to()))
                .add("cc", Recipients.format(composition.cc()))
                .add("subject", composition.subject())
                .add("html", composition.html())
                .add("text", composition.text())
                .add("files", files)
                .add("missing", JsonBuilders.array(composition.missing()))
                .build();
    }

    static JsonObject of(Upload upload) {
        return JsonBuilders.object()
                .add("id", upload.id())
                .add("name", upload.name())
                .add("size", upload.size())
                .add("contentId", upload.contentId())
                .build();
    }

    static JsonObject of(SendState state) {
        return JsonBuilders.object().add("state", state.name()).build();
    }
}
