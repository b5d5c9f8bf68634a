// `relcomms plan`: what a run would do on a repository, without a single write.
import type { Instant } from '../domain/day.ts';
import { planFile } from '../report/outputs.ts';
import type { Run } from '../run/reconcile.ts';
import { statesOf } from '../run/section-states.ts';
import { onOffWords } from '../text/section-words.ts';
import { isGood, reportMarkdown } from '../report/report.ts';
import { planTexts } from '../report/plan-texts.ts';
import { standingMarkdown } from '../report/standing-markdown.ts';
import { wholeRun } from '../run/whole-run.ts';
import { CONFIG_OPTION, type Command, JSON_OPTION, UNUSABLE } from './command.ts';
import { couldNotRead } from './could-not-read.ts';
import { PLACE_OPTIONS, openPlace } from './place.ts';
import { readConfigFile } from './read-config-file.ts';

/** What would be written, then what stands before the next milestones. */
function planText(run: Run, now: Instant): string {
  const standing = standingMarkdown(run, now);
  return standing === '' ? reportMarkdown(run) : `${reportMarkdown(run)}\n${standing}`;
}

const TEXTS_OPTION = {
  name: 'texts',
  description: 'also print the texts of issues, comments, checks, and messages',
};

export const plan: Command = {
  name: 'plan',
  usage: '--repo OWNER/REPO',
  summary: 'Shows what a run with this config would do on a repository. It writes nothing.',
  options: [...PLACE_OPTIONS, TEXTS_OPTION, CONFIG_OPTION, JSON_OPTION],
  notes: ['Set GITHUB_TOKEN to a token, and GITHUB_URL if you use another GitHub than github.com.'],
  async run(given, io) {
    const config = await readConfigFile(given, io);
    if ('exit' in config) return config.exit;
    const place = openPlace(given, io, config.config.schedule.timezone);
    if (place === undefined) return UNUSABLE;
    try {
      const run = await wholeRun({ ...place, judge: io.judge, config: config.text }, 'plan');
      const text = `${planText(run, place.now)}\n${onOffWords(statesOf(config)).join('\n')}\n`;
      const texts = given.values['texts'] === true ? `\n${planTexts(run)}` : '';
      io.out(given.values['json'] === true ? planFile(run, place.now) : `${text}${texts}`);
      return isGood(run) ? 0 : 1;
    } catch (error) {
      io.err(couldNotRead(error, place, io));
      return UNUSABLE;
    }
  },
};
