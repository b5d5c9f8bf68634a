// What a refusal of a webhook means, in one line with its fix. Neither the address nor a word of the chat is passed on.
import type { SendFailure } from '../../domain/notice.ts';

/** Undefined when the chat took the message. */
export function answerFailure(status: number, variable: string): SendFailure | undefined {
  if (status >= 200 && status < 300) return undefined;
  if (status >= 300 && status < 400)
    return failure('redirect', `The address in ${variable} leads to another one: set it to that one.`);
  if (status === 413) return failure('too-long', 'The chat takes no message as long as this: shorten it.');
  if (status === 429) return failure('wait', 'The chat asks to wait. A later run sends it.');
  if (status >= 400 && status < 500)
    return failure(
      'refused',
      `The webhook answers with ${status}: create it again in the chat, and put its address into ${variable}.`,
    );
  return {
    kind: 'failed',
    code: 'no-answer',
    line: `The webhook answers with ${status}: look into the chat before sending again.`,
    certain: false,
  };
}

/** `connected`: the message may have arrived. */
export function errorFailure({ connected }: { readonly connected: boolean }, variable: string): SendFailure {
  return connected
    ? {
        kind: 'failed',
        code: 'no-answer',
        line: 'The webhook gave no answer: look into the chat before sending again.',
        certain: false,
      }
    : failure(
        'no-connection',
        `relcomms can't reach the webhook at a public address: check the network and ${variable}.`,
      );
}

function failure(code: string, line: string): SendFailure {
  return { kind: 'failed', code, line, certain: true };
}
