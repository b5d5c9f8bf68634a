// Whether a tracking issue that people closed asks what else to close, and nobody has answered yet.
import type { OwnIssue } from '../domain/observed.ts';

/** Behind the version: the lines in the log about the question and about its answer. */
export const CLOSE_ASKED = 'close/asked';
export const CLOSE_ANSWERED = 'close/answered';

export function waitsForClose({ key, state, ledger }: OwnIssue): boolean {
  const [version = ''] = key.split('/');
  const has = (name: string): boolean =>
    ledger?.entries.some((entry) => entry.key === `${version}/${name}`) === true;
  return (
    state === 'closed' && key === `${version}/tracking-issue` && has(CLOSE_ASKED) && !has(CLOSE_ANSWERED)
  );
}
