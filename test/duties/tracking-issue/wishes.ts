// What the duty wants of a config on a day, where GitHub has nothing but these issues and pins.
import type { OwnIssue } from '../../../src/domain/observed.ts';
import { trackingIssue } from '../../../src/duties/tracking-issue/index.ts';
import { at, context, read, sourceOf } from '../../support/world.ts';

interface There {
  readonly issues: readonly OwnIssue[];
  readonly pins?: readonly number[];
}

/** On the morning of 5 October 2026; alice can be assigned. */
export function wishes(text: string, { issues, pins = [] }: There) {
  const prepared = read(text);
  const { releases, config } = prepared;
  return trackingIssue.desire({
    ...context({
      now: at('2026-10-05T10:00:00Z'),
      releases,
      sections: config.sections,
      source: sourceOf(prepared),
    }),
    config: config.sections['tracking-issue'] as never,
    observed: {
      ownIssues: issues,
      githubMilestones: [],
      labels: [],
      assignable: ['alice'],
      pins,
      commands: [],
      slipPulls: [],
    },
  });
}
