// What a run took of GitHub, and what is left of the hour where GitHub says it.
import { formatInstant } from '../domain/day.ts';
import type { Run } from '../run/reconcile.ts';
import { countWords } from '../text/words.ts';

/** Empty where nobody counted. */
export function costWords({ cost }: Run): string {
  if (cost === undefined) return '';
  const { requests, points, left } = cost;
  const spent = `${countWords(requests, 'request')} to GitHub, ${countWords(points, 'GraphQL point')}`;
  if (left === undefined) return `${spent}.`;
  const until = formatInstant(left.reset, 'UTC', 'HH:mm');
  return `${spent}; ${left.remaining} of ${left.limit} points left until ${until} UTC.`;
}
