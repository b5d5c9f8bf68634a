// A repository in which every fact holds something, and all that the duties of its config ask for.
import { installationToken } from '../../packages/embedded-github/test/support/app-token.ts';
import { ACTIONS_BOT, type EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import type { Questions } from '../../src/domain/questions.ts';
import type { GitHub } from '../../src/github/client.ts';
import type { Setting } from '../../src/github/facts/fact.ts';
import { dutyRun, questionsFor, settingFor } from '../../src/run/duty-run.ts';
import { reconcile } from '../../src/run/reconcile.ts';
import { CONFIG } from './config-pull.ts';
import { testChannels } from './channels.ts';
import { clientWith } from './runs.ts';
import { NOW, SECTIONS, configWith, startSwitched } from './switched-on.ts';
import { openTrackingIssues } from './tracking.ts';
import { read } from './world.ts';

const TEXT = configWith(SECTIONS);

export interface FullLook {
  readonly github: EmbeddedGitHub;
  /** As an App that may see everything. */
  readonly client: () => Promise<GitHub>;
  readonly questions: Questions;
  readonly setting: Setting;
}

/** Every section is on, relcomms has done its part, and people have done theirs since. */
export async function startFullLook(): Promise<FullLook> {
  const github = await startSwitched();
  const client = async (): Promise<GitHub> => clientWith(github, await installationToken(github));
  const channels = testChannels();
  await github.as('alice').putFile(CONFIG, TEXT);
  const bob = github.as('bob');
  await bob.pushBranch('fix', { 'src/web/a.ts': 'a' }, 'Close the gap');
  const fix = await bob.openPull({ title: 'Close the gap', head: 'fix', body: 'For #1' });
  await bob.label(fix, 'needs-cherry-pick');
  await github.as('alice').merge(fix);
  await github.as('erin').review(1, 'COMMENT', 'Soon');
  await github.as('bob').review(1, 'REQUEST_CHANGES', 'Not yet');
  for (let turn = 0; turn < 4; turn++) {
    // oxlint-disable-next-line no-await-in-loop -- one run after the other
    await reconcile({ github: await client(), now: NOW, channels: channels.run() });
  }
  const number = openTrackingIssues(github)[0]?.number ?? 0;
  await github.as('carol').editBody(number, (body) => `${body}\nAsk first.\n`);
  await github.as('dave').comment(number, '/release help');
  await github.as('dave').comment(1, '/release help');
  // More than what comes with the issue.
  for (let count = 0; count < 51; count++) {
    // oxlint-disable-next-line no-await-in-loop -- one below the other
    await github.as('frank').comment(number, `Word ${count}`);
  }
  await github.as(ACTIONS_BOT).runCheck(1, 'build', 'failure');
  const prepared = read(TEXT);
  const scope = { now: NOW, channels: channels.run() };
  return {
    github,
    client,
    questions: questionsFor(dutyRun(prepared, scope), {}),
    setting: settingFor(prepared, scope, 'relcomms[bot]'),
  };
}
