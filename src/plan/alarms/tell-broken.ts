// What should exist while the config on the default branch is broken: one issue that says so.
import type { Instant } from '../../domain/day.ts';
import type { Observation, OwnIssue } from '../../domain/observed.ts';
import type { Operation } from '../../domain/operation.ts';
import { brokenConfigKey, isBrokenConfigKey } from '../../memory/broken-config.ts';
import { canonical, valueOf } from '../canonical.ts';
import { diff } from '../diff.ts';
import type { Wanted } from '../wanted.ts';
import { type Broken, render } from './render.ts';

/**
 * One issue at a time: while one is open it follows the newest mistakes, and one that people closed is not opened again
 * before the next commit breaks the config.
 */
export function tellBroken(broken: Broken, observation: Observation, now: Instant): Operation[] {
  const issues = valueOf(observation.ownIssues) ?? [];
  const open = issues.find(({ key, state }) => isBrokenConfigKey(key) && state === 'open');
  const key = open?.key ?? brokenConfigKey(broken.commit);
  const found = canonical(issues, key);
  if (found?.state === 'closed') return [];
  const wanted = found === undefined ? [LABEL, opened(key, broken)] : [kept(found, broken)];
  return diff(wanted, observation, now);
}

const DUTY = 'relcomms';
const LABEL: Wanted = { duty: DUTY, desired: { kind: 'label', ...render.label, why: render.whyBroken() } };

function opened(key: string, broken: Broken): Wanted {
  return wish({ key, title: render.title() }, [render.label.name], broken);
}

/** Labels that people took off stay off. */
function kept(found: OwnIssue, broken: Broken): Wanted {
  return wish(found, [], broken);
}

function wish({ key, title }: Pick<OwnIssue, 'key' | 'title'>, labels: string[], broken: Broken): Wanted {
  return {
    duty: DUTY,
    desired: {
      kind: 'issue',
      key,
      title,
      body: { key, parts: [{ kind: 'block', name: 'config', text: render.broken(broken) }] },
      labels,
      assignees: [],
      pin: false,
      state: 'open',
      why: render.whyBroken(),
      whyBody: render.whyBrokenBody(),
    },
  };
}
