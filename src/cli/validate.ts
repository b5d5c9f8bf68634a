// `relcomms validate`: everything that is wrong with a config, at once.
import { docsAnchor } from '../config/docs-anchor.ts';
import { formatProblems } from '../config/format-problems.ts';
import { isError } from '../domain/problem.ts';
import type { Instant } from '../domain/day.ts';
import { prepareAt } from '../run/reconcile.ts';
import { statesOf } from '../run/section-states.ts';
import { sectionWords } from '../text/section-words.ts';
import { unlistedWords } from '../text/team-words.ts';
import { countWords } from '../text/words.ts';
import { CONFIG_OPTION, type Command, DEFAULT_CONFIG, JSON_OPTION, UNUSABLE, textOf } from './command.ts';
import { gateWords, takenFor } from './gate-words.ts';
import { overWords } from './over-words.ts';
import { CEILING, loudWeeks, loudWords } from './loud-weeks.ts';
import { CONFIGURATION_PAGE } from './project.ts';
import { checkWorkflows } from './workflow-words.ts';
import { readText } from './read-config-file.ts';

/** Playing the cycle takes seconds, so it has to be asked for. */
const EMAILS_OPTION = {
  name: 'emails',
  description: `also plays the cycle and warns of weeks with more than ${CEILING} emails for a person`,
};

export const validate: Command = {
  name: 'validate',
  usage: '[FILE]',
  summary: 'Checks a config: its keys, its days, and its schedule.',
  options: [EMAILS_OPTION, CONFIG_OPTION, JSON_OPTION],
  notes: [
    'A workflow beside the config is checked too: its hours, permissions, secrets and paths.',
    "Exit code: 0 valid (warnings are allowed), 1 errors, 2 the file can't be read.",
  ],
  async run(given, io) {
    const file = given.positionals[0] ?? textOf(given, 'config') ?? DEFAULT_CONFIG;
    const text = await readText(file, io);
    if (text === undefined) return UNUSABLE;
    const prepared = prepareAt(text, Date.now() as Instant);
    const problems = 'problems' in prepared ? prepared.problems : prepared.warnings;
    const exit = problems.some(isError) ? 1 : 0;
    const isPlayed = given.values['emails'] === true && !('problems' in prepared);
    const loud = isPlayed ? await loudWeeks(prepared, io) : undefined;
    const workflow = 'problems' in prepared ? undefined : await checkWorkflows(prepared, file);
    if (given.values['json'] === true) {
      const sections = 'problems' in prepared ? undefined : statesOf(prepared);
      const answer = {
        file,
        valid: exit === 0,
        problems: problems.map((one) => ({ ...one, docs: `${CONFIGURATION_PAGE}#${docsAnchor(one)}` })),
        sections,
        milestones: 'problems' in prepared ? undefined : takenFor(prepared.releases),
        loud,
        workflow: workflow?.findings,
      };
      io.out(`${JSON.stringify(answer, undefined, 2)}\n`);
      return exit;
    }
    if (problems.length > 0) io.out(`${formatProblems(problems, file, CONFIGURATION_PAGE)}\n`);
    if ('problems' in prepared) {
      const errors = problems.filter(isError).length;
      const warnings = problems.length - errors;
      io.out(
        `${countWords(errors, 'error')}${warnings === 0 ? '' : `, ${countWords(warnings, 'warning')}`} in ${file}.\n`,
      );
    } else {
      const releases = prepared.releases.map(
        (release) =>
          `${release.version} (${release.weeks.length} weeks, ${countWords(release.tasks.length, 'task')})`,
      );
      if (releases.length === 0) {
        io.out(
          `${file} is valid. No release is planned, so relcomms does nothing: add one under "releases".\n`,
        );
        return exit;
      }
      io.out(`${file} is valid: ${releases.join(', ')}.\n`);
      const words = [
        ...sectionWords(statesOf(prepared)),
        ...gateWords(prepared.releases),
        ...unlistedWords(prepared.config.teams),
        ...overWords(prepared.config.schedule.releases, prepared.releases, Date.now() as Instant),
      ];
      io.out(`${words.join('\n')}\n${workflow?.words ?? ''}`);
      if (loud !== undefined) io.out(`${loudWords(loud)}\n`);
    }
    return exit;
  },
};
