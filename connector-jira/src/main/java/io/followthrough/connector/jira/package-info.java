/** Jira as a tracker, and Atlassian's sources of documents: Confluence pages and Jira issues. */
@NullMarked
package io.followthrough.connector.jira;

import org.jspecify.annotations.NullMarked;
