package io.followthrough.connector.linear;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.http.Json;
import java.util.Locale;

/**
 * Everything that is ever said to Linear: one document each, with its limits written out, since a
 * connection without {@code first} counts as fifty. Every one is held against Linear's schema in
 * the tests, and its complexity measured.
 */
enum Operation {
  READ_WORKSPACE(
      "read team",
      false,
      """
      query Workspace($team: String!) {
        organization { id name urlKey }
        viewer { id email displayName name app }
        teams(first: 1, filter: { key: { eqIgnoreCase: $team } }) {
          nodes {
            id key name visibility retiredAt archivedAt issueEstimationType
            templates(first: 50) { nodes { id name type } }
          }
        }
      }\
      """),
  READ_TEAM_KEYS(
      "read teams",
      false,
      """
      query TeamKeys {
        teams(first: 100) { nodes { key } }
      }\
      """),
  READ_LABELS(
      "read labels",
      false,
      """
      query Labels($team: ID!, $after: String) {
        issueLabels(
          first: 250
          after: $after
          filter: { or: [{ team: { id: { eq: $team } } }, { team: { null: true } }] }
        ) {
          nodes { id name isGroup retiredAt }
          pageInfo { hasNextPage endCursor }
        }
      }\
      """),
  MAKE_LABEL(
      "make label",
      true,
      """
      mutation MakeLabel($input: IssueLabelCreateInput!) {
        issueLabelCreate(input: $input) { success issueLabel { id name } }
      }\
      """),
  FIND_USERS(
      "look up people",
      false,
      """
      query Users($filter: UserFilter!, $team: String!) {
        users(first: 100, includeDisabled: true, filter: $filter) {
          nodes {
            id email displayName name active app guest isAssignable url
            teams(first: 1, filter: { key: { eqIgnoreCase: $team } }) { nodes { id } }
          }
        }
      }\
      """),
  FIND_PROJECT(
      "look up project",
      false,
      """
      query Projects($filter: ProjectFilter!, $team: String!) {
        projects(first: 2, filter: $filter) {
          nodes {
            id name
            teams(first: 1, filter: { key: { eqIgnoreCase: $team } }) { nodes { id } }
          }
        }
      }\
      """),
  CREATE_ISSUE(
      "create ticket",
      true,
      """
      mutation CreateIssue($input: IssueCreateInput!) {
        issueCreate(input: $input) { success issue { ...IssueFields } }
      }
      """
          + Fragments.ISSUE),
  CREATE_ISSUES(
      "create tickets",
      true,
      """
      mutation CreateIssues($input: IssueBatchCreateInput!) {
        issueBatchCreate(input: $input) { success issues { ...IssueFields } }
      }
      """
          + Fragments.ISSUE),
  READ_ISSUE(
      "read ticket",
      false,
      """
      query ReadIssue($id: String!) {
        issue(id: $id) { ...IssueFields }
      }
      """
          + Fragments.ISSUE),
  READ_ISSUES(
      "find tickets",
      false,
      """
      query ReadIssues($filter: IssueFilter!, $after: String) {
        issues(first: 250, after: $after, includeArchived: true, filter: $filter) {
          nodes { ...IssueFields }
          pageInfo { hasNextPage endCursor }
        }
      }
      """
          + Fragments.ISSUE),
  READ_CLOSING_STATE(
      "close ticket",
      false,
      """
      query ClosingState($id: String!) {
        issue(id: $id) {
          ...IssueFields
          team {
            states(first: 20, filter: { type: { eq: "canceled" } }) { nodes { id position } }
          }
        }
      }
      """
          + Fragments.ISSUE),
  UPDATE_ISSUE(
      "edit ticket",
      true,
      """
      mutation UpdateIssue($id: String!, $input: IssueUpdateInput!) {
        issueUpdate(id: $id, input: $input) { success issue { ...IssueFields } }
      }
      """
          + Fragments.ISSUE),
  CREATE_COMMENT(
      "comment",
      true,
      """
      mutation CreateComment($input: CommentCreateInput!) {
        commentCreate(input: $input) { success comment { ...CommentFields } }
      }
      """
          + Fragments.COMMENT),
  UPDATE_COMMENT(
      "edit comment",
      true,
      """
      mutation UpdateComment($id: String!, $input: CommentUpdateInput!) {
        commentUpdate(id: $id, input: $input) { success comment { ...CommentFields } }
      }
      """
          + Fragments.COMMENT),
  READ_COMMENTS(
      "read comments",
      false,
      """
      query ReadComments($issue: String!, $filter: CommentFilter!, $after: String) {
        issue(id: $issue) { id trashed }
        comments(first: 250, after: $after, includeArchived: true, filter: $filter) {
          nodes { ...CommentFields }
          pageInfo { hasNextPage endCursor }
        }
      }
      """
          + Fragments.COMMENT),
  READ_CHANGES(
      "read changes",
      false,
      """
      query Changes(
        $since: DateTimeOrDuration!
        $issuesAfter: String
        $commentsAfter: String
        $withIssues: Boolean!
        $withComments: Boolean!
      ) {
        issues(
          first: 250
          after: $issuesAfter
          orderBy: updatedAt
          includeArchived: true
          filter: { updatedAt: { gte: $since } }
        ) @include(if: $withIssues) {
          nodes { ...IssueFields }
          pageInfo { hasNextPage endCursor }
        }
        comments(
          first: 250
          after: $commentsAfter
          orderBy: updatedAt
          filter: { updatedAt: { gte: $since }, issue: { null: false } }
        ) @include(if: $withComments) {
          nodes { ...CommentFields }
          pageInfo { hasNextPage endCursor }
        }
      }
      """
          + Fragments.ISSUE
          + Fragments.COMMENT),
  READ_HISTORY(
      "read history of ticket",
      false,
      """
      query History(
        $id: String!
        $historyAfter: String
        $commentsAfter: String
        $withHistory: Boolean!
        $withComments: Boolean!
      ) {
        issue(id: $id) {
          ...IssueFields
          attachments(first: 50) { nodes { url sourceType createdAt metadata } }
          history(first: 100, after: $historyAfter) @include(if: $withHistory) {
            nodes {
              createdAt
              actor { id email displayName active app }
              botActor { id name }
              fromDueDate toDueDate
              fromState { type }
              toState { name type }
            }
            pageInfo { hasNextPage endCursor }
          }
          comments(first: 100, after: $commentsAfter) @include(if: $withComments) {
            nodes { ...CommentFields }
            pageInfo { hasNextPage endCursor }
          }
        }
      }
      """
          + Fragments.ISSUE
          + Fragments.COMMENT),
  LIST_DOCUMENTS(
      "list documents",
      false,
      """
      query Documents($team: ID!, $filter: DocumentFilter!, $after: String) {
        teams(first: 1, filter: { id: { eq: $team } }) { nodes { id } }
        documents(
          first: 100
          after: $after
          orderBy: updatedAt
          includeArchived: true
          filter: $filter
        ) {
          nodes { id slugId updatedAt trashed archivedAt hiddenAt }
          pageInfo { hasNextPage endCursor }
        }
      }\
      """),
  READ_DOCUMENT(
      "read document",
      false,
      """
      query Document($id: String!) {
        document(id: $id) {
          id title content createdAt updatedAt url trashed archivedAt
          team { visibility }
          project { teams(first: 20) { nodes { visibility } } }
        }
      }\
      """);

