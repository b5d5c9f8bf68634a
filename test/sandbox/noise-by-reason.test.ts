// The noise meter: the mails of relcomms by reason, own assignments and what people write apart.
import { noiseByReason } from '../../sandbox/mail/noise-by-reason.ts';
import type { Mail } from '../../sandbox/mail/mail.ts';
import { day } from '../../src/domain/day.ts';

const mail = (given: Partial<Mail>): Mail => ({
  to: 'alice',
  reason: 'mention',
  at: '2020-01-08T09:00:00Z',
  from: 'relcomms[bot]',
  number: 1,
  subject: 'Release',
  body: '',
  ...given,
});

test('assignments and what people write do not count against the ceiling', () => {
  const mails = [
    mail({}),
    mail({ reason: 'assigned' }),
    mail({ reason: 'comment', at: '2020-01-14T09:00:00Z' }),
    mail({ reason: 'review-request', at: '2020-01-14T09:00:00Z' }),
    mail({ from: 'bob' }),
    mail({ to: 'carol', from: 'bob' }),
  ];
  const weeks = [day('2020-01-06'), day('2020-01-13')];
  const rows = noiseByReason({ mails, people: ['alice', 'bob'], weeks, zone: 'UTC' });
  expect(rows).toEqual([
    {
      login: 'alice',
      byReason: { mention: 1, assigned: 1, comment: 1, 'review-request': 1 },
      beyond: [1, 2],
      fromPeople: 1,
    },
    {
      login: 'bob',
      byReason: { mention: 0, assigned: 0, comment: 0, 'review-request': 0 },
      beyond: [0, 0],
      fromPeople: 0,
    },
  ]);
});
