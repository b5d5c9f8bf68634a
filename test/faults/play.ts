// Plays a seed: the same story in a world with faults, held against one without.
import { type Injection, startArms } from './arms.ts';
import { type Kind, runnerOf } from './action-runner.ts';
import type { Runner, Said } from './app-runner.ts';
import type { Variant } from './config.ts';
import { WEBHOOK_CLASSES } from './classes.ts';
import { type Random, randomOf } from './random.ts';
import { quickenTimers } from './quick-timers.ts';
import { type Difference, compare } from './compare.ts';
import { eitherOf } from './either.ts';
import { type Picture, pictureOf } from './snapshot.ts';
import { ROUNDS, instantOfRound, speakerFor } from './story.ts';
import { type World, startWorld } from './world.ts';

export interface Played {
  readonly seed: number;
  readonly injections: readonly Injection[];
  readonly differences: readonly Difference[];
  /** Runs in which something of a duty was left, by its name. */
  readonly disturbed: ReadonlyMap<string, number>;
  /** What the first run without faults left to the second. */
  readonly second: readonly Difference[];
  /** What that run said of itself, where it left something. */
  readonly late: readonly string[];
  /** Requests of the disturbed run that had the most. */
  readonly most: number;
  /** What the last run without faults left, in its words. */
  readonly left: readonly string[];
  readonly milliseconds: number;
}

/** Milliseconds from the disturbed runs of a round to the one that follows: what was refused is tried again by then. */
const LATER = 7 * 3_600_000;
/** Between the disturbed runs. */
const SOON = 16 * 60_000;
/** Requests of one disturbed run, at most. */
const MOST_REQUESTS = 900;

/** Only where both run is it a matter of chance who wrote what. */
function sameFor(kind: Kind): ((text: string) => string) | undefined {
  return kind === 'both' ? eitherOf : undefined;
}

const UNDISTURBED = { strike: () => undefined, onKill: () => {}, draw: () => 0 };

/** The pictures of all rounds without faults. */
async function undisturbed(variant: Variant, kind: Kind): Promise<Picture[]> {
  const world = await startWorld(UNDISTURBED, variant);
  const runner = await runnerOf(kind, world);
  const pictures: Picture[] = [];
  try {
    for (const round of ROUNDS) {
      const at = instantOfRound(round);
      world.clock.reach(at);
      await round.act(world.github, speakerFor(kind));
      await runner.run();
      world.clock.reach(at + SOON);
      await runner.run();
      world.clock.reach(at + LATER);
      await runner.run();
      pictures.push(await pictureOf(world, sameFor(kind)));
    }
  } finally {
    await runner.close();
    await world.close();
  }
  return pictures;
}

/** Every fifth seed has a wiki. */
function variantOf(seed: number): Variant {
  return seed % 5 === 0 ? 'whole' : 'plain';
}

const known = new Map<string, Promise<Picture[]>>();

export async function play(seed: number, kind: Kind): Promise<Played> {
  const variant = variantOf(seed);
  const pictures = known.get(variant) ?? undisturbed(variant, kind);
  known.set(variant, pictures);
  const expected = await pictures;
  const calm = quickenTimers();
  const begin = performance.now();
  const game = await startGame(seed, variant, kind);
  try {
    for (const index of ROUNDS.keys()) {
      await playRound(game, index);
      game.differences.push(...(await settle(game, index, expected[index] as Picture)));
      if (game.differences.length > 0) break;
    }
  } finally {
    await game.runner.close();
    await game.world.close();
    calm();
  }
  const { injections, differences, disturbed, second, late, most, left } = game;
  return {
    seed,
    injections,
    differences,
    disturbed,
    second,
    late,
    most,
    left,
    milliseconds: performance.now() - begin,
  };
}

