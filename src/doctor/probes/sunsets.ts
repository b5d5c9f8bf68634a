// Which requests GitHub is about to answer no more: it says so in the headers `deprecation` and `sunset`.
import { type Instant, dayAt } from '../../domain/day.ts';
import type { GitHub } from '../../github/client.ts';
import { dayWords } from '../../text/words.ts';
import { type Checkup, limited } from '../checkup.ts';

/** GitHub's page of what changes with which version of its API. */
const CHANGES = 'https://docs.github.com/rest/about-the-rest-api/breaking-changes';

/** So many are named; no exam asks for more than some twenty. */
const MOST = 20;

/** By operation: when it ends, where GitHub says that. */
export type Sunsets = ReadonlyMap<string, Instant | undefined>;

/** The same client; `sunsets` fills while it is used. */
export function noticingSunsets(github: GitHub): { readonly github: GitHub; readonly sunsets: Sunsets } {
  const sunsets = new Map<string, Instant | undefined>();
  const request = async (...asked: Parameters<GitHub['request']>): Promise<unknown> => {
    const answer = await github.request(...asked);
    const { deprecation, sunset } = answer.headers as Readonly<Record<string, string | number | undefined>>;
    const [operation] = asked;
    if ((deprecation ?? sunset) !== undefined && typeof operation === 'string' && sunsets.size < MOST)
      sunsets.set(operation, instantIn(sunset));
    return answer;
  };
  // What Octokit's own function offers beside the call is used nowhere behind this client, but belongs to its type.
  return {
    github: { ...github, request: Object.assign(request, github.request) as GitHub['request'] },
    sunsets,
  };
}

function instantIn(header: string | number | undefined): Instant | undefined {
  const at = Date.parse(String(header));
  return Number.isNaN(at) ? undefined : (at as Instant);
}

export function judgeSunsets(sunsets: Sunsets): Checkup[] {
  return [...sunsets].map(([operation, at]) =>
    limited('Answers', operation, {
      found: `GitHub will no longer answer it${at === undefined ? '' : ` from ${dayWords(dayAt(at, 'UTC'))} on`}`,
      lost: 'what this request is for stops working then',
      fix: 'Update relcomms before. If it is the newest version, report it.',
      link: CHANGES,
    }),
  );
}
