// In which tracking issue the handoff of a release stands: people who have several at once get one comment.
import { type Release, isRunning } from '../../../domain/release.ts';
import { trackingKey } from '../../../memory/tracking-key.ts';
import type { Input } from '../input.ts';

/**
 * Cycles of the same people that end on one day are handed over in one comment, in the issue of the first; while the
 * next cycle of these people runs, in that one's issue.
 */
export function handOverPlace(release: Release, { releases, observed, now }: Input): Release {
  const team = teamOf(release);
  const open = (other: Release): boolean =>
    observed.ownIssues.some(
      ({ key, state, ledger }) => key === trackingKey(other) && state === 'open' && ledger !== undefined,
    );
  const together = releases.filter((other) => team.every((login) => teamOf(other).includes(login)));
  const running = together
    .filter((other) => isRunning(other, now) && open(other))
    .toSorted((a, b) => (a.release < b.release ? -1 : 1));
  const ending = together.find(
    (other) => other.end === release.end && observed.ownIssues.some(({ key }) => key === trackingKey(other)),
  );
  return running[0] ?? ending ?? release;
}

function teamOf({ roles }: Release): string[] {
  return Object.values(roles)
    .flat()
    .map((login) => login.toLowerCase());
}

/** The number of the issue with the handoff, where that is another one. */
export function elsewhere(release: Release, input: Input): number | undefined {
  const host = handOverPlace(release, input);
  return host === release
    ? undefined
    : input.observed.ownIssues.find(({ key }) => key === trackingKey(host))?.number;
}
