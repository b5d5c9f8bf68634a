// The commands about messages: what is announced, and which message is approved.
import { type Answer, type Given, told } from '../../commands/command.ts';
import { keyOf } from '../../text/marker.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import type { CommandScene, DutyCommand } from '../duty.ts';
import type { SlackConfig } from './config.ts';
import { placesOfDates } from './places-of-dates.ts';
import { previewKey } from '../../notices/preview-key.ts';
import { answers } from './render-command.ts';

type Scene = CommandScene<SlackConfig>;

/** Longest text that is announced, in characters. */
export const ANNOUNCE_LIMIT = 1000;

/** Its effect is the text. */
export const announceCommand: DutyCommand<SlackConfig, undefined, never, string> = {
  name: 'announce',
  usage: 'TEXT',
  place: 'release',
  right: 'lead',
  help: 'sends a text to every channel that gets dates',
  off: answers.noMessages(),
  carryOut: announce,
};

/** Its effect is the name of the message. */
export const approveCommand: DutyCommand<SlackConfig, undefined, never, string> = {
  name: 'approve',
  usage: 'MESSAGE',
  place: 'release',
  right: 'lead',
  help: 'sends a message whose preview is on this issue',
  carryOut: approve,
};

/** The messages are sent with all others; their failure turns the answer. */
function announce({ line }: Given, { context }: Scene): Answer<never, string> {
  const text = announcedText(line);
  if (text === '') return told(answers.nothingToAnnounce());
  if (Object.keys(context.audiences ?? {}).length === 0) return told(answers.nobodyToTell());
  if (context.config.paused) return told(answers.paused());
  if (placesOfDates(context).length === 0) return told(answers.nobodyInside());
  return { good: true, words: 'announced', risk: answers.notAnnounced(), effect: text };
}

/** As it was written: "because" is a word like any other here. */
function announcedText(line: string): string {
  const [, text = ''] = /^\/release\s+\S+(?:\s+(.*))?$/is.exec(line) ?? [];
  return Array.from(text.trim()).slice(0, ANNOUNCE_LIMIT).join('');
}

/** A message whose preview stands in the tracking issue. */
function approve({ words }: Given, { release, issues }: Scene): Answer<never, string> {
  const id = words[0]?.toLowerCase() ?? '';
  const ledger = issues.find((issue) => issue.key === trackingKey(release))?.ledger;
  const isNoted = (wanted: string) => ledger?.entries.some(({ key }) => key === wanted) === true;
  const shown = isNoted(previewKey(release, id)) && !isNoted(keyOf(release.version, 'lapsed', id));
  return shown ? { good: true, words: 'approved', effect: id } : told(answers.noSuchMessage());
}
