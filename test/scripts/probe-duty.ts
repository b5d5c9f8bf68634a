// Tells what the project knows of a duty: bundled together with a registry that holds it, never with the real one.
import { planDeeds } from '../../sandbox/simulate/deeds.ts';
import { panesOf } from '../../sandbox/page/panes.ts';
import { generatedFiles } from '../../src/config/generate/generated-files.ts';
import { day } from '../../src/domain/day.ts';
import type { Release } from '../../src/domain/release.ts';
import type { SeenIssue } from '../../src/duties/view.ts';
import { DUTIES, DUTY_SECTIONS } from '../../src/duties/index.ts';
import { standingRows } from '../../src/duties/rows.ts';
import { prepare } from '../../src/run/reconcile.ts';
import { markerLine } from '../../src/text/marker.ts';

const [name = ''] = process.argv.slice(2);
const example = generatedFiles(DUTY_SECTIONS)['config/relcomms.example.yml'] ?? '';
const prepared = prepare(example);
if ('problems' in prepared) throw new Error('the example is broken');
const [release] = prepared.releases;
if (release === undefined) throw new Error('the example has no release');

const tracking = {
  number: 1,
  state: 'open',
  author: 'relcomms[bot]',
  body: markerLine(`${release.version}/tracking-issue`),
} as unknown as SeenIssue;

/** What the team does for this duty alone on release day. */
function deeds({ version, release: on }: Release) {
  const task = { id: 'a', holders: ['alice'], due: day('2020-01-01') };
  const view = { release: { version, release: on, tasks: [task] } as unknown as Release, today: on };
  const duties = DUTIES.filter((duty) => duty.name === name);
  return planDeeds({ ...view, holidays: [], issues: [tracking] }, { [name]: { label: 'x' } }, duties);
}

console.log(
  JSON.stringify({
    files: Object.values(generatedFiles(DUTY_SECTIONS)).map((text) => text.includes(name)),
    section: prepared.config.sections[name] !== undefined,
    row: standingRows(DUTIES).some(({ kind }) => kind === name),
    pane: panesOf(DUTIES).some(({ id }) => id === name),
    deeds: deeds(release).map(({ kind }) => kind),
  }),
);
