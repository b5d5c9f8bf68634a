// A walk of 60 pull requests over two release branches, as events, with the facts that GitHub shows after each.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';
import type { Instant } from '../../../../src/domain/day.ts';
import type { BranchCommit, BranchPicks, Fix, MergedPull, Pull } from '../../../../src/domain/pull.ts';
import { at } from '../../../support/world.ts';
import { FIX, PICK, type Setting } from '../world.ts';

/** How a pull request says what it takes over. */
const FORMS = z
  .array(
    z.object({
      name: z.string(),
      title: z.string().optional(),
      body: z.string().optional(),
      head: z.string().optional(),
      message: z.string().optional(),
      picks: z.literal(['yes', 'no']),
      'by-commit': z.literal('yes').optional(),
    }),
  )
  .parse(parse(readFileSync('test/fixtures/cherry-picks/forms.yml', 'utf8')));

export type Form = (typeof FORMS)[number];

export const BRANCHES = ['release-0.4', 'release-0.5'] as const;

export interface Original {
  readonly number: number;
  readonly commit: string;
  /** Branches that its labels name. */
  readonly labels: readonly string[];
  /** Branch whose release its GitHub milestone names. */
  readonly milestone: string | undefined;
  state: 'open' | 'closed' | 'merged';
  isReverted: boolean;
}

export interface Take {
  readonly number: number;
  readonly of: Original;
  readonly branch: string;
  readonly form: Form;
  state: 'open' | 'closed' | 'merged' | 'reverted';
}

/** What is so, as the people who did it know. */
export interface World {
  readonly originals: Original[];
  readonly takes: Take[];
  /** What came to the default branch and to the branches, oldest first. */
  readonly main: BranchCommit[];
  readonly commits: Record<string, BranchCommit[]>;
  readonly merged: Record<string, MergedPull[]>;
  readonly seen: Set<string>;
}

type Random = (below: number) => number;

function randomOf(seed: number): Random {
  let state = seed * 2_654_435_761;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return ((state >>> 8) & 0xffff) % below;
  };
}

/** Calls back after each of 60 pull requests, and after what people did in between. */
export function walk(seed: number, look: (world: World, setting: Setting) => void): Set<string> {
  const random = randomOf(seed);
  const world: World = {
    originals: [],
    takes: [],
    main: [],
    commits: { 'release-0.4': [], 'release-0.5': [] },
    merged: { 'release-0.4': [], 'release-0.5': [] },
    seen: new Set(),
  };
  for (let number = 101; number <= 160; number += 1) {
    const now = (at('2026-11-12T08:00:00Z') + (number - 100) * 3_600_000 * 5) as Instant;
    if (random(2) === 0 || world.originals.length === 0)
      world.originals.push(original(number, random, world, now));
    else world.takes.push(take(number, random, world));
    for (let turn = 0; turn < 2; turn += 1) deed(random, world, (now + turn * 60_000) as Instant);
    look(world, settingOf(world, now));
  }
  return world.seen;
}

function original(number: number, random: Random, world: World, now: Instant): Original {
  const labels = [[], ['release-0.4'], ['release-0.5'], [...BRANCHES]][random(4)] ?? [];
  const milestone = labels.length === 0 && random(3) > 0 ? BRANCHES[random(2)] : undefined;
  const made: Original = {
    number,
    commit: `${number}abc${number}de`,
    labels,
    milestone,
    state: 'open',
    isReverted: false,
  };
  if (random(4) > 0) mergeOriginal(made, world, now);
  return made;
}

function mergeOriginal(one: Original, world: World, now: Instant): void {
  one.state = 'merged';
  world.main.push(commit(one.commit, `Mend ${one.number} (#${one.number})`, now));
}

function take(number: number, random: Random, { originals }: World): Take {
  const of = originals[random(originals.length)] as Original;
  // A commit that is not merged is one that nobody can name.
  const forms = FORMS.filter((form) => of.state === 'merged' || form['by-commit'] === undefined);
  return {
    number,
    of,
    branch: BRANCHES[random(2)] ?? '',
    form: forms[random(forms.length)] as Form,
    state: 'open',
  };
}

