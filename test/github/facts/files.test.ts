// Whether the default branch takes a commit as it comes: by branch protection, and by rulesets, which that does not show.
import { ACTIONS_BOT, type RuleSeed } from '../../../packages/embedded-github/src/index.ts';
import { day } from '../../../src/domain/day.ts';
import { observe } from '../../../src/github/observe.ts';
import { defaultSeed } from '../../support/github-seed.ts';
import { expectNoViolations, startTestGitHub } from '../../support/github.ts';
import { scriptedGitHub } from '../../support/scripted-github.ts';
import { clientOf, instant } from '../../support/runs.ts';

const NOW = instant('2020-01-15T12:00:00Z');
const SETTING = { accounts: [ACTIONS_BOT], since: day('2019-01-01'), now: NOW };
const PLACE = { branch: 'main', path: 'calendar.ics' };

test.each<[string, RuleSeed | undefined, boolean]>([
  ['no rule', undefined, false],
  ['branch protection asks for reviews', { requiredReviews: 1 }, true],
  ['branch protection asks for checks', { requiredChecks: ['build'] }, true],
  ['a ruleset asks for reviews', { requiredReviews: 1, isRuleset: true }, true],
  ['a ruleset asks for checks', { requiredChecks: ['build'], isRuleset: true }, true],
])('%s', async (_, rule, isProtectedDefault) => {
  const rules = rule === undefined ? {} : { rules: { main: rule } };
  const github = await startTestGitHub({ seed: { ...defaultSeed, ...rules }, now: () => NOW });
  const look = await observe(clientOf(github), { files: [PLACE] }, SETTING);
  expect(look.files).toEqual({ known: true, value: [{ ...PLACE, oid: undefined, isProtectedDefault }] });
  expectNoViolations(github);
  await github.close();
});

test('rules that GitHub does not show are unknown, not none', async () => {
  const answer = {
    repository: { fileDefault: { name: 'main', refUpdateRule: null, rules: null }, file0: null },
  };
  const github = scriptedGitHub({ graphql: () => Promise.resolve(answer) });
  const look = await observe(github, { files: [PLACE] }, SETTING);
  expect(look.files).toEqual({ known: false, why: 'GitHub does not show the rules of the default branch' });
});

test('a text comes with its file, from the default branch where none is named; what is cut or no text is unknown', async () => {
  const files = { 'tests.yml': 'tests: []\n', 'bare.md': 'x' };
  const github = await startTestGitHub({ seed: { ...defaultSeed, files }, now: () => NOW });
  const asked = [
    { path: 'tests.yml', text: true as const },
    { branch: 'none', path: 'tests.yml', text: true as const },
    { path: 'bare.md' },
  ];
  const { files: look } = await observe(clientOf(github), { files: asked }, SETTING);
  const read = look.known ? look.value.map(({ text }) => text) : look;
  expect(read).toEqual([{ known: true, value: 'tests: []\n' }, { known: true, value: undefined }, undefined]);
  expectNoViolations(github);
  await github.close();
});

test.each([
  [{ oid: 'a', byteSize: 8_000_001, isTruncated: true, text: 'half' }, 'it has more than 8 MB'],
  [{ oid: 'a', byteSize: 9, isBinary: true, text: null }, 'it is no text'],
  [{ oid: 'b', byteSize: 1, text: 'x' }, 'it changed while it was read'],
])('%j is no text that counts', async (blob, why) => {
  const answer = { repository: { fileDefault: null, file0: { oid: 'a' }, fileText0: blob } };
  const github = scriptedGitHub({ graphql: () => Promise.resolve(answer) });
  const { files: look } = await observe(github, { files: [{ path: 'a', text: true }] }, SETTING);
  expect(look).toMatchObject({
    known: true,
    value: [{ isProtectedDefault: false, text: { known: false, why } }],
  });
});

test('a text of more than 512 KB is read by its id, with one request more; what is no text is unknown', async () => {
  const long = `${'é'.repeat(400_000)}\n`;
  const files = { 'long.jsonl': long, 'short.jsonl': 'x\n' };
  const github = await startTestGitHub({ seed: { ...defaultSeed, files }, now: () => NOW });
  const client = clientOf(github);
  const asked = [
    { path: 'long.jsonl', text: true as const },
    { path: 'short.jsonl', text: true as const },
  ];
  const { files: look } = await observe(client, { files: asked }, SETTING);
  const texts = look.known ? look.value.map(({ text }) => text) : [];
  expect(texts.map((text) => text?.known === true && text.value)).toEqual([long, 'x\n']);
  expect(client.counts.reads).toBe(2);
  const blob = { oid: 'a', byteSize: 600_000, isTruncated: true, text: 'half' };
  const scripted = scriptedGitHub({
    graphql: () =>
      Promise.resolve({ repository: { fileDefault: null, file0: { oid: 'a' }, fileText0: blob } }),
    request: () => Promise.resolve({ data: { content: '/wA=', encoding: 'base64' } }),
  });
  const { files: other } = await observe(scripted, { files: [{ path: 'a', text: true }] }, SETTING);
  expect(other).toMatchObject({ value: [{ text: { known: false, why: 'it is no text' } }] });
  expectNoViolations(github);
  await github.close();
});
