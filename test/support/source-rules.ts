// The rules of the house as functions over source files: what each finds wrong, as lines for people.
import { posix } from 'node:path';

/** A source file; `path` counts from the top of the repository. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export type Rule = (files: readonly SourceFile[]) => string[];

/**
 * The rooms that a room may import from, besides itself: folders, or single files of a folder. Entry points may import
 * everything. The table in docs/architecture.md says the same.
 */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/domain': [],
  'src/http': [],
  'src/text': ['src/domain'],
  'src/body': ['src/domain', 'src/text'],
  'src/memory': ['src/domain', 'src/text'],
  'src/patterns': [],
  'src/copies': ['src/domain', 'src/text/markdown'],
  'src/manual-tests': ['src/domain', 'src/owners/glob.ts'],
  'src/sheet': ['src/domain', 'src/text', 'src/manual-tests', 'src/test-results/zip-places.ts'],
  'src/config': ['src/domain', 'src/patterns'],
  'src/schedule': ['src/domain', 'src/text/words.ts'],
  'src/owners': ['src/domain'],
  'src/test-results': ['src/domain', 'src/text'],
  'src/commands': ['src/domain', 'src/text', 'src/schedule'],
  'src/people': ['src/domain', 'src/text', 'src/memory', 'src/schedule', 'src/commands'],
  'src/notices': ['src/domain', 'src/text', 'src/memory', 'src/schedule', 'src/commands'],
  'src/picks': ['src/domain', 'src/text', 'src/people/names.ts'],
  'src/standing': ['src/domain', 'src/text', 'src/schedule/milestone-kind.ts'],
  'src/duties': [
    'src/domain',
    'src/text',
    'src/body',
    'src/memory',
    'src/schedule',
    'src/owners',
    'src/calendar',
    'src/copies',
    'src/manual-tests',
    'src/commands',
    'src/people',
    'src/notices',
    'src/standing',
    'src/picks',
    'src/patterns/pattern.ts',
    'src/config/fields.ts',
    'src/config/read-tests.ts',
    'src/config/to-manual-test.ts',
    'src/config/schema/manual-tests.ts',
    'src/config/splice-day.ts',
    'src/config/splice-people.ts',
    'src/config/splice-switch.ts',
    'src/config/splice-tasks.ts',
  ],
  'src/plan': ['src/domain', 'src/text', 'src/body', 'src/memory', 'src/people', 'src/duties'],
  'src/github': [
    'src/domain',
    'src/http',
    'src/text',
    'src/body',
    'src/memory',
    'src/test-results',
    'src/sheet',
  ],
  'src/cleanup': ['src/domain', 'src/text', 'src/memory'],
  'src/calendar': ['src/domain', 'src/text', 'src/memory'],
  'src/channels': ['src/domain', 'src/http', 'src/text', 'src/body'],
  'src/config-check': ['src/domain', 'src/text', 'src/body'],
  'src/run': [
    'src/domain',
    'src/text',
    'src/cleanup',
    'src/commands/render-answers.ts',
    'src/config',
    'src/config-check',
    'src/schedule',
    'src/duties',
    'src/plan',
    'src/github',
    'src/onboard',
    'src/test-results',
  ],
  'src/workflow': [
    'src/domain',
    'src/text',
    'src/config/yaml',
    'src/owners/glob.ts',
    'src/duties',
    'src/run/prepare.ts',
  ],
  'src/init': ['src/domain', 'src/people'],
  'src/onboard': [
    'src/domain',
    'src/text',
    'src/config/yaml',
    'src/config/value-of.ts',
    'src/init',
    'src/owners',
    'src/people/names.ts',
  ],
  'src/doctor': [
    'src/domain',
    'src/text',
    'src/channels',
    'src/notices',
    'src/owners/glob.ts',
    'src/onboard/limits.ts',
    'src/onboard/notes.ts',
    'src/duties',
    'src/github',
    'src/run',
    'src/workflow',
  ],
  'src/judge': ['src/domain', 'src/config-check', 'src/github/facts/index.ts', 'src/run'],
  'src/report': ['src/domain', 'src/text', 'src/body', 'src/memory', 'src/standing', 'src/run'],
  'src/server': [
    'src/domain',
    'src/text',
    'src/memory',
    'src/channels',
    'src/commands',
    'src/config',
    'src/config-check/mails.ts',
    'src/duties',
    'src/github',
    'src/http/fetch.ts',
    'src/onboard/limits.ts',
    'src/onboard/notes.ts',
    'src/run',
    'src/report',
  ],
  'src/setup': [
    'src/domain',
    'src/http',
    'src/channels/slack',
    'src/config/value-of.ts',
    'src/config/yaml',
    'src/github/private-key.ts',
    'src/server',
    'src/text',
  ],
  'src/cli': [
    'src/domain',
    'src/text',
    'src/calendar',
    'src/channels',
    'src/config',
    'src/schedule',
    'src/people',
    'src/owners',
    'src/manual-tests',
    'src/sheet',
    'src/duties',
    'src/init',
    'src/workflow',
    'src/doctor',
    'src/github',
    'src/run',
    'src/report',
    'sandbox',
    'packages/embedded-github/src/index.ts',
    'package.json',
  ],
  'src/action': [
    'src/domain',
    'src/http',
    'src/text',
    'src/memory/heartbeat.ts',
    'src/channels',
    'src/owners/glob.ts',
    'src/test-results',
    'src/standing',
    'src/github',
    'src/judge',
    'src/doctor',
    'src/run',
    'src/report',
  ],
  sandbox: ['src', 'packages/embedded-github/src/index.ts', 'packages/embedded-github/src/server.ts'],
  'packages/embedded-github': [],
};

