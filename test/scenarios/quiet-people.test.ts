// Scenario: every kind of message to a person, held against everything that keeps messages from people.
import { QUIET_CONFIG, walkQuietly } from '../support/quiet-walk.ts';

/** `loud`: it pings all the same; `quiet`: it does not. */
type Cell = 'loud' | 'quiet';

/** Without any of it each kind is loud, so every cell can fail. */
interface Row {
  readonly kind: string;
  /** `/release mute`, written after the first run. */
  readonly muted: Cell;
  /** `opt-out: yes` in the config. */
  readonly optedOut: Cell;
  /** On vacation in all of the four weeks. */
  readonly away: Cell;
  /** All runs come outside of working hours, which only the approvals have. */
  readonly atNight: Cell;
}

const everywhere = (kind: string): Row => ({ ...asks(kind), atNight: 'loud' });
const asks = (kind: string): Row => ({
  kind,
  muted: 'quiet',
  optedOut: 'quiet',
  away: 'quiet',
  atNight: 'quiet',
});

const ROWS: readonly Row[] = [
  // Nobody can mute a release that has not begun.
  { kind: 'welcome', muted: 'loud', optedOut: 'quiet', away: 'quiet', atNight: 'loud' },
  everywhere('digest'),
  everywhere('notice'),
  everywhere('moved date'),
  everywhere('late release'),
  everywhere('question'),
  everywhere('step'),
  everywhere('preview'),
  everywhere('reminder'),
  asks('approval'),
  // Of those who were asked on the pull request.
  asks('ask in the digest'),
  asks('ask in the notice'),
  everywhere('failing test'),
  everywhere('Slack'),
  everywhere('assigned to a task'),
  everywhere('assigned by a command'),
  // As the lead of the team, or by a step when the team does not answer.
  everywhere('assigned to a failing test'),
  // Who asks for a task gets it.
  { kind: 'taken by herself', muted: 'loud', optedOut: 'loud', away: 'loud', atNight: 'loud' },
];

const OPT_OUT = QUIET_CONFIG.replace('carol: { slack:', 'carol: { opt-out: yes, slack:');
const AWAY = QUIET_CONFIG.replace(
  'carol: { slack:',
  'carol: { away: [{ from: 2020-01-01, to: 2020-02-29 }], slack:',
);
const DAY = '10:00';
const NIGHT = '03:00';

let walks: Record<'loud' | 'muted' | 'optedOut' | 'away' | 'atNight', ReadonlyMap<string, number>>;

beforeAll(async () => {
  const loud = await walkQuietly({ config: QUIET_CONFIG, hour: DAY });
  const muted = await walkQuietly({ config: QUIET_CONFIG, hour: DAY, says: '/release mute' });
  const optedOut = await walkQuietly({ config: OPT_OUT, hour: DAY });
  const away = await walkQuietly({ config: AWAY, hour: DAY });
  const atNight = await walkQuietly({ config: QUIET_CONFIG, hour: NIGHT });
  walks = { loud, muted, optedOut, away, atNight };
}, 300_000);

test.each(ROWS)(
  '$kind: muted $muted, opted out $optedOut, away $away, at night $atNight',
  ({ kind, ...cells }) => {
    const cell = (walk: keyof typeof walks): Cell => ((walks[walk].get(kind) ?? 0) > 0 ? 'loud' : 'quiet');
    expect(cell('loud')).toBe('loud');
    expect({
      muted: cell('muted'),
      optedOut: cell('optedOut'),
      away: cell('away'),
      atNight: cell('atNight'),
    }).toEqual(cells);
  },
);

test('the table has a row for everything that pinged her', () => {
  const kinds = Object.values(walks).flatMap((walk) => [...walk.keys()]);
  expect([...new Set(kinds)].toSorted()).toEqual(ROWS.map(({ kind }) => kind).toSorted());
});

test('whoever is back is told as before; days off of another time keep nothing', async () => {
  const before = QUIET_CONFIG.replace('carol: { slack:', 'carol: { away: [{ from: 2020-01-03 }], slack:');
  const walk = await walkQuietly({ config: before, hour: DAY });
  expect(walk).toEqual(walks.loud);
}, 120_000);
