// How the time of a function grows with the length of what it reads: fitted over doublings, by CPU time.

export interface Growth {
  /** The exponent: 1 is linear, 2 the square. */
  readonly order: number;
  /** CPU time for the longest text. */
  readonly milliseconds: number;
}

/** Shorter than this nothing is measured: the clock is too coarse, in milliseconds. */
const LEAST = 4;

/** `longest` is halved three times. Each length is read as often as a time needs that can be measured. */
export function growthOf(
  text: (length: number) => string,
  read: (text: string) => unknown,
  longest: number,
): Growth {
  const lengths = [8, 4, 2, 1].map((part) => Math.floor(longest / part));
  read(text(lengths[0] ?? 0));
  const all = Array.from({ length: TRIES }, () => undefined);
  return all.reduce<Growth>(
    (best) => (best.order < LINEAR ? best : lesser(best, fitted(lengths, text, read))),
    fitted(lengths, text, read),
  );
}

/** What else the machine does makes single times longer, never shorter: what looks steeper is measured again. */
const TRIES = 3;
const LINEAR = 1.4;

function lesser(a: Growth, b: Growth): Growth {
  return a.order < b.order ? a : b;
}

function fitted(
  lengths: readonly number[],
  text: (length: number) => string,
  read: (text: string) => unknown,
): Growth {
  const times = lengths.map((length) => timeOf(text(length), read));
  const [first = 1, second = 1, last = 1] = [times[0], times[1], times.at(-1)];
  // What is short runs by faster paths of the engine: one step up is no growth that goes on.
  const order = Math.min(Math.log2(last / first) / 3, Math.log2(last / second) / 2);
  return { order, milliseconds: last };
}

/** The shorter of two, so that what else the machine does counts little. */
function timeOf(text: string, read: (text: string) => unknown): number {
  return Math.min(once(text, read), once(text, read));
}

function once(text: string, read: (text: string) => unknown): number {
  for (let count = 1; ; count *= 2) {
    const before = process.cpuUsage();
    for (let done = 0; done < count; done++) read(text);
    const { user, system } = process.cpuUsage(before);
    const milliseconds = (user + system) / 1000;
    if (milliseconds >= LEAST || count >= 1024) return milliseconds / count;
  }
}
