// What people do on GitHub: every action is a request through the same front.
import type { Json } from './model.ts';

export interface PersonAnswer {
  readonly status: number;
  readonly json: unknown;
}

export type Send = (method: string, path: string, body?: unknown) => Promise<PersonAnswer>;

export interface NewIssueInput {
  readonly title: string;
  readonly body?: string;
  readonly labels?: readonly string[];
  readonly assignees?: readonly string[];
  readonly milestone?: number;
}

export interface Person {
  /** Any request; the answer is returned whatever its status. */
  request: Send;
  /** A GraphQL request; throws on errors. */
  graphql(query: string, variables?: Json): Promise<Json>;
  openIssue(input: NewIssueInput): Promise<number>;
  editBody(issue: number, change: (body: string) => string): Promise<void>;
  /** Ticks (or unticks) the checklist item that holds the text or satisfies the predicate. */
  tick(issue: number, item: string | ((line: string) => boolean), on?: boolean): Promise<void>;
  comment(issue: number, text: string): Promise<number>;
  editComment(id: number, text: string): Promise<void>;
  close(issue: number): Promise<void>;
  reopen(issue: number): Promise<void>;
  deleteIssue(issue: number): Promise<void>;
  label(issue: number, ...names: string[]): Promise<void>;
  unlabel(issue: number, name: string): Promise<void>;
  assign(issue: number, ...logins: string[]): Promise<void>;
  lock(issue: number): Promise<void>;
  /** Writes a file, which pushes: to the default branch, or to one that is there. */
  putFile(path: string, text: string, message?: string, branch?: string): Promise<void>;
  /** Makes a branch where the default branch is now. */
  branch(name: string): Promise<void>;
  openPull(input: {
    title: string;
    head: string;
    base?: string;
    body?: string;
    draft?: boolean;
  }): Promise<number>;
  /** Makes a branch from the default branch, with one commit for each file. */
  pushBranch(branch: string, files: Readonly<Record<string, string>>, message: string): Promise<void>;
  merge(pull: number): Promise<void>;
  requestReview(pull: number, ...logins: string[]): Promise<void>;
  setDraft(pull: number, draft: boolean): Promise<void>;
  review(pull: number, event: 'APPROVE' | 'REQUEST_CHANGES' | 'COMMENT', body?: string): Promise<void>;
}

const BOX = /^(\s*(?:[-*+]|\d+[.)])\s+\[)([ xX])(\])/;

