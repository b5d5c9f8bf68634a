// The words of the page of a release.
import { formatInstant } from '../../domain/day.ts';
import type { NoticeLine, NoticePart } from '../../domain/notice.ts';
import type { OwnIssue } from '../../domain/observed.ts';
import type { Milestone, Release } from '../../domain/release.ts';
import type { Standing } from '../../domain/standing.ts';
import { withdrawalOf } from '../../memory/withdrawn.ts';
import { distinct } from '../../standing/distinct.ts';
import { type Unwatched, unwatchedOf, unwatchedWords } from '../../standing/unwatched.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import { issueLinks } from '../../text/issue-links.ts';
import { plainMarkdown } from '../../text/plain-markdown.ts';
import { unheard } from '../../text/unheard.ts';
import { dayWords } from '../../text/words.ts';
import type { WikiInput } from './input.ts';

/** Lines of one part; the tracking issue has all of them. */
const MOST = 30;

export const words = {
  title: (version: string) => `Release ${version}`,
  why: (version: string) => `the page of ${version} shows the current state`,
  entry: (page: string) => `Began the wiki page ${escapeMarkdown(page)}`,
};

interface Part {
  readonly heading: string;
  readonly kinds: readonly string[];
}

/** Kinds with a heading of their own on the page. */
const PARTS: readonly Part[] = [
  { heading: 'Blockers', kinds: ['blocker'] },
  { heading: 'Needs approval', kinds: ['approval', 'cherry-pick'] },
  { heading: 'Failing tests', kinds: ['failing-test', 'flaky-test'] },
  { heading: 'Overdue tasks', kinds: ['task'] },
];

/** Every date and fact that concerns all teams: who reads nothing else misses nothing. */
export function renderPage(release: Release, tracking: OwnIssue, input: WikiInput): NoticeLine[] {
  const standing = distinct(input.standing ?? []).filter((one) => one.release === release.version);
  const unwatched = unwatchedOf(release.version, input.rows ?? [], input.heard ?? []);
  // What is still to come is no obstacle yet: the page would change with every day, and say that it is overdue.
  const here = standing.filter(({ isAhead }) => isAhead !== true);
  const of = (kinds: readonly string[]) => here.filter(({ kind }) => kinds.includes(kind));
  const told = (one: Standing): NoticeLine => standingLine(one, tracking.url);
  const { environment } = input.config;
  return [
    ...withdrawnLines(release, tracking),
    ...part('Dates', release.milestones.map(dateLine)),
    ...part('Dates that moved', history(tracking)),
    ...part('Contacts', contacts(release, input)),
    ...(environment === undefined
      ? []
      : [
          ...part('Test environment', [
            item({ kind: 'link', text: new URL(environment).host, url: environment }),
          ]),
        ]),
    ...standingParts(standing, input).flatMap(({ heading, kinds }) =>
      watchedPart(heading, kinds, of(kinds).map(told), input, unwatched),
    ),
    ...unread(input),
    ...(tracking.url === undefined
      ? []
      : [{ parts: [{ kind: 'link' as const, text: 'All tasks and the checklist', url: tracking.url }] }]),
  ];
}

/**
 * Those, then every other kind that there is, or that a duty of this run looked for. That a milestone is near, the dates
 * say already.
 */
function standingParts(standing: readonly Standing[], { rows = [], heard = [] }: WikiInput): readonly Part[] {
  const own = new Set(PARTS.flatMap(({ kinds }) => kinds));
  const others = rows.filter(
    ({ kind, gate, knownBy }) =>
      !own.has(kind) &&
      gate !== 'is' &&
      (heard.some(({ name }) => name === knownBy) || standing.some((one) => one.kind === kind)),
  );
  return [...PARTS, ...others.map(({ title, kind }) => ({ heading: title, kinds: [kind] }))];
}

/** Where nobody looks for some of it, or could, it is never "None". */
function watchedPart(
  heading: string,
  kinds: readonly string[],
  items: readonly NoticeLine[],
  { rows = [], heard = [] }: WikiInput,
  unwatched: readonly Unwatched[],
): NoticeLine[] {
  const own = rows.filter(({ kind }) => kinds.includes(kind));
  const failed = heard.filter(
    ({ name, why }) => why !== undefined && own.some((row) => row.knownBy === name),
  );
  const blind = unwatched.filter((one) => one.kinds.some((kind) => kinds.includes(kind)));
  return part(heading, [
    ...items,
    ...failed.map(({ title }) => item(text(`Couldn't be read: ${title}.`))),
    ...blind.map((one) => item(text(`Not watched: ${unwatchedWords(one)}.`))),
  ]);
}

function part(heading: string, items: readonly NoticeLine[]): NoticeLine[] {
  const more = items.length - MOST;
  return [
    { parts: [{ kind: 'strong', text: heading }] },
    ...(items.length === 0 ? [item(text('None.'))] : items.slice(0, MOST)),
    ...(more > 0 ? [item(text(`and ${more} more in the tracking issue`))] : []),
  ];
}

function dateLine({ title, day, deadline, who, because }: Milestone): NoticeLine {
  const whose = who === undefined ? '' : ` · ${who}`;
  const why = because === undefined ? '' : `, moved because ${because}`;
  const until = formatInstant(deadline, 'UTC', 'ddd HH:mm [UTC]');
  return item({ kind: 'strong', text: title }, text(`: ${dayWords(day)} (by ${until})${whose}${why}`));
}

/** First of all: what else the page says is about a release that nobody should use. */
function withdrawnLines(release: Release, tracking: OwnIssue): NoticeLine[] {
  const withdrawal = withdrawalOf(release, tracking);
  if (withdrawal === undefined) return [];
  const { because, advice, day } = withdrawal;
  const heading: NoticePart = { kind: 'strong', text: `Withdrawn on ${dayWords(day)}` };
  return [{ parts: [heading] }, item(text(advice)), item(text(`Why: ${because}`))];
}

/** The log of the tracking issue tells of every date that moved. */
function history({ ledger }: OwnIssue): NoticeLine[] {
  const moved = (ledger?.entries ?? []).filter(({ key }) => key.split('/')[1] === 'moved');
  return moved.map(({ day, text: told }) =>
    item(text(`${dayWords(day)}: ${plainMarkdown(told).replace(/^Moved: /, '')}`)),
  );
}

function contacts({ roles }: Release, { people }: WikiInput): NoticeLine[] {
  return Object.entries(roles).flatMap(([role, logins]) =>
    logins.map((login) => {
      const name = Object.hasOwn(people, login) ? people[login]?.name : undefined;
      const label = name === undefined ? login : `${name}, ${login}`;
      return item(text(`${roleWords(role)}: `), {
        kind: 'link',
        text: label,
        url: `https://github.com/${login}`,
      });
    }),
  );
}

/** `Release master`. */
function roleWords(role: string): string {
  const name = role.replaceAll('-', ' ');
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

function standingLine({ text: told, owner, severity }: Standing, anyIssue: string | undefined): NoticeLine {
  const urgent = severity === 'red' ? 'Red' : 'Amber';
  return item(...issueLinks(`${urgent}: ${plainMarkdown(told)} (${plainMarkdown(owner)})`, anyIssue));
}

/** What could not be read is not nothing. */
function unread({ heard }: WikiInput): NoticeLine[] {
  const unknown = unheard(heard);
  return unknown.length === 0 ? [] : [{ parts: [text(`Couldn't be read: ${unknown.join(', ')}.`)] }];
}

function item(...parts: readonly NoticePart[]): NoticeLine {
  return { item: true, parts };
}

function text(told: string): NoticePart {
  return { kind: 'text', text: told };
}
