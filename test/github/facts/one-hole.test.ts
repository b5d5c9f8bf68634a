// One field that GitHub refuses is one unknown: every fact of the registry, every field that is asked for it.
import type { Fact, Observation } from '../../../src/domain/observed.ts';
import type { GitHub } from '../../../src/github/client.ts';
import type { AnyFact } from '../../../src/github/facts/fact.ts';
import { FACTS } from '../../../src/github/facts/index.ts';
import { questionOf } from '../../../src/github/facts/join-questions.ts';
import { observe } from '../../../src/github/observe.ts';
import { expectNoViolations } from '../../support/github.ts';
import { rounds } from '../../support/long.ts';
import { type FullLook, startFullLook } from '../../support/full-look.ts';
import {
  type Answered,
  type Hole,
  holesIn,
  operationIn,
  recording,
  refusing,
  remembering,
} from '../../support/holes.ts';

const REFUSALS = {
  FORBIDDEN: 'Resource not accessible by integration',
  NOT_FOUND: 'Could not resolve to an Issue with the number of 1.',
  RESOURCE_LIMITS_EXCEEDED: 'The query takes too much of it.',
} as const;

type Type = keyof typeof REFUSALS;

/** A field, the fact that asks for it, and another field that has to be refused for it to be asked for. */
interface Met {
  readonly fact: AnyFact;
  readonly hole: Hole;
  readonly behind?: Hole | undefined;
}

let look: FullLook;
let client: GitHub;
let base: Observation;
let all: readonly Met[];

beforeAll(async () => {
  look = await startFullLook();
  client = remembering(await look.client());
  const known = new Set<string>();
  const first = await recorded(client, known);
  base = first.found;
  const further: Met[] = [];
  for (const { hole } of first.met) {
    // oxlint-disable-next-line no-await-in-loop -- one look after the other
    const { met } = await recorded(refusing(client, hole, refusalOf('FORBIDDEN')), known);
    further.push(...met.map((one) => ({ ...one, behind: hole })));
  }
  all = [...first.met, ...further];
}, 300_000);

afterAll(async () => {
  expectNoViolations(look.github);
  await look.github.close();
});

function refusalOf(type: Type) {
  return { type, message: REFUSALS[type] };
}

/** What was found, and every field of queries that are not `known` yet, with the fact that asks for it. */
async function recorded(
  github: GitHub,
  known: Set<string>,
): Promise<{ readonly found: Observation; readonly met: readonly Met[] }> {
  const answers: Answered[] = [];
  const readers = new Map<string, AnyFact>();
  // Facts are read beside each other: each asks by a client of its own.
  const facts = FACTS.map((fact): AnyFact => ({
    ...fact,
    read: async (one) => {
      const own: Answered[] = [];
      const read = (await fact.read({ ...one, github: recording(one.github, own) })) as never;
      for (const { query } of own) readers.set(operationIn(query), fact);
      return read;
    },
  }));
  const found = await observe(recording(github, answers), look.questions, look.setting, facts);
  const fresh = answers.filter(({ query }) => !known.has(operationIn(query)));
  for (const { query } of fresh) known.add(operationIn(query));
  const met = holesIn(fresh).flatMap((hole): Met[] => {
    const fact = readers.get(hole.operation) ?? factOf(hole);
    return fact === undefined ? [] : [{ hole, fact }];
  });
  return { found, met };
}

/** Whose field of the one query it is; nobody's where the whole answer is null. */
function factOf({ path }: Hole): AnyFact | undefined {
  return FACTS.find((fact) => {
    const question: unknown = questionOf(look.questions, fact);
    const parts = question === undefined ? [] : (fact.fields?.(question, look.setting).parts ?? []);
    return parts.some((part) => /\w+/.exec(part)?.[0] === path[1]);
  });
}

const NAMES = FACTS.map(({ question }) => question as string);

/** Facts that are read with the help of the given ones. */
function dependents(names: readonly Fact[]): Fact[] {
  const more = FACTS.filter(({ after = [] }) => after.some((one: Fact) => names.includes(one)));
  const both = [...new Set([...names, ...more.flatMap(({ facts }) => facts as Fact[])])];
  return both.length === names.length ? both : dependents(both);
}

