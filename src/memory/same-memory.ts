// Whether two texts of one comment remember the same: what else people wrote beside it may stay.
import { isDeepStrictEqual } from 'node:util';
import { readMarker } from '../text/marker.ts';
import { issueOfLedger, readLedger, readState } from './ledger.ts';

/** Only the log has room for notes of people; every other comment is ours from its first to its last character. */
export function sameMemory(ours: string, theirs: string): boolean {
  if (plain(ours) === plain(theirs)) return true;
  const key = readMarker(ours);
  if (key === undefined || issueOfLedger(key) === undefined || readMarker(theirs) !== key) return false;
  return (
    isDeepStrictEqual(readLedger(ours), readLedger(theirs)) &&
    isDeepStrictEqual(readState(ours), readState(theirs)) &&
    countMarks(ours) === countMarks(theirs)
  );
}

/** GitHub may change line ends and drops those at the end of a text. */
function plain(text: string): string {
  return text.replaceAll('\r\n', '\n').trimEnd();
}

function countMarks(text: string): number {
  return text.split('<!-- relcomms:').length;
}
