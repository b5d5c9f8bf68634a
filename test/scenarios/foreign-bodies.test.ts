// Scenario: somebody writes any Markdown into a tracking issue and into the issue of a task. Runs bring our lines in
// order once, and then leave both alone; every byte of theirs stays.
import * as fc from 'fast-check';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { findBlocks, findItems } from '../../src/body/body-lines.ts';
import { splitLines } from '../../src/body/split-lines.ts';
import { foreign } from '../support/foreign-markdown.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { rounds } from '../support/long.ts';
import { instant, runAction, writesSince } from '../support/runs.ts';
import { smallSeed } from '../support/small-cycle.ts';
import { issue } from '../support/tracking.ts';

const TRACKING = 1;
const TASK = 2;
const BLOCKS = ['status', 'schedule', 'checklist', 'about', 'task'];

/** Five runs of one day. */
const RUNS = ['10', '11', '12', '13', '14'].map((hour) => instant(`2020-01-08T${hour}:00:00Z`));
const CYCLE = { section: 'tasks: all' };

let github: EmbeddedGitHub;

beforeAll(async () => {
  github = await startTestGitHub({ seed: smallSeed(CYCLE) });
});

afterAll(() => github.close());

/** Lines at places of a body, counted from its end where there are fewer. */
const acts = fc.array(fc.record({ at: fc.nat(), lines: foreign }), { minLength: 1, maxLength: 3 });

type Acts = typeof acts extends fc.Arbitrary<infer T> ? T : never;

interface Written {
  readonly body: string;
  /** What stands outside of our sections, in order. */
  readonly theirs: readonly string[];
}

function written(body: string, all: Acts, eol: string): Written {
  const lines = body.split('\n').map((text) => ({ text, own: true }));
  for (const { at, lines: more } of all)
    lines.splice(at % (lines.length + 1), 0, ...more.map((text) => ({ text, own: false })));
  const theirs: string[] = [];
  let within = false;
  for (const { text, own } of lines) {
    if (own && text.includes('<!-- relcomms:begin ')) within = true;
    if (own && text.includes('<!-- relcomms:end ')) within = false;
    if (!own && !within && text.trim() !== '') theirs.push(text);
  }
  return { body: lines.map(({ text }) => text).join(eol), theirs };
}

function counts(body: string): readonly number[] {
  const lines = splitLines(body);
  return [findItems(lines).length, ...BLOCKS.map((name) => findBlocks(lines, name).length)];
}

/** Those that are not there in this order. */
function lostIn(body: string, theirs: readonly string[]): string[] {
  const lines = body.split(/\r?\n/);
  let from = 0;
  return theirs.filter((line) => {
    const at = lines.indexOf(line, from);
    if (at >= 0) from = at + 1;
    return at < 0;
  });
}

async function start(): Promise<void> {
  await github.reset();
  // Two, since links to new issues come with the second.
  for (const hour of ['08', '09']) {
    // oxlint-disable-next-line no-await-in-loop -- one run after the other
    await runAction(github, instant(`2020-01-08T${hour}:00:00Z`));
  }
}

test(
  'law: whatever somebody writes into both, five runs do not let them grow, the second writes nothing',
  async () => {
    const began = Date.now();
    let played = 0;
    await fc.assert(
      fc.asyncProperty(acts, acts, fc.constantFrom('\n', '\r\n'), async (one, other, eol) => {
        played += 1;
        await start();
        const bodies = [TRACKING, TASK].map((number) => issue(github, number).body);
        const edits = [one, other].map((all, index) => written(bodies[index] ?? '', all, eol));
        const bob = github.as('bob');
        await bob.editBody(TRACKING, () => edits[0]?.body ?? '');
        await bob.editBody(TASK, () => edits[1]?.body ?? '');
        const seen: (readonly (readonly number[])[])[] = [];
        const writes: string[][] = [];
        for (const now of RUNS) {
          const from = github.journal.length;
          // oxlint-disable-next-line no-await-in-loop -- one run after the other
          const run = await runAction(github, now);
          expect(run).toMatchObject({ kind: 'applied' });
          writes.push(writesSince(github, from));
          seen.push([TRACKING, TASK].map((number) => counts(issue(github, number).body)));
        }
        expect(seen).toEqual(RUNS.map(() => seen[0]));
        expect(writes.slice(1)).toEqual([[], [], [], []]);
        expect(edits.flatMap(({ theirs }, index) => lostIn(issue(github, index + 1).body, theirs))).toEqual(
          [],
        );
        expect(issue(github, TRACKING).body.match(/relcomms:task theme /g)?.length).toBeGreaterThan(0);
        expectNoViolations(github);
      }),
      { numRuns: rounds(4, 1000) },
    );
    if (process.env['LONG'] === '1')
      console.log(`${played} bodies, ${Math.round((Date.now() - began) / played)} ms each`);
  },
  rounds(120_000, 3_600_000),
);
