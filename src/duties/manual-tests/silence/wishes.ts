// What should exist for silent testers: their issue, who is assigned to it, a comment for the others, and lines in the log.
import { type Day, dayAt } from '../../../domain/day.ts';
import type { Desired, DesiredEntry, DesiredIssue } from '../../../domain/desired.ts';
import type { OwnIssue } from '../../../domain/observed.ts';
import type { Milestone, Release } from '../../../domain/release.ts';
import { trackingKey } from '../../../memory/tracking-key.ts';
import { includesName } from '../../../people/names.ts';
import { keyOf } from '../../../text/marker.ts';
import { plainMarkdown } from '../../../text/plain-markdown.ts';
import type { ManualInput } from '../input.ts';
import type { Ask, Waiting } from './ladder.ts';
import { type Asked, type How, silenceKey, writeAsked } from './memory.ts';
import { renderOver, renderSilence, words } from './render.ts';

/** GitHub takes ten assignees. */
const MOST_ASSIGNED = 10;

export interface SilenceFile {
  readonly release: Release;
  readonly milestone: Milestone;
  /** Absent: it is opened now. */
  readonly issue: OwnIssue | undefined;
  readonly before: readonly Asked[];
  /** Who is asked in this run. */
  readonly fresh: readonly (Ask & { readonly day: Day })[];
  readonly waiting: readonly Waiting[];
}

/** All that was asked is wanted in each run: what did not come through is made up for, and the log says what did. */
export function issueWishes(file: SilenceFile, input: ManualInput): Desired[] {
  const { release, milestone } = file;
  const key = silenceKey(release, milestone.id);
  const asked = withFresh(file, input);
  const assigned = asked.filter(({ how }) => how === 'assigned');
  const entry = (name: string, day: Day, text: string): DesiredEntry => ({
    kind: 'entry',
    issue: trackingKey(release),
    key: entryOf(key, name),
    day,
    text,
    why: words.whyLog(),
  });
  const first = asked.filter(({ how }) => how === 'opened');
  return [
    issueOf(file, asked, input),
    entry('opened', first[0]?.day ?? dayAt(input.now, release.timezone), words.opened(milestone, first)),
    ...assigned.map((one) => entry(`assigned-${one.login}`, one.day, words.assigned(milestone, one))),
    ...commentDays(asked).flatMap(([day, people]): Desired[] => {
      const line = entry(`asked-${day}`, day, words.commented(milestone, people));
      const body = words.comment(people);
      const why = plainMarkdown(line.text);
      return [{ kind: 'comment', issue: key, key: line.key, entry: line.key, body, why }, line];
    }),
  ];
}

function entryOf(key: string, name: string): string {
  return `${key}/${keyOf(name)}`;
}

/** One comment for a day, whoever it names. */
function commentDays(asked: readonly Asked[]): [Day, readonly Asked[]][] {
  const all = asked.filter(({ how }) => how === 'comment');
  return [...new Set(all.map(({ day }) => day))].map((day) => [day, all.filter((one) => one.day === day)]);
}

function withFresh({ issue, before, fresh }: SilenceFile, { observed }: ManualInput): readonly Asked[] {
  const taken = before.filter(({ how }) => how === 'assigned').length;
  let left = MOST_ASSIGNED - taken;
  const howOf = (login: string): How => {
    if (issue === undefined) return 'opened';
    if (left <= 0 || !includesName(observed.assignable, login)) return 'comment';
    left--;
    return 'assigned';
  };
  return [...before, ...fresh.map(({ login, rung, day }) => ({ login, rung, day, how: howOf(login) }))];
}

function issueOf(
  { release, milestone, waiting, issue }: SilenceFile,
  asked: readonly Asked[],
  { observed }: ManualInput,
): DesiredIssue {
  const key = silenceKey(release, milestone.id);
  const opened = entryOf(key, 'opened');
  const tracking = observed.ownIssues.find((one) => one.key === trackingKey(release));
  const isNoted = tracking?.ledger?.entries.some((one) => one.key === opened) === true;
  const text = [renderSilence({ milestone, waiting, asked }), writeAsked(asked)].join('\n\n');
  return {
    kind: 'issue',
    key,
    title: words.title(release.version, milestone),
    body: { key, parts: [{ kind: 'block', name: 'silence', text }] },
    labels: [],
    assignees: asked
      .filter(({ how }) => how === 'assigned')
      .map(({ login }) => ({ login, entry: entryOf(key, `assigned-${login}`), why: words.whyAssigned() })),
    parent: issue !== undefined && isNoted ? undefined : { key: trackingKey(release), entry: opened },
    state: 'open',
    pin: false,
    why: words.whyIssue(),
    whyBody: words.whyBody(),
  };
}

/** Closed without a word: nobody has to act on that. */
export function closeWishes({ key, title }: OwnIssue, candidate: string): Desired[] {
  const text = renderOver({ title: candidate });
  return [
    {
      kind: 'issue',
      key,
      title,
      body: { key, parts: [{ kind: 'block', name: 'silence', text }] },
      labels: [],
      assignees: [],
      state: 'closed',
      pin: false,
      why: words.whyClosed(),
      whyBody: words.whyClosed(),
      whyClosed: words.whyClosed(),
    },
  ];
}
