// Reads and checks what the workflow gives the Action, before anything heavy is loaded.
import { type Instant, parseInstant } from '../domain/day.ts';

export interface Inputs {
  readonly token: string;
  /** Path of the config on the default branch. */
  readonly path: string;
  readonly mode: 'reconcile' | 'plan' | 'doctor' | 'onboard';
  /** Patterns of JUnit files; none when the workflow gives none. */
  readonly junit: readonly string[];
  /** The one `now` of the run. */
  readonly now: Instant;
  readonly owner: string;
  readonly repo: string;
  /** What makes a run fail that itself went well. */
  readonly failOn: 'nothing' | 'blockers';
  /** Reads the other repositories of releases; empty when the workflow gives none, and `token` has to do. */
  readonly repositoriesToken: string;
  /** Bot token of Slack; empty when the workflow gives none. */
  readonly slackToken: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The inputs, or the first thing that is wrong with them; `clock` is asked when no instant is given. */
export function readInputs(env: Environment, clock: () => number): Inputs | { readonly problem: string } {
  const [owner, repo] = (env['GITHUB_REPOSITORY'] ?? '').split('/');
  if (!owner || !repo) return { problem: 'GITHUB_REPOSITORY is missing: the Action runs inside a workflow.' };
  const token = input(env, 'token');
  if (token === '') return { problem: 'The input `token` is empty. Leave it out to use the workflow token.' };
  const mode = input(env, 'mode') || 'reconcile';
  if (mode !== 'reconcile' && mode !== 'plan' && mode !== 'doctor' && mode !== 'onboard') {
    return { problem: `The input \`mode\` is "${mode}"; it can be reconcile, plan, doctor, or onboard.` };
  }
  const failOn = input(env, 'fail-on') || 'nothing';
  if (failOn !== 'nothing' && failOn !== 'blockers') {
    return { problem: `The input \`fail-on\` is "${failOn}"; it can be nothing or blockers.` };
  }
  const written = input(env, 'now');
  const now = written === '' ? (clock() as Instant) : parseInstant(written);
  if (now === undefined) {
    return { problem: `The input \`now\` is "${written}"; write an instant such as 2026-11-03T09:00:00Z.` };
  }
  return {
    token,
    path: input(env, 'config') || '.github/relcomms.yml',
    mode,
    junit: lines(input(env, 'junit')),
    now,
    owner,
    repo,
    failOn,
    repositoriesToken: input(env, 'repositories-token'),
    slackToken: input(env, 'slack-token'),
  };
}

/** A workflow command that shows an error; what it says can't begin another command. */
export function errorCommand(problem: string): string {
  return `::error::${problem.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}\n`;
}

/** Runners hand inputs over as variables. */
function input(env: Environment, name: string): string {
  return (env[`INPUT_${name.toUpperCase()}`] ?? '').trim();
}

function lines(text: string): string[] {
  const all = text.split(/[\r\n]+/).map((line) => line.trim());
  return all.filter((line) => line !== '');
}
