package io.followthrough.connector.github;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.followthrough.connector.github.StubIssue.StubComment;
import io.followthrough.connector.github.StubIssue.StubEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * GitHub in memory behind a real socket, as far as its issues go: what is written can be read,
 * lists are paged and lag when told to, faults strike before or after an effect, people act, and
 * every request is noted. Time is the clock that it is given; nothing is left to chance. Every
 * request and reply is checked against GitHub's own description where that is at hand.
 */
public final class GitHubStub implements AutoCloseable {
  /** The token that the stub accepts. */
  public static final String TOKEN = "PMTOK-canary-github";

  /** Whom the token belongs to. */
  public static final String BOT = "followthrough-bot";

  private final StubWorld world;
  private final StubTransformer transformer;
  private final WireMockServer server;

  private GitHubStub(InstantSource clock, StubEdition edition) {
    this.world = new StubWorld(clock, edition);
    this.transformer = new StubTransformer(world, GitHubDescription.of(edition));
    this.server =
        new WireMockServer(
            wireMockConfig()
                .dynamicPort()
                .bindAddress("127.0.0.1")
                .disableRequestJournal()
                .extensions(transformer));
  }

  /** Starts a GitHub without repositories. */
  public static GitHubStub start(InstantSource clock) {
    return start(clock, StubEdition.CLOUD);
  }

  static GitHubStub start(InstantSource clock, StubEdition edition) {
    GitHubStub stub = new GitHubStub(clock, edition);
    stub.server.stubFor(any(anyUrl()).willReturn(aResponse()));
    stub.server.start();
    stub.world.server = "http://127.0.0.1:" + stub.server.port();
    return stub;
  }

  /** What a person sees of an issue. */
  public record Seen(
      int number,
      String title,
      String body,
      String state,
      Optional<String> reason,
      List<String> labels,
      List<String> assignees,
      List<String> comments) {
    public Seen {
      labels = List.copyOf(labels);
      assignees = List.copyOf(assignees);
      comments = List.copyOf(comments);
    }
  }

  /** The base address of the API. */
  public String url() {
    return world.base();
  }

  /** The base address of the pages. */
  public String pages() {
    return world.server;
  }

  @Override
  public void close() {
    server.stop();
  }

  /** Adds a repository whose collaborators are the token's owner and others. */
  public void addRepository(String slug, String... collaborators) {
    locked(
        w -> {
          String[] names = slug.split("/", 2);
          StubRepository repository = new StubRepository(w.nextId(), names[0], names[1], w.start);
          repository.collaborators.add(w.bot);
          repository.collaborators.addAll(List.of(collaborators));
          w.users.addAll(repository.collaborators);
          w.repositories.add(repository);
        });
  }

  /** Changes a repository's settings. */
  void configure(String slug, Consumer<StubRepository> change) {
    locked(w -> change.accept(repository(slug)));
  }

  /** Shows a repository to everybody, or to nobody else. */
  public void show(String slug, boolean isPublic) {
    configure(slug, repository -> repository.isPrivate = !isPublic);
  }

  /** Makes the token another's; one that ends in {@code [bot]} is an application's. */
  void actAs(String login) {
    locked(w -> w.bot = login);
  }

  /** Answers in the shapes of 2026-03-10, without the singular {@code assignee}. */
  void answerWithoutAssignee() {
    locked(w -> w.singularAssignee = false);
  }

  /** Changes what concerns no repository. */
  void world(Consumer<StubWorld> change) {
    locked(change);
  }

  /** Refuses the token from now on. */
  public void revokeToken() {
    locked(w -> w.token = "another");
  }

  /** Takes the repository out of the token's sight. */
  public void hideRepository(String slug) {
    configure(slug, repository -> repository.visible = false);
  }

  /** Takes the token again that was revoked. */
  public void restoreToken() {
    locked(w -> w.token = TOKEN);
  }

  /** Brings the repository back into the token's sight. */
  public void showRepository(String slug) {
    configure(slug, repository -> repository.visible = true);
  }

  /** Lets labels and assignees be dropped without a word. */
  public void dropAssigneesSilently(String slug) {
    configure(slug, repository -> repository.dropsAssignees = true);
  }

