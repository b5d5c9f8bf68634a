// What people say about exceptions in this run, and the log as it is then.
import { NO_COMMANDS } from '../../../commands/book.ts';
import { type Said, effectsOf } from '../../../commands/effects-of.ts';
import { dayAt } from '../../../domain/day.ts';
import type { DesiredEntry } from '../../../domain/desired.ts';
import type { Pull } from '../../../domain/pull.ts';
import { type Release, hasSections } from '../../../domain/release.ts';
import { trackingKey } from '../../../memory/tracking-key.ts';
import { PULL_PLACE } from '../../pull-place.ts';
import { saidTo } from '../../said-to.ts';
import { freezeOf, mayFreeze } from '../freezes.ts';
import { type FreezeInput, sightOf } from '../input.ts';
import { render } from '../render.ts';
import { type Exception, onPull, onRelease } from './commands.ts';
import { mayDecide } from './deciders.ts';
import { type Step, changes, entriesOf, stepKey, stepsIn } from './state.ts';

export interface Heard {
  /** By version, those of this run included. */
  readonly steps: ReadonlyMap<string, readonly Step[]>;
  readonly entries: readonly DesiredEntry[];
}

interface Word extends Said<Exception> {
  readonly release: Release;
}

/** In the order in which people wrote; what changes nothing is noted nowhere. */
export function hear(input: FreezeInput): Heard {
  const releases = input.releases.filter((release) => hasSections(release, input.now));
  const issues = input.observed.ownIssues;
  const steps = new Map(
    releases.map((release) => [release.version, stepsIn(release, entriesOf(release, issues))]),
  );
  const entries: DesiredEntry[] = [];
  for (const word of wordsOf(releases, input)) {
    const entry = entryOf(word, steps.get(word.release.version) ?? [], input);
    if (entry === undefined) continue;
    entries.push(entry);
    const { pull, verb } = word.effect;
    const step = { pull, verb, commentId: word.commentId, entry };
    steps.set(word.release.version, [...(steps.get(word.release.version) ?? []), step]);
  }
  return { steps, entries };
}

function wordsOf(releases: readonly Release[], input: FreezeInput): Word[] {
  const onIssues = releases.flatMap((release) =>
    saidTo(onRelease, release, input).map((said) => ({ ...said, release })),
  );
  const onPulls = input.observed.pulls.flatMap((pull) => onPullWords(pull, input));
  return [...onIssues, ...onPulls].toSorted((a, b) => a.commentId - b.commentId);
}

/** It is about the release that freezes the branch, or will. */
function onPullWords(pull: Pull, input: FreezeInput): Word[] {
  const sight = sightOf(input);
  const release = freezeOf(pull.base, sight)?.release ?? mayFreeze(pull.base, sight)[0];
  if (release === undefined || pull.state !== 'open') return [];
  const { commands: book = NO_COMMANDS, releases } = input;
  return effectsOf([onPull], pull.commands, {
    book,
    place: PULL_PLACE.name,
    releases,
    own: pull.author.login,
    scene: ({ config }) => ({
      release,
      context: { ...input, config },
      issues: input.observed.ownIssues,
      at: { pull },
    }),
  }).map((said) => ({ ...said, release }));
}

function entryOf(
  { release, by, commentId, effect }: Word,
  steps: readonly Step[],
  { config, now, observed }: FreezeInput,
): DesiredEntry | undefined {
  const { pull, verb, because, giver } = effect;
  const isKnown = observed.ownIssues.some(({ key, ledger }) => key === trackingKey(release) && ledger);
  if (!isKnown || !changes(pull, verb, steps)) return undefined;
  if (verb !== 'ask' && !mayDecide(giver, release, config)) return undefined;
  const key = stepKey(release, pull, verb, commentId);
  // A comment that goes to and fro has each of its words once in the log.
  if (steps.some(({ entry }) => entry.key === key)) return undefined;
  return {
    kind: 'entry',
    issue: trackingKey(release),
    key,
    day: dayAt(now, release.timezone),
    text: render.step(verb, by, pull, because),
    why: render.said(by),
  };
}
