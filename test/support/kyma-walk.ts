// Walks the Kyma scenario and keeps what each place heard on which day.
import { type Day, addDays, day, weekdayOf } from '../../src/domain/day.ts';
import { liveOn } from '../../sandbox/machine/carry-out.ts';
import { type World, startWorld } from '../../sandbox/machine/world.ts';
import type { SeenReply } from '../../sandbox/outside/state.ts';
import { slackTexts } from './slack-text.ts';
import { kyma } from '../../sandbox/scenarios/kyma.ts';

/** One message in one place. */
export interface Heard {
  readonly day: Day;
  /** `#releases`, `community #kyma-announcements`, `press@example.org`. */
  readonly place: string;
  readonly title: string;
  /** Lines below the title. */
  readonly words: string;
  /** As it was when it came. */
  readonly pinned: boolean;
  readonly thread: boolean;
}

export interface KymaWalk {
  readonly world: World;
  readonly heard: Heard[];
  /** The run of each day and what the people of the scenario do on it. */
  walk(days: readonly Day[]): Promise<void>;
  /** Takes in what has been said since. */
  listen(): Promise<void>;
  /** The newest text of a pinned message in a channel. */
  pinnedIn(channel: string): Promise<readonly string[]>;
  /** The page of the release as it is. */
  page(): Promise<string>;
}

export const FIRST = day('2020-01-20');
export const LAST = day('2020-03-18');

export function daysOf(first: Day, last: Day): Day[] {
  const days: Day[] = [];
  for (let at = first; at <= last; at = addDays(at, 1)) days.push(at);
  return days;
}

export function workdaysOf(first: Day, last: Day): Day[] {
  return daysOf(first, last).filter((at) => weekdayOf(at) < 6);
}

/** With or without an issue for each task: messages are the same, and the walk is shorter without. */
export async function startKymaWalk(tasks: boolean): Promise<KymaWalk> {
  const config = tasks ? kyma.config : kyma.config.replace('[release] }', '[release], tasks: none }');
  const world = await startWorld({ ...kyma, config }, { origin: 'http://127.0.0.1:9', logLevel: 'fatal' });
  const outside = world.outside;
  if (outside === undefined) throw new Error('the scenario sends nothing');
  const heard: Heard[] = [];
  const known = new Set<string>();
  const listen = async (): Promise<void> => {
    const { slack, mails } = await outside.state();
    const today = world.clock.today();
    for (const { workspace, channels } of slack)
      for (const { name, messages } of channels)
        for (const message of messages)
          for (const one of [message, ...message.replies]) {
            const place = `${workspace === undefined ? '' : `${workspace} `}#${name}`;
            if (known.has(place + one.ts)) continue;
            known.add(place + one.ts);
            const pinned = one === message && message.pinned;
            heard.push({ day: today, place, ...partsOf(one), pinned, thread: one !== message });
          }
    for (const { messageId, to, text } of mails) {
      if (known.has(messageId)) continue;
      known.add(messageId);
      const [title = '', ...words] = text.split('\n');
      const place = to.join(', ');
      heard.push({ day: today, place, title, words: words.join('\n'), pinned: false, thread: false });
    }
  };
  return {
    world,
    heard,
    listen,
    walk: async (days) => {
      for (const at of days) {
        // oxlint-disable-next-line no-await-in-loop -- one day after another
        await liveOn(world, at);
        // oxlint-disable-next-line no-await-in-loop -- see above
        await listen();
      }
    },
    pinnedIn: async (channel) => {
      const { slack } = await outside.state();
      const found = slack.flatMap(({ channels }) => channels).find(({ name }) => `#${name}` === channel);
      return (found?.messages ?? []).filter(({ pinned }) => pinned).map((one) => partsOf(one).words);
    },
    page: async () => {
      const { wiki } = await outside.state();
      return wiki?.pages.find(({ file }) => file.startsWith('Release-'))?.text ?? '';
    },
  };
}

function partsOf({ blocks }: SeenReply): { title: string; words: string } {
  const [title = '', ...words] = slackTexts(blocks).join('\n').replaceAll('\u200B', '').split('\n');
  return { title, words: words.join('\n').replaceAll('*', '') };
}