  /** Gives the repository another name; the old one redirects. */
  public void rename(String slug, String name) {
    configure(
        slug,
        repository -> {
          repository.formerly.add(repository.slug());
          repository.name = name;
        });
  }

  /** Issues that are opened from now on appear in lists only after a while. */
  public void lagLists(Duration lag) {
    locked(w -> w.listLag = lag);
  }

  /** Issues that are opened from now on are left out of so many lists. */
  public void lagLists(int reads) {
    locked(w -> w.hiddenReads = reads);
  }

  /** A person opens an issue. */
  public int open(String slug, String login, String title, String body) {
    return opened(slug, login, title, body, false);
  }

  /** A person opens a pull request. */
  public int openPullRequest(String slug, String login, String title) {
    return opened(slug, login, title, "", true);
  }

  /** A person closes an issue; the reason may be empty, as in old ones. */
  public void close(String slug, int number, String login, String reason) {
    act(slug, number, issue -> world.turn(issue, login, "closed", reason));
  }

  /** A person re-opens an issue. */
  public void reopen(String slug, int number, String login) {
    act(slug, number, issue -> world.turn(issue, login, "open", "reopened"));
  }

  /** A person comments. */
  public void comment(String slug, int number, String login, String body) {
    act(slug, number, issue -> world.comment(issue, login, body));
  }

  /** A person assigns these and nobody else. */
  public void assign(String slug, int number, String... logins) {
    act(
        slug,
        number,
        issue -> {
          issue.assignees.clear();
          issue.assignees.addAll(List.of(logins));
          issue.updatedAt = world.now();
        });
  }

  /** A person edits the title. */
  public void retitle(String slug, int number, String title) {
    act(
        slug,
        number,
        issue -> {
          issue.title = title;
          issue.updatedAt = world.now();
        });
  }

  /** A person edits the description. */
  public void rewrite(String slug, int number, String body) {
    act(
        slug,
        number,
        issue -> {
          issue.body = body;
          issue.updatedAt = world.now();
        });
  }

  /** A person sets these labels and no others. */
  public void label(String slug, int number, String... labels) {
    act(
        slug,
        number,
        issue -> {
          issue.labels.clear();
          issue.labels.addAll(List.of(labels));
          issue.updatedAt = world.now();
        });
  }

  /** A user takes another login; whatever they are in shows it. */
  void renameUser(String login, String next) {
    locked(
        w -> {
          w.users.remove(login);
          w.users.add(next);
          for (StubRepository repository : w.repositories) {
            repository.collaborators.remove(login);
            repository.collaborators.add(next);
            repository
                .issues
                .values()
                .forEach(
                    issue -> issue.assignees.replaceAll(each -> each.equals(login) ? next : each));
          }
        });
  }

  /** A person deletes an issue. */
  public void delete(String slug, int number) {
    act(slug, number, issue -> issue.deleted = true);
  }

  /** A person locks the conversation. */
  public void lock(String slug, int number) {
    act(slug, number, issue -> issue.locked = true);
  }

  /** A person unlocks the conversation. */
  public void unlock(String slug, int number) {
    act(slug, number, issue -> issue.locked = false);
  }

  /** A person transfers an issue; returns its number there. */
  public int transfer(String slug, int number, String to) {
    int[] there = {0};
    act(
        slug,
        number,
        issue -> {
          StubRepository target = repository(to);
          StubIssue moved = world.open(target, issue.author, false);
          moved.title = issue.title;
          moved.body = issue.body;
          moved.comments.addAll(issue.comments);
          moved.assignees.addAll(issue.assignees);
          issue.movedTo = Optional.of(target.id + "/issues/" + moved.number);
          there[0] = moved.number;
        });
    return there[0];
  }

