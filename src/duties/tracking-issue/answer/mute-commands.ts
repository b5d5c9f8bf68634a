// The commands by which people want no pings of a release, or want them again.
import { type Answer, type Given, told } from '../../../commands/command.ts';
import type { Effects, ReleaseCommand, ReleaseScene } from './effects.ts';
import { RELEASE_PLACE } from './place.ts';
import { MUTE_PAGE, answer, renderMuted } from './render-command.ts';

export const muteCommands: readonly ReleaseCommand[] = [
  {
    name: 'mute',
    usage: '',
    place: RELEASE_PLACE.name,
    right: 'team',
    help: 'stops mentions and assignments of you in this release',
    page: MUTE_PAGE,
    mutes: true,
    carryOut: (given, scene) => mute(true, given, scene),
  },
  {
    name: 'unmute',
    usage: '',
    place: RELEASE_PLACE.name,
    right: 'team',
    help: 'starts them again',
    mutes: false,
    carryOut: (given, scene) => mute(false, given, scene),
  },
];

/** About oneself only, so it takes no name. What it means holds for all duties of the run already. */
function mute(on: boolean, { words, giver }: Given, { context, release }: ReleaseScene): Answer<Effects> {
  if (words.length > 0) return told(answer.muteName(on));
  const optedOut = Object.entries(context.people).some(
    ([login, person]) => person.optOut === true && login.toLowerCase() === giver.login.toLowerCase(),
  );
  return {
    good: true,
    words: on ? 'no pings in this release any more' : 'pings again',
    reply: renderMuted(on, optedOut, release),
  };
}
