// The two presets alone, `extends` and `releases` without another line: what a new user is told by them, day by day.
import type { IssueSnapshot } from '../../packages/embedded-github/src/index.ts';
import { mentionsIn } from '../../sandbox/mail/mentions.ts';
import type { SimulatedWorld } from '../../sandbox/simulate/simulated-world.ts';
import { simulate } from '../../sandbox/simulate/simulate.ts';
import { firstDay, lastDay } from '../../sandbox/simulate/span.ts';
import { type Day, formatDay } from '../../src/domain/day.ts';
import { statesOf } from '../../src/run/section-states.ts';
import { plainMarkdown } from '../../src/text/plain-markdown.ts';
import { sectionWords } from '../../src/text/section-words.ts';
import { shorten } from '../../src/text/shorten.ts';
import { repository } from './tracking.ts';
import { read } from './world.ts';

const CONFIGS = {
  'test/golden/bare-kubernetes.txt':
    'extends: [kubernetes-comms]\nreleases: [{ version: v1.18.0, release: 2020-03-24 }]\n',
  'test/golden/bare-kyma.txt':
    "extends: [kyma-release]\nreleases: [{ version: '1.10.0', release: 2020-03-12 }]\n",
} as const;

export type BarePath = keyof typeof CONFIGS;

export const BARE_PATHS = Object.keys(CONFIGS) as BarePath[];

/** Longest line of words that is shown. */
const LONGEST = 150;

/** The config, what `validate` says of its sections, and a line for each thing that people could read as new. */
export async function playBare(path: BarePath): Promise<string> {
  const config = CONFIGS[path];
  const prepared = read(config);
  const from = firstDay(prepared);
  if (from === undefined) throw new Error(`${path} has no release`);
  const seen = new Map<string, string>();
  const days: string[] = [];
  await simulate({
    prepared,
    from,
    to: lastDay(prepared.releases) ?? from,
    team: 'idle',
    onDay: (day, world) => void days.push(...newsOf(day, world, seen)),
  });
  return [
    'Who gets which message from a preset alone, while nobody does anything. Written by `npm run generate`.',
    '',
    ...config
      .trimEnd()
      .split('\n')
      .map((written) => `    ${written}`),
    '',
    ...sectionWords(statesOf(prepared)),
    '',
    `${'Day'.padEnd(10)}  ${'Where'.padEnd(6)}  ${'To'.padEnd(16)}  Words`,
    ...days,
    '',
  ].join('\n');
}

/** What was not there before, or says something else; `seen` remembers it. */
function newsOf(day: Day, { github }: SimulatedWorld, seen: Map<string, string>): string[] {
  const issues = repository(github).issues;
  return issues.flatMap((issue) =>
    toldIn(issue).flatMap(([key, words]) => {
      if (seen.get(key) === words) return [];
      seen.set(key, words);
      return [line(day, `#${issue.number}`, mentionsIn(words), words)];
    }),
  );
}

/** Title and people, where it stands, its comments, and its end. */
function toldIn(issue: IssueSnapshot): (readonly [key: string, words: string])[] {
  const { number, title, assignees, state, comments, body } = issue;
  return [
    [`${number}`, `opened: ${title}${assignees.map((login) => `, for @${login}`).join('')}`],
    ...[
      ...body.matchAll(
        /^(?:\*\*(?:Red|Amber|Green|Not known|Not watched):\*\*.*|\*\*.*: not known\*\*.*)$/gm,
      ),
    ]
      .slice(0, 1)
      .map(
        ([found]) =>
          [
            `${number}/stand`,
            found.replaceAll(/ \(in \d+ (?:days?|weeks?)\)| \((?:today|tomorrow)\)/g, ''),
          ] as const,
      ),
    ...comments
      .filter(({ minimized }) => minimized === null)
      .map(({ id, body: text }) => [`${number}/${id}`, `comment: ${firstWords(text)}`] as const),
    ...(state === 'closed' ? [[`${number}/end`, 'closed'] as const] : []),
  ];
}

/** The first line that people see. */
function firstWords(text: string): string {
  return text.split('\n').find((one) => one.trim() !== '' && !one.startsWith('<!--')) ?? '';
}

function line(day: Day, where: string, logins: readonly string[], words: string): string {
  const to = logins.length === 0 ? 'who watches' : logins.map((login) => `@${login}`).join(' ');
  const told = shorten(plainMarkdown(words), LONGEST);
  return `${formatDay(day, 'ddd DD MMM')}  ${where.padEnd(6)}  ${to.padEnd(16)}  ${told}`;
}