  /** A pull request that names the issue is merged, and closes it; returns its number. */
  public int closeByMerge(String slug, int number, String login) {
    int pull = openPullRequest(slug, login, "Do what #" + number + " says");
    act(slug, pull, change -> change.mergedAt = Optional.of(world.now()));
    act(
        slug,
        number,
        issue -> {
          issue.events.add(
              new StubEvent(
                  world.nextId(),
                  "cross-referenced",
                  login,
                  world.now(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.of(pull)));
          world.turn(issue, login, "closed", "completed");
        });
    return pull;
  }

  /** A person commits a file. */
  public void commit(String slug, String path, String text) {
    commit(slug, path, StubFiles.FILE, text.getBytes(StandardCharsets.UTF_8));
  }

  void commit(String slug, String path, String mode, byte[] content) {
    configure(slug, repository -> repository.files.commit(path, mode, content, world.now()));
  }

  /** A person deletes a file. */
  public void commitDeletion(String slug, String path) {
    configure(slug, repository -> repository.files.delete(path, world.now()));
  }

  /** The next requests of a kind meet a fault. */
  public void inject(StubFault fault, int times) {
    inject(fault, exchange -> true, times);
  }

  /** The next writes meet a fault. */
  public void injectOnWrites(StubFault fault, int times) {
    inject(fault, StubExchange::isWrite, times);
  }

  /** The next requests that satisfy a condition (its status is not known yet) meet a fault. */
  public void inject(StubFault fault, Predicate<StubExchange> when, int times) {
    transformer.inject(fault, when, times);
  }

  /** What a person sees of the issues that are there, pull requests left out, oldest first. */
  public List<Seen> issues(String slug) {
    List<Seen> seen = new ArrayList<>();
    locked(
        w ->
            repository(slug).issues.values().stream()
                .filter(issue -> issue.isHere() && !issue.pullRequest)
                .forEach(issue -> seen.add(seen(issue))));
    return seen;
  }

  /** What a person sees of one issue. */
  public Seen issue(String slug, int number) {
    return issues(slug).stream().filter(i -> i.number() == number).findFirst().orElseThrow();
  }

  /** The labels of the repository. */
  public List<String> labels(String slug) {
    List<String> labels = new ArrayList<>();
    configure(slug, repository -> labels.addAll(repository.labels.keySet()));
    return labels;
  }

  /** Every request that arrived since the journal was last forgotten. */
  public List<StubExchange> journal() {
    return transformer.journal();
  }

  /** Every write that arrived. */
  public List<StubExchange> writes() {
    return journal().stream().filter(StubExchange::isWrite).toList();
  }

  /** Forgets the requests so far. */
  public void forgetJournal() {
    transformer.forgetJournal();
  }

  /** What in requests and replies is not as GitHub's description says; empty without it. */
  public List<String> violations() {
    return transformer.violations();
  }

  private static Seen seen(StubIssue issue) {
    return new Seen(
        issue.number,
        issue.title,
        issue.body,
        issue.state,
        issue.reason,
        issue.labels,
        issue.assignees,
        issue.comments.stream().map((StubComment comment) -> comment.body).toList());
  }

  private int opened(String slug, String login, String title, String body, boolean pullRequest) {
    int[] number = {0};
    locked(
        w -> {
          StubIssue issue = w.open(repository(slug), login, pullRequest);
          issue.title = title;
          issue.body = body;
          w.users.add(login);
          number[0] = issue.number;
        });
    return number[0];
  }

  /** Gives a repository an open milestone, an issue type and a date field, by their names. */
  public void offer(String slug, String milestone, String type, String dateField) {
    configure(
        slug,
        repository -> {
          repository.milestones.add(milestone);
          repository.types.add(type);
          repository.dateFields.add(dateField);
        });
  }

  /** A person sets the date in a field. */
  public void setDate(String slug, int number, String field, LocalDate date) {
    edit(slug, number, issue -> issue.dates.put(field, date.toString()));
  }

  /** The date in a field of an issue. */
  public Optional<LocalDate> date(String slug, int number, String field) {
    List<LocalDate> found = new ArrayList<>();
    act(
        slug,
        number,
        issue ->
            Optional.ofNullable(issue.dates.get(field))
                .map(LocalDate::parse)
                .ifPresent(found::add));
    return found.stream().findFirst();
  }

  /** A person changes something else of an issue. */
  void edit(String slug, int number, Consumer<StubIssue> change) {
    act(
        slug,
        number,
        issue -> {
          change.accept(issue);
          issue.updatedAt = world.now();
        });
  }

  private void act(String slug, int number, Consumer<StubIssue> act) {
    locked(w -> act.accept(repository(slug).issue(number).orElseThrow()));
  }

  private StubRepository repository(String slug) {
    return world.named(slug).orElseThrow();
  }

  private void locked(Consumer<StubWorld> change) {
    synchronized (world) {
      change.accept(world);
    }
  }
}
