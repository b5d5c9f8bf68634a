// The scenario of a cycle that slips twice, walked to its second slip as a visitor does.
import { type Visitor, startVisit } from '../sandbox-page/support/visitor.ts';

let visitor: Visitor;

beforeAll(async () => {
  visitor = await startVisit();
});

afterAll(() => visitor.sandbox.close());

test('a cycle that slips twice: by a merged pull request, then by a commit, each with its reason', async () => {
  await visitor.must('/control/reset', { scenario: 'slips-twice' });
  await visitor.must('/control/clock', { day: '2020-02-25' });
  const { issues, pulls, milestones, log } = await visitor.state();
  expect(pulls).toMatchObject([{ merged: { by: 'alice' }, reviews: [{ author: 'alice' }] }]);
  expect(milestones[0]?.dueOn).toContain('2020-03-12');
  const told = issues[0]?.comments.filter(({ body }) => body.includes('Dates have moved')) ?? [];
  expect(told.map(({ body }) => /because [^\n]+/.exec(body)?.[0])).toEqual([
    'because the upgrade test fails on clusters with Istio 1.4',
    'because two fixes for the API gateway need another week of tests',
  ]);
  expect(log.filter(({ result }) => result !== 'applied')).toEqual([]);
});
