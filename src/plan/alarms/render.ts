// The words of the issue that says that the config is broken, and of what ends it.
import { type Instant, formatInstant } from '../../domain/day.ts';
import { type LocatedProblem, isError } from '../../domain/problem.ts';
import { codeSpan, escapeMarkdown } from '../../text/escape-markdown.ts';
import { mention } from '../../text/mention.ts';
import { shorten } from '../../text/shorten.ts';
import { countWords } from '../../text/words.ts';

const MOST_PROBLEMS = 10;
const LONGEST_PROBLEM = 400;

/** What the issue tells of. */
export interface Broken {
  readonly path: string;
  readonly problems: readonly LocatedProblem[];
  /** 40 hexadecimal digits, which GitHub makes a link. */
  readonly commit: string;
  /** Logins of who is to hear of it. */
  readonly people: readonly string[];
}

export const render = {
  label: { name: 'relcomms', color: 'd93f0b', description: 'About relcomms itself' },
  title: () => 'The relcomms config is broken',
  broken: ({ path, problems, commit, people }: Broken) => {
    const errors = problems.filter(isError);
    const to = people.length === 0 ? '' : `${people.map(mention).join(' ')}: `;
    const more = errors.length - MOST_PROBLEMS;
    return [
      `${to}${codeSpan(path)} on the default branch has ${countWords(errors.length, 'error')}. It was last changed by commit ${commit}. Until it is fixed, relcomms makes no changes.`,
      [
        ...errors.slice(0, MOST_PROBLEMS).map(problemLine),
        ...(more > 0 ? [`- and ${more} more: \`relcomms validate\` lists them all`] : []),
      ].join('\n'),
      '<sub>relcomms closes this issue when the config is valid again. A pull request that changes it gets a check before it is merged.</sub>',
    ].join('\n\n');
  },
  whyBroken: () => 'the config on the default branch is broken, and the people who changed it should know',
  whyBrokenBody: () => 'the errors in the config have changed',

  valid: (now: Instant) => `**The config is valid again** since ${timeWords(now)}.`,
  whyValid: () => 'the config is valid again',
  runsAgain: (now: Instant) => `**relcomms runs again** since ${timeWords(now)}.`,
  whyRunsAgain: () => 'relcomms runs again',
};

function timeWords(now: Instant): string {
  return `${formatInstant(now, 'UTC', 'YYYY-MM-DD HH:mm')} UTC`;
}

function problemLine({ line, column, message, fix }: LocatedProblem): string {
  const words = shorten(`${message} ${fix}`, LONGEST_PROBLEM);
  return `- **Line ${line}, column ${column}:** ${escapeMarkdown(words)}`;
}
