// Starts the sandbox for a person at a terminal and says where to look.
import { startSandbox } from './start-sandbox.ts';
import { giveYoungMemory } from './young-memory.ts';

export async function runSandbox(options: {
  readonly port: number;
  readonly host?: string;
  readonly out: (text: string) => void;
}): Promise<void> {
  giveYoungMemory();
  const sandbox = await startSandbox({ port: options.port, host: options.host ?? '127.0.0.1' });
  const tokens = Object.entries(sandbox.tokens).map(([login, token]) => `  ${login.padEnd(8)} ${token}`);
  options.out(
    [
      `The sandbox is open: ${sandbox.url}`,
      'Nothing leaves this machine. Stop it with Ctrl+C.',
      '',
      `GitHub's API answers at ${sandbox.url}/api/v3 with these tokens:`,
      ...tokens,
      '',
    ].join('\n'),
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.close());
}
