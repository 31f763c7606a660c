package io.followthrough.connector.github;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.followthrough.tracker.TicketRef;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WebAddressTest {
  private static final Repository HOME = Repository.parse("acme/backend");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://github.com/acme/backend/issues/12",
        "http://www.github.com/Acme/Backend/issues/12/",
        "https://github.com/acme/backend/issues/12#issuecomment-1",
        "https://github.com/acme/backend/issues/12?a=b",
        "acme/backend#12",
        " ACME/backend#12 "
      })
  void anIssueOfTheRepositoryIsRecognised(String words) {
    assertEquals(
        Optional.of(
            new TicketRef("12", "acme/backend#12", "https://github.com/acme/backend/issues/12")),
        WebAddress.of("https://api.github.com/", HOME).recognise(words));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#12",
        "12",
        "GH-12",
        "acme/other#12",
        "acme/backend#0",
        "acme/backend#1234567890",
        "https://github.com/acme/backend/pull/12",
        "https://github.com/acme/backend/issues",
        "https://github.com/acme/backend/issues/new",
        "https://github.com/acme/backend/issues/12abc",
        "https://github.com.evil.example/acme/backend/issues/12",
        "https://gitlab.com/acme/backend/issues/12",
        "see https://github.com/acme/backend/issues/12",
        ""
      })
  void anythingElseIsNot(String words) {
    assertEquals(Optional.empty(), WebAddress.of("https://api.github.com", HOME).recognise(words));
  }

  @ParameterizedTest
  @CsvSource({
    "https://ghe.corp/api/v3, https://ghe.corp",
    "https://api.acme.ghe.com, https://acme.ghe.com",
    "http://127.0.0.1:8080, http://127.0.0.1:8080",
    "https://api.github.com, https://github.com"
  })
  void pagesAreBesideTheApi(String api, String pages) {
    WebAddress web = WebAddress.of(api, HOME);
    String page = pages + "/acme/backend/issues/12";

    assertEquals(page, web.issue(new IssueAddress(HOME, 12)));
    assertEquals(Optional.of(page), web.recognise(page).map(TicketRef::url));
  }

  @Test
  void aCommitHasAPage() {
    assertEquals(
        "https://github.com/acme/backend/commit/0a1b",
        WebAddress.of("https://api.github.com", HOME).commit(HOME, "0a1b"));
  }
}
