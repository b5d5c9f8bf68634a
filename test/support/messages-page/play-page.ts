// Plays the two cycles of docs/messages.md and writes the page from what people got.
import { day } from '../../../src/domain/day.ts';
import { kubernetes } from '../../../sandbox/scenarios/kubernetes.ts';
import { kyma } from '../../../sandbox/scenarios/kyma.ts';
import { playTexts } from './played-texts.ts';
import { steadyHashes } from './steady-hashes.ts';
import { renderPage } from './render-page.ts';

export const MESSAGES_PAGE = 'docs/messages.md';

/** The wiki is a page of its own, no message: without it the play is shorter. */
const WITHOUT_WIKI = kyma.config.replace(/^wiki:\n(?: .*\n)+/m, '');

export async function playPage(): Promise<string> {
  return renderPage([
    {
      title: 'A Kyma release: Slack, approvals, failing tests, and a moved date',
      about:
        'Alice is the Release Master, Bob the Release Manager, and Carol the Scrum Master. Two teams, api and console, have a channel each. On 24 February the release moves by a week.',
      texts: steadyHashes(await playTexts({ ...kyma, config: WITHOUT_WIKI }, day('2020-03-18'))),
    },
    {
      title: 'A Kubernetes release: email and the handoff',
      about:
        'What the first cycle did not show. Alice leads the communications, Bob and Carol are her shadows, and Dave led the cycle before.',
      texts: steadyHashes(await playTexts(kubernetes, day('2020-04-10'))),
    },
  ]);
}
