// The commands on a pull request, and the place itself: why, mute and unmute.
import type { Place } from '../../../commands/place.ts';
import type { DutyCommand } from '../../duty.ts';
import type { ApprovalsConfig } from '../config.ts';

export const PULL_PLACE: Place = { name: 'pull', on: 'on a pull request', of: 'pull requests' };

/** A pull request as its commands see it. */
export interface PullAt {
  /** Markdown that answers `why`. */
  readonly explanation: () => string;
}

type PullCommand = DutyCommand<ApprovalsConfig, PullAt | undefined>;

export const whyCommand: PullCommand = {
  name: 'why',
  usage: '',
  place: PULL_PLACE.name,
  right: 'team',
  help: 'says rule by rule who has to approve it and when they are reminded',
  carryOut: (_, { at }) => ({ good: true, words: 'answered', reply: at?.explanation() }),
};

/** Their effect is whether the pull request is muted. */
export const quietCommands: readonly DutyCommand<ApprovalsConfig, PullAt | undefined, never, boolean>[] = [
  quietCommand('mute', true, 'relcomms says nothing on it any more'),
  quietCommand('unmute', false, 'takes that back'),
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
