// The words with which commands on case files are answered.
import { codeSpan } from '../../../text/escape-markdown.ts';
import { ETA_FORMS } from './eta.ts';

/** Teams that an answer lists. */
const MOST_TEAMS = 20;

export const answers = {
  closed: () => 'This issue is closed. If its tests still fail, reopen it first.',
  whichDay: () => `When? Use today or a later day: ${ETA_FORMS}.`,
  whatProgress: () => 'What is the update? Write `/release progress` and a few words.',
  whichTeam: (ids: readonly string[], guess: string | undefined) => {
    const known = ids.slice(0, MOST_TEAMS).map(codeSpan).join(', ');
    const hint = guess === undefined ? '' : ` Did you mean ${codeSpan(guess)}?`;
    return known === '' ? 'The config has no teams.' : `Which team? The config has ${known}.${hint}`;
  },
  sameTeam: (id: string) => `These tests are with ${codeSpan(id)} already.`,
};
