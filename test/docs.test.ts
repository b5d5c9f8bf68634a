// What README, docs and manifests say is so: configs load, links lead somewhere, commands and events exist.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { load } from 'js-yaml';
import { allPermissions } from '../scripts/generate/app-manifest.ts';
import { main } from '../src/cli/main.ts';
import { DUTIES } from '../src/duties/index.ts';
import { prepare } from '../src/run/reconcile.ts';
import { CONFIG_CHECK_EVENT } from '../src/server/hint.ts';
import { startMetrics } from '../src/server/metrics.ts';
import { NO_NUMBERS, startMetricsPage } from '../src/server/metrics-page.ts';

const PAGES: readonly string[] = [
  'README.md',
  'SECURITY.md',
  '.github/CONTRIBUTING.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => join('docs', path)),
  ...readdirSync('src/duties', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => join('src/duties', path)),
];

const read = (path: string): string => readFileSync(path, 'utf8');

interface Block {
  readonly page: string;
  readonly language: string;
  readonly text: string;
}

const BLOCKS: readonly Block[] = PAGES.flatMap((page) =>
  [...read(page).matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = '', text = '']) => ({
    page,
    language,
    text,
  })),
);

/** Text without code blocks, in which brackets mean no links. */
function prose(page: string): string {
  return read(page)
    .replaceAll(/^```[\s\S]*?^```$/gm, '')
    .replaceAll(/`[^`\n]+`/g, '');
}

/** The ids that GitHub gives to the headings of a page. */
function anchors(page: string): string[] {
  return [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

const configs = BLOCKS.filter(
  ({ language, text }) => language === 'yaml' && text.startsWith('# .github/relcomms.yml\n'),
);

test('there are configs to try', () => expect(configs.length).toBeGreaterThan(0));

test.each(configs)('a config in $page loads without a finding', ({ text }) => {
  const prepared = prepare(text);
  expect('problems' in prepared ? prepared.problems : prepared.warnings).toEqual([]);
});

/** What a pattern finds in all pages, each as page and first group. */
function found(pattern: RegExp, textOf: (page: string) => string = read): { page: string; word: string }[] {
  return PAGES.flatMap((page) =>
    [...textOf(page).matchAll(pattern)].map(([, word = '']) => ({ page, word })),
  );
}

test('every relative link leads to a file and a heading', () => {
  const links = found(/\]\(<?([^)>\s]+)>?\)/g, prose).filter(({ word }) => !/^[a-z]+:/.test(word));
  expect(links.length).toBeGreaterThan(20);
  const broken = links.filter(({ page, word }) => {
    const [path = '', anchor] = word.split('#');
    const file = path === '' ? page : join(dirname(page), path);
    return !existsSync(file) || (anchor !== undefined && !anchors(file).includes(anchor));
  });
  expect(broken).toEqual([]);
});

test('every file and folder of the sources that is named exists', () => {
  const named = found(/`((?:src|sandbox|packages|test|scripts|bench|config|docs)\/[\w./-]+)`/g);
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter(({ word }) => !existsSync(word))).toEqual([]);
});

test('CONTRIBUTING names the limits of files and functions that lint holds', () => {
  const { rules } = JSON.parse(read('.oxlintrc.json')) as {
    rules: Record<string, [string, { max: number }]>;
  };
  const [files, functions] = ['max-lines', 'max-lines-per-function'].map((name) => rules[name]?.[1].max);
  expect(read('.github/CONTRIBUTING.md')).toContain(
    `Files stay below ${files} lines and functions below ${functions}`,
  );
});

test('every npm script that is named exists', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const named = found(/npm run (?:--silent )?([a-z][\w:-]*)/g);
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter(({ word }) => scripts[word] === undefined)).toEqual([]);
});

test('every command that is named exists', async () => {
  const named = found(/(?:`|npm run )relcomms (?:-- )?([a-z]+)/g);
  expect(named.length).toBeGreaterThan(4);
  for (const { page, word } of named) {
    // oxlint-disable-next-line no-await-in-loop -- a handful
    const exit = await main([word, '--help'], {
      out: () => {},
      err: () => {},
      env: {},
      startApp: async () => 0,
    });
    expect({ page, word, exit }).toEqual({ page, word, exit: 0 });
  }
});

