package io.followthrough.daemon.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.daemon.source.DirectorySource;
import io.followthrough.document.DocumentFormat;
import io.followthrough.document.DocumentSource;
import io.followthrough.document.ParsedDocument;
import io.followthrough.document.PostmortemDocument;
import io.followthrough.document.SourceException;
import io.followthrough.extract.Candidate;
import io.followthrough.extract.ExtractContext;
import io.followthrough.extract.ExtractRules;
import io.followthrough.extract.Extracted;
import io.followthrough.extract.Extraction;
import io.followthrough.extract.Factor;
import io.followthrough.extract.IncidentFacts;
import io.followthrough.extract.NotTaken;
import io.followthrough.extract.Reach;
import io.followthrough.item.Incident;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code extract}: the action items of files and folders, without a configuration. */
@Command(
    name = "extract",
    mixinStandardHelpOptions = true,
    description = "Prints the action items found in files or folders. Needs no configuration.")
final class ExtractCommand implements Callable<Integer> {
  private static final List<String> EVERYTHING = List.of("**/*");

  /** Files beside postmortems in their folders that are none. */
  private static final Pattern NO_DOCUMENT =
      Pattern.compile(
          "(?i).*\\.(png|jpe?g|gif|svg|webp|ico|pdf|zip|gz|tgz|jar|mp4|mov|json|ya?ml|toml|csv|tsv"
              + "|css|js|ts|py|rb|go|java|sh|sql|log|lock|db)");

