// The command by which people ask for an exception and by which it is decided, on the tracking issue and on the pull request.
import { type Answer, type Given, told } from '../../../commands/command.ts';
import type { Giver } from '../../../commands/may.ts';
import type { Release } from '../../../domain/release.ts';
import type { CommandScene, DutyCommand } from '../../duty.ts';
import { type OnPull, PULL_PLACE } from '../../pull-place.ts';
import type { FreezeConfig } from '../config.ts';
import { freezing, mayFreeze } from '../freezes.ts';
import { answers } from '../render-answers.ts';
import { mayDecide } from './deciders.ts';
import { type Verb, entriesOf, isAskedOut, stepsIn } from './state.ts';

export interface Exception {
  readonly pull: number;
  readonly verb: Verb;
  readonly because: string | undefined;
  readonly giver: Giver;
}

type Scene = CommandScene<FreezeConfig, OnPull | undefined>;

type ExceptionCommand = DutyCommand<FreezeConfig, OnPull | undefined, never, Exception>;

const HELP = 'asks for an exception from the freeze, or decides about one';

const SHARED = {
  name: 'exception',
  right: 'team',
  off: answers.off(),
} as const;

export const onRelease: ExceptionCommand = {
  ...SHARED,
  usage: '[VERDICT] #PULL because REASON',
  place: 'release',
  help: HELP,
  note: 'VERDICT is `accept` or `refuse`; without it, `exception` asks. An exception can be asked for by people with a role, people with triage access, and, on the pull request, by its author. Only the role in `freeze.exceptions` and release leads can `accept` or `refuse` it. Without that key, people with maintain access can, too. The reason is optional with `accept`.',
  carryOut: (given, scene) => carryOut(given, undefined, [scene.release], scene),
};

export const onPull: ExceptionCommand = {
  ...SHARED,
  usage: '[VERDICT] because REASON',
  place: PULL_PLACE.name,
  help: HELP,
  carryOut: (given, scene) => {
    const { at, context } = scene;
    if (at === undefined) return told(answers.form());
    return carryOut(given, at.pull.number, mayFreeze(at.pull.base, context), scene);
  },
};

/** `releases` are those that it may be about: who decides has to have the right in each. */
function carryOut(
  { words, because, giver }: Given,
  own: number | undefined,
  releases: readonly Release[],
  { context: { config }, issues }: Scene,
): Answer<never, Exception> {
  const frozen = releases.filter((release) => freezing(release, config).length > 0);
  const read = readWords(words, own);
  if (read === undefined || (because === undefined && read.verb !== 'accept')) return told(answers.form());
  if (frozen.length === 0) return told(answers.noFreeze());
  const { pull, verb } = read;
  if (verb !== 'ask' && !frozen.every((release) => mayDecide(giver, release, config)))
    return { good: false, refused: true, words: 'refused, no permission', reply: answers.mayNot() };
  const isOut = frozen.some((release) => isAskedOut(pull, stepsIn(release, entriesOf(release, issues))));
  if (verb === 'ask' && isOut) return told(answers.askedOut());
  return { good: true, words: answers.done[verb], effect: { pull, verb, because, giver } };
}

/** `accept #12`, `#12`, and on a pull request also nothing; another number than its own is a mistake there. */
function readWords(
  words: readonly string[],
  own: number | undefined,
): { readonly verb: Verb; readonly pull: number } | undefined {
  const [first = '', ...rest] = words;
  const word = first.toLowerCase();
  const verb: Verb = word === 'accept' || word === 'refuse' ? word : 'ask';
  const [number, ...more] = verb === 'ask' ? words : rest;
  const written = /^#?([1-9]\d{0,8})$/.exec(number ?? '')?.[1];
  const pull = number === undefined ? own : written === undefined ? undefined : Number(written);
  if (more.length > 0 || pull === undefined || (own !== undefined && pull !== own)) return undefined;
  return { verb, pull };
}