test('README begins with what it is and how to see and test it', () => {
  const first = read('README.md').split('\n').slice(0, 20).join('\n');
  expect(first).toContain('npm ci && npm start');
  expect(first).toContain('npm ci && npm test');
});

test('the simulation in docs/simulate.md is a part of the one that is kept', () => {
  const [sample] = BLOCKS.filter(({ page, language }) => page === 'docs/simulate.md' && language === 'text');
  const kept = new Set(read('test/golden/simulate-kubernetes.txt').split('\n'));
  const lines = sample?.text.split('\n').filter((line) => line !== '…') ?? [];
  expect(lines.length).toBeGreaterThan(15);
  expect(lines.filter((line) => !kept.has(line))).toEqual([]);
});

test('docs/guarantees.md has every promise with a test that proves it', () => {
  for (let number = 1; number <= 12; number++) {
    const row = read('docs/guarantees.md')
      .split('\n')
      .find((line) => new RegExp(`^\\| P${number} `).test(line));
    expect(row).toMatch(/\]\(\.\.\/test\/[\w/-]+\.test\.ts\)/);
  }
});

/** A pull request has a group of its own, so that the run of a fork takes no place of others. */
const GROUP = "relcomms-${{ github.event.pull_request.number || 'main' }}";

/** Rights that no workflow can have. */
const NEVER = ['issue_fields', 'members', 'metadata'];

interface Sample {
  readonly on: { readonly schedule: readonly { readonly cron: string; readonly timezone: string }[] };
  readonly permissions: Readonly<Record<string, string>>;
}

test('the workflow to copy has the rights that the duties declare', () => {
  const declared = new Map<string, string>();
  for (const { rights } of allPermissions(DUTIES)) {
    for (const [right, access] of Object.entries(rights)) {
      if (declared.get(right) !== 'write' && !NEVER.includes(right)) declared.set(right, access);
    }
  }
  const { permissions } = load(read('config/relcomms.workflow.yml')) as Sample;
  const given = Object.entries(permissions).map(
    ([name, access]) => [name.replace('-', '_'), access] as const,
  );
  expect(Object.fromEntries(given)).toEqual(Object.fromEntries(declared));
});

test('sample workflows have a group, and a minute at which GitHub has time', () => {
  const samples = [
    ...BLOCKS.filter(({ text }) => text.includes('/relcomms@') && text.includes('jobs:')),
    { text: read('config/relcomms.workflow.yml') },
  ];
  expect(samples.length).toBeGreaterThan(2);
  for (const { text } of samples) {
    const workflow = load(text) as Sample;
    expect(workflow).toMatchObject({ concurrency: { group: GROUP } });
    for (const { cron, timezone } of workflow.on.schedule) {
      expect(cron).toMatch(/^[1-9]\d? /);
      expect(new Intl.DateTimeFormat('en', { timeZone: timezone }).resolvedOptions().timeZone).toBe(timezone);
    }
    // What comes from outside goes through the environment, never into a script's text.
    const scripts = text.split('\n').filter((line) => /^\s*(?:- )?run:/.test(line));
    expect(scripts.filter((line) => line.includes('${{'))).toEqual([]);
  }
});

