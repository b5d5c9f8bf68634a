// Turns the wish to remove relcomms into a pull request on the config: people decide, relcomms writes.
import { spliceSwitch } from '../../../config/splice-switch.ts';
import type { DesiredPull } from '../../../domain/desired.ts';
import { BRANCH_FOLDER } from '../../../text/own-branch.ts';
import type { DutyContext } from '../../duty.ts';
import { renderSwitchOff } from './render-cleanup.ts';

interface SwitchOffRequest {
  readonly source: DutyContext<unknown>['source'];
  /** Number of the tracking issue, which the pull request points to. */
  readonly tracking: number | undefined;
  /** Key of the ledger entry that is withheld when it can't be opened. */
  readonly entry: string;
  readonly why: string;
}

/** The pull request, or in words why there is none. */
export function proposeSwitchOff({
  source: { path, text },
  tracking,
  entry,
  why,
}: SwitchOffRequest): DesiredPull | { readonly problem: string } {
  const spliced = spliceSwitch(text, 'no');
  if ('problem' in spliced) return { problem: `${spliced.problem.message} ${spliced.problem.fix}` };
  return {
    kind: 'pull',
    branch: `${BRANCH_FOLDER}switch-off`,
    title: 'Switch relcomms off',
    body: renderSwitchOff(tracking),
    path,
    content: spliced.text,
    entry,
    why,
  };
}