  private final String does;
  private final boolean write;
  private final String document;

  Operation(String does, boolean write, String document) {
    this.does = does;
    this.write = write;
    this.document = document;
  }

  /** What is tried, in a few words for people. */
  String does() {
    return does;
  }

  /** True where it may change something. */
  boolean isWrite() {
    return write;
  }

  /** The text that Linear gets. */
  String document() {
    return document;
  }

  /** The field of the reply's data that must be there. */
  String root() {
    return switch (this) {
      case READ_WORKSPACE, READ_TEAM_KEYS -> "teams";
      case READ_LABELS -> "issueLabels";
      case MAKE_LABEL -> "issueLabelCreate";
      case FIND_USERS -> "users";
      case FIND_PROJECT -> "projects";
      case CREATE_ISSUE -> "issueCreate";
      case CREATE_ISSUES -> "issueBatchCreate";
      case READ_ISSUE, READ_CLOSING_STATE, READ_HISTORY -> "issue";
      case READ_ISSUES, READ_CHANGES -> "issues";
      case UPDATE_ISSUE -> "issueUpdate";
      case CREATE_COMMENT -> "commentCreate";
      case UPDATE_COMMENT -> "commentUpdate";
      case LIST_DOCUMENTS -> "documents";
      case READ_COMMENTS -> "comments";
      case READ_DOCUMENT -> "document";
    };
  }

  /** The body of a request. */
  ObjectNode request(JsonNode variables) {
    ObjectNode body = Json.object().put("query", document);
    body.set("variables", variables);
    return body;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Fields that several operations ask for. */
  private static final class Fragments {
    static final String ISSUE =
        """
        fragment IssueFields on Issue {
          id identifier title description url priority dueDate trashed
          createdAt updatedAt completedAt canceledAt
          state { name type }
          assignee { id email displayName active app }
          cycle { number name }
          labels(first: 12) { nodes { name } }
        }
        """;

    static final String COMMENT =
        """
        fragment CommentFields on Comment {
          id issueId body url createdAt updatedAt
          user { id email displayName active app }
          botActor { id name }
          externalUser { id name }
        }
        """;
  }
}
