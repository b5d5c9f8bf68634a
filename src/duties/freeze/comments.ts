// The one comment on a pull request that the freeze holds up, while somebody has to act, and its label.
import type { Desired } from '../../domain/desired.ts';
import type { Instant } from '../../domain/day.ts';
import type { ListedPull, Pull, PullComment } from '../../domain/pull.ts';
import { includesName } from '../../people/names.ts';
import { keyOf } from '../../text/marker.ts';
import { QUIET_LABEL } from '../quiet-label.ts';
import { type Step, standingOf } from './exceptions/state.ts';
import type { FreezeInput } from './input.ts';
import { render } from './render.ts';
import { type Verdict, isHeld } from './verdict.ts';

export type Steps = ReadonlyMap<string, readonly Step[]>;

/** `listed` is absent for one that is closed. */
export function commentsOf(
  pull: Pull,
  listed: ListedPull | undefined,
  verdict: Verdict,
  steps: Steps,
  input: FreezeInput,
): Desired[] {
  if (!pull.comments.known) return [];
  const said = pull.comments.value.filter(({ key }) => isOurs(key, pull));
  const shown = said.filter(({ minimised }) => !minimised);
  const isOpen = pull.state === 'open' && listed !== undefined;
  if (!isOpen || !isHeld(verdict)) return shown.map((one) => folded(pull, one, 'resolved'));
  if (pull.draft || includesName(pull.labels, QUIET_LABEL))
    return shown.map((one) => folded(pull, one, 'outdated'));
  const newest = shown.at(-1);
  const isNews = isSince(listed, verdict.freeze.milestone.deadline) || verdict.exception !== undefined;
  if (newest === undefined && (pull.author.bot || !isNews)) return [];
  const { version } = verdict.freeze.release;
  const key = newest?.key ?? keyOf(version, 'freeze', String(pull.number), String(said.length + 1));
  const body = render.comment(pull, verdict, steps.get(version) ?? [], input);
  return [
    { kind: 'pull-comment', pull: pull.number, key, body, why: render.why(verdict) },
    ...shown.slice(0, -1).map((one) => folded(pull, one, 'outdated')),
  ];
}

/** The label of an accepted exception, on pull requests that somebody asked about. */
export function labelOf(pull: Pull, steps: Steps, { config }: FreezeInput): Desired[] {
  const name = config.label;
  if (name === undefined || pull.state !== 'open') return [];
  const standings = [...steps.values()].flatMap((all) => standingOf(pull.number, all) ?? []);
  if (standings.length === 0) return [];
  const present = standings.includes('accepted');
  if (present === includesName(pull.labels, name)) return [];
  const why = render.whyLabel(present);
  const label = { kind: 'label' as const, name, color: '0e8a16', description: render.label(), why };
  return [...(present ? [label] : []), { kind: 'pull-label', pull: pull.number, name, present, why }];
}

/** Opened, or pushed to. What was there before gets its status only: a freeze sends no emails about every open one. */
function isSince({ createdAt, committedAt }: ListedPull, since: Instant): boolean {
  return createdAt >= since || (committedAt !== undefined && committedAt >= since);
}

function isOurs(key: string, { number }: Pull): boolean {
  const [, word, pull] = key.split('/');
  return word === 'freeze' && pull === String(number);
}

function folded({ number }: Pull, { key }: PullComment, minimise: 'resolved' | 'outdated'): Desired {
  return { kind: 'pull-comment', pull: number, key, minimise, why: render.whyFold() };
}
