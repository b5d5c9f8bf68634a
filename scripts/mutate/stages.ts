// What a mutation has to get past: the tests of its room, the compiler, the room around it, then scenarios, the quick
// ones first.
import { posix } from 'node:path';
import { type Imports, testsThatLoad } from './reached.ts';

export interface Stage {
  readonly by: 'unit' | 'types' | 'scenario';
  /** The compiler has none. */
  readonly tests: readonly string[];
  /** What takes longer is ended: the mutation made it loop. In seconds. */
  readonly patience: number;
}

/** Scenario suites by how long they take: a few seconds, up to twenty, up to a minute. */
const SCENARIOS = [
  'second-look|test-record|slip-back|acknowledge|report|ledger-races|unpicked|deadlines|no-sub-issues',
  'failing-tests|whole-report|promises|approvals|target-date|slip-thrice|command-answers',
  'people|messages|tasks|thirteen-weeks|races|commands|faults',
];

/** Stages without tests are left out. */
export function stagesFor(file: string, tests: readonly string[], imports: Imports): Stage[] {
  const loading = testsThatLoad(file, tests, imports);
  const scenarios = (names: string): string[] => {
    const pattern = new RegExp(`^test/scenarios/(${names})\\.test\\.ts$`);
    return loading.filter((test) => pattern.test(test));
  };
  const room = roomOfTests(file, tests);
  const around = roomAround(room);
  const besides = loading.filter((test) => test.startsWith(around) && !test.startsWith(room));
  const stages: Stage[] = [
    { by: 'unit', tests: loading.filter((test) => test.startsWith(room)), patience: 300 },
    { by: 'types', tests: [], patience: 180 },
    { by: 'unit', tests: besides, patience: 600 },
    ...SCENARIOS.map((names) => ({ by: 'scenario' as const, tests: scenarios(names), patience: 900 })),
  ];
  return stages.filter(({ by, tests: own }) => by === 'types' || own.length > 0);
}

/** `test/` mirrors `src/`: the deepest folder of tests on the way to the file. */
export function roomOfTests(file: string, tests: readonly string[]): string {
  const folder = posix.dirname(file).replace(/^src\b/, 'test');
  for (let room = folder; room !== 'test' && room !== '.'; room = posix.dirname(room))
    if (tests.some((test) => test.startsWith(`${room}/`))) return `${room}/`;
  return `${folder}/`;
}

/** The whole room that a wing belongs to: that of a duty, or the one right below `test`. */
export function roomAround(room: string): string {
  const parts = room.split('/');
  return `${parts.slice(0, parts[1] === 'duties' ? 3 : 2).join('/')}/`;
}
