// The process that judges: one config comes in, one look is asked for, one answer goes out.
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { deserialize } from 'node:v8';
import { judgeProposal } from '../run/judge-proposal.ts';
import type { Said, Told } from './messages.ts';

/** Says that it is there, judges what it is told, and ends. What goes wrong is thrown, and ends the process. */
export async function serveJudgement(input: Readable, output: Writable): Promise<void> {
  const lines = createInterface({ input })[Symbol.asyncIterator]();
  const next = async (): Promise<Told> => {
    const { value, done } = await lines.next();
    if (done === true) throw new Error('nobody asks any more');
    return deserialize(Buffer.from(value, 'base64')) as Told;
  };
  const say = (said: Said): void => void output.write(`${JSON.stringify(said)}\n`);
  say({ ready: true });
  const told = await next();
  if (!('brief' in told)) throw new Error('a config comes first');
  const judged = await judgeProposal(told.brief, async (wanted) => {
    say({ wanted });
    const answer = await next();
    if (!('looked' in answer)) throw new Error('this is not what was asked for');
    return answer.looked;
  });
  if (judged !== 'later') say({ output: judged });
}
