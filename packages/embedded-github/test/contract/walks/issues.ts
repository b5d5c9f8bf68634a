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

export async function walkFields({ client, app, github }: Walk): Promise<void> {
  const bob = github.token('bob');
  const { json } = await client.call(app, 'GET /orgs/acme/issue-fields');
  expect(json).toMatchObject([{ id: 1, name: 'Target date', data_type: 'date' }]);
  const values = { issue_field_values: [{ field_id: 1, value: '2020-03-24' }] };
  const opened = await client.call(app, `POST ${REPO}/issues`, {
    body: { title: 'With a day', ...values },
    status: 201,
  });
  expect(opened.json['issue_field_values']).toMatchObject([
    { issue_field_name: 'Target date', value: '2020-03-24' },
  ]);
  const path = `${REPO}/issues/${String(opened.json['number'])}/issue-field-values`;
  await client.call(bob, `POST ${path}`, {
    body: { issue_field_values: [{ field_id: 1, value: '2020-03-25' }] },
  });
  expect((await client.call(bob, `GET ${path}`)).json).toMatchObject([{ value: '2020-03-25' }]);
  await client.call(bob, `DELETE ${path}/1`, { status: 204 });
  await client.call(github.token('dave'), `POST ${path}`, { body: values, status: 403 });
  await client.call(bob, `POST ${path}`, {
    body: { issue_field_values: [{ field_id: 9, value: 'x' }] },
    status: 422,
  });
  await client.call(bob, 'GET /orgs/other/issue-fields', { status: 404 });
}

/** A new issue below issue 1 is put before issue 2, and behind it again. */
export async function walkOrder({ client, app }: Walk): Promise<void> {
  const priority = `PATCH ${REPO}/issues/1/sub_issues/priority`;
  const second = (await client.call(app, `GET ${REPO}/issues/2`)).json['id'];
  const made = await client.call(app, `POST ${REPO}/issues`, { body: { title: 'Third' }, status: 201 });
  const sub_issue_id = made.json['id'];
  await client.call(app, `POST ${REPO}/issues/1/sub_issues`, {
    body: { sub_issue_id: second },
    status: 201,
  });
  await client.call(app, `POST ${REPO}/issues/1/sub_issues`, { body: { sub_issue_id }, status: 201 });
  const order = async () => {
    const { json } = await client.call(app, `GET ${REPO}/issues/1/sub_issues`);
    return (json as unknown as { readonly id: number }[]).map(({ id }) => id);
  };
  await client.call(app, priority, { body: { sub_issue_id, before_id: second } });
  expect(await order()).toEqual([sub_issue_id, second]);
  await client.call(app, priority, { body: { sub_issue_id, after_id: second } });
  expect(await order()).toEqual([second, sub_issue_id]);
  await client.call(app, priority, { body: { sub_issue_id }, status: 422 });
  await client.call(app, `DELETE ${REPO}/issues/1/sub_issue`, { body: { sub_issue_id } });
}

export async function walkDependencies({ client, app, github }: Walk): Promise<void> {
  const path = `${REPO}/issues/1/dependencies/blocked_by`;
  const second = await client.call(app, `GET ${REPO}/issues/2`);
  const blocker = { issue_id: second.json['id'] };
  await client.call(app, `POST ${path}`, { body: blocker, status: 201 });
  expect((await client.call(app, `GET ${path}`)).json).toMatchObject([{ number: 2 }]);
  const { json } = await client.call(app, `GET ${REPO}/issues/2/dependencies/blocking`);
  expect(json).toMatchObject([{ number: 1 }]);
  await client.call(app, `POST ${path}`, { body: blocker, status: 422 });
  const first = await client.call(app, `GET ${REPO}/issues/1`);
  await client.call(app, `POST ${path.replace('/1/', '/2/')}`, {
    body: { issue_id: first.json['id'] },
    status: 422,
  });
  await client.call(github.token('dave'), `DELETE ${path}/${String(blocker.issue_id)}`, { status: 403 });
  await client.call(app, `DELETE ${path}/${String(blocker.issue_id)}`);
  await client.call(app, `DELETE ${path}/${String(blocker.issue_id)}`, { status: 404 });
  expect((await client.call(app, `GET ${path}`)).json).toEqual([]);
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
