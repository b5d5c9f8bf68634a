// Queries that ask for every field that the embedded GitHub covers.

const WRITING = `id databaseId fullDatabaseId body createdAt publishedAt updatedAt lastEditedAt includesCreatedEdit viewerDidAuthor
  viewerCanUpdate authorAssociation url resourcePath author { __typename login url } editor { login }
  repository { nameWithOwner }
  reactions(first: 5) { totalCount nodes { id databaseId content createdAt user { login } } }
  reactionGroups { content viewerHasReacted reactors(first: 1) { totalCount } }
  userContentEdits(first: 10) { totalCount nodes { id createdAt editedAt updatedAt deletedAt deletedBy { login } diff editor { __typename login } } }`;

const LABEL = 'id name color description isDefault url resourcePath';
const MILESTONE =
  'id number title description dueOn state closed closedAt createdAt updatedAt url resourcePath creator { login }';
const PAGE = 'totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';

const THREAD = `${WRITING} number title closed closedAt locked activeLockReason
  labels(first: 10) { ${PAGE} nodes { ${LABEL} } edges { cursor node { name } } }
  assignees(first: 10) { nodes { id databaseId login name url resourcePath avatarUrl } }
  milestone { ${MILESTONE} }
  comments(last: 5) { ${PAGE} nodes {
    ${WRITING} isMinimized minimizedReason viewerCanDelete viewerCanMinimize viewerCanReact issue { number } pullRequest { number } } }`;

export const ISSUE_QUERY = `query Issue($number: Int!) {
  viewer { login }
  repository(owner: "acme", name: "demo") {
    issue(number: $number) {
      ${THREAD}
      state stateReason isPinned parent { number }
      subIssues(first: 10) { totalCount nodes { number } }
      subIssuesSummary { total completed percentCompleted }
      timelineItems(last: 2, itemTypes: [CLOSED_EVENT, REOPENED_EVENT, LABELED_EVENT]) {
        totalCount
        nodes {
          ... on ClosedEvent { id createdAt actor { login } }
          ... on ReopenedEvent { id createdAt actor { login } }
          ... on LabeledEvent { id createdAt actor { login } label { name } }
        }
      }
    }
  }
}`;

export const REPOSITORY_QUERY = `query Repository {
  repository(owner: "acme", name: "demo") {
    id databaseId name nameWithOwner isPrivate isArchived isFork isEmpty hasIssuesEnabled url viewerPermission owner { login }
    defaultBranchRef { id name prefix target { id oid } }
    ref(qualifiedName: "refs/heads/main") { name refUpdateRule { pattern requiredApprovingReviewCount requiredStatusCheckContexts } rules(first: 5) { nodes { id type } } }
    refs(refPrefix: "refs/heads/", first: 5) { ${PAGE} nodes { name prefix target { oid } } }
    noBranch: ref(qualifiedName: "refs/heads/missing") { name }
    onBranch: object(expression: "refs/heads/main:README.md") { ... on Blob { text isTruncated } }
    object(expression: "HEAD:README.md") { ... on Blob { id oid abbreviatedOid text byteSize isBinary isTruncated } }
    noFile: object(expression: "refs/heads/main:.github/CODEOWNERS") { ... on Blob { text } }
    missing: object(expression: "main:missing") { id }
    commit: object(expression: "main") { ... on Commit { id oid abbreviatedOid } }
    label(name: "release") { name }
    milestone(number: 1) { title pullRequests(first: 2, states: [MERGED], orderBy: { field: UPDATED_AT, direction: DESC }) { nodes { number } } }
    labels(first: 10, query: "rel") { nodes { name } }
    milestones(first: 10, states: [OPEN], orderBy: { field: DUE_DATE, direction: DESC }) { nodes { number } }
    assignableUsers(first: 10, query: "bo") { nodes { login } }
    issueOrPullRequest(number: 1) { __typename }
    issues(first: 10, orderBy: { field: UPDATED_AT, direction: DESC }, filterBy: { states: [OPEN], labels: ["release"], assignee: "bob", milestone: "1" }) { ${PAGE} nodes { number } }
    codeowners { errors { column kind line message path source suggestion } }
    pushedAt
    releases(first: 1, orderBy: { field: CREATED_AT, direction: DESC }) { totalCount nodes { tagName updatedAt } }
    pinnedIssues(first: 3) { nodes { id databaseId issue { number } pinnedBy { login } } }
    issueFields(first: 10) { nodes {
      ... on IssueFieldDate { id fullDatabaseId name }
      ... on IssueFieldNumber { id fullDatabaseId name }
      ... on IssueFieldText { id fullDatabaseId name }
    } }
  }
}`;