/** What may be other than without the hole. Fixes and teams come with pull requests, and fail apart from them. */
function concerned({ fact, hole }: Met): readonly Fact[] {
  if (/RelcommsPulls\/repository\/(?:fixes|picks|pickRef)/.test(hole.kind)) return ['fixes'];
  if (/RelcommsPulls\/organization/.test(hole.kind)) return dependents(['teamMembers']);
  return dependents([
    ...(fact.facts as Fact[]),
    ...(fact.question === 'commands' ? (['unheard'] as const) : []),
  ]);
}

/** Unknown, and said in another way than in GitHub's words. */
const SAID_OTHERWISE: Readonly<Record<string, RegExp>> = {
  'a team that is not shown is not mentioned: people are, and the report names it': /teamsSeen/,
  'of closed pull requests only the newest are read: nothing is decided by them':
    /RelcommsPulls\/repository\/closed\/nodes\/#/,
  'the list of files is not complete': /RelcommsPulls\/repository\/pull#\/files/,
  'for whom a review was given is known by the members of the team': /onBehalfOf/,
  'a pull request is read in full where its line in the list is hidden': /\/open\/nodes\/#\/./,
};

const count = (text: string, part: string): number => text.split(part).length - 1;

/** One of several things in a list that is there without what is refused of it. */
function isOfOneThing({ kind, nullAt, path }: Hole): boolean {
  const isIn = /\/own#\/nodes\/#\/|RelcommsPulls\/repository\/pull#\//.test(kind);
  // A pull request stands below its own alias, an issue in a list.
  const place = kind.includes('/pull#/') ? 2 : path.indexOf('nodes') + 2;
  return isIn && !kind.includes('/author') && nullAt.length > place;
}

/** What is wrong with a look that lacks a field. */
async function faultsOf(met: Met, type: Type): Promise<string[]> {
  const { hole, behind, fact } = met;
  const refused = [hole, ...(behind === undefined ? [] : [behind])].reduce(
    (github, one) => refusing(github, one, refusalOf(type)),
    client,
  );
  const found = await observe(refused, look.questions, look.setting);
  const names = Object.keys(base) as Fact[];
  const changed = names.filter((name) => JSON.stringify(base[name]) !== JSON.stringify(found[name]));
  const other = changed.filter((name) => !concerned(met).includes(name));
  const said = changed.some(
    (name) =>
      count(JSON.stringify(found[name]), REFUSALS[type]) > count(JSON.stringify(base[name]), REFUSALS[type]),
  );
  const isSaid = said || Object.values(SAID_OTHERWISE).some((kind) => kind.test(hole.kind));
  const own = changed.filter((name) => (fact.facts as Fact[]).includes(name));
  const dead = isOfOneThing(hole) ? own.filter((name) => !found[name].known) : [];
  const unnamed = own.filter((name) => {
    const one = found[name];
    return type === 'FORBIDDEN' && !one.known && !one.why.includes('; it needs ');
  });
  return [
    ...other.map((name) => `${name} does not stand`),
    ...(changed.length > 0 && !isSaid ? [`${changed.join(', ')}: nothing is said of it`] : []),
    ...dead.map((name) => `all of ${name} is unknown`),
    ...unnamed.map((name) => `${name}: no permission is named`),
  ].map((words) => `${hole.kind}${behind === undefined ? '' : ` behind ${behind.kind}`}: ${words}`);
}

test('every fact is known where nothing is refused', () => {
  const unknown = Object.entries(base).filter(([, fact]) => !fact.known);
  expect(unknown).toEqual([]);
});

test('every fact with fields in the one query names the permission that they take', () => {
  const without = FACTS.filter((fact) => 'fields' in fact && fact.permission === undefined);
  expect(without.map(({ question }) => question as string)).toEqual([]);
});

/** No pull request of a slip and no vote is open there, and nothing is elsewhere: their holes are tried in their own tests. */
const WITHOUT_QUERIES = ['seen', 'slipPulls', 'votes', 'elsewhere', 'evidence', 'testPages', 'comparisons'];

/** The others go the same way in the long tests. */
const TYPES = (Object.keys(REFUSALS) as Type[]).slice(0, rounds(1, 3));

describe.each(TYPES)('%s', (type) => {
  test.each(NAMES)(
    'of a field for %s: that alone is unknown, and says so',
    async (question) => {
      const own = all.filter(({ fact }) => fact.question === question);
      expect(own.length > 0).toBe(!WITHOUT_QUERIES.includes(question));
      const faults: string[] = [];
      for (const met of own) {
        // oxlint-disable-next-line no-await-in-loop -- one look after the other
        faults.push(...(await faultsOf(met, type)));
      }
      expect(faults).toEqual([]);
    },
    120_000,
  );
});
