// Test environments as plain data: one plan per environment of a release in January 2020.
import * as z from 'zod';
import type { Instant } from '../../../src/domain/day.ts';
import { environmentsConfig } from '../../../src/duties/environments/config.ts';
import { type Plan, plansOf } from '../../../src/duties/environments/plans.ts';
import { at, read, releaseOf, sourceOf } from '../../support/world.ts';

/** RC1 is on Thu 16 Jan 2020, RC2 a week later. */
export const CYCLE = `cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
timezone: UTC
roles: { lead: [alice], qa: [bob] }
teams: { api: { github: acme/api }, web: { github: acme/web } }
milestones:
  rc1: { on: release - 2 weeks, title: Release candidate 1 }
  rc2: { on: release - 1 week, title: Release candidate 2 }
releases: [{ version: '1.10.0', start: 2020-01-06, release: 2020-01-30, branch: release-1.10 }]
tracking-issue: {}
`;

export const NAMED = { first: { for: 'rc1' }, second: { for: 'rc2', teams: ['api'] } };

/** With the config, its dates changed as `moved` says. */
export function plans(named: object = NAMED, moved: (config: string) => string = (text) => text): Plan[] {
  const prepared = read(moved(CYCLE));
  const config = z.parse(environmentsConfig, { named });
  const { teams } = prepared.config;
  const release = releaseOf(prepared);
  const source = sourceOf(prepared);
  return plansOf(release, { config, releases: [release], teams, source, now: NOW });
}

export function plan(more: object = {}): Plan {
  const [only] = plans({ first: { for: 'rc1', ...more } });
  if (only === undefined) throw new Error('no plan');
  return only;
}

export const NOW: Instant = at('2020-01-10T09:00:00Z');

export { at } from '../../support/world.ts';
