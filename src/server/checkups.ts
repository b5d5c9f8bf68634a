// Checks what a config needs on first contact with its repository, one repository at a time, beside all runs.
import type { Instant } from '../domain/day.ts';
import type { Budget } from '../github/budget.ts';
import { failureWords } from '../github/failure.ts';
import type { Timer } from '../github/timer.ts';
import type { Run } from '../run/reconcile.ts';
import { type Finding, type Findings, findingLine } from './findings.ts';
import type { Hint } from './hint.ts';
import { DAY, nameOf } from './looks.ts';
import { slowLine } from './slow-line.ts';

/** A repository, and a run that has just looked at all of it. */
export interface Contact {
  readonly hint: Hint;
  readonly run: Planned;
}

type Planned = Extract<Run, { plan: unknown }>;

export interface Checkups {
  /**
   * A run of the repository has ended; `budget` is what is left of the installation's hour. Whether the repository is to be
   * checked is decided here; neither waits nor throws.
   */
  met(hint: Hint, run: Run, budget: readonly Budget[]): void;
  /** Resolves when what is due has been checked. */
  idle(): Promise<void>;
  /** Nothing more begins; resolves when what runs is over. */
  close(): Promise<void>;
}

export interface CheckupTools {
  /** Everything that is missing, by reads alone. */
  readonly examine: (contact: Contact) => Promise<readonly Finding[]>;
  /** The permissions that the installation has now, as text; no request while its token is valid. */
  readonly permissionsOf: (hint: Hint) => Promise<string>;
  readonly findings: Findings;
  readonly now: () => Instant;
  readonly timer: Timer;
  /** Milliseconds between two checks. */
  readonly gap: number;
  readonly warn: (repository: string, line: string) => void;
}

/** What a check was about. */
interface Checked {
  readonly at: Instant;
  readonly config: string;
  readonly permissions: string;
}

export function startCheckups(tools: CheckupTools): Checkups {
  const { findings, now, timer, gap } = tools;
  const checked = new Map<string, Checked>();
  const line = slowLine<Contact>({ work: (contact) => check(contact, checked, tools), gap, timer });
  return {
    met(hint, run, budget) {
      const name = nameOf(hint);
      if (run.kind === 'no-config' || run.kind === 'off') findings.forget(name);
      const last = checked.get(name);
      if (!isWhole(run) || (last !== undefined && now() - last.at < DAY) || isShort(budget)) return;
      line.add(name, { hint, run });
    },
    idle: () => line.idle(),
    close: () => line.close(),
  };
}

/** Whether anything was asked. A second time it is only where something changed, or may have been mended. */
async function check(
  contact: Contact,
  checked: Map<string, Checked>,
  { findings, now, warn, permissionsOf, examine }: CheckupTools,
): Promise<boolean> {
  const repository = nameOf(contact.hint);
  const before = checked.get(repository);
  const { text: config } = contact.run;
  try {
    const permissions = await permissionsOf(contact.hint);
    const isSame = before?.config === config && before.permissions === permissions;
    if (isSame && !findings.has(repository)) return false;
    checked.set(repository, { at: now(), config, permissions });
    const fresh = findings.keep(repository, await examine(contact), now());
    for (const finding of fresh) warn(repository, findingLine(finding));
  } catch (error) {
    checked.set(repository, { at: now(), config, permissions: '' });
    warn(repository, `what the config needs could not be checked: ${failureWords(error)}`);
  }
  return true;
}

/** A look at a few pull requests does not say what the others lack. */
function isWhole(run: Run): run is Planned {
  return run.kind === 'applied' && run.setting.narrow === undefined;
}

/** Half of an hour's budget stays with the runs. */
function isShort(budget: readonly Budget[]): boolean {
  return budget.some(({ remaining, limit }) => remaining * 2 < limit);
}
