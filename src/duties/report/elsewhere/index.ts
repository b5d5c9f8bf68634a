// Tells how the other repositories of a release stand: what blocks it there, which have their tag, and what nobody could read.
import type { AskedRepository } from '../../../domain/elsewhere.ts';
import { isSameRepository } from '../../../domain/other-repository.ts';
import { linesOf } from '../../../domain/release-line.ts';
import { type Release, hasSections, isRunning } from '../../../domain/release.ts';
import type { DesiredSection } from '../../../domain/desired.ts';
import { trackingKey } from '../../../memory/tracking-key.ts';
import type { Duty, DutyAnswer, DutyInput } from '../../duty.ts';
import { type ReportConfig, reportConfig } from '../config.ts';
import { BLOCK } from './block.ts';
import { type Found, foundIn } from './find.ts';
import { render } from './render.ts';
import { rows } from './rows.ts';
import { lacksOf } from './lacks.ts';
import { standingOf } from './standing.ts';
import { pane } from './pane.ts';
import { renderRepositories } from './table.ts';

type Input = DutyInput<ReportConfig, 'elsewhere'>;

const DUTY = 'repositories';

/** A duty of its own beside the blockers of this repository: each fails alone. */
export const elsewhereDuty: Duty<ReportConfig, 'elsewhere'> = {
  name: DUTY,
  section: 'report',
  title: 'Other repositories',
  description:
    'How the other repositories of a release stand: their blockers, open pull requests, checks, and tags.',
  config: reportConfig,
  needs: ['elsewhere'],
  leansOn: ['tracking-issue'],
  wakesOn: ['issues', 'pull_request'],
  rows,
  panes: [pane],
  asks: ({ config, releases, now }) => {
    const running = runningWith(releases, now);
    return {
      elsewhere: running.flatMap((release) => asked(release, config)).reduce(joined, []),
      publications: running.filter(isFirst).flatMap(versionsOf),
    };
  },
  desire: (input) => {
    const answers = runningWith(input.releases, input.now).map((release) => answerFor(release, input));
    return {
      desired: input.releases
        .filter((release) => hasSections(release, input.now))
        .map((release) => sectionFor(release, input)),
      standing: answers.flatMap(({ standing }) => standing ?? []),
      lacks: answers.flatMap(({ lacks }) => lacks ?? []),
      skips: answers.flatMap(({ skips }) => skips),
    };
  },
};

function runningWith(releases: readonly Release[], now: Input['now']): Release[] {
  return releases.filter(({ repositories = [], ...release }) => {
    return repositories.length > 0 && isRunning(release, now);
  });
}

function versionsOf(release: Release): string[] {
  return linesOf(release).map(({ version }) => version);
}

/** Whether another repository is released after this one. */
function isFirst({ repositories = [] }: Release): boolean {
  return repositories.some(({ after }) =>
    after.some((name) => repositories.every((other) => !isSameRepository(other.name, name))),
  );
}

function asked(release: Release, { blockers: labels }: ReportConfig): AskedRepository[] {
  const { repositories = [] } = release;
  return repositories.map(({ name, branches, tags }) => ({ name, labels, branches, versions: tags }));
}

/** The same repository may take part in several releases. */
function joined(all: readonly AskedRepository[], one: AskedRepository): AskedRepository[] {
  const before = all.find(({ name }) => isSameRepository(name, one.name));
  if (before === undefined) return [...all, one];
  const union = (key: 'branches' | 'versions') => [...new Set([...before[key], ...one[key]])];
  const both = { ...before, branches: union('branches'), versions: union('versions') };
  return all.map((other) => (other === before ? both : other));
}

function answerFor(release: Release, input: Input): DutyAnswer {
  const found = foundIn(release, input);
  return {
    desired: [],
    standing: found.flatMap((one) => standingOf(one, found, { release, ...input })),
    lacks: found.flatMap((one) => lacksOf(one, release)),
    skips: found.flatMap(skipOf),
  };
}

/** GitHub's words, which may be others each time, are for the report of the run alone. */
function skipOf({ name, unread }: Found): DutyAnswer['skips'] {
  return unread === undefined ? [] : [{ duty: DUTY, what: `the repository ${name}`, why: unread.why }];
}

/** Nothing is said of a release that has ended, or that has no other repositories any more. */
function sectionFor(release: Release, input: Input): DesiredSection {
  const [own] = runningWith([release], input.now);
  const found = own === undefined ? [] : foundIn(own, input);
  return {
    kind: 'section',
    issue: trackingKey(release),
    name: BLOCK,
    text: renderRepositories(found, { release, ...input }),
    why: render.why(),
  };
}
