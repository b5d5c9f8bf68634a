// Finds webhooks that no receiver took, in GitHub's own list of what it sent.
import type { Probot } from 'probot';
import { type Hint, type WakeRules, hintsOf, joinHints } from './hint.ts';
import { nameOf } from './looks.ts';

/** What is read of an entry of the list: https://docs.github.com/rest/apps/webhooks#list-deliveries-for-an-app-webhook */
export interface ListedDelivery {
  readonly id: number;
  readonly guid: string;
  readonly delivered_at: string;
  readonly status_code: number;
  readonly event: string;
  readonly installation_id: number | null;
  readonly repository_id: number | null;
}

/** How a receiver answers a webhook that it kept; with another status it is missed. */
export const KEPT = 200;

/** And one that it heard and could not keep. */
export const HEARD = 202;

/** Entries of one page, and pages that are read at once; what is older is for the rounds to find. */
const PAGE = 100;
const MOST_PAGES = 20;

/** Of each repository the newest entry of each event that no receiver took, not even later. */
export function missedIn(entries: readonly ListedDelivery[], heard: ReadonlySet<string>): ListedDelivery[] {
  const taken = new Set(entries.filter(({ status_code: status }) => status === KEPT).map(({ guid }) => guid));
  const missed = new Map<string, ListedDelivery>();
  for (const entry of entries) {
    if (taken.has(entry.guid) || !heard.has(entry.event)) continue;
    const name = `${entry.installation_id} ${entry.repository_id ?? entry.guid} ${entry.event}`;
    const former = missed.get(name);
    if (former === undefined || former.delivered_at < entry.delivered_at) missed.set(name, entry);
  }
  return [...missed.values()];
}

export interface Missed {
  readonly hints: readonly Hint[];
  /** Everything up to here has been looked at, in milliseconds since 1970. */
  readonly until: number;
}

/**
 * Hints for what was missed since then, in milliseconds since 1970. Where several webhooks of a repository were missed,
 * all of it is looked at. Costs a request for each hundred deliveries, and one for each that was missed.
 */
export async function missedHints(
  probot: Probot,
  since: number,
  rules: WakeRules & { readonly events: ReadonlySet<string> },
): Promise<Missed> {
  const app = await probot.auth();
  const entries: ListedDelivery[] = [];
  let pages = 0;
  for await (const { data } of app.paginate.iterator('GET /app/hook/deliveries', { per_page: PAGE })) {
    const page = data as ListedDelivery[];
    entries.push(...page.filter(({ delivered_at: at }) => Date.parse(at) > since));
    pages += 1;
    const isLast = page.some(({ delivered_at: at }) => Date.parse(at) <= since);
    if (isLast || page.length < PAGE || pages >= MOST_PAGES) break;
  }
  const found = new Map<string, Hint>();
  for (const { id, event } of missedIn(entries, rules.events)) {
    // oxlint-disable-next-line no-await-in-loop -- after an outage there may be many: one after the other
    const { data } = await app.request('GET /app/hook/deliveries/{delivery_id}', { delivery_id: id });
    const { payload } = data.request;
    if (payload === null) continue;
    for (const hint of hintsOf({ name: event, payload }, rules)) {
      const former = found.get(nameOf(hint));
      // Of each event only the newest was asked for, so what others were about is not known.
      const { about: _, ...whole } = former === undefined ? hint : joinHints(former, hint);
      found.set(nameOf(hint), whole);
    }
  }
  const newest = Math.max(since, ...entries.map(({ delivered_at: at }) => Date.parse(at)));
  return { hints: [...found.values()], until: newest };
}
