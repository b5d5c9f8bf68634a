// The rules of the house as functions over source files: what each finds wrong, as lines for people.
import { posix } from 'node:path';

/** A source file; `path` counts from `src/`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export type Rule = (files: readonly SourceFile[]) => string[];

/** The rooms that a room may import from, besides itself. Entry points may import everything. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  text: ['domain'],
  config: ['domain'],
  schedule: ['domain'],
  owners: ['domain'],
  'test-results': ['domain', 'text'],
  commands: ['domain', 'text', 'schedule'],
  standing: ['domain', 'text', 'schedule/milestone-kind.ts'],
  ci: ['domain'],
  duties: [
    'domain',
    'text',
    'schedule',
    'owners',
    'calendar',
    'ci',
    'commands',
    'standing',
    'config/fields.ts',
    'config/splice-day.ts',
    'config/splice-tasks.ts',
  ],
  plan: ['domain', 'text', 'duties', 'test-results/merge-outcomes.ts'],
  github: ['domain', 'text', 'test-results'],
  calendar: ['domain', 'text'],
  channels: ['domain', 'text'],
  queue: ['domain', 'text'],
  'config-check': ['domain', 'text', 'github/apply/outcome.ts', 'describe-operation.ts'],
  'describe-operation.ts': ['domain', 'text'],
  'prepare.ts': ['domain', 'config', 'schedule', 'duties', 'github'],
  'remember-prepared.ts': ['prepare.ts'],
  'reconcile.ts': [
    'domain',
    'text',
    'config',
    'config-check/checks.ts',
    'schedule',
    'owners',
    'commands',
    'duties',
    'plan',
    'github',
    'channels',
    'test-results',
    'prepare.ts',
    'seen-on-slack.ts',
  ],
  'seen-on-slack.ts': ['domain', 'duties', 'plan'],
  'compare-plans.ts': ['domain', 'config-check', 'plan', 'github', 'prepare.ts', 'reconcile.ts'],
  'check-config.ts': [
    'domain',
    'config',
    'config-check',
    'duties',
    'github',
    'prepare.ts',
    'reconcile.ts',
    'compare-plans.ts',
  ],
  'run.ts': ['check-config.ts', 'reconcile.ts'],
  'report.ts': ['domain', 'text', 'github/apply/outcome.ts', 'describe-operation.ts', 'reconcile.ts'],
  'report-standing.ts': ['domain', 'text', 'standing', 'reconcile.ts'],
  'outputs.ts': [
    'domain',
    'text',
    'standing',
    'duties',
    'github/apply/outcome.ts',
    'describe-operation.ts',
    'reconcile.ts',
    'report.ts',
  ],
  server: [
    'domain',
    'text',
    'channels',
    'commands',
    'config',
    'config-check/mails.ts',
    'duties',
    'github',
    'channels/lazy-channels.ts',
    'channels/wiki-place.ts',
    'queue',
    'check-config.ts',
    'run.ts',
    'reconcile.ts',
    'remember-prepared.ts',
    'report.ts',
  ],
  cli: [
    'domain',
    'text',
    'calendar',
    'config',
    'schedule',
    'github',
    'sandbox',
    'run.ts',
    'reconcile.ts',
    'explain-pull.ts',
    'report.ts',
    'report-standing.ts',
    'outputs.ts',
  ],
  'explain-pull.ts': ['domain', 'duties', 'reconcile.ts'],
  action: [
    'domain',
    'text',
    'channels',
    'owners/glob.ts',
    'test-results',
    'standing',
    'github',
    'channels/lazy-channels.ts',
    'channels/wiki-place.ts',
    'run.ts',
    'reconcile.ts',
    'report.ts',
    'report-standing.ts',
    'outputs.ts',
  ],
  sandbox: [
    'domain',
    'text',
    'config',
    'schedule',
    'action/job-summary.ts',
    'duties/tracking-issue',
    'channels',
    'calendar',
    'github',
    'server',
    'remember-prepared.ts',
    'reconcile.ts',
    'describe-operation.ts',
    'report.ts',
    'outputs.ts',
  ],
};

const ENTRY_POINTS = ['app.ts', 'action.ts', 'cli.ts'];

interface Import {
  readonly from: string;
  /** A path from `src/`, or the name of a package. */
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

/** Who may import whom. What lies outside of src is data. */
export const roomsImportDownwards: Rule = (files) =>
  files.flatMap(importsOf).flatMap(({ from, to, isPackage }) => {
    const room = roomOf(from);
    if (isPackage || to.startsWith('../') || ENTRY_POINTS.includes(from) || roomOf(to) === room) return [];
    const allowed = MAY_IMPORT[room];
    if (allowed === undefined) return [`${from}: src has no room ${room}`];
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

/** Packages that only some places may import. */
const RESERVED: readonly { readonly packages: RegExp; readonly places: readonly string[] }[] = [
  { packages: /^dayjs(\/|$)/, places: ['domain/day.ts'] },
  {
    packages: /^(@octokit\/|octokit|probot|@actions\/github)/,
    places: ['github/', 'server/', 'sandbox/', 'cli/place.ts', 'action/run-action.ts'],
  },
  { packages: /^@actions\//, places: ['action/run-action.ts'] },
  { packages: /^(emulate|@octokit\/graphql-schema|graphql)$/, places: ['sandbox/'] },
  { packages: /^js-yaml$/, places: ['config/'] },
  { packages: /^(saxes|yauzl)$/, places: ['test-results/'] },
  { packages: /^re2js$/, places: ['config/', 'ci/'] },
  { packages: /^ical-generator$/, places: ['calendar/'] },
  { packages: /^@slack\//, places: ['channels/slack/'] },
  { packages: /^nodemailer(\/|$)/, places: ['channels/mail/'] },
  { packages: /^(smtp-server|postal-mime)$/, places: ['sandbox/'] },
  { packages: /^node:child_process$/, places: ['channels/wiki/', 'server/', 'sandbox/wiki/'] },
];

export const packagesStayInTheirPlace: Rule = (files) =>
  files.flatMap(importsOf).flatMap(({ from, to, isPackage }) => {
    const broken = RESERVED.some(
      ({ packages, places }) => packages.test(to) && !places.some((place) => from.startsWith(place)),
    );
    return isPackage && broken ? [`${from} imports ${to}`] : [];
  });

/** `now` is made in an entry point and passed down. */
export const nobodyElseReadsTheClock: Rule = (files) =>
  files.flatMap(({ path, text }) => {
    if (ENTRY_POINTS.includes(path) || path.startsWith('cli/') || path.startsWith('sandbox/')) return [];
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

function roomOf(path: string): string {
  return path.split('/')[0] ?? path;
}

/** The folder of a duty; the shape of duties and their registry belong to none. */
function dutyOf(path: string): string | undefined {
  const [room, duty, file] = path.split('/');
  return room === 'duties' && file !== undefined ? duty : undefined;
}

/** Good enough for imports and calls: strings with comment signs in them only lose their ends. */
function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|[^:'"`\\])\/\/.*$/gm, '$1');
}
