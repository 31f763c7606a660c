package io.followthrough.connector.jira;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AdfHtmlTest {
  private static JsonNode json(String text) {
    return Json.parse(text.replace('\'', '"')).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type':'text','text':'a < b'} | a &lt; b",
        "{'type':'heading','attrs':{'level':3},'content':[{'type':'text','text':'A'}]} |"
            + " <h3>A</h3>",
        "{'type':'text','text':'A','marks':[{'type':'strong'},{'type':'em'}]} | <b><i>A</i></b>",
        "{'type':'text','text':'A','marks':[{'type':'link','attrs':{'href':'https://x/?a=1&b=2'}}]}"
            + " | <a href=\"https://x/?a=1&amp;b=2\">A</a>",
        "{'type':'mention','attrs':{'id':'557058:a','text':'@Alice Martin'}}"
            + " | <a href=\"user:557058:a\">Alice Martin</a>",
        "{'type':'mention','attrs':{'id':'557058:a'}} | <a href=\"user:557058:a\">@557058:a</a>",
        "{'type':'date','attrs':{'timestamp':'1796083200000'}}"
            + " | <time datetime=\"2026-12-01\">2026-12-01</time>",
        "{'type':'date','attrs':{'timestamp':'soon'}} | soon",
        "{'type':'status','attrs':{'text':'IN PROGRESS'}} | IN PROGRESS",
        "{'type':'emoji','attrs':{'shortName':':tada:','text':':tada:'}} | ''",
        "{'type':'inlineCard','attrs':{'url':'https://acme.atlassian.net/browse/PAY-1'}} | <a"
            + " href=\"https://acme.atlassian.net/browse/PAY-1\">https://acme.atlassian.net/browse/PAY-1</a>",
        "{'type':'taskList','content':[{'type':'taskItem','attrs':{'state':'DONE'},'content':[{'type':'text','text':'A'}]},"
            + "{'type':'taskItem','attrs':{'state':'TODO'},'content':[{'type':'text','text':'B'}]}]}"
            + " | <ul><li><input type=\"checkbox\" checked>A</li><li><input"
            + " type=\"checkbox\">B</li></ul>",
        "{'type':'tableRow','content':[{'type':'tableHeader','attrs':{'colspan':2},'content':[]},{'type':'tableCell','content':[]}]}"
            + " | <tr><th colspan=\"2\"></th><td></td></tr>",
        "{'type':'panel','attrs':{'panelType':'info'},'content':[{'type':'text','text':'A'}]} |"
            + " <blockquote>A</blockquote>",
        "{'type':'expand','attrs':{'title':'More'},'content':[{'type':'text','text':'A'}]} |"
            + " <p><b>More</b></p><div>A</div>",
        "{'type':'mediaSingle','content':[{'type':'media','attrs':{'id':'1'}}]} | ''",
        "{'type':'somethingNew','content':[{'type':'text','text':'A'}]} | A",
        "{} | ''"
      })
  void aNodeIsWritten(String node, String html) {
    assertEquals(html, AdfHtml.of(json(node)));
  }

  @Test
  void whatIsNestedWithoutEndIsCut() {
    String deep =
        "{\"content\":[".repeat(400) + "{\"type\":\"text\",\"text\":\"A\"}" + "]}".repeat(400);

    assertTrue(AdfHtml.of(Json.parse(deep).orElseThrow()).isEmpty());
  }
}
