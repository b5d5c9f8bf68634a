// What people do on GitHub: every action is a request through the same front.
import type { Json } from './model/json-object.ts';
import { type Must, type PullActions, pullActions } from './person-pulls.ts';

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

export interface Person extends PullActions {
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
  /** By title; undefined takes it out. */
  setMilestone(issue: number, title: string | undefined): Promise<void>;
  /** Writes a file, which pushes: to the default branch, or to one that is there. */
  putFile(path: string, text: string, message?: string, branch?: string): Promise<void>;
  /** Makes a branch where the default branch, or another one, is now. */
  branch(name: string, from?: string): Promise<void>;
  /** Makes a branch from the default branch, or another one, with one commit for each file. */
  pushBranch(
    branch: string,
    files: Readonly<Record<string, string>>,
    message: string,
    from?: string,
  ): Promise<void>;
  setDraft(pull: number, draft: boolean): Promise<void>;
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
    ...pullActions(must, repoPath),
  };
}

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

type CodeAction = 'putFile' | 'branch' | 'pushBranch';
type IssueAction = Exclude<keyof Person, CodeAction | keyof PullActions | GraphqlAction | 'request'>;

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
    setMilestone: async (issue, title) => {
      const list = (await must('GET', `${repoPath}/milestones?state=all&per_page=100`)) as unknown as Json[];
      const found = list.find((milestone) => milestone['title'] === title);
      if (title !== undefined && found === undefined) throw new Error(`there is no milestone ${title}`);
      await must('PATCH', at(issue), { milestone: found?.['number'] ?? null });
    },
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
  const makeBranch = async (name: string, from?: string): Promise<void> => {
    const base = from ?? String((await must('GET', repoPath))['default_branch']);
    const { object } = await must('GET', `${repoPath}/git/ref/heads/${base}`);
    await must('POST', `${repoPath}/git/refs`, { ref: `refs/heads/${name}`, sha: (object as Json)['sha'] });
  };
  return {
    putFile: (path, text, message = `Write ${path}`, branch?: string) => put(path, text, message, branch),
    branch: makeBranch,
    pushBranch: async (name, files, message, from) => {
      await makeBranch(name, from);
      for (const [path, text] of Object.entries(files)) {
        // oxlint-disable-next-line no-await-in-loop -- one commit on the other
        await put(path, text, message, name);
      }
    },
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
