// `relcomms init`: writes a first config and the workflow that fits it, and shows the schedule before.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { formatProblems } from '../config/format-problems.ts';
import type { Answers } from '../init/answers.ts';
import { configText } from '../init/config-text.ts';
import { type WorkflowNeeds, workflowNeeds } from '../workflow/needs.ts';
import { workflowText } from '../workflow/text.ts';
import type { Instant } from '../domain/day.ts';
import { type Prepared, prepareAt } from '../run/reconcile.ts';
import { type Command, DEFAULT_CONFIG, type Io, UNUSABLE, textOf, textsOf } from './command.ts';
import { type Question, askFor } from './init-questions.ts';
import { readAnswers } from './init-answers.ts';
import { ACTION, HOME } from './project.ts';
import { readIfThere } from './read-if-there.ts';
import { scheduleTable } from './schedule.ts';

const WORKFLOW = '.github/workflows/relcomms.yml';

export const init: Command = {
  name: 'init',
  usage: '',
  summary: 'Writes a first config and the workflow that runs it.',
  options: [
    { name: 'preset', value: 'NAME', description: 'the preset to begin with (default: basic)' },
    { name: 'release', value: 'VERSION=DAY', description: 'the next release, as 1.4.0=2027-03-16' },
    { name: 'every', value: 'RHYTHM', description: "a rule for regular releases, as '6 weeks'" },
    { name: 'versions', value: 'PATTERN', description: "with --every: the versions, as '1.{n}.0'" },
    { name: 'branch', value: 'NAME', description: 'the release branch' },
    { name: 'timezone', value: 'ZONE', description: 'an IANA time zone (default: that of this machine)' },
    {
      name: 'role',
      value: 'ROLE=LOGIN,…',
      repeatable: true,
      description: 'who holds a role, as lead=alice,bob',
    },
    {
      name: 'team',
      value: 'ORG/TEAM',
      repeatable: true,
      description: 'a GitHub team (default: those in CODEOWNERS)',
    },
    { name: 'uses', value: 'ACTION', description: `the Action for the workflow, as ${HOME}@COMMIT` },
    { name: 'in', value: 'FOLDER', description: 'the repository (default: this folder)' },
    { name: 'yes', description: 'ask nothing, and write the files' },
  ],
  notes: [
    'It asks for what is missing, and never replaces a file.',
    "--every 'monthly second wednesday' writes a rule: later releases follow from the next one.",
    'In a repository with a config it writes the workflow alone.',
    'Exit code: 0 written, 1 not written, 2 an answer is missing or wrong.',
  ],
  async run(given, io) {
    const folder = textOf(given, 'in') ?? '.';
    const uses = textOf(given, 'uses') ?? ACTION;
    const there = await readIfThere(join(folder, DEFAULT_CONFIG));
    if (typeof there === 'object') {
      io.err(`${DEFAULT_CONFIG} ${there.trouble}\n`);
      return UNUSABLE;
    }
    if (there !== undefined) return await addWorkflow(there, folder, uses, io);
    const ask: Question | undefined = given.values['yes'] === true ? undefined : askFor(io);
    try {
      const answers = await readAnswers({
        given: {
          preset: textOf(given, 'preset'),
          release: textOf(given, 'release'),
          every: textOf(given, 'every'),
          versions: textOf(given, 'versions'),
          branch: textOf(given, 'branch'),
          timezone: textOf(given, 'timezone'),
          roles: textsOf(given, 'role'),
          teams: textsOf(given, 'team'),
        },
        folder,
        ask,
        say: (line) => io.err(`${line}\n`),
      });
      if ('error' in answers) {
        io.err(`${answers.error}\n`);
        return UNUSABLE;
      }
      return await write(answers, folder, uses, ask, io);
    } finally {
      ask?.end();
    }
  },
};

/** The config is there: it stays as it is, and gets its workflow. */
async function addWorkflow(text: string, folder: string, uses: string, io: Io): Promise<number> {
  const prepared = prepareAt(text, Date.now() as Instant);
  if ('problems' in prepared) {
    io.err(
      `${formatProblems(prepared.problems, DEFAULT_CONFIG)}\nNothing was written: fix the config first.\n`,
    );
    return UNUSABLE;
  }
  io.out(`${DEFAULT_CONFIG} already exists and stays as it is.\n`);
  return await create(prepared, [], folder, uses, io);
}

async function write(
  answers: Answers,
  folder: string,
  uses: string,
  ask: Question | undefined,
  io: Io,
): Promise<number> {
  const [repository = ''] = uses.split('@');
  const text = configText(answers, { repository });
  const prepared = prepareAt(text, Date.now() as Instant);
  if ('problems' in prepared) {
    io.err(`${formatProblems(prepared.problems, DEFAULT_CONFIG)}\nNothing was written.\n`);
    return UNUSABLE;
  }
  // Of a rule the next release shows what all of them are like.
  for (const release of prepared.releases.slice(0, 1)) io.out(`${scheduleTable(release)}\n`);
  if (prepared.warnings.length > 0) io.out(`${formatProblems(prepared.warnings, DEFAULT_CONFIG)}\n`);
  if (ask !== undefined && !(await ask.agrees(`Write ${DEFAULT_CONFIG} and ${WORKFLOW}?`))) {
    io.out('Nothing was written.\n');
    return 1;
  }
  return await create(prepared, [[DEFAULT_CONFIG, text]], folder, uses, io);
}

type NamedText = readonly [name: string, text: string];

/** Writes the files and the workflow behind them, up to the first that can't be written. */
async function create(
  prepared: Prepared,
  files: readonly NamedText[],
  folder: string,
  uses: string,
  io: Io,
): Promise<number> {
  const needs = workflowNeeds(prepared);
  for (const [name, text] of [...files, [WORKFLOW, workflowText(needs, uses, DEFAULT_CONFIG)] as const]) {
    // oxlint-disable-next-line no-await-in-loop -- the second only after the first
    const trouble = await createFile(join(folder, name), text);
    if (trouble !== undefined) {
      io.err(`${name} ${trouble}\n`);
      return 1;
    }
    io.out(`Wrote ${name}.\n`);
  }
  io.out(nextSteps(prepared, needs, uses));
  return 0;
}

/** Undefined when it was written; else why not. */
async function createFile(path: string, content: string): Promise<string | undefined> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content, { flag: 'wx' });
    return undefined;
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    return code === 'EEXIST' && syscall === 'open'
      ? 'already exists. Delete or rename it, then run this again.'
      : `can't be written (${code ?? 'unknown reason'}). Check the folder and its permissions.`;
  }
}

function nextSteps({ releases }: Prepared, { inputs, secrets }: WorkflowNeeds, uses: string): string {
  const empty = [
    ...new Set(
      releases.flatMap(({ roles }) =>
        Object.entries(roles).flatMap(([role, people]) => (people.length === 0 ? [role] : [])),
      ),
    ),
  ];
  return [
    '',
    'Next:',
    ...(uses === ACTION
      ? [`- In ${WORKFLOW}, set the owner and the commit of the Action that you reviewed.`]
      : []),
    ...(empty.length === 0
      ? []
      : [`- Nobody has the role ${empty.join(', ')} yet: add logins in ${DEFAULT_CONFIG}.`]),
    ...[...Object.values(inputs), ...secrets].map((name) => `- Add the repository secret ${name}.`),
    '- See every message of the cycle: relcomms simulate',
    '- Commit both files and merge them to the default branch.',
    '',
  ].join('\n');
}
