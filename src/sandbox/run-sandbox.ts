// Starts the sandbox for a person at a terminal and says where to look.
import { startSandbox } from './start-sandbox.ts';

export async function runSandbox(options: {
  readonly port: number;
  readonly host?: string;
  readonly out: (text: string) => void;
}): Promise<void> {
  const sandbox = await startSandbox({ port: options.port, host: options.host ?? '127.0.0.1' });
  options.out(`The sandbox is open: ${sandbox.url}\nNothing leaves this machine. Stop it with Ctrl+C.\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.close());
}