  private final PrintWriter out;
  private final PrintWriter err;

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files or folders.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--why",
      description = "Also says which lists and tables were not taken, and why.")
  private boolean why;

  @Option(names = "--format", paramLabel = "text|json", description = "Default: ${DEFAULT-VALUE}.")
  private Format format = Format.text;

  ExtractCommand(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  private record Read(String path, Extracted extracted) {}

  @Override
  public Integer call() {
    List<Read> reads = new ArrayList<>();
    boolean whole = true;
    for (Path path : paths) {
      whole &= read(path, reads);
    }
    if (format == Format.json) {
      ObjectNode root = Json.object();
      root.set("documents", Json.array(reads.stream().map(this::json).toList()));
      out.println(Json.write(root));
    } else {
      reads.forEach(this::print);
    }
    return whole ? ExitCode.DONE : ExitCode.UNDONE;
  }

  private boolean read(Path path, List<Read> reads) {
    boolean isFolder = Files.isDirectory(path);
    Path file = path.toAbsolutePath().normalize();
    Path root = isFolder ? file : Optional.ofNullable(file.getParent()).orElse(file);
    boolean whole = true;
    try (DirectorySource source = new DirectorySource("extract", root, EVERYTHING, true)) {
      List<DocumentSource.Entry> entries =
          isFolder
              ? source.list().stream().filter(ExtractCommand::isDocument).toList()
              : List.of(new DocumentSource.Entry(file.getFileName().toString(), ""));
      for (DocumentSource.Entry entry : entries) {
        String shown = isFolder ? path.resolve(entry.path()).toString() : path.toString();
        try {
          reads.add(new Read(shown, extract(shown, source.read(entry))));
        } catch (SourceException e) {
          err.println(e.getMessage());
          whole = false;
        }
      }
    } catch (SourceException e) {
      err.println(e.getMessage());
      whole = false;
    }
    return whole;
  }

  private static boolean isDocument(DocumentSource.Entry entry) {
    return !NO_DOCUMENT.matcher(entry.path()).matches();
  }

  /** What of a document is not understood is said beside what is. */
  private Extracted extract(String shown, PostmortemDocument document) {
    ParsedDocument parsed = DocumentFormat.of(document.path()).parse(document.text());
    parsed
        .problems()
        .forEach(problem -> err.println(shown + ":" + problem.line() + ": " + problem.message()));
    LocalDate day = LocalDate.ofInstant(document.modifiedAt(), ZoneOffset.UTC);
    ExtractContext context = new ExtractContext(document.path(), Optional.of(day));
    return Extraction.of(parsed, ExtractRules.defaults(), context);
  }

  private JsonNode json(Read read) {
    ObjectNode document = Json.object().put("path", read.path());
    document.set("incident", json(read.extracted().incident()));
    document.set(
        "items", Json.array(read.extracted().candidates().stream().map(this::json).toList()));
    if (why) {
      document.set(
          "notTaken", Json.array(read.extracted().notTaken().stream().map(this::json).toList()));
    }
    return document;
  }

  private JsonNode json(IncidentFacts facts) {
    Incident incident = facts.incident();
    ObjectNode node = Json.object();
    Json.put(node, "id", incident.id());
    Json.put(node, "title", incident.title());
    Json.put(node, "date", incident.date());
    Json.put(node, "severity", incident.severity());
    node.set("services", Json.texts(incident.services()));
    Json.put(node, "owner", incident.owner());
    node.set("failureModes", Json.texts(incident.failureModes()));
    Json.put(node, "author", incident.author());
    node.set("repeatOf", Json.texts(incident.repeatOf()));
    node.set("factors", Json.texts(facts.factorKinds().stream().map(Factor::word).toList()));
    return node;
  }

  private JsonNode json(Candidate item) {
    ObjectNode node = Json.object().put("title", item.title());
    Json.put(node, "owner", item.owner());
    Json.put(node, "due", item.due());
    Json.put(node, "dueText", item.dueText());
    if (item.done().isPresent()) {
      node.put("done", item.done().get());
    } else {
      node.putNull("done");
    }
    node.set("tickets", Json.texts(item.tickets()));
    Json.put(node, "priority", item.priority().map(priority -> priority.word()));
    Json.put(node, "kind", item.kind().map(kind -> kind.word()));
    Json.put(node, "criterion", item.criterion());
    Json.put(node, "reach", item.reach().map(Reach::word));
    Json.put(node, "theme", item.theme());
    Json.put(node, "effort", item.effort());
    Json.put(node, "risk", item.risk());
    Json.put(node, "reason", item.reason());
    Json.put(node, "blockedBy", item.blockedBy());
    Json.put(node, "reviewDate", item.reviewDate());
    node.set("services", Json.texts(item.services()));
    return node.put("line", item.line()).put("text", item.text()).put("rule", item.rule());
  }

  private JsonNode json(NotTaken notTaken) {
    return Json.object()
        .put("line", notTaken.line())
        .put("what", notTaken.what())
        .put("why", notTaken.why());
  }

  private void print(Read read) {
    Extracted extracted = read.extracted();
    String title = extracted.incident().incident().title().orElse("");
    out.println(read.path() + (title.isEmpty() ? "" : ": " + title));
    for (Candidate item : extracted.candidates()) {
      out.println(
          "  line "
              + item.line()
              + ": "
              + (item.done().orElse(false) ? "[done] " : "")
              + item.title());
      List<String> facts = new ArrayList<>();
      item.owner().ifPresent(owner -> facts.add("owner " + owner));
      item.due()
          .map(LocalDate::toString)
          .or(item::dueText)
          .ifPresent(due -> facts.add("due " + due));
      item.priority().ifPresent(priority -> facts.add("priority " + priority.word()));
      item.kind().ifPresent(kind -> facts.add(kind.word()));
      item.reach().ifPresent(reach -> facts.add(reach.word()));
      item.tickets().forEach(ticket -> facts.add("ticket " + ticket));
      item.services().forEach(service -> facts.add("service " + service));
      item.criterion().ifPresent(criterion -> facts.add("done when " + criterion));
      item.theme().ifPresent(theme -> facts.add("theme " + theme));
      item.effort().ifPresent(effort -> facts.add("effort " + effort));
      item.risk().ifPresent(risk -> facts.add("risk " + risk));
      item.reason().ifPresent(reason -> facts.add("reason " + reason));
      item.blockedBy().ifPresent(blocker -> facts.add("blocked by " + blocker));
      item.reviewDate().ifPresent(review -> facts.add("review " + review));
      if (why) {
        facts.add("rule " + item.rule());
      }
      if (!facts.isEmpty()) {
        out.println("      " + String.join(", ", facts));
      }
    }
    if (extracted.candidates().isEmpty()) {
      out.println("  no action items");
    }
    if (why) {
      extracted
          .notTaken()
          .forEach(
              not ->
                  out.println(
                      "  not taken, line " + not.line() + ": " + not.what() + ": " + not.why()));
    }
  }
}
