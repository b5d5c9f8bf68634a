// Carries out what a person is told to do, through the embedded GitHub's own front.
import { CONFIG_PATH } from '../../github/observe/read-config.ts';
import type { EmbeddedGitHub, Person } from '../github/index.ts';
import { REPOSITORY } from '../scenarios/repository.ts';
import type { ActOrder } from './act-order.ts';
import { setBox } from './set-box.ts';

/** Rejects when GitHub refuses it. */
export async function act(github: EmbeddedGitHub, order: ActOrder): Promise<void> {
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
      return void (await person.openIssue({ title: order.title, body: order.body }));
    case 'edit-config':
      return person.putFile(CONFIG_PATH, order.text.replaceAll('\r\n', '\n'), 'Change the release schedule');
    case 'open-pull':
      return void (await openPull(person, order.title, order.body));
    case 'approve':
      return person.review(order.pull, 'APPROVE');
    case 'merge':
      return merge(person, order.pull);
  }
}

/** The branch is named for the title. */
function openPull(person: Person, title: string, body: string): Promise<number> {
  const branch = title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return person.openPull({ title, body, head: branch.slice(0, 60) || 'change' });
}

async function merge(person: Person, pull: number): Promise<void> {
  const { status, json } = await person.request('PUT', `${REPOSITORY.path}/pulls/${pull}/merge`, {});
  if (status >= 300) throw new Error(`PUT ${pull}/merge: ${status} ${JSON.stringify(json)}`);
}