/** One thing that somebody does to what is there. */
function deed(random: Random, world: World, now: Instant): void {
  const one = world.originals[random(world.originals.length)];
  const pick = world.takes[random(Math.max(1, world.takes.length))];
  const kind = random(7);
  if (kind === 0 && one?.state === 'open') {
    if (random(2) === 0) one.state = 'closed';
    else mergeOriginal(one, world, now);
    world.seen.add(`original ${one.state}`);
  }
  if (kind === 1 && one?.state === 'merged') turnBack(one, world, now);
  if (kind === 2 && pick?.state === 'open' && random(3) === 0) pick.state = 'closed';
  if ((kind === 3 || kind === 4) && pick?.state === 'open') mergeTake(pick, world, now);
  if (kind === 5 && pick?.state === 'merged' && isAlone(pick, world)) {
    pick.state = 'reverted';
    const number = 1000 + pick.number;
    world.merged[pick.branch]?.push({
      number,
      title: 'Revert it',
      body: `Reverts #${pick.number}`,
      head: 'back',
      mergedAt: now,
    });
    world.seen.add('pick reverted');
  }
}

/** Reverted on the default branch, or applied again. */
function turnBack(one: Original, world: World, now: Instant): void {
  one.isReverted = !one.isReverted;
  const word = one.isReverted ? 'Revert' : 'Reapply';
  world.main.push(
    commit(
      `beef${world.main.length}f00d`,
      `${word} "Mend ${one.number} (#${one.number})" (#${2000 + world.main.length})`,
      now,
    ),
  );
  world.seen.add(`original ${word}`);
}

function isAlone(pick: Take, { takes }: World): boolean {
  return takes.every((other) => other === pick || other.of !== pick.of || other.branch !== pick.branch);
}

function mergeTake(pick: Take, world: World, now: Instant): void {
  pick.state = 'merged';
  const words = wordsOf(pick);
  const id = `c0ffee${pick.number}`;
  const message = pick.form.message === undefined ? '' : `\n\n${filled(pick.form.message, pick)}`;
  world.commits[pick.branch]?.push(commit(id, `${words.title} (#${pick.number})${message}`, now));
  world.merged[pick.branch]?.push({ number: pick.number, ...words, commit: id, mergedAt: now });
}

function commit(oid: string, message: string, now: Instant): BranchCommit {
  return { oid, message, authoredAt: now, committedAt: now };
}

function filled(text: string, { of, branch }: Take): string {
  return text
    .replaceAll('COMMIT', of.commit)
    .replaceAll('BRANCH', branch)
    .replaceAll(/\bN\b/g, String(of.number));
}

function wordsOf(pick: Take) {
  const { title = `Change ${pick.number}`, body = '', head = `change-${pick.number}` } = pick.form;
  return { title: filled(title, pick), body: filled(body, pick), head: filled(head, pick) };
}

function settingOf(world: World, now: Instant): Setting {
  const closed = world.originals.filter(({ state }) => state !== 'merged');
  return {
    now: new Date(now).toISOString(),
    fixes: world.originals
      .filter(({ state }) => state === 'merged')
      .filter(({ labels, milestone }) => labels.length > 0 || milestone !== undefined)
      .map(fixOf),
    pulls: [
      ...world.takes.filter(({ state }) => state === 'open' || state === 'closed').map(pullOf),
      ...closed.map(({ number, state }): Partial<Pull> => ({
        number,
        state,
        base: 'main',
        title: `Mend ${number}`,
        body: '',
        head: `mend-${number}`,
      })),
    ],
    branches: BRANCHES.map((branch): Partial<BranchPicks> => ({
      merged: world.merged[branch] ?? [],
      commits: world.commits[branch] ?? [],
    })),
    facts: { main: { branch: 'main', merged: [], commits: world.main } },
  };
}

function fixOf({ number, commit: oid, labels, milestone }: Original): Partial<Fix> {
  return {
    ...FIX,
    number,
    title: `Mend ${number}`,
    mergedAt: at('2026-11-12T09:00:00Z'),
    labels: labels.map((branch) => branch.replace('release-', 'cherry-pick/')),
    milestone: milestone === undefined ? undefined : milestone === 'release-0.4' ? '0.4.9' : '0.5.2',
    commits: [{ oid, title: `Mend ${number} (#${number})`, authoredAt: at('2026-11-12T09:00:00Z') }],
  };
}

function pullOf(pick: Take): Partial<Pull> {
  const { message } = pick.form;
  const messages = message === undefined ? undefined : [filled(message, pick)];
  const { number, branch, state } = pick;
  return {
    ...PICK,
    number,
    base: branch,
    state: state === 'open' ? 'open' : 'closed',
    messages,
    ...wordsOf(pick),
  };
}
