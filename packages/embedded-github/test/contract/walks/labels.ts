// Walks through labels and milestones.
import { REPO, type Walk } from './walk.ts';

export async function walkLabels({ client, app }: Walk): Promise<void> {
  const input = { name: 'blocker', color: 'b60205', description: 'Stops the release' };
  await client.call(app, `POST ${REPO}/labels`, { body: input, status: 201 });
  await client.call(app, `GET ${REPO}/labels/BLOCKER`);
  await client.call(app, `PATCH ${REPO}/labels/blocker`, { body: { new_name: 'stop', description: '' } });
  const all = await client.call(app, `GET ${REPO}/labels?per_page=100`);
  expect(all.json).toMatchObject([
    { name: 'release', color: 'ededed' },
    { name: 'done' },
    { name: 'stop', color: 'b60205' },
  ]);

  const labels = `${REPO}/issues/1/labels`;
  const added = await client.call(app, `POST ${labels}`, { body: { labels: ['stop', 'fresh'] } });
  expect(added.json).toMatchObject([{ name: 'done' }, { name: 'stop' }, { name: 'fresh', color: 'ededed' }]);
  await client.call(app, `GET ${labels}`);
  expect((await client.call(app, `DELETE ${labels}/done`)).json).toHaveLength(2);
  expect((await client.call(app, `PUT ${labels}`, { body: { labels: ['stop'] } })).json).toHaveLength(1);
  await client.call(app, `DELETE ${REPO}/labels/stop`, { status: 204 });
  expect((await client.call(app, `GET ${labels}`)).json).toEqual([]);
  await client.call(app, `DELETE ${labels}`, { status: 204 });
}

export async function walkMilestones({ client, app }: Walk): Promise<void> {
  const input = { title: '1.0', due_on: '2026-11-24T12:00:00Z', description: 'The first' };
  const made = await client.call(app, `POST ${REPO}/milestones`, { body: input, status: 201 });
  expect(made.json).toMatchObject({ number: 1, due_on: '2026-11-24T12:00:00Z', open_issues: 0 });
  await client.call(app, `PATCH ${REPO}/issues/2`, { body: { milestone: 1 } });
  await client.call(app, `PATCH ${REPO}/milestones/1`, { body: { due_on: '2026-12-01T12:00:00Z' } });
  expect((await client.call(app, `GET ${REPO}/milestones/1`)).json).toMatchObject({ open_issues: 1 });
  await client.call(app, `PATCH ${REPO}/milestones/1`, { body: { state: 'closed' } });
  expect((await client.call(app, `GET ${REPO}/milestones`)).json).toEqual([]);
  expect((await client.call(app, `GET ${REPO}/milestones?state=all`)).json).toHaveLength(1);
  expect((await client.call(app, `GET ${REPO}/issues?milestone=1`)).json).toMatchObject([{ number: 2 }]);
  await client.call(app, `DELETE ${REPO}/milestones/1`, { status: 204 });
  expect((await client.call(app, `GET ${REPO}/issues/2`)).json).toMatchObject({ milestone: null });
}
