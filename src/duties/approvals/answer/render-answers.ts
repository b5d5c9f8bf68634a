// The words with which commands on pull requests are answered.
import { LABEL_WORDS } from '../../../text/our-marks.ts';

export const answers = {
  asked: (author: string) => `${author} asked for it`,
  whyQuiet: (on: boolean) => (on ? 'somebody muted it' : 'somebody unmuted it'),
  quietLabel: () => LABEL_WORDS.muted,
};
