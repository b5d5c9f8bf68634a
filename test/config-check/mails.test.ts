// The section about mails over the cycle: who is named, in which order, and what is said when nothing can be.
import { judge } from '../../src/config-check/judge.ts';
import type { MailForecast, PersonMails } from '../../src/config-check/mails.ts';
import { renderCheck } from '../../src/config-check/render.ts';
import { day } from '../../src/domain/day.ts';
import type { Observation } from '../../src/domain/observed.ts';
import type { Known } from '../../src/domain/known.ts';
import { allUnknown } from '../../src/github/observe.ts';

const MONDAY = day('2020-01-06');

/** A repository in which nothing is. */
const NOTHING = Object.fromEntries(
  Object.keys(allUnknown('')).map((fact) => [fact, { known: true, value: [] }]),
) as unknown as Observation;

function mails(login: string, total: number, count = total): PersonMails {
  return total === 0 ? { login, total } : { login, total, busiest: { monday: MONDAY, count } };
}

function summaryWith(forecast: Known<MailForecast> | undefined): string {
  const verdict = judge({
    head: { kind: 'good', releases: [], warnings: [] },
    base: { kind: 'good', releases: [], warnings: [] },
    comparison: { before: [], after: [], observation: NOTHING },
    mails: forecast,
    merged: [],
    today: day('2020-01-08'),
  });
  return renderCheck(verdict, '.github/relcomms.yml').summary;
}

function summaryOf(after: readonly PersonMails[], before?: readonly PersonMails[]): string {
  return summaryWith({ known: true, value: { before, after } });
}

test('now and after the merge, with the busiest week; those for whom most changes come first', () => {
  const summary = summaryOf(
    [mails('alice', 31, 8), mails('bob', 5, 2), mails('erin', 0)],
    [mails('Alice', 30, 8), mails('dave', 7), mails('erin', 0)],
  );
  expect(summary).toContain(
    [
      '### Emails over the cycle',
      '',
      'Emails that relcomms causes if everybody does their tasks: 37 now, 36 after the merge.',
      '',
      '| Who | Now | After the merge | Busiest week |',
      '| --- | --- | --- | --- |',
      '| `dave` | 7 | 0 |  |',
      '| `bob` | 0 | 5 | 2 in 6–12 Jan 2020 |',
      '| `alice` | 30 | 31 | 8 in 6–12 Jan 2020 |',
    ].join('\n'),
  );
  expect(summary).not.toContain('erin');
  expect(summary).toContain('would change nothing at once, but it changes the emails that follow.');
});

test('nothing to compare with: one column of numbers', () => {
  const summary = summaryOf([mails('alice', 1)]);
  expect(summary).toContain('everybody does their tasks: 1 email for 1 person.');
  expect(summary).toContain('| Who | Emails | Busiest week |');
  expect(summary).toContain('| `alice` | 1 | 1 in 6–12 Jan 2020 |');
});

test('the same for everybody is one line, and the merge still changes nothing', () => {
  const summary = summaryOf([mails('alice', 4, 3), mails('bob', 1)], [mails('bob', 1), mails('alice', 4, 2)]);
  expect(summary).toContain('would change nothing that people see.');
  expect(summary).toContain('5 emails for 2 people, the same as now.');
  expect(summary).not.toContain('| Who |');
});

test('teams and bots are not listed, nor counted', () => {
  const summary = summaryOf([mails('alice', 2), mails('acme/docs', 3), mails('renovate[bot]', 4)], []);
  expect(summary).toContain('0 now, 2 after the merge.');
  expect(summary).not.toMatch(/acme|renovate/);
});

test('a long list ends, and names are dead text', () => {
  const many = Array.from({ length: 23 }, (_, index) => mails(`p${String(index).padStart(2, '0')}`, 1));
  const summary = summaryOf([mails('@alice|`x`<b>', 9), ...many], []);
  expect(summary).toContain('| `p18` | 0 | 1 | 1 in 6–12 Jan 2020 |\n| and 4 more |  |  |  |');
  expect(summary).not.toContain('p19');
  expect(summary).toContain("| `@alice\\|'x'<b>` | 0 | 9 |");
});

test('nobody counted: no section; counting failed: one line, escaped, and the check is as good as without', () => {
  expect(summaryWith(undefined)).not.toContain('Mails');
  const failed = summaryWith({ known: false, why: 'it takes longer than @60 seconds' });
  expect(failed).toContain(
    '### Emails over the cycle\n\nTheir number is unknown: it takes longer than @&#8203;60 seconds.',
  );
  expect(failed).toContain('would change nothing that people see.');
});
