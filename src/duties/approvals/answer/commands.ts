// The commands on a pull request, and the place itself: why, mute and unmute.
import type { DutyCommand } from '../../duty.ts';
import { type OnPull, PULL_PLACE } from '../../pull-place.ts';
import type { ApprovalsConfig } from '../config.ts';

/** A pull request as its commands see it. */
export interface PullAt extends OnPull {
  /** Markdown that answers `why`. */
  readonly explanation: () => string;
}

type PullCommand = DutyCommand<ApprovalsConfig, PullAt | undefined>;

export const whyCommand: PullCommand = {
  name: 'why',
  usage: '',
  place: PULL_PLACE.name,
  right: 'team',
  help: 'shows who must approve, by which rule, and when they get a reminder',
  carryOut: (_, { at }) => ({ good: true, words: 'answered', reply: at?.explanation() }),
};

/** Their effect is whether the pull request is muted. */
export const quietCommands: readonly DutyCommand<ApprovalsConfig, PullAt | undefined, never, boolean>[] = [
  quietCommand('mute', true, 'stops all messages from relcomms on it'),
  quietCommand('unmute', false, 'starts them again'),
];

function quietCommand(
  name: string,
  on: boolean,
  help: string,
): DutyCommand<ApprovalsConfig, PullAt | undefined, never, boolean> {
  return {
    name,
    usage: '',
    place: PULL_PLACE.name,
    right: 'team',
    help,
    carryOut: () => ({ good: true, words: on ? 'muted' : 'unmuted', effect: on }),
  };
}