interface Game {
  readonly kind: Kind;
  readonly world: World;
  readonly runner: Runner;
  readonly random: Random;
  readonly injections: Injection[];
  readonly differences: Difference[];
  readonly disturbed: Map<string, number>;
  readonly arms: ReturnType<typeof startArms>;
  round: number;
  /** What the first run without faults left to the second. */
  readonly second: Difference[];
  /** What that run said of itself, where it left something. */
  readonly late: string[];
  /** Requests of a disturbed run, the most so far. */
  most: number;
  left: readonly string[];
  /** The process is dead: nothing of it gets through. */
  dark: boolean;
  /** Another one starts: what the App asks for before it listens is not struck. */
  starting: boolean;
}

async function startGame(seed: number, variant: Variant, kind: Kind): Promise<Game> {
  const random = randomOf(seed);
  const injections: Injection[] = [];
  const tell = (name: string, at: string): void => {
    injections.push({ round: state.round, name, at });
  };
  const state = { round: -1, most: 0, left: [], dark: false, starting: false };
  const arms = startArms(random, tell);
  const world = await startWorld(
    {
      strike: (seen) =>
        state.dark ? 'dark' : state.starting ? undefined : arms.strike(seen, world.clock.now()),
      onKill: () => (state.dark = true),
      draw: (below) => random.below(below),
    },
    variant,
  );
  const runner = await runnerOf(kind, world);
  return Object.assign(state, {
    kind,
    world,
    runner,
    random,
    injections,
    differences: [],
    second: [],
    late: [],
    disturbed: new Map<string, number>(),
    arms,
  });
}

async function playRound(game: Game, index: number): Promise<void> {
  const { kind, world, arms, random } = game;
  const round = ROUNDS[index] as (typeof ROUNDS)[number];
  const at = instantOfRound(round);
  game.round = index;
  world.clock.reach(at);
  world.webhooks.strike = () => {
    // Nobody hears them.
    if (world.webhooks.to === undefined) return undefined;
    if (random.below(3) > 0) return undefined;
    const name = random.pick(WEBHOOK_CLASSES);
    game.injections.push({ round: index, name, at: 'webhook' });
    return name;
  };
  arms.load(4 + random.below(4));
  await round.act(world.github, speakerFor(kind));
  await disturbedRun(game);
  world.clock.reach(at + SOON);
  arms.load(4 + random.below(4));
  await world.webhooks.release();
  await disturbedRun(game);
  arms.rest();
  world.webhooks.strike = () => undefined;
  await world.webhooks.release();
}

/**
 * One run without faults, and where something differs two more: what a run opens or tells is linked and reported by the
 * one after it, and without faults a round has three. What differs then.
 */
async function settle(game: Game, index: number, expected: Picture): Promise<Difference[]> {
  const { world, runner, kind } = game;
  const at = instantOfRound(ROUNDS[index] as (typeof ROUNDS)[number]);
  let differences: Difference[] = [];
  for (const later of [LATER, LATER + SOON, LATER + 2 * SOON]) {
    world.clock.reach(at + later);
    await runner.run();
    const said = runner.said().flatMap(({ lines }) => lines);
    game.left = said.filter((line) => !/^(?:done|already): /.test(line));
    differences = compare(index, expected, await pictureOf(world, sameFor(kind)));
    if (differences.length === 0) break;
    if (later > LATER) continue;
    game.second.push(...differences);
    game.late.push(...said);
  }
  return differences;
}

async function disturbedRun(game: Game): Promise<void> {
  const { world, runner } = game;
  const before = world.gate.seen.length;
  await runner.run();
  if (game.dark) {
    game.starting = true;
    await runner.revive(() => (game.dark = false));
    game.starting = false;
    await runner.run();
  }
  const requests = world.gate.seen.length - before;
  game.most = Math.max(game.most, requests);
  if (requests > MOST_REQUESTS)
    game.differences.push({ round: game.round, kind: 'unbounded', what: `${requests} requests` });
  for (const said of runner.said()) note(game, said);
}

function note({ disturbed, differences, round }: Game, { disturbed: duties, named, lines }: Said): void {
  if (!named) differences.push({ round, kind: 'unnamed', what: `${duties.join(', ')}: ${lines.join(' ')}` });
  for (const duty of duties) disturbed.set(duty, (disturbed.get(duty) ?? 0) + 1);
}
