// Closes the issue that says that runs have stopped: a run that comes this far shows that they have not.
import type { Desired } from '../../../domain/desired.ts';
import { isSilenceKey } from '../../../memory/heartbeat.ts';
import { render } from '../render.ts';
import type { Input } from '../input.ts';

/** Nothing when none is open. */
export function endAlarm({ observed, now }: Input): Desired[] {
  return observed.ownIssues
    .filter(({ key, state }) => isSilenceKey(key) && state === 'open')
    .map(({ key, title }): Desired => ({
      kind: 'issue',
      key,
      title,
      body: { key, parts: [{ kind: 'block', name: 'again', text: render.runsAgain(now) }] },
      labels: [],
      assignees: [],
      pin: false,
      state: 'closed',
      why: render.whyRunsAgain(),
      whyBody: render.whyRunsAgain(),
      whyClosed: render.whyRunsAgain(),
    }));
}
