// What the Action reads from files of their own is there when a run asks for it.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { ACTIONS_BOT } from '../../packages/embedded-github/src/index.ts';
import { startTestGitHub } from '../support/github.ts';
import { CHECKBOXES_ONLY, kubernetesSeed } from '../support/kubernetes-seed.ts';
import { runBundle } from './run-bundle.ts';

test('a run with a calendar plans and writes its file', async () => {
  const github = await startTestGitHub({ seed: kubernetesSeed(`${CHECKBOXES_ONLY}\ncalendar: {}\n`) });
  try {
    const given = { apiUrl: github.url, token: github.token(ACTIONS_BOT) };
    const { exit, stdout } = await runBundle({ ...given, inputs: { now: '2020-01-08T12:00:00Z' } });
    expect([exit, stdout.includes('release.ics')]).toEqual([0, true]);
    expect(JSON.stringify(github.journal)).toContain('release.ics');
  } finally {
    await github.close();
  }
});

test('Markdown is read as a tree', () => {
  const load = createRequire(resolve('dist/action/index.js'));
  const { fromMarkdown } = load('./markdown.cjs') as {
    fromMarkdown: (text: string) => { children: unknown[] };
  };
  expect(fromMarkdown('*a* &amp; b').children).toMatchObject([
    { type: 'paragraph', children: [{ type: 'emphasis' }, { type: 'text', value: ' & b' }] },
  ]);
});
