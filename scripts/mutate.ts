// Changes the sources in small ways, one after the other, and asks whether a test notices: `npm run mutate`.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { copyProject, projectFiles } from './mutate/copy.ts';
import { coreFiles } from './mutate/core-files.ts';
import { knownAs } from './mutate/equivalent.ts';
import { importsOf } from './mutate/reached.ts';
import { type Judged, placeOf, renderReport } from './mutate/report.ts';
import { addResult, readResults } from './mutate/results.ts';
import { sample, shareOf } from './mutate/sample.ts';
import { type Site, sitesIn } from './mutate/sites.ts';
import { stagesFor } from './mutate/stages.ts';
import { tryMutation } from './mutate/try-mutation.ts';

/** Mutations of a share: about half an hour on two cores. */
const SHARE = 40;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: `${SHARE}` },
    /** Counted from 1; all of them when absent. */
    share: { type: 'string' },
    /** A pattern of paths. */
    only: { type: 'string', default: '' },
    /** Tries those that survived before once more. */
    again: { type: 'boolean', default: false },
    /** Asks no scenarios; what gets past the rest is left for a later run. */
    quick: { type: 'boolean', default: false },
    /** Shows what would be tried. */
    list: { type: 'boolean', default: false },
  },
});

const root = process.cwd();
const files = projectFiles(root);
const tests = files.filter((path) => path.startsWith('test/') && path.endsWith('.test.ts'));
const results = join(root, '.cache', 'mutate', `seed-${values.seed}.jsonl`);
const asked = drawn();

if (values.list) console.log(asked.map(placeOf).join('\n'));
else await tryAll(asked.filter((site) => isLeft(site)));
console.log(renderReport(asked.map(judged)));
if (asked.some((site) => judged(site).how === 'survived')) process.exitCode = 1;

function drawn(): Site[] {
  const only = new RegExp(values.only);
  const paths = coreFiles(files).filter((path) => only.test(path));
  const sites = sitesIn(new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')])));
  const all = sample(sites, Number(values.seed), Number(values.count));
  return values.share === undefined ? all : shareOf(all, Number(values.share), SHARE);
}

function judged(site: Site): Judged {
  const how = knownAs(site) === undefined ? readResults(results).get(site.id)?.how : 'equivalent';
  return { site, how };
}

function isLeft(site: Site): boolean {
  const { how } = judged(site);
  return how === undefined || (how === 'quick' && !values.quick) || (how === 'survived' && values.again);
}

async function tryAll(sites: readonly Site[]): Promise<void> {
  if (sites.length === 0) return;
  const copy = copyProject(root, files);
  process.once('exit', () => rmSync(copy, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  const imports = await importsOf(copy, tests);
  const green = new Set<string>();
  for (const [index, site] of sites.entries()) {
    const began = Date.now();
    const stages = stagesFor(site.file, tests, imports).filter(
      ({ by: kind }) => !values.quick || kind !== 'scenario',
    );
    // oxlint-disable-next-line no-await-in-loop -- one mutation at a time
    const tried = await tryMutation(copy, site, stages, green);
    const how = values.quick && tried.how === 'survived' ? 'quick' : tried.how;
    const seconds = Math.round((Date.now() - began) / 1000);
    addResult(results, { ...tried, id: site.id, how, seconds });
    console.log(`${index + 1}/${sites.length} ${how} (${seconds} s) ${placeOf(site)}`);
  }
}
