// Judges a proposed config: purely, but for the one look that it asks for. Its text may come from anybody.
import { mergedYaml } from '../config/merged-yaml.ts';
import { PRESETS } from '../config/presets.ts';
import { type Comparison, type Proposal, type Reading, judge } from '../config-check/judge.ts';
import { renderCheck } from '../config-check/render.ts';
import { type Instant, dayAt } from '../domain/day.ts';
import type { Questions } from '../domain/questions.ts';
import { DUTIES, sectionsOf } from '../duties/index.ts';
import type { ConfigFile } from '../github/config/read-config.ts';
import { comparePlans } from './compare-plans.ts';
import { dutyRun, questionsFor, settingFor } from './duty-run.ts';
import type { Brief, CheckOutput, LookFor, Looked, Wanted } from './judgement.ts';
import { inRepository } from './own-repository.ts';
import { type Prepared, prepareFile, readerOf } from './prepare.ts';
import type { Scope } from './scope.ts';
import { statesOf } from './section-states.ts';

/** Whose duties judge, and how configs are read. */
export type Registry = Pick<Scope, 'duties' | 'facts' | 'prepare'>;

/** A config as it was read. */
export type ReadConfig = Reading & { readonly prepared?: Prepared };

export async function judgeProposal(
  brief: Brief,
  lookFor: LookFor,
  registry: Registry = {},
): Promise<CheckOutput | 'later'> {
  const head = placed(readingOf(brief.head, brief.now, registry), brief);
  const base = workingOf(readingOf(brief.base, brief.now, registry));
  const { prepared } = head;
  const looked = prepared === undefined ? NOTHING : await lookFor(wantedBy(prepared, brief, registry));
  if (looked === 'later') return looked;
  const { now, path } = brief;
  if (prepared?.config.enabled === false)
    return renderCheck({ kind: 'switched-off', cleanup: looked.cleanup ?? NOBODY_LOOKED }, path);
  const proposal: Proposal = {
    head,
    base,
    comparison: comparisonOf(looked.looks, brief, [base.prepared, prepared], registry),
    mails: looked.mails,
    merged: prepared === undefined ? [] : mergedYaml(prepared.text, PRESETS, sectionsIn(registry)),
    today: dayAt(now, prepared?.config.schedule.timezone ?? 'UTC'),
  };
  return renderCheck(judge(proposal), path);
}

const NOBODY_LOOKED = { known: false, why: 'nobody looked' } as const;

const NOTHING: Looked = { looks: { why: 'it is not valid' } };

/** A config that is good elsewhere may name the repository in which it is proposed. */
function placed(reading: ReadConfig, { repository }: Brief): ReadConfig {
  if (reading.prepared === undefined || repository === undefined) return reading;
  const problems = inRepository(reading.prepared, repository);
  return problems.length === 0 ? reading : { kind: 'broken', problems };
}

export function readingOf(file: ConfigFile, now: Instant, registry: Registry): ReadConfig {
  const prepared = prepareFile(file, now, readerOf(registry));
  if (prepared === undefined) return { kind: 'missing' };
  if ('problems' in prepared) return { kind: 'broken', problems: prepared.problems };
  const { releases, warnings } = prepared;
  return { kind: 'good', releases, warnings, sections: statesOf(prepared, registry), prepared };
}

/** One that is switched off does as little as none. */
export function workingOf(reading: ReadConfig): ReadConfig {
  return reading.prepared?.config.enabled === false ? { kind: 'missing' } : reading;
}

/** What a config wants to have looked at before it can be held against another. */
export function wantedBy(
  prepared: Prepared,
  { now, path }: Pick<Brief, 'now' | 'path'>,
  registry: Registry,
): Wanted {
  const scope = { ...registry, now, path };
  const questions = questionsFor(dutyRun(prepared, scope), scope);
  return {
    questions: withoutFunctions(questions),
    since: settingFor(prepared, scope, '').since,
    hasRelease: prepared.releases.length > 0,
    switchesOff: !prepared.config.enabled,
  };
}

/** What asks by a function is known to the process that looks alone: a proposed config reads no reactions. */
function withoutFunctions(questions: Questions): Questions {
  return Object.fromEntries(
    Object.entries(questions).map(([name, asked]) => [
      name,
      Array.isArray(asked) && asked.some((one) => typeof one === 'function') ? [] : asked,
    ]),
  );
}

function comparisonOf(
  looks: Looked['looks'],
  { now, path, pull }: Brief,
  configs: readonly (Prepared | undefined)[],
  registry: Registry,
): Comparison {
  if ('why' in looks) return looks;
  const scope = { ...registry, now, path };
  const runs = configs.flatMap((config) => (config === undefined ? [] : [dutyRun(config, scope)]));
  return comparePlans(pull, runs, looks);
}

function sectionsIn({ duties = DUTIES }: Registry): string[] {
  return Object.keys(sectionsOf(duties));
}
