// Who may import whom, and the other rules of the house, held against the real sources.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  ENTRY_POINTS,
  MAY_IMPORT,
  type Rule,
  type SourceFile,
  dutiesStandAlone,
  exportsHaveNames,
  filesAreKebabCase,
  filesSayTheirPurpose,
  foldersHaveNames,
  importsOf,
  nobodyImportsInCircles,
  nobodyElseReadsTheClock,
  packagesStayInTheirPlace,
  roomsAreOfASize,
  roomsImportDownwards,
  zodComesInParts,
} from './support/source-rules.ts';

const sources: readonly SourceFile[] = ['src', 'sandbox', 'packages/embedded-github/src'].flatMap((top) =>
  readdirSync(top, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .map((path) => ({ path: join(top, path), text: readFileSync(join(top, path), 'utf8') })),
);

interface Examples {
  readonly rule: Rule;
  /** Each breaks it: a file, or several together. */
  readonly bad: readonly (SourceFile | readonly SourceFile[])[];
  /** What looks alike and does not. */
  readonly good: SourceFile | readonly SourceFile[];
}

/** Files with an import of the next one, in order; the last imports what is named. */
function chain(paths: readonly string[], last: string): SourceFile[] {
  return paths
    .map((path, index) => ({ path, text: `import { x } from './${paths[index + 1] ?? last}';` }))
    .map(({ path, text }) => ({ path: `src/plan/${path}`, text }));
}

/** A file of so many lines for each room. */
function rooms(lines: Readonly<Record<string, number>>): SourceFile[] {
  return Object.entries(lines).map(([room, count]) => ({
    path: `src/${room}/x.ts`,
    text: '\n'.repeat(count - 1),
  }));
}

const ROOMS = { text: 10, body: 10, plan: 10, github: 10, config: 10 };

const RULES: Readonly<Record<string, Examples>> = {
  'rooms import downwards only': {
    rule: roomsImportDownwards,
    bad: [
      { path: 'src/domain/day.ts', text: "import { x } from '../text/words.ts';" },
      { path: 'src/text/words.ts', text: "import { x } from '../schedule/resolve.ts';" },
      { path: 'src/config/fields.ts', text: "export * from '../text/words.ts';" },
      { path: 'src/schedule/lint.ts', text: "import type { Config } from '../config/config.ts';" },
      { path: 'src/duties/mail/index.ts', text: "import { x } from '../../github/client.ts';" },
      { path: 'src/duties/mail/index.ts', text: "import { x } from '../../config/load-config.ts';" },
      { path: 'src/plan/diff.ts', text: "import { x } from '../github/client.ts';" },
      { path: 'src/github/client.ts', text: "import { x } from '../plan/plan.ts';" },
      { path: 'src/text/words.ts', text: "import { x } from '../run/reconcile.ts';" },
      { path: 'src/run/reconcile.ts', text: "import { x } from '../server/start-app.ts';" },
      {
        path: 'packages/embedded-github/src/start.ts',
        text: "import { x } from '../../../src/domain/day.ts';",
      },
      { path: 'src/report/report.ts', text: "const x = await import('../../sandbox/run-sandbox.ts');" },
      { path: 'src/attic/old.ts', text: "import { x } from '../domain/day.ts';" },
    ],
    good: {
      path: 'src/duties/mail/config.ts',
      text: "import { x } from '../../config/fields.ts';\nimport * as z from 'zod'; // not from '../../github/client.ts'",
    },
  },
  'a duty imports no other duty': {
    rule: dutiesStandAlone,
    bad: [{ path: 'src/duties/mail/index.ts', text: "import { x } from '../tracking-issue/render.ts';" }],
    good: {
      path: 'src/duties/mail/index.ts',
      text: "import type { Duty } from '../duty.ts';\nimport { x } from './render.ts';",
    },
  },
  'zod is imported as a namespace': {
    rule: zodComesInParts,
    bad: [{ path: 'src/duties/mail/config.ts', text: "import { z } from 'zod';" }],
    good: { path: 'src/duties/mail/config.ts', text: "import * as z from 'zod';" },
  },
  'nobody imports in circles': {
    rule: nobodyImportsInCircles,
    bad: [
      { path: 'src/plan/plan.ts', text: "import { x } from './plan.ts';" },
      chain(['a.ts', 'b.ts', 'c.ts'], 'a.ts'),
      chain(['a.ts', 'b.ts', 'c.ts'], 'b.ts'),
      [
        ...chain(['a.ts', 'b.ts'], 'z.ts'),
        { path: 'src/plan/z.ts', text: "import { y } from './y.ts';\nimport type { A } from './a.ts';" },
        { path: 'src/plan/y.ts', text: '' },
      ],
    ],
    good: [
      ...chain(['a.ts', 'b.ts', 'c.ts'], 'z.ts'),
      { path: 'src/plan/y.ts', text: "import { a } from './a.ts';\nimport { c } from './c.ts';" },
      { path: 'src/plan/z.ts', text: "// import { a } from './a.ts';" },
    ],
  },
  'no room holds a fifth of src': {
    rule: roomsAreOfASize,
    bad: [rooms({ ...ROOMS, schedule: 20 }), rooms({ ...ROOMS, 'duties/mail': 13 })],
    good: [
      ...rooms({ ...ROOMS, 'duties/mail': 11, 'duties/fax': 11 }),
      { path: 'sandbox/x.ts', text: '\n'.repeat(100) },
    ],
  },
  'packages are imported in their place only': {
    rule: packagesStayInTheirPlace,
    bad: [
      { path: 'src/schedule/resolve.ts', text: "import dayjs from 'dayjs';" },
      { path: 'src/domain/day.ts', text: "import utc from 'dayjs/plugin/utc.js';" },
      { path: 'src/plan/plan.ts', text: "import type { Octokit } from '@octokit/rest';" },
      { path: 'src/duties/mail/index.ts', text: "import { Probot } from 'probot';" },
      { path: 'src/github/client.ts', text: "import * as core from '@actions/core';" },
      { path: 'src/server/start-app.ts', text: "import { createEmulator } from 'emulate';" },
      { path: 'src/github/client.ts', text: "import { SaxesParser } from 'saxes';" },
    ],
    good: { path: 'src/github/client.ts', text: "import type { Octokit } from '@octokit/rest';" },
  },
  'only entry points read the clock': {
    rule: nobodyElseReadsTheClock,
    bad: [
      { path: 'src/plan/plan.ts', text: 'const now = Date.now();' },
      { path: 'src/github/client.ts', text: 'const now = new Date();' },
      { path: 'src/domain/day.ts', text: 'const now = dayjs.utc();' },
      { path: 'src/server/start-app.ts', text: 'options.now ?? Date.now' },
    ],
    good: {
      path: 'src/domain/day.ts',
      text: '// never Date.now()\nconst d = new Date(midnight); dayjs.utc(at);',
    },
  },
  'every file begins with its purpose': {
    rule: filesSayTheirPurpose,
    bad: [
      { path: 'src/plan/plan.ts', text: "import { x } from './diff.ts';" },
      { path: 'src/plan/plan.ts', text: '// a plan' },
      { path: 'src/cli.ts', text: '#!/usr/bin/env node\nmain();' },
    ],
    good: { path: 'src/cli.ts', text: '#!/usr/bin/env node\n// The command line: arguments in, text out.\n' },
  },
  'no folder or file is a drawer for everything': {
    rule: foldersHaveNames,
    bad: [
      { path: 'src/utils/days.ts', text: '' },
      { path: 'src/plan/helpers.ts', text: '' },
      { path: 'src/common/x.ts', text: '' },
    ],
    good: { path: 'src/text/utilities-of-text.ts', text: '' },
  },
  'names are kebab-case': {
    rule: filesAreKebabCase,
    bad: [
      { path: 'src/plan/runPlan.ts', text: '' },
      { path: 'src/Plan/run.ts', text: '' },
    ],
    good: { path: 'src/plan/run-plan.ts', text: '' },
  },
  'exports have names': {
    rule: exportsHaveNames,
    bad: [
      { path: 'src/plan/plan.ts', text: 'export default function plan() {}' },
      { path: 'src/plan/plan.ts', text: 'export { plan as default };' },
    ],
    good: { path: 'src/plan/plan.ts', text: '// no export default here\nexport function plan() {}' },
  },
};

test('the sources are read, with their imports', () => {
  expect(sources.length).toBeGreaterThan(100);
  const all = sources.flatMap(importsOf);
  expect(all.length).toBeGreaterThan(300);
  const known = new Set(sources.map(({ path }) => path));
  const lost = all.filter(({ to, isPackage }) => !isPackage && to.endsWith('.ts') && !known.has(to));
  expect(lost).toEqual([]);
});

/** An example as files, with a name for it. */
function example(given: SourceFile | readonly SourceFile[]): { name: string; files: readonly SourceFile[] } {
  const files = 'path' in given ? [given] : given;
  return { files, name: files.map(({ path, text }) => `${text.trim()} in ${path}`).join(', ') };
}

describe.each(Object.entries(RULES))('%s', (_, { rule, bad, good }) => {
  test('in the sources', () => {
    expect(rule(sources)).toEqual([]);
  });

  test.each(bad.map(example))('and the rule finds $name', ({ files }) => {
    expect(rule(files)).toHaveLength(1);
  });

  test('and it lets pass what only looks alike', () => {
    expect(rule(example(good).files)).toEqual([]);
  });
});

describe('the table of rooms in docs/architecture.md', () => {
  /** `domain, text` by the folder that may import them. */
  const table = new Map(
    [
      ...readFileSync('docs/architecture.md', 'utf8').matchAll(/^\| (`[^|]+`) +\| [^|]+ \| ([^|]+?) +\|$/gm),
    ].map(([, folder = '', places = '']) => [folder, places]),
  );

  test.each(Object.entries(MAY_IMPORT))('says what %s may import', (room, places) => {
    const names = places.map((place) => place.replace(/^src\//, '').replace(/^packages\//, ''));
    expect(table.get(`\`${room}/\``)).toBe(names.length === 0 ? 'nothing' : names.join(', '));
  });

  test('has the entry points, and no room that is none', () => {
    const entryPoints = ENTRY_POINTS.map((path) => `\`${path}\``).join(', ');
    expect(table.get(entryPoints)).toBe('everything');
    const others = [...table.keys()].filter((folder) =>
      /^`(?:src|sandbox|packages)\/[\w-]*\/?`$/.test(folder),
    );
    expect(others.toSorted()).toEqual(
      Object.keys(MAY_IMPORT)
        .map((room) => `\`${room}/\``)
        .toSorted(),
    );
  });
});
