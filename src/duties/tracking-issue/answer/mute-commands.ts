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
    help: 'no mentions of you and no assignments any more, in this release',
    page: MUTE_PAGE,
    carryOut: (given, scene) => mute(true, given, scene),
  },
  {
    name: 'unmute',
    usage: '',
    place: RELEASE_PLACE.name,
    right: 'team',
    help: 'takes it back',
    carryOut: (given, scene) => mute(false, given, scene),
  },
];

/** About oneself only, so it takes no name. */
function mute(on: boolean, { words, giver }: Given, { context, release, at }: ReleaseScene): Answer<Effects> {
  if (words.length > 0) return told(answer.muteName(on));
  const optedOut = [...context.quiet].some((login) => login.toLowerCase() === giver.login.toLowerCase());
  return {
    good: true,
    words: on ? 'no pings in this release any more' : 'pings again',
    reply: renderMuted(on, optedOut, release),
    after: { ...at.effects, muted: new Map([...at.effects.muted, [giver.login, on]]) },
  };
}
