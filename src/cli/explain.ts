// `relcomms explain`: why relcomms says what it says on a pull request, or says nothing.
import { explainPull } from './explain-pull.ts';
import { planRun } from '../run/reconcile.ts';
import { reportMarkdown } from '../report/report.ts';
import { CONFIG_OPTION, type Command, JSON_OPTION, UNUSABLE, textOf } from './command.ts';
import { couldNotRead } from './could-not-read.ts';
import { PLACE_OPTIONS, openPlace } from './place.ts';
import { readConfigFile } from './read-config-file.ts';

export const explain: Command = {
  name: 'explain',
  usage: '--repo OWNER/REPO --pull N',
  summary: 'Shows who must approve a pull request, by which rule, and when they get a reminder.',
  options: [
    { name: 'pull', value: 'N', description: 'number of the pull request' },
    ...PLACE_OPTIONS,
    CONFIG_OPTION,
    JSON_OPTION,
  ],
  notes: [
    'Set GITHUB_TOKEN to a token, and GITHUB_URL if you use another GitHub than github.com. It writes nothing.',
  ],
  async run(given, io) {
    const number = Number(textOf(given, 'pull'));
    if (!Number.isInteger(number) || number < 1) {
      io.err('Which pull request? Add --pull NUMBER.\n');
      return UNUSABLE;
    }
    const config = await readConfigFile(given, io);
    if ('exit' in config) return config.exit;
    const place = openPlace(given, io, config.config.schedule.timezone);
    if (place === undefined) return UNUSABLE;
    try {
      const run = await planRun({ ...place, config: config.text, numbers: [number] });
      if (run.kind !== 'planned') {
        io.err(reportMarkdown(run));
        return 1;
      }
      const found = explainPull(run, number, place.now);
      if ('why' in found) {
        io.err(`${found.why}\n`);
        return 1;
      }
      io.out(given.values['json'] === true ? `${JSON.stringify(found, undefined, 2)}\n` : found.text);
      return 0;
    } catch (error) {
      io.err(couldNotRead(error, place, io));
      return UNUSABLE;
    }
  },
};