/** The actions of a person in one repository. They throw when GitHub refuses; `request` never does. */
export function personActing(send: Send, repoPath: string): Person {
  const must: Must = async (method, path, body) => {
    const { status, json } = await send(method, path, body);
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(json)}`);
    return (json ?? {}) as Json;
  };
  return {
    request: send,
    ...graphqlActions(must, repoPath),
    ...issueActions(must, repoPath),
    ...codeActions(send, must, repoPath),
  };
}

type Must = (method: string, path: string, body?: unknown) => Promise<Json>;

type GraphqlAction = 'graphql' | 'deleteIssue' | 'setDraft';

function graphqlActions(must: Must, repoPath: string): Pick<Person, GraphqlAction> {
  const graphql: Person['graphql'] = async (query, variables) => {
    const { data, errors } = await must('POST', '/graphql', { query, variables });
    if (errors !== undefined) throw new Error(`GraphQL: ${JSON.stringify(errors)}`);
    return data as Json;
  };
  const mutation =
    'mutation($issueId: ID!) { deleteIssue(input: { issueId: $issueId }) { clientMutationId } }';
  return {
    graphql,
    deleteIssue: async (issue) => {
      const { node_id: issueId } = await must('GET', `${repoPath}/issues/${issue}`);
      await graphql(mutation, { issueId });
    },
    setDraft: async (pull, draft) => {
      const { node_id: id } = await must('GET', `${repoPath}/pulls/${pull}`);
      const name = draft ? 'convertPullRequestToDraft' : 'markPullRequestReadyForReview';
      await graphql(`mutation($id: ID!) { ${name}(input: { pullRequestId: $id }) { clientMutationId } }`, {
        id,
      });
    },
  };
}

type CodeAction = 'putFile' | 'branch' | 'openPull' | 'review' | 'pushBranch' | 'merge' | 'requestReview';
type IssueAction = Exclude<keyof Person, CodeAction | GraphqlAction | 'request'>;

function issueActions(must: Must, repoPath: string): Pick<Person, IssueAction> {
  const at = (issue: number): string => `${repoPath}/issues/${issue}`;
  const editBody: Person['editBody'] = async (issue, change) => {
    const { body } = await must('GET', at(issue));
    await must('PATCH', at(issue), { body: change(typeof body === 'string' ? body : '') });
  };
  return {
    editBody,
    tick: (issue, item, on = true) => editBody(issue, (body) => tickLine(body, item, on)),
    openIssue: async (input) => Number((await must('POST', `${repoPath}/issues`, input))['number']),
    comment: async (issue, body) => Number((await must('POST', `${at(issue)}/comments`, { body }))['id']),
    editComment: async (id, body) =>
      void (await must('PATCH', `${repoPath}/issues/comments/${id}`, { body })),
    close: async (issue) => void (await must('PATCH', at(issue), { state: 'closed' })),
    reopen: async (issue) => void (await must('PATCH', at(issue), { state: 'open' })),
    label: async (issue, ...labels) => void (await must('POST', `${at(issue)}/labels`, { labels })),
    unlabel: async (issue, name) =>
      void (await must('DELETE', `${at(issue)}/labels/${encodeURIComponent(name)}`)),
    assign: async (issue, ...assignees) => void (await must('POST', `${at(issue)}/assignees`, { assignees })),
    lock: async (issue) => void (await must('PUT', `${at(issue)}/lock`)),
  };
}

function codeActions(send: Send, must: Must, repoPath: string): Pick<Person, CodeAction> {
  const put = async (path: string, text: string, message: string, branch?: string): Promise<void> => {
    const file = `${repoPath}/contents/${path}`;
    const ref = branch === undefined ? '' : `?ref=${encodeURIComponent(branch)}`;
    const { status, json } = await send('GET', `${file}${ref}`);
    const sha = status === 200 ? { sha: (json as Json)['sha'] } : {};
    const on = branch === undefined ? {} : { branch };
    await must('PUT', file, { message, content: Buffer.from(text).toString('base64'), ...sha, ...on });
  };
  const makeBranch = async (name: string): Promise<void> => {
    const { default_branch: base } = await must('GET', repoPath);
    const { object } = await must('GET', `${repoPath}/git/ref/heads/${String(base)}`);
    await must('POST', `${repoPath}/git/refs`, { ref: `refs/heads/${name}`, sha: (object as Json)['sha'] });
  };
  const pull = (number: number): string => `${repoPath}/pulls/${number}`;
  return {
    putFile: (path, text, message = `Write ${path}`, branch?: string) => put(path, text, message, branch),
    branch: makeBranch,
    pushBranch: async (name, files, message) => {
      await makeBranch(name);
      for (const [path, text] of Object.entries(files)) {
        // oxlint-disable-next-line no-await-in-loop -- one commit on the other
        await put(path, text, message, name);
      }
    },
    openPull: async (input) =>
      Number((await must('POST', `${repoPath}/pulls`, { base: 'main', ...input }))['number']),
    merge: async (number) => void (await must('PUT', `${pull(number)}/merge`, {})),
    requestReview: async (number, ...reviewers) =>
      void (await must('POST', `${pull(number)}/requested_reviewers`, { reviewers })),
    review: async (number, event, body = '') =>
      void (await must('POST', `${pull(number)}/reviews`, { event, body })),
  };
}

/** Changes the box of the one line that fits, and nothing else. */
function tickLine(body: string, item: string | ((line: string) => boolean), on: boolean): string {
  const fits = typeof item === 'string' ? (line: string) => line.includes(item) : item;
  const lines = body.split('\n');
  const found = lines.flatMap((line, index) => (BOX.test(line) && fits(line) ? [index] : []));
  const [index] = found;
  if (index === undefined || found.length > 1)
    throw new Error(
      `${found.length} checklist items fit ${typeof item === 'string' ? `"${item}"` : 'the predicate'}`,
    );
  return lines
    .map((line, at) => (at === index ? line.replace(BOX, `$1${on ? 'x' : ' '}$3`) : line))
    .join('\n');
}
