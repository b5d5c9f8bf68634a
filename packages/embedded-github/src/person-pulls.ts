// What people and programs do to pull requests.
import type { Json } from './model/json-object.ts';

/** A request that throws when GitHub refuses. */
export type Must = (method: string, path: string, body?: unknown) => Promise<Json>;

type Conclusion =
  | 'success'
  | 'failure'
  | 'neutral'
  | 'cancelled'
  | 'skipped'
  | 'timed_out'
  | 'action_required';

export interface PullActions {
  /** Into the default branch `main`, unless another base is named; `LOGIN:BRANCH` comes from a fork. */
  openPull(input: {
    title: string;
    head: string;
    base?: string;
    body?: string;
    draft?: boolean;
  }): Promise<number>;
  merge(pull: number): Promise<void>;
  requestReview(pull: number, ...logins: string[]): Promise<void>;
  /** By slug. */
  requestTeams(pull: number, ...slugs: string[]): Promise<void>;
  /** Answers the id of the review. */
  review(pull: number, event: 'APPROVE' | 'REQUEST_CHANGES' | 'COMMENT', body?: string): Promise<number>;
  dismissReview(pull: number, review: number, message: string): Promise<void>;
  /** A check run on its newest commit, for `github-actions[bot]`; one without a conclusion still runs. */
  runCheck(pull: number, name: string, conclusion?: Conclusion): Promise<void>;
  /** A status of its newest commit. */
  setStatus(pull: number, context: string, state: 'error' | 'failure' | 'pending' | 'success'): Promise<void>;
}

export function pullActions(must: Must, repoPath: string): PullActions {
  const at = (number: number): string => `${repoPath}/pulls/${number}`;
  const headOf = async (number: number): Promise<string> => {
    const { head } = await must('GET', at(number));
    return String((head as Json)['sha']);
  };
  const ask = async (pull: number, body: Json): Promise<void> =>
    void (await must('POST', `${at(pull)}/requested_reviewers`, body));
  return {
    openPull: async (input) =>
      Number((await must('POST', `${repoPath}/pulls`, { base: 'main', ...input }))['number']),
    merge: async (pull) => void (await must('PUT', `${at(pull)}/merge`, {})),
    requestReview: (pull, ...reviewers) => ask(pull, { reviewers }),
    requestTeams: (pull, ...slugs) => ask(pull, { team_reviewers: slugs }),
    review: async (pull, event, body = '') =>
      Number((await must('POST', `${at(pull)}/reviews`, { event, body }))['id']),
    dismissReview: async (pull, review, message) =>
      void (await must('PUT', `${at(pull)}/reviews/${review}/dismissals`, { message })),
    runCheck: async (pull, name, conclusion) =>
      void (await must('POST', `${repoPath}/check-runs`, {
        name,
        head_sha: await headOf(pull),
        ...(conclusion === undefined ? { status: 'in_progress' } : { status: 'completed', conclusion }),
      })),
    setStatus: async (pull, context, state) =>
      void (await must('POST', `${repoPath}/statuses/${await headOf(pull)}`, { context, state })),
  };
}
