// Plays a scenario and keeps every text of relcomms that somebody got, as it was on the day on which it came.
import { type Day, addDays, weekdayOf } from '../../../src/domain/day.ts';
import { readMarker } from '../../../src/text/marker.ts';
import { liveOn } from '../../../sandbox/machine/carry-out.ts';
import { type World, startWorld } from '../../../sandbox/machine/world.ts';
import type { Scenario } from '../../../sandbox/scenarios/scenario.ts';

interface Came {
  readonly day: Day;
  /** Who gets it: `#releases on Slack`, `press@example.org`, `issue #13`. */
  readonly place: string;
}

export type PlayedText = Came &
  (
    | { readonly kind: 'slack'; readonly title: string; readonly blocks: readonly unknown[] }
    | { readonly kind: 'email'; readonly title: string; readonly text: string }
    | { readonly kind: 'github'; readonly key: string; readonly title: string; readonly text: string }
  );

/** Every workday up to the last one, oldest first. Links begin as those of github.com do. */
export async function playTexts(scenario: Scenario, last: Day): Promise<PlayedText[]> {
  const world = await startWorld(scenario, { origin: 'https://github.com', logLevel: 'fatal' });
  const found = new Map<string, PlayedText>();
  try {
    for (let day = world.start; day <= last; day = addDays(day, 1)) {
      if (weekdayOf(day) > 5) continue;
      // oxlint-disable-next-line no-await-in-loop -- one day after another
      await liveOn(world, day);
      const seen = [...textsOnGitHub(world, day), ...(await textsElsewhere(world, day))];
      for (const [id, text] of seen) if (!found.has(id)) found.set(id, text);
    }
  } finally {
    await world.close();
  }
  return [...found.values()];
}

type Named = readonly [id: string, text: PlayedText];

function textsOnGitHub({ github }: World, day: Day): Named[] {
  const issues = github.state()[0]?.issues ?? [];
  return issues.flatMap(({ number, title, body, comments, pull }): Named[] => {
    const place = `${pull ? 'pull request' : 'issue'} #${number}, “${title}”`;
    const own = [
      { id: `issue/${number}`, body },
      ...comments.map((one) => ({ ...one, id: `comment/${one.id}` })),
    ];
    return own.flatMap(({ id, body: text }): Named[] => {
      const key = readMarker(text);
      return key === undefined ? [] : [[id, { day, place, kind: 'github', key, title, text }]];
    });
  });
}

async function textsElsewhere({ outside }: World, day: Day): Promise<Named[]> {
  const { slack = [], mails = [] } = (await outside?.state()) ?? {};
  const posted = slack.flatMap(({ workspace, channels }) =>
    channels.flatMap(({ name, messages }) => {
      const place = `#${name} on Slack${workspace === undefined ? '' : ` (workspace ${workspace})`}`;
      return messages
        .flatMap((message) => [message, ...message.replies.map((reply) => ({ ...reply, thread: true }))])
        .map(({ ts, text, blocks, ...rest }): Named => [
          `${place}/${ts}`,
          {
            day,
            place: 'thread' in rest ? `${place}, and in the thread of the pinned message` : place,
            kind: 'slack',
            title: text,
            blocks,
          },
        ]);
    }),
  );
  const sent = mails.map(({ messageId, to, subject, text }): Named => [
    messageId,
    { day, place: `${to.join(', ')} by email`, kind: 'email', title: subject, text },
  ]);
  return [...posted, ...sent];
}
