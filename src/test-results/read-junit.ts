// Reads one JUnit XML file from its bytes: all of its tests, or the reason why none of them counts.
import { type XmlDecoder, xmlDecoder } from './decode-xml.ts';
import { isUndecided } from './encoding.ts';
import { JUNIT_LIMITS, type JunitLimits } from './limits.ts';
import { mergeOutcomes } from './merge-outcomes.ts';
import { SPLIT, WRITE_AGAIN, junitParser } from './parse-junit.ts';
import type { JunitReading, Refusal } from './reading.ts';

/** Bytes that are decoded at once, so that a file that is in memory already is not there three times. */
const PIECE = 65_536;

/** Takes a file of any size piece by piece; errors of the source itself are thrown. */
export async function readJunit(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limits: JunitLimits = JUNIT_LIMITS,
): Promise<JunitReading> {
  const reader = junitReader(limits);
  for await (const bytes of source) {
    for (let at = 0; at < bytes.length; at += PIECE) {
      const early = reader.write(bytes.subarray(at, at + PIECE));
      if (early !== undefined) return early;
    }
  }
  return reader.end();
}

/** `write` answers as soon as nothing that follows could change the answer. */
function junitReader(limits: JunitLimits) {
  const parser = junitParser(limits);
  let decoder: XmlDecoder | undefined;
  let size = 0;
  /** The first bytes, until there are enough to tell how they are written. */
  let head: Uint8Array = new Uint8Array(0);

  function write(bytes: Uint8Array): JunitReading | undefined {
    size += bytes.length;
    if (size > limits.bytes)
      return refused({ message: `is larger than ${limits.bytes / 1_000_000} MB`, fix: SPLIT });
    if (decoder !== undefined) return parser.write(decoder.write(bytes));
    head = Buffer.concat([head, bytes]);
    return isUndecided(head) ? undefined : begin();
  }

  function begin(): JunitReading | undefined {
    const found = xmlDecoder(head);
    if ('fix' in found) return refused(found);
    decoder = found;
    return parser.write(decoder.write(head));
  }

  function end(): JunitReading {
    if (size === 0) return refused({ message: 'is empty', fix: WRITE_AGAIN });
    const early = decoder === undefined ? begin() : undefined;
    const late = early ?? parser.write(decoder?.end() ?? '') ?? parser.end();
    return late ?? { kind: 'read', tests: mergeOutcomes(parser.tests) };
  }

  return { write, end };
}

function refused(refusal: Refusal): JunitReading {
  return { kind: 'refused', ...refusal };
}
