// Why a port can't be opened, in words with the fix.

/** `setting` is where people choose the port: `PORT` or `--port`. Undefined when it is about something else. */
export function portTrouble(error: unknown, setting: string): string | undefined {
  const { code, port, address } = error as { code?: unknown; port?: unknown; address?: unknown };
  const on = `port ${String(port)}${typeof address === 'string' ? ` of ${address}` : ''}`;
  switch (code) {
    case 'EADDRINUSE':
      return `Another program already uses ${on}. Stop it, or set ${setting} to a different port; 0 finds a free one.`;
    case 'EACCES':
      return `This account may not open ${on}. Set ${setting} to a port above 1023.`;
    case 'EADDRNOTAVAIL':
      return `This machine has no address ${String(address)}. Set HOST to one that it has, such as 127.0.0.1 or 0.0.0.0.`;
    default:
      return undefined;
  }
}
