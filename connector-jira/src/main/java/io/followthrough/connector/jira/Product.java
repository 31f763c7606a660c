package io.followthrough.connector.jira;

/** A product of Atlassian's, as far as reaching it differs. */
enum Product {
  JIRA("jira", "/rest/api/3/myself", "/rest/api/2/myself"),
  CONFLUENCE("confluence", "/rest/api/user/current", "/rest/api/user/current");

  private final String word;
  private final String cloud;
  private final String dataCenter;

  Product(String word, String cloud, String dataCenter) {
    this.word = word;
    this.cloud = cloud;
    this.dataCenter = dataCenter;
  }

  /** Its name in addresses of the api gateway. */
  String word() {
    return word;
  }

  /** Where it tells whom the token belongs to, below the site's address. */
  String self(Edition edition) {
    return edition == Edition.CLOUD ? cloud : dataCenter;
  }
}
