// A message that waits for an approval is on the first screen, brought up again, and its end is noted.
import { slackDuty } from '../../../src/duties/slack/index.ts';
import { waitingDuty } from '../../../src/duties/slack/waiting.ts';
import { day as dayOf } from '../../../src/domain/day.ts';
import { CYCLE, inputOf, releaseOf } from './world.ts';

const RELEASE = releaseOf(
  CYCLE.replace('    branch:', '    milestones: { embargo-lift: 2020-03-05 }\n    branch:'),
);

const AUDIENCES = {
  press: {
    slack: [],
    teams: false,
    mail: ['press@example.org'],
    webhook: [],
    reach: 'external' as const,
    approval: 'release-manager',
  },
};

function setting(now: string, entries: readonly { key: string; day: string; text: string }[] = []) {
  const told = entries.map((entry) => ({ ...entry, day: dayOf(entry.day) }));
  return inputOf({
    now,
    config: { dates: [], press: ['press'] },
    release: RELEASE,
    entries: told,
    audiences: AUDIENCES,
  });
}

function said(now: string, entries: Parameters<typeof setting>[1] = []) {
  const { desired } = slackDuty.desire(setting(now, entries));
  return {
    comments: desired.flatMap((one) => (one.kind === 'comment' ? [[one.key, one.body] as const] : [])),
    log: desired.flatMap((one) => (one.kind === 'entry' ? [[one.key, one.text] as const] : [])),
  };
}

/** Tuesday, and what the log keeps of that day. */
const SHOWN = '2020-02-25';
const preview = said(`${SHOWN}T10:00:00Z`).comments[0]?.[1] ?? '';
const id = /approve ([0-9a-f]{8})/.exec(preview)?.[1] ?? '';
const ASKED = { key: `1.10.0/preview/${id}`, day: SHOWN, text: 'Asked for approval of a message to press' };
const REMINDED = { key: `1.10.0/reminded/${id}`, day: '2020-02-27', text: 'Asked again' };

test('the preview calls those who approve', () => {
  expect(preview).toMatch(/^@bob: relcomms sends this to 1 address by email/);
});

test('it stands in the way until it is approved, in red on its last day', () => {
  const standing = (now: string, entries = [ASKED]) => waitingDuty.desire(setting(now, entries)).standing;
  expect(standing('2020-02-26T10:00:00Z')).toEqual([
    {
      release: '1.10.0',
      kind: 'message',
      key: `message/${id}`,
      severity: 'amber',
      text: `“Kyma 1.10: the embargo lifts on Thu 5 Mar 2020, 08:00 UTC” to 1 address by email needs \`/release approve ${id}\` by Thu 5 Mar 08:00 UTC`,
      owner: 'bob',
      asks: ['bob'],
    },
  ]);
  expect(standing('2020-03-04T10:00:00Z')).toMatchObject([{ severity: 'red' }]);
  expect(standing('2020-03-05T08:00:00Z')).toEqual([]);
  const approved = { key: `1.10.0/approved/${id}`, day: '2020-02-26', text: 'alice approved a message' };
  expect(standing('2020-02-26T10:00:00Z', [ASKED, approved])).toEqual([]);
});

test('after more than a working day it is brought up once, then before those who lead', () => {
  expect(said('2020-02-26T10:00:00Z', [ASKED]).comments.map(([key]) => key)).not.toContain(REMINDED.key);
  const { comments } = said('2020-02-27T10:00:00Z', [ASKED]);
  expect(comments).toContainEqual([
    REMINDED.key,
    `@bob: “Kyma 1.10: the embargo lifts on Thu 5 Mar 2020, 08:00 UTC” to 1 address by email still needs approval. Write \`/release approve ${id}\` by Thu 5 Mar 08:00 UTC, or relcomms does not send it.`,
  ]);
  const later = said('2020-03-02T10:00:00Z', [ASKED, REMINDED]);
  expect(later.comments.map(([key]) => key)).toEqual([ASKED.key, `1.10.0/escalated/${id}`]);
  expect(later.comments[1]?.[1]).toMatch(/^@alice: /);
});

/** What is asked again, and whether it may wait. */
function waits(now: string, entries: Parameters<typeof setting>[1]) {
  return slackDuty
    .desire(setting(now, entries))
    .desired.flatMap((one) =>
      one.kind === 'comment' && !one.key.includes('preview') ? [[one.key, one.mayWait]] : [],
    );
}

test('each waits two working days for another comment, but not at the end of its window', () => {
  expect(waits('2020-02-27T10:00:00Z', [ASKED])).toEqual([[REMINDED.key, true]]);
  expect(waits('2020-02-28T10:00:00Z', [ASKED])).toEqual([[REMINDED.key, true]]);
  expect(waits('2020-03-02T10:00:00Z', [ASKED])).toEqual([[REMINDED.key, false]]);
  const escalated = `1.10.0/escalated/${id}`;
  expect(waits('2020-03-02T10:00:00Z', [ASKED, REMINDED])).toEqual([[escalated, true]]);
  expect(waits('2020-03-04T10:00:00Z', [ASKED, REMINDED])).toEqual([[escalated, false]]);
});

test('its end without an approval is noted once', () => {
  const lapsed = `1.10.0/lapsed/${id}`;
  expect(said('2020-03-05T07:59:00Z', [ASKED]).log.map(([key]) => key)).not.toContain(lapsed);
  const { log } = said('2020-03-05T08:00:00Z', [ASKED]);
  expect(log).toContainEqual([
    lapsed,
    'Not sent: nobody approved it in time, or its text changed. Asked for approval of a message to press',
  ]);
  const noted = { key: lapsed, day: '2020-03-05', text: 'Not sent' };
  expect(said('2020-03-05T09:00:00Z', [ASKED, noted]).log.map(([key]) => key)).not.toContain(lapsed);
});
