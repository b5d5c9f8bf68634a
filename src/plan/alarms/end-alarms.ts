// Closes the issues that say that relcomms does not work: a run that comes this far shows that it does.
import type { Instant } from '../../domain/day.ts';
import type { Observation, OwnIssue } from '../../domain/observed.ts';
import { isBrokenConfigKey } from '../../memory/broken-config.ts';
import { isSilenceKey } from '../../memory/heartbeat.ts';
import { valueOf } from '../canonical.ts';
import type { Wanted } from '../wanted.ts';
import { render } from './render.ts';

/** Whatever the config switches on. Nothing when none is open. */
export function endAlarms(observation: Observation, now: Instant): Wanted[] {
  const open = (valueOf(observation.ownIssues) ?? []).filter(({ state }) => state === 'open');
  return open.flatMap((issue) => {
    if (isSilenceKey(issue.key)) return [ended(issue, render.runsAgain(now), render.whyRunsAgain())];
    return isBrokenConfigKey(issue.key) ? [ended(issue, render.valid(now), render.whyValid())] : [];
  });
}

function ended({ key, title }: OwnIssue, text: string, why: string): Wanted {
  return {
    duty: 'relcomms',
    desired: {
      kind: 'issue',
      key,
      title,
      body: { key, parts: [{ kind: 'block', name: 'again', text }] },
      labels: [],
      assignees: [],
      pin: false,
      state: 'closed',
      why,
      whyBody: why,
      whyClosed: why,
    },
  };
}
