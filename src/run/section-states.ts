// Which sections of a config are on, and what they do not do although they are.
import { DUTIES } from '../duties/index.ts';
import { sectionStates } from '../duties/lacks.ts';
import type { SectionState } from '../domain/section-state.ts';
import type { Prepared } from './prepare.ts';
import type { Scope } from './scope.ts';

/** By the config alone: nobody looks at GitHub for it. */
export function statesOf(
  { config, releases }: Prepared,
  { duties = DUTIES }: Pick<Scope, 'duties'> = {},
): SectionState[] {
  const { sections, asked, teams, audiences } = config;
  return sectionStates({ duties, sections, asked, releases, teams, audiences });
}
