// The last word on pings: nobody who wants none is mentioned, assigned or messaged, whatever a duty wished for.
import type { DesiredNotice } from '../domain/desired-notice.ts';
import type { Desired, DesiredIssue } from '../domain/desired.ts';
import type { NoticePart } from '../domain/notice.ts';
import type { Quiet } from '../people/quiet.ts';
import { hushMentions } from '../text/hush-mentions.ts';
import type { Wanted } from './wanted.ts';
import { changeWords, versionOf } from './wish-words.ts';

/** People of the config by login; their ids tell whom a message on Slack pings. */
type People = Readonly<Record<string, { readonly slack?: string | undefined }>>;

/** Whether a person wants no pings from the text at hand. */
export type Silent = (login: string) => boolean;

/**
 * The wishes with plain names in place of mentions, without assignments, and without messages to quiet people. The log
 * does not tell of what is left out. Teams are no people: their mentions stay.
 */
export function hush(wanted: readonly Wanted[], quiet: Quiet, people: People): readonly Wanted[] {
  const untold = new Set(
    wanted.flatMap(({ desired }) => leftOut(desired, silentFor(desired, quiet), people)),
  );
  const answered = new Set(
    wanted.flatMap(({ desired }) => (desired.kind === 'reaction' ? [desired.entry] : [])),
  );
  return wanted.flatMap((wish) => {
    const { desired } = wish;
    if (desired.kind === 'entry' && untold.has(desired.key) && !answered.has(desired.key)) return [];
    const silent = silentFor(desired, quiet);
    if (desired.kind === 'notice' && isToQuiet(desired, silent, people)) return [];
    return [{ ...wish, desired: hushed(desired, silent, people) }];
  });
}

/** Keys of log lines that would tell of an assignment or a message that does not happen. */
function leftOut(desired: Desired, silent: Silent, people: People): string[] {
  if (desired.kind === 'notice') return isToQuiet(desired, silent, people) ? [desired.entry] : [];
  if (desired.kind !== 'issue') return [];
  const asked = keptAssignees(desired, silent);
  return desired.assignees.filter((one) => !asked.includes(one)).map(({ entry }) => entry);
}

/** Whoever muted any release is quiet about what belongs to none; what is about several, the duty knows better. */
export function silentFor(desired: Desired, { isQuiet, isQuietAnywhere }: Quiet): Silent {
  if (desired.kind === 'comment' && desired.about !== undefined) {
    const { about } = desired;
    return (login) => about.every((version) => isQuiet(login, version));
  }
  const version = versionOf(desired);
  return version === undefined ? isQuietAnywhere : (login) => isQuiet(login, version);
}

function hushed(desired: Desired, silent: Silent, people: People): Desired {
  if (desired.kind === 'notice') return hushNotice(desired, silent, people);
  const said = changeWords(desired, (text) => hushMentions(text, silent));
  return said.kind === 'issue' ? { ...said, assignees: keptAssignees(said, silent) } : said;
}

/** Who asks for a task gets it, pings or not. */
function keptAssignees({ assignees }: DesiredIssue, silent: Silent): DesiredIssue['assignees'] {
  return assignees.filter(({ login, taken }) => taken === true || !silent(login));
}

/** A mention on Slack without its id is a plain name. */
function hushNotice(desired: DesiredNotice, silent: Silent, people: People): DesiredNotice {
  const part = (one: NoticePart): NoticePart =>
    one.kind === 'mention' && isQuietId(one.slack, silent, people)
      ? { kind: 'mention', name: one.name }
      : one;
  const lines = desired.notice.lines.map((line) => ({ ...line, parts: line.parts.map(part) }));
  return { ...desired, notice: { ...desired.notice, lines } };
}

/** A message to one person alone goes to their id in place of a channel. */
function isToQuiet({ notice: { target } }: DesiredNotice, silent: Silent, people: People): boolean {
  return target.kind === 'slack' && isQuietId(target.channel, silent, people);
}

function isQuietId(id: string | undefined, silent: Silent, people: People): boolean {
  return (
    id !== undefined && Object.entries(people).some(([login, { slack }]) => slack === id && silent(login))
  );
}
