// Walks through comments, their pin, and reactions.
import { REPO, type Walk } from './walk.ts';

export async function walkComments({ client, app, github }: Walk): Promise<void> {
  const dave = github.token('dave');
  const made = await client.call(dave, `POST ${REPO}/issues/1/comments`, {
    body: { body: 'first' },
    status: 201,
  });
  const comment = `${REPO}/issues/comments/${String(made.json['id'])}`;
  await client.call(app, `POST ${REPO}/issues/1/comments`, { body: { body: 'second' }, status: 201 });
  const changed = await client.call(dave, `PATCH ${comment}`, { body: { body: 'changed' } });
  expect(changed.json).toMatchObject({
    body: 'changed',
    user: { login: 'dave' },
    author_association: 'NONE',
  });
  await client.call(dave, `GET ${comment}`);
  const page = await client.call(app, `GET ${comment}`, {
    headers: { accept: 'application/vnd.github.html+json' },
  });
  expect(page.json).toMatchObject({ body_html: expect.stringContaining('changed') as string });
  expect((await client.call(app, `GET ${REPO}/issues/1/comments`)).json).toMatchObject([
    { body: 'changed' },
    { body: 'second' },
  ]);
  await client.call(app, `GET ${REPO}/issues/comments`);

  await client.call(app, `PUT ${comment}/pin`);
  const pinned = await client.call(app, `GET ${REPO}/issues/1`);
  expect(pinned.json['pinned_comment']).toMatchObject({
    body: 'changed',
    pin: { pinned_by: { login: 'relcomms[bot]' } },
  });
  await client.call(app, `DELETE ${comment}/pin`, { status: 204 });

  await walkReactions({ client, app, github }, comment);
  await walkReactions({ client, app, github }, `${REPO}/issues/1`);
  await client.call(dave, `DELETE ${comment}`, { status: 204 });
  await client.call(dave, `GET ${comment}`, { status: 404 });
}

async function walkReactions({ client, app }: Walk, subject: string): Promise<void> {
  const body = { content: 'rocket' };
  const { json } = await client.call(app, `POST ${subject}/reactions`, { body, status: 201 });
  const again = await client.call(app, `POST ${subject}/reactions`, { body });
  expect(again.json['id']).toBe(json['id']);
  expect((await client.call(app, `GET ${subject}/reactions?content=rocket`)).json).toHaveLength(1);
  await client.call(app, `DELETE ${subject}/reactions/${String(json['id'])}`, { status: 204 });
  expect((await client.call(app, `GET ${subject}/reactions`)).json).toEqual([]);
}
