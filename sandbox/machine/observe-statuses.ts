// The statuses of a pull request's newest commit, beside its check runs.
import type { CheckState } from './check-state.ts';

interface StatusJson {
  readonly context: string;
  readonly state: string;
  readonly description: string | null;
}

/** Shown as checks are; GitHub lists the newest first. */
export async function observeStatuses(
  read: <T>(path: string) => Promise<T>,
  sha: string,
): Promise<readonly CheckState[]> {
  const all = await read<StatusJson[]>(`commits/${sha}/statuses?per_page=100`);
  const newest = all.filter(
    ({ context }, index) => all.findIndex((one) => one.context === context) === index,
  );
  return newest.map(({ context, state, description }) => ({
    name: context,
    status: state,
    conclusion: state === 'pending' ? null : state,
    title: description ?? '',
    summary: '',
    annotations: [],
  }));
}