export const ENTRY_POINTS = ['src/app.ts', 'src/action.ts', 'src/cli.ts', 'src/judge.ts'];

interface Import {
  readonly from: string;
  /** A path from the top of the repository, or the name of a package. */
  readonly to: string;
  readonly isPackage: boolean;
}

/** Static, dynamic and re-exporting imports. Comments are taken out first: they may talk about imports. */
export function importsOf({ path, text }: SourceFile): Import[] {
  const code = withoutComments(text);
  const found = [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*(['"])([^'"]+)\1/g)];
  return found.map(([, , to = '']) => {
    const isPackage = !to.startsWith('.');
    return { from: path, to: isPackage ? to : posix.join(posix.dirname(path), to), isPackage };
  });
}

/** Who may import whom. Presets and configs are data, which everybody may read. */
export const roomsImportDownwards: Rule = (files) =>
  files.flatMap(importsOf).flatMap(({ from, to, isPackage }) => {
    const room = roomOf(from);
    if (isPackage || to.endsWith('.yml') || ENTRY_POINTS.includes(from) || roomOf(to) === room) return [];
    const allowed = MAY_IMPORT[room];
    if (allowed === undefined) return [`${from}: there is no room ${room}`];
    const fits = allowed.some((place) => to === place || to.startsWith(`${place}/`));
    return fits ? [] : [`${from} imports ${to}`];
  });

/** A duty is a folder that knows no other duty. */
export const dutiesStandAlone: Rule = (files) =>
  files.flatMap(importsOf).flatMap(({ from, to, isPackage }) => {
    const own = dutyOf(from);
    const other = dutyOf(to);
    return isPackage || own === undefined || other === undefined || own === other
      ? []
      : [`${from} imports ${to}`];
  });

/** Whoever imports another, types included, is not imported by it in turn. Tells the first circle that it finds. */
export const nobodyImportsInCircles: Rule = (files) => {
  const inner = files.map(({ path, text }) => [path, importsOf({ path, text }).map(({ to }) => to)] as const);
  let left = new Map(inner);
  // Who imports nobody that is left is in no circle, and is left out, until nobody more is.
  for (let before = Infinity; left.size < before;) {
    before = left.size;
    const here = left;
    left = new Map([...here].filter(([, imports]) => imports.some((path) => here.has(path))));
  }
  const [start] = left.keys();
  if (start === undefined) return [];
  const way = [start];
  for (;;) {
    const next = left.get(way.at(-1) ?? start)?.find((path) => left.has(path)) ?? start;
    const met = way.indexOf(next);
    if (met >= 0) return [[...way.slice(met), next].join(' imports ')];
    way.push(next);
  }
};

/** Of the lines of src; a room that holds more is several. */
const LARGEST_SHARE = 0.2;

/** A duty is a room of its own here. */
export const roomsAreOfASize: Rule = (files) => {
  const lines = new Map<string, number>();
  for (const { path, text } of files) {
    if (!path.startsWith('src/')) continue;
    const duty = dutyOf(path);
    const room = duty === undefined ? roomOf(path) : `src/duties/${duty}`;
    lines.set(room, (lines.get(room) ?? 0) + text.split('\n').length);
  }
  const all = [...lines.values()].reduce((sum, count) => sum + count, 0);
  return [...lines].flatMap(([room, count]) =>
    count < all * LARGEST_SHARE ? [] : [`${room} holds ${count} of ${all} lines`],
  );
};

/** Packages that only some places may import. */
const RESERVED: readonly { readonly packages: RegExp; readonly places: readonly string[] }[] = [
  { packages: /^dayjs(\/|$)/, places: [] },
  {
    packages: /^(@octokit\/|octokit|probot|@actions\/github)/,
    places: [
      'src/github/',
      'src/server/',
      'sandbox/',
      'packages/embedded-github/',
      'src/cli/client.ts',
      'src/action/run-action.ts',
    ],
  },
  { packages: /^@actions\//, places: ['src/action/run-action.ts'] },
  { packages: /^(@octokit\/graphql-schema|graphql)$/, places: ['packages/embedded-github/'] },
  { packages: /^emulate$/, places: ['packages/embedded-github/', 'sandbox/slack/'] },
  { packages: /^js-yaml$/, places: ['src/config/', 'src/copies/', 'packages/embedded-github/'] },
  { packages: /^saxes$/, places: ['src/test-results/'] },
  { packages: /^yauzl$/, places: ['src/test-results/', 'src/sheet/check-archive.ts'] },
  { packages: /^hucre(\/|$)/, places: ['src/sheet/book.ts'] },
  { packages: /^ical-generator$/, places: ['src/calendar/'] },
  { packages: /^@slack\//, places: ['src/channels/slack/'] },
  { packages: /^nodemailer(\/|$)/, places: ['src/channels/mail/'] },
  { packages: /^(bullmq|ioredis)$/, places: ['src/server/redis/'] },
  { packages: /^prom-client$/, places: ['src/server/metrics-page.ts'] },
  { packages: /^(smtp-server|postal-mime)$/, places: ['sandbox/'] },
  {
    packages: /^node:child_process$/,
    places: ['src/channels/wiki/', 'src/judge/', 'src/server/', 'src/setup/open-browser.ts', 'sandbox/wiki/'],
  },
];

export const packagesStayInTheirPlace: Rule = (files) =>
  files.flatMap(importsOf).flatMap(({ from, to, isPackage }) => {
    const broken = RESERVED.some(
      ({ packages, places }) => packages.test(to) && !places.some((place) => from.startsWith(place)),
    );
    return isPackage && broken ? [`${from} imports ${to}`] : [];
  });

/** Its `z` brings the whole library into the bundle, the words of fifty languages included. */
export const zodComesInParts: Rule = (files) =>
  files
    .filter(({ text }) => /import (?:type )?\{[^}]*\} from 'zod'/.test(text))
    .map(({ path }) => `${path} imports a name of zod in place of the namespace`);

/** `now` is made in an entry point and passed down. */
export const nobodyElseReadsTheClock: Rule = (files) =>
  files.flatMap(({ path, text }) => {
    if (ENTRY_POINTS.includes(path) || /^(src\/cli|sandbox|packages)\//.test(path)) return [];
    const reads =
      /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bperformance\.now\b|\bdayjs(\.utc)?\(\s*\)/.exec(
        withoutComments(text),
      );
    return reads === null ? [] : [`${path}: ${reads[0]}`];
  });

/** The first line, or the one behind the shebang, says in one sentence what the file is for. */
export const filesSayTheirPurpose: Rule = (files) =>
  files.flatMap(({ path, text }) => {
    const [first = '', second = ''] = text.split('\n');
    const line = first.startsWith('#!') ? second : first;
    return /^\/\/ \S.+[.:]$/.test(line) ? [] : [`${path}: ${line}`];
  });

export const foldersHaveNames: Rule = (files) =>
  files.flatMap(({ path }) =>
    path.split('/').some((part) => /^(utils?|helpers?|common|misc|shared|lib)(\.ts)?$/.test(part))
      ? [path]
      : [],
  );

export const filesAreKebabCase: Rule = (files) =>
  files.flatMap(({ path }) =>
    path.split('/').every((part) => /^[a-z0-9]+(-[a-z0-9]+)*(\.d|\.test)?(\.ts)?$/.test(part)) ? [] : [path],
  );

/** Declarations of text modules, which have nothing else, are left out by whoever asks. */
export const exportsHaveNames: Rule = (files) =>
  files.flatMap(({ path, text }) =>
    /^\s*export\s+default\b|\bas\s+default\b/m.test(withoutComments(text)) ? [path] : [],
  );

/** `src/text` of a file of src, `packages/embedded-github` of one of a package, `sandbox` of the others. */
function roomOf(path: string): string {
  const [top = path, room] = path.split('/');
  return top === 'src' || top === 'packages' ? `${top}/${room}` : top;
}

/** The folder of a duty; the shape of duties and their registry belong to none. */
function dutyOf(path: string): string | undefined {
  const [, room, duty, file] = path.split('/');
  return path.startsWith('src/') && room === 'duties' && file !== undefined ? duty : undefined;
}

/** Good enough for imports and calls: strings with comment signs in them only lose their ends. */
function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|[^:'"`\\])\/\/.*$/gm, '$1');
}
