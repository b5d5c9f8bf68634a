// Carries out what a person is told to do, through the embedded GitHub's own front.
import { CONFIG_PATH } from '../../src/github/config/read-config.ts';
import type { Day } from '../../src/domain/day.ts';
import type { Person } from '../../packages/embedded-github/src/index.ts';
import type { World } from './world.ts';
import type { ActOrder } from './act-order.ts';
import { openPull } from './open-pull.ts';
import { publishRelease } from './publish-release.ts';
import { reportCheck } from './report-check.ts';
import { runCi } from './run-ci.ts';
import { setBox } from './set-box.ts';
import { slipDate } from './slip-date.ts';

/** Rejects when GitHub or Slack refuses it. */
export async function act(
  { github, outside }: Pick<World, 'github' | 'outside'>,
  order: ActOrder,
  today: Day,
): Promise<void> {
  const person = github.as(order.as);
  switch (order.action) {
    case 'tick':
      return person.editBody(order.issue, (body) => setBox(body, order));
    case 'comment':
      return void (await person.comment(order.issue, order.body));
    case 'close':
      return person.close(order.issue);
    case 'reopen':
      return person.reopen(order.issue);
    case 'edit-body':
      return person.editBody(order.issue, () => order.body.replaceAll('\r\n', '\n'));
    case 'open-issue':
      return openIssue(person, order);
    case 'edit-config':
      return person.putFile(CONFIG_PATH, order.text.replaceAll('\r\n', '\n'), 'Change the release schedule');
    case 'open-pull':
      return openPull(person, order);
    case 'approve':
      return void (await person.review(order.pull, 'APPROVE', order.body));
    case 'request-changes':
      return void (await person.review(order.pull, 'REQUEST_CHANGES', order.body));
    case 'request-review':
      return person.requestReview(order.pull, order.reviewer);
    case 'draft':
      return person.setDraft(order.pull, true);
    case 'ready':
      return person.setDraft(order.pull, false);
    case 'merge':
      return person.merge(order.pull);
    case 'check':
      return reportCheck(github, order);
    case 'run-ci':
      return runCi(github, order);
    case 'publish-release':
      return publishRelease(github, order);
    case 'slip':
      return slipDate(person, order, today);
    case 'react':
    case 'archive-channel':
    case 'publish-page':
      if (outside === undefined) throw new Error('the config of this scenario sends nothing');
      return outside.carryOut(order);
  }
}

async function openIssue(
  person: Person,
  { title, body, labels, assignees }: ActOrder & { action: 'open-issue' },
): Promise<void> {
  await person.openIssue({ title, body, labels, assignees });
}
