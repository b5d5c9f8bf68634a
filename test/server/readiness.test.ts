// What /readyz says of what is missing: numbers to anybody, names to who brings the token, and never too much.
import type { Instant } from '../../src/domain/day.ts';
import { type Finding, findingLine, startFindings } from '../../src/server/findings.ts';
import { readinessOf } from '../../src/server/readiness.ts';

const NOON = Date.parse('2026-10-20T12:00:00Z') as Instant;
const TOKEN = 'a-token-of-sixteen';
const LABEL: Finding = {
  what: 'Names: label hold',
  found: 'it does not exist',
  lost: ['nothing can carry it'],
  fix: 'Create the label.',
  link: 'https://github.com/acme/secret/labels',
};

const ready = (): Promise<undefined> => Promise.resolve(undefined);

test('strangers are told numbers, and whoever brings the token what is missing where', async () => {
  const findings = startFindings();
  findings.keep('acme/secret', [LABEL], NOON);
  const page = { unready: ready, findings, statusToken: TOKEN };
  for (const words of [undefined, '', 'Bearer', `Bearer ${TOKEN}x`, TOKEN, `bearer ${TOKEN}`]) {
    // oxlint-disable-next-line no-await-in-loop -- six
    const { status, text } = await readinessOf(page, words);
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual({ ready: true, missing: { repositories: 1, things: 1 } });
  }
  const { status, text } = await readinessOf(page, `Bearer ${TOKEN}`);
  expect(status).toBe(200);
  expect(JSON.parse(text)).toEqual({
    ready: true,
    missing: {
      repositories: 1,
      things: 1,
      findings: [{ ...LABEL, repository: 'acme/secret', at: '2026-10-20T12:00:00.000Z' }],
      left: 0,
    },
  });
});

test('without a token of the operator no words are the right ones', async () => {
  const findings = startFindings();
  findings.keep('acme/secret', [LABEL], NOON);
  for (const words of ['Bearer undefined', 'Bearer ', undefined])
    // oxlint-disable-next-line no-await-in-loop -- three
    expect((await readinessOf({ unready: ready, findings }, words)).text).not.toContain('secret');
});

test('a reason why webhooks can not be kept makes it unready, a missing thing does not', async () => {
  const why = 'Redis is away.';
  const { status, text } = await readinessOf({ unready: () => Promise.resolve(why) }, undefined);
  expect([status, JSON.parse(text)]).toEqual([503, { ready: false, why }]);
});

test('the page stays small, whatever is missing', async () => {
  const findings = startFindings();
  const long = 'x'.repeat(10_000);
  const many = Array.from({ length: 50 }, (_, index): Finding => {
    return { what: `${index} ${long}`, found: long, lost: [long, long], fix: long, link: `https://${long}` };
  });
  for (let count = 0; count < 200; count++) findings.keep(`acme/r${count}`, many, NOON);
  const page = { unready: ready, findings, statusToken: TOKEN };
  const { text } = await readinessOf(page, `Bearer ${TOKEN}`);
  expect(text.length).toBeLessThan(200_000);
  expect(JSON.parse(text)).toMatchObject({
    missing: { repositories: 200, things: 4000, left: 3900, findings: { length: 100 } },
  });
});

test('what was known is not new, what was mended is, and nobody is remembered forever', () => {
  const findings = startFindings();
  const other = { ...LABEL, what: 'Names: label later' };
  expect(findings.keep('acme/a', [LABEL], NOON)).toEqual([LABEL]);
  expect(findings.keep('acme/a', [LABEL, other], NOON)).toEqual([other]);
  expect(findings.keep('acme/a', [], NOON)).toEqual([]);
  expect(findings.has('acme/a')).toBe(false);
  expect(findings.keep('acme/a', [LABEL], NOON)).toEqual([LABEL]);
  findings.keep('acme/b', [LABEL], (NOON + 4 * 86_400_000) as Instant);
  expect(findings.list().shown.map(({ repository }) => repository)).toEqual(['acme/b']);
});

test('the line of the log says all of it', () => {
  expect(findingLine(LABEL)).toBe(
    'Names: label hold: it does not exist. Without it: nothing can carry it. Create the label. https://github.com/acme/secret/labels',
  );
});