test('the project is at one place, which package.json names', () => {
  const { repository } = JSON.parse(read('package.json')) as { readonly repository: string };
  const home = repository.replace('github:', '');
  const pages = [...PAGES, 'app.yml', 'config/relcomms.workflow.yml'];
  const named = pages.flatMap((page) =>
    [
      ...read(page).matchAll(
        /(?:uses: |github\.com\/|githubusercontent\.com\/)([^/\s]+\/relcomms)(?=[@/\s)#])/g,
      ),
    ].map(([, place]) => place),
  );
  expect(named.length).toBeGreaterThan(3);
  expect(new Set(named)).toEqual(new Set([home]));
});

const PINNED = /uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;

test.each([
  ...readdirSync('.github/workflows').map((file) => join('.github/workflows', file)),
  'action.yml',
  ...PAGES,
])('%s pins every action to a commit and says its version', (file) => {
  const used = read(file)
    .split('\n')
    .filter((line) => /^\s*(?:- )?uses:/.test(line));
  expect(used.filter((line) => !PINNED.test(line))).toEqual([]);
});

interface Job {
  readonly permissions?: Record<string, string>;
  readonly steps: readonly { readonly uses?: string; readonly run?: string; readonly with?: object }[];
}

describe.each(readdirSync('.github/workflows'))('the workflow %s', (file) => {
  const { permissions, jobs } = load(read(join('.github/workflows', file))) as Pick<Job, 'permissions'> & {
    jobs: Record<string, Job>;
  };

  test('asks for no more than it needs', () => {
    expect(Object.values(permissions ?? { all: 'write' }).filter((access) => access !== 'read')).toEqual([]);
  });

  test.each(Object.entries(jobs))(
    'runs nothing of packages and tests with a token that writes: %s',
    (_, job) => {
      const writes = Object.values(job.permissions ?? {}).includes('write');
      const runs = job.steps.flatMap(({ run }) => run ?? []);
      // An upload runs nothing of what it uploads.
      const others = runs.filter((run) => !/^npm publish \S+\.tgz --ignore-scripts /.test(run));
      const own = others.filter((run) => /\b(?:npm|npx|node)\b|\.ci\/|scripts\//.test(run));
      expect(writes ? own : []).toEqual([]);
      const checkouts = job.steps.filter(({ uses }) => uses?.startsWith('actions/checkout@') === true);
      const kept = checkouts.filter(
        (step) => (step.with as Record<string, unknown>)?.['persist-credentials'] !== false,
      );
      expect(writes ? [] : kept).toEqual([]);
    },
  );
});

test('app.yml subscribes to what the duties wait for, and to nothing else', () => {
  const manifest = load(read('app.yml')) as {
    default_events: string[];
    default_permissions: Record<string, string>;
  };
  // Every App gets these without asking, and may not ask. Those that may write checks get theirs the same way.
  const always = new Set(['installation', 'installation_repositories']);
  const wanted = new Set(
    [...DUTIES.flatMap((duty) => duty.wakesOn), CONFIG_CHECK_EVENT].filter((name) => !always.has(name)),
  );
  expect(new Set(manifest.default_events)).toEqual(wanted);
  expect(manifest.default_events).toHaveLength(wanted.size);
  expect(manifest.default_permissions).toMatchObject({
    issues: 'write',
    metadata: 'read',
    checks: 'write',
  });
});

describe('docs/operations.md', () => {
  const page = read('docs/operations.md');

  test('tells every variable that the App reads', () => {
    const names = [...read('src/server/environment.ts').matchAll(/env\['(\w+)'\]|'([A-Z]+_[A-Z_]+)'/g)].map(
      ([, first, second]) => first ?? second ?? '',
    );
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) expect(page).toContain(`\`${name}\``);
  });

  test('tells every variable that the channels read', () => {
    const sources = ['channels/slack/tokens.ts', 'channels/mail/settings.ts', 'domain/channel-variables.ts']
      .map((file) => read(`src/${file}`))
      .join('');
    const names = [...sources.matchAll(/env\['(\w+)'\]|'(SLACK_BOT_TOKEN)'|(?<=`)(WEBHOOK)_\$/g)].map(
      ([, a, b, c]) => a ?? b ?? (c === undefined ? '' : `${c}_<NAME>`),
    );
    expect(new Set(names).size).toBe(5);
    for (const name of names) expect(page).toContain(`\`${name}\``);
  });

  test('tells every input and output of the Action', () => {
    const manifest = load(read('action.yml')) as { inputs: object; outputs: object };
    for (const name of [...Object.keys(manifest.inputs), ...Object.keys(manifest.outputs)])
      expect(page).toMatch(new RegExp(`^\\| \`${name}\``, 'm'));
  });

  test('tells every metric', async () => {
    const shown = await startMetricsPage()(startMetrics(), NO_NUMBERS, true);
    const names = [...shown.matchAll(/^# TYPE (\w+)/gm)].map(([, name = '']) => name);
    expect(names.length).toBeGreaterThan(15);
    for (const name of names) expect(page).toContain(name);
  });
});
