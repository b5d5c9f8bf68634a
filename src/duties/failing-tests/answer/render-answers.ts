// The words with which commands on case files are answered.
import { codeSpan } from '../../../text/escape-markdown.ts';
import { ETA_FORMS } from './eta.ts';

/** Teams that an answer lists. */
const MOST_TEAMS = 20;

export const answers = {
  closed: () => 'This issue is closed; reopen it first when its tests still fail.',
  whichDay: () => `When? Write a day from today on: ${ETA_FORMS}.`,
  whatProgress: () => 'How does it go? Write `/release progress` and a few words.',
  whichTeam: (ids: readonly string[], guess: string | undefined) => {
    const known = ids.slice(0, MOST_TEAMS).map(codeSpan).join(', ');
    const hint = guess === undefined ? '' : ` Did you mean ${codeSpan(guess)}?`;
    return known === '' ? 'The config names no teams.' : `Whose are they? The config knows ${known}.${hint}`;
  },
  sameTeam: (id: string) => `They are with ${codeSpan(id)} already.`,
};