export const PULLS_QUERY = `query Pulls {
  repository(owner: "acme", name: "demo") {
    pullRequest(number: 2) { number }
    fromBranch: pullRequests(first: 1, headRefName: "change", orderBy: { field: CREATED_AT, direction: DESC }) { nodes { number } }
    pullRequests(first: 10, states: [OPEN], baseRefName: "main") { ${PAGE} nodes {
      ${THREAD}
      state isDraft merged mergedAt baseRefName headRefName headRefOid isCrossRepository reviewDecision mergeable mergeStateStatus
      timelineItems(last: 5, itemTypes: [LABELED_EVENT]) { totalCount nodes { ... on LabeledEvent { actor { login } label { name } } } }
      files(first: 10) { totalCount pageInfo { hasNextPage } nodes { path changeType } }
      commits(last: 1) { totalCount nodes { commit {
        oid
        tree { id oid }
        file(path: "README.md") { name path oid object { ... on Blob { byteSize } } }
        statusCheckRollup { id state contexts(first: 100) { totalCount nodes {
          __typename
          ... on CheckRun { id databaseId name status conclusion isRequired(pullRequestNumber: 2) }
          ... on StatusContext { id context state description targetUrl createdAt isRequired(pullRequestNumber: 2) }
        } } }
      } } }
      reviewRequests(first: 5) { nodes { id requestedReviewer { __typename ... on User { login } ... on Team { combinedSlug } } } }
      latestOpinionatedReviews(first: 5, writersOnly: true) { nodes { id databaseId state body submittedAt author { login } onBehalfOf(first: 5) { nodes { combinedSlug } } } }
    } }
  }
}`;

export const ORGANIZATION_QUERY = `query Organization($login: String!) {
  repository(owner: "acme", name: "demo") { name }
  organization(login: $login) {
    id databaseId login name url
    team0: team(slug: "api") {
      id databaseId slug name combinedSlug
      members(first: 100) { totalCount pageInfo { hasNextPage } nodes { login } }
    }
    team1: team(slug: "nobody") { combinedSlug }
  }
}`;

/** A merged commit with its checks. */
export const CHECKS_QUERY = `query Checks {
  repository(owner: "acme", name: "demo") {
    ref(qualifiedName: "refs/heads/main") { target { ... on Commit {
      history(first: 2) { ${PAGE} nodes {
        oid message messageHeadline authoredDate committedDate parents(first: 2) { totalCount nodes { oid } }
        author { name email date user { login } }
        associatedPullRequests(first: 5) { nodes { number mergeCommit { oid } mergedBy { login } } }
        status { id state contexts { context state } context(name: "tide") { state } }
        checkSuites(first: 10) { ${PAGE} nodes {
          id databaseId status conclusion createdAt updatedAt app { id databaseId slug name }
          branch { name } workflowRun { id databaseId runNumber event createdAt updatedAt url workflow { id databaseId name } }
          checkRuns(first: 1, filterBy: { checkType: ALL }) { ${PAGE} nodes {
            id databaseId name status conclusion startedAt completedAt detailsUrl permalink externalId } }
          latest: checkRuns(first: 5) { totalCount }
        } }
      } }
    } } }
  }
}`;

export const DISCUSSIONS_QUERY = `query Discussions {
  repository(owner: "acme", name: "demo") {
    hasDiscussionsEnabled
    discussionCategories(first: 25) { totalCount nodes { id name slug } }
    discussions(first: 10, orderBy: { field: CREATED_AT, direction: DESC }) { ${PAGE} nodes {
      id databaseId title body url viewerDidAuthor author { login } category { name }
      comments(last: 5) { totalCount nodes { id body url author { login } } }
    } }
  }
}`;

export const DEPLOYMENTS_QUERY = `query Deployments {
  repository(owner: "acme", name: "demo") {
    deployments(environments: ["staging"], first: 1, orderBy: { field: CREATED_AT, direction: DESC }) { totalCount pageInfo { hasNextPage } nodes {
      id databaseId environment createdAt commitOid latestStatus { id state environmentUrl createdAt }
    } }
  }
}`;
