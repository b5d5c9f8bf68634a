// The Target date of a new issue, and what is said where there is none.
import type { CreateIssue } from '../../src/domain/operation.ts';
import { targetValue } from '../../src/github/apply/target-value.ts';
import { scriptedWorld } from '../support/scripted-github.ts';

const ISSUE = { kind: 'create-issue', targetDate: '2026-11-24' } as CreateIssue;

/** The repository does not say: the organisation is asked. */
const noneInRepository = () => Promise.resolve({ repository: { issueFields: null } });

function worldWith(fields: readonly object[]) {
  const request = () => Promise.resolve({ data: fields });
  return scriptedWorld({ request, graphql: noneInRepository });
}

test('it goes along with the issue, whatever the capitals of the field', async () => {
  const world = worldWith([{ id: 3, name: 'target DATE', data_type: 'date' }]);
  const fields = { issue_field_values: [{ field_id: 3, value: '2026-11-24' }] };
  expect(await targetValue(world, ISSUE)).toEqual({ fields });
  expect(await targetValue(world, { ...ISSUE, targetDate: undefined })).toEqual({ fields: {} });
});

/** The organization has the field; asked about its own fields, the repository fails. */
function failing(error: Error) {
  const world = worldWith([{ id: 3, name: 'Target date', data_type: 'date' }]);
  const graphql = async (): Promise<never> => {
    throw error;
  };
  return targetValue({ ...world, github: { ...world.github, graphql } }, ISSUE);
}

test('what GitHub has no words for leaves the organization to ask; no answer at all is a failure', async () => {
  const unknownField = Object.assign(new Error("Field 'issueFields' doesn't exist"), {
    name: 'GraphqlResponseError',
    errors: [{ message: "Field 'issueFields' doesn't exist" }],
  });
  expect(await failing(unknownField)).toMatchObject({ fields: { issue_field_values: [{ field_id: 3 }] } });
  expect(await failing(Object.assign(new Error('No.'), { status: 403 }))).toMatchObject({
    fields: { issue_field_values: [{ field_id: 3 }] },
  });
  expect(await failing(new Error('socket hang up'))).toEqual({
    fields: {},
    why: 'without a Target date: the issue fields could not be read (socket hang up)',
  });
});

test('why there is none is said with the first issue of a run, and not once more', async () => {
  const world = worldWith([{ id: 3, name: 'Target date', data_type: 'text' }]);
  const first = { fields: {}, why: 'without a Target date: acme has no issue field "Target date" for dates' };
  expect(await targetValue(world, ISSUE)).toEqual(first);
  expect(await targetValue(world, ISSUE)).toEqual({ fields: {}, why: undefined });
});
