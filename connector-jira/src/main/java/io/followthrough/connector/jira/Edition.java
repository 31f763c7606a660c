package io.followthrough.connector.jira;

/** The two kinds of Atlassian's products. */
enum Edition {
  /** Run by Atlassian: REST v3, accounts by id, rich text as a document of nodes. */
  CLOUD,
  /** Run by its users: REST v2, accounts by user name, rich text as wiki markup. */
  DATA_CENTER
}
