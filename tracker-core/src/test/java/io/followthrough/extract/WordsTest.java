package io.followthrough.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.followthrough.document.DocumentFormat;
import io.followthrough.document.RichText;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What single words and short texts mean. */
final class WordsTest {
  private static final Vocabulary WORDS = ExtractRules.defaults().vocabulary();
  private static final Optional<LocalDate> MONDAY = Optional.of(LocalDate.of(2026, 3, 2));
  private static final Lexicon LEXICON =
      Lexicon.of(WORDS, new Headings(WORDS), Set.of(), new DateWords(MONDAY));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Action items | ACTION",
        "5. Follow-up tasks | ACTION",
        "🚀 Next steps: | ACTION",
        "Corrective and preventative measures | ACTION",
        "What are we doing to prevent this? | ACTION",
        "Immediate actions (completed) | ACTION",
        "Folgemaßnahmen | ACTION",
        "Actions correctives | ACTION",
        "Próximos pasos | ACTION",
        "Plano de ação | ACTION",
        "再発防止策 | ACTION",
        "后续改进措施 | ACTION",
        "Prevention | PROPOSAL",
        "Remediation | PROPOSAL",
        "Lessons learned and next steps | PROPOSAL",
        "Root cause and corrective actions | PROPOSAL",
        "Timeline | OTHER",
        "What went well? | OTHER",
        "What should you do? | OTHER",
        "Was lief schlecht | OTHER",
        "根本原因 | OTHER",
        "Testing checklist | OTHER",
        "Resolution and recovery | PHASE",
        "Actions taken | PHASE",
        "Sofortmaßnahmen | PHASE",
        "Billing service | NONE",
        "Database transactions | NONE"
      })
  void aHeadingAnnounces(String heading, Topic topic) {
    assertEquals(topic, new Headings(WORDS).topic(heading));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "To prevent this from happening again, we will: | ACTION",
        "We'll be making these changes over the next month: | ACTION",
        "You should take the following steps on your side: | NONE",
        "We took the following actions during the incident: | NONE",
        "The broker could not process the following tasks at all: | NONE"
      })
  void aLineThatEndsWithAColonIntroduces(String line, Topic topic) {
    assertEquals(topic, new Headings(WORDS).introduction(RichText.of(line)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Add an alert for the queue | IMPERATIVE",
        "Also document the failover | IMPERATIVE",
        "Adding billing alerts | IMPERATIVE",
        "We will add an alert | COMMITMENT",
        "We're going to add an alert | COMMITMENT",
        "Dana to add an alert | COMMITMENT",
        "The queue should track its failures | COMMITMENT",
        "Added an alert for the queue | PAST",
        "We have already moved the index | PAST",
        "The alert was missing | PAST",
        "Staged rollout of images | OTHER",
        "More alerts | OTHER",
        "Rollouts in stages? | QUESTION"
      })
  void aSentenceSpeaks(String sentence, Mood mood) {
    assertEquals(mood, Mood.of(sentence, WORDS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "2026-04-01 | 2026-04-01",
        "April 1st, 2026 | 2026-04-01",
        "1 April 2026 | 2026-04-01",
        "1. April 2026 | 2026-04-01",
        "le 1er avril 2026 | 2026-04-01",
        "1 de abril de 2026 | 2026-04-01",
        "01.04.2026 | 2026-04-01",
        "2026年4月1日 | 2026-04-01",
        "25/04/2026 | 2026-04-25",
        "04/25/2026 | 2026-04-25",
        "04/05/2026 | -",
        "end of March | 2026-03-31",
        "Ende Januar | 2027-01-31",
        "end of Q2 | 2026-06-30",
        "in two weeks | 2026-03-16",
        "within 10 days | 2026-03-12",
        "by Friday | 2026-03-06",
        "end of the quarter | 2026-03-31",
        "May 4 | 2026-05-04",
        "January 5 | 2027-01-05",
        "next sprint | -",
        "Q3 | -",
        "Sprint 14 | -",
        "soon | -"
      })
  void aTermFixesADayOrNone(String text, LocalDate day) {
    assertEquals(Optional.ofNullable(day), LEXICON.due().whole(text).day());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "Done | true",
        "✅ | true",
        "CLOSED 2026-08-06 - #392 | true",
        "erledigt | true",
        "已完成 | true",
        "100 % | true",
        "In progress (waits for review) | false",
        "not done | false",
        "🔄 In Progress | false",
        "未着手 | false",
        "en cours | false",
        "40 % | false",
        "proposed (deferred) | -",
        "FAILED | -",
        "PR exists | -"
      })
  void aStatusSays(String status, Boolean done) {
    assertEquals(Optional.ofNullable(done), LEXICON.status().cell(status));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "see PAY-17 and acme/web#12 | PAY-17 acme/web#12",
        "[ticket](https://acme.atlassian.net/browse/PAY-17) | https://acme.atlassian.net/browse/PAY-17",
        "https://github.com/acme/web/pull/81. | https://github.com/acme/web/pull/81",
        "https://linear.app/acme/issue/WEB-3/title | https://linear.app/acme/issue/WEB-3/title",
        "https://gitlab.com/a/b/-/issues/7 | https://gitlab.com/a/b/-/issues/7",
        "bug 1604925 and PR #51 | bug 1604925 PR #51",
        "https://github.com/acme/web/commit/abc1234 | -",
        "https://acme.slack.com/archives/C1/p1 | -",
        "UTF-8, SHA-256, SEV-1, CVE-2026-1234 | -",
        "the `KEY-12` of the cache | -"
      })
  void aTextNamesTickets(String text, String tickets) {
    RichText rich = DocumentFormat.MARKDOWN.parse(text).blocks().get(0).text();
    String found =
        String.join(" ", TicketWords.in(rich).stream().map(TicketWords.Found::ticket).toList());

    assertEquals(tickets == null ? "" : tickets, found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Alice Martin | true",
        "@alice-m, @bob | true",
        "Carol and Dana | true",
        "Platform team | true",
        "SRE | true",
        "Team Search | true",
        "optional | false",
        "Kubernetes | false",
        "High | false",
        "see the runbook | false"
      })
  void wordsNameOwners(String words, boolean owners) {
    assertEquals(owners, LEXICON.owners().areOwners(words));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Add it. Test it! Done? Yes | 4",
        "Use TLS, e.g. Version 1.3 of it. Then go on | 2",
        "1. Add an alert on lag | 1",
        "アラートを追加する。テストする。 | 2"
      })
  void aTextHasSentences(String text, int sentences) {
    assertEquals(sentences, Sentences.of(RichText.of(text)).size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Action Item | 0",
        "What | 0",
        "Verantwortlich | 1",
        "担当者 | 1",
        "Target date | 2",
        "Status | 3",
        "JIRA | 4"
      })
  void aColumnHolds(String header, int column) {
    List<Column> expected =
        List.of(Column.TITLE, Column.OWNER, Column.DUE, Column.STATUS, Column.TICKET);
    String table = "| " + header + " | x |\n|---|---|\n| a b c | d |\n";
    TableColumns.Header read =
        new TableColumns(WORDS)
            .of(
                DocumentFormat.MARKDOWN.parse(table).blocks().stream()
                    .map(io.followthrough.document.Block.TableRow.class::cast)
                    .toList());

    Column found = read.title() == 0 && read.strong() ? Column.TITLE : read.columns().get(0);
    assertEquals(expected.get(column), found);
  }
}
