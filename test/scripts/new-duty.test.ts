// A new duty is one folder and one line: what `npm run new-duty` writes has the right types and is known everywhere.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { type NewDutyInput, planDuty } from '../../scripts/new-duty/plan-duty.ts';

const TEMPLATE = 'scripts/new-duty/template';

const INPUT: NewDutyInput = {
  name: 'license-check',
  taken: ['wiki', 'releases'],
  rank: 900,
  template: Object.fromEntries(
    readdirSync(TEMPLATE).map((file) => [
      file.replace(/\.txt$/, ''),
      readFileSync(join(TEMPLATE, file), 'utf8'),
    ]),
  ),
  registry: readFileSync('src/duties/index.ts', 'utf8'),
};

function filesOf(input: NewDutyInput): Readonly<Record<string, string>> {
  const planned = planDuty(input);
  if ('problem' in planned) throw new Error(planned.problem);
  return planned.files;
}

test.each(['', 'License', 'license_check', '-x', 'x-', '../x', '2nd', 'a b'])('%j is no name', (name) => {
  expect(planDuty({ ...INPUT, name })).toEqual({ problem: expect.stringContaining('lower case') as string });
});

test.each(['wiki', 'releases'])('%s is taken', (name) => {
  expect(planDuty({ ...INPUT, name })).toEqual({
    problem: `There is a duty, a key of the config or a command called ${name}.`,
  });
});

test('it writes a folder, a test and its line, and nothing else', () => {
  const files = filesOf(INPUT);
  const places = Object.keys(files).map((path) => dirname(path));
  expect(new Set(places)).toEqual(
    new Set(['src/duties/license-check', 'test/duties/license-check', 'src/duties']),
  );
  expect(Object.values(files).filter((text) => /__[a-zA-Z]+__/.test(text))).toEqual([]);
  const added = files['src/duties/index.ts']?.split('\n').filter((line) => !INPUT.registry.includes(line));
  expect(added).toEqual([
    "import { licenseCheckDuty } from './license-check/index.ts';",
    '  licenseCheckDuty as AnyDuty,',
  ]);
});

test('a registry of another shape is a mistake of the program', () => {
  expect(() => planDuty({ ...INPUT, registry: '' })).toThrow('src/duties/index.ts has another shape');
});

describe('in a copy of the project', () => {
  let copy: string;

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'relcomms-new-duty-'));
    for (const path of ['src', 'sandbox', 'config', 'packages', 'test', 'package.json'])
      cpSync(path, join(copy, path), { recursive: true, filter: (from) => !from.includes('node_modules') });
    symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
    for (const [path, text] of Object.entries(filesOf(INPUT))) {
      mkdirSync(dirname(join(copy, path)), { recursive: true });
      writeFileSync(join(copy, path), text);
    }
  });

  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  test('it is in the schema, the example and the pages, in the rows, on the page of the sandbox and in simulations', async () => {
    const outfile = join(copy, 'probe.mjs');
    await build({
      entryPoints: [join(copy, 'test/scripts/probe-duty.ts')],
      outfile,
      bundle: true,
      packages: 'external',
      format: 'esm',
      platform: 'node',
      loader: { '.yml': 'text', '.css': 'text', '.browser.js': 'text' },
    });
    const { stdout, stderr } = spawnSync(process.execPath, [outfile, 'license-check'], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({
      files: [true, true, true],
      section: true,
      row: true,
      pane: true,
      deeds: ['comment'],
    });
  });

  test('its types are right', () => {
    const config = JSON.parse(readFileSync('tsconfig.json', 'utf8')) as object;
    // Facts add their types to what duties read.
    const include = [
      'src/duties',
      'src/github/facts',
      'src/config/text-modules.d.ts',
      'src/http/proxy-from-env.d.ts',
      'sandbox/machine/bottleneck-light.d.ts',
      'test/duties/license-check',
    ];
    writeFileSync(join(copy, 'tsconfig.json'), JSON.stringify({ ...config, include }));
    const tsc = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', '.'], {
      cwd: copy,
      encoding: 'utf8',
    });
    expect(tsc.stdout).toBe('');
    expect(tsc.status).toBe(0);
  });
});
