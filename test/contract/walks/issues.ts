// Walks through issues, their assignees, lock and sub-issues.
import { REPO, type Walk } from './walk.ts';

export async function walkIssues({ client, app, github }: Walk): Promise<void> {
  const bob = github.token('bob');
  const input = {
    title: 'Release 1.0',
    body: '- [ ] one',
    labels: ['release'],
    assignees: ['bob', 'nobody'],
  };
  const { json, headers } = await client.call(app, `POST ${REPO}/issues`, { body: input, status: 201 });
  expect(json).toMatchObject({
    number: 1,
    title: 'Release 1.0',
    user: { login: 'relcomms[bot]', type: 'Bot' },
  });
  expect(json['assignees']).toMatchObject([{ login: 'bob' }]);
  expect(headers.get('location')).toBe(json['url']);
  await client.call(bob, `POST ${REPO}/issues`, { body: { title: 'Second' }, status: 201 });

  await client.call(bob, `GET ${REPO}/issues/1`);
  const closed = {
    state: 'closed',
    state_reason: 'not_planned',
    body: '- [x] one',
    milestone: null,
    labels: ['done'],
  };
  const changed = await client.call(bob, `PATCH ${REPO}/issues/1`, { body: closed });
  expect(changed.json).toMatchObject({
    state: 'closed',
    state_reason: 'not_planned',
    closed_by: { login: 'bob' },
  });
  const page = await client.call(
    bob,
    `GET ${REPO}/issues?creator=relcomms[bot]&state=all&labels=done&per_page=1`,
  );
  expect(page.json).toMatchObject([{ number: 1 }]);
}

export async function walkAssignees({ client, github }: Walk): Promise<void> {
  const bob = github.token('bob');
  await client.call(bob, `GET ${REPO}/assignees`);
  await client.call(bob, `GET ${REPO}/assignees/carol`, { status: 204 });
  const people = { assignees: ['carol', 'erin'] };
  const assigned = await client.call(bob, `POST ${REPO}/issues/1/assignees`, { body: people, status: 201 });
  expect(assigned.json['assignees']).toMatchObject([{ login: 'bob' }, { login: 'carol' }, { login: 'erin' }]);
  const fewer = await client.call(bob, `DELETE ${REPO}/issues/1/assignees`, { body: people });
  expect(fewer.json['assignees']).toMatchObject([{ login: 'bob' }]);

  await client.call(bob, `PUT ${REPO}/issues/1/lock`, { body: { lock_reason: 'resolved' }, status: 204 });
  await client.call(bob, `DELETE ${REPO}/issues/1/lock`, { status: 204 });
}

export async function walkSubIssues({ client, app, github }: Walk): Promise<void> {
  const second = await client.call(app, `GET ${REPO}/issues/2`);
  const sub = { sub_issue_id: second.json['id'] };
  await client.call(app, `POST ${REPO}/issues/1/sub_issues`, { body: sub, status: 201 });
  const { json } = await client.call(app, `GET ${REPO}/issues/1/sub_issues`);
  expect(json).toMatchObject([{ number: 2, parent_issue_url: `${github.url}/api/v3${REPO}/issues/1` }]);
  const parent = await client.call(app, `GET ${REPO}/issues/2/parent`);
  expect(parent.json).toMatchObject({
    number: 1,
    sub_issues_summary: { total: 1, completed: 0, percent_completed: 0 },
  });
  await client.call(app, `DELETE ${REPO}/issues/1/sub_issue`, { body: sub });
  await client.call(app, `GET ${REPO}/issues/2/parent`, { status: 404 });
}
