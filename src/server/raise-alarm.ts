// Opens one issue when relcomms has not come through for more than a day, by the sign of life in the tracking issues.
import { type Instant, dayAt } from '../domain/day.ts';
import type { Operation } from '../domain/operation.ts';
import { ownAccounts } from '../github/accounts.ts';
import { apply } from '../github/apply/apply.ts';
import type { GitHub } from '../github/client.ts';
import { allUnknown } from '../github/observe.ts';
import { isSilenceKey, readHeartbeat, silenceKey } from '../memory/heartbeat.ts';
import { readMarker } from '../text/marker.ts';
import { renderAlarm } from './render-alarm.ts';

/** A day that is an hour longer, and an hour until the next tick has come round. */
const SILENT_FOR = 26 * 3_600_000;

/** Of our issues the newest are enough: tracking issues change every day while somebody keeps them. */
const NEWEST = 100;

/**
 * `why` are reasons in words from outside. One issue per silence: what people closed is not opened again. Costs one
 * request per account while runs fail, and nothing while they do not. Throws when GitHub refuses.
 */
export async function raiseAlarm(
  github: GitHub,
  self: string,
  now: Instant,
  why: readonly string[],
): Promise<void> {
  const issues = (
    await Promise.all(ownAccounts(self, 'relcomms').map((login) => listOwn(github, login)))
  ).flat();
  const beats = issues.flatMap(({ key, state, body }) =>
    key?.endsWith('/tracking-issue') === true && state === 'open' ? (readHeartbeat(body) ?? []) : [],
  );
  const last = Math.max(...beats) as Instant;
  if (beats.length === 0 || now - last <= SILENT_FOR) return;
  const isSaid = issues.some(
    ({ key = '', state }) => key === silenceKey(last) || (isSilenceKey(key) && state === 'open'),
  );
  if (isSaid) return;
  const setting = { accounts: [self], since: dayAt(last, 'UTC') };
  const applied = await apply(github, alarm(last, why), {
    setting,
    observation: allUnknown('nobody looked'),
  });
  const failed = applied.find(({ outcome }) => outcome === 'failed' || outcome === 'held');
  if (failed !== undefined) throw new Error(`${failed.operation.kind}: ${failed.detail ?? ''}`);
}

function alarm(last: Instant, why: readonly string[]): Operation[] {
  const given = { duty: 'heartbeat', why: 'no run has succeeded for more than a day' };
  const { label, title, text } = renderAlarm(last, why);
  return [
    { kind: 'create-label', ...label, ...given },
    {
      kind: 'create-issue',
      key: silenceKey(last),
      title,
      body: { key: silenceKey(last), parts: [{ kind: 'block', name: 'silence', text }] },
      labels: [label.name],
      ...given,
    },
  ];
}

async function listOwn(github: GitHub, creator: string) {
  const { owner, repo } = github;
  const { data } = await github.request('GET /repos/{owner}/{repo}/issues', {
    owner,
    repo,
    creator,
    state: 'all',
    sort: 'updated',
    per_page: NEWEST,
  });
  return data
    .filter(({ user }) => user?.login === creator)
    .map(({ body, state }) => ({ key: readMarker(body ?? ''), body: body ?? '', state }));
}
