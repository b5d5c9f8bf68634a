// Tells the embedded GitHub from a real one by its address.

/** Whether the API is on this machine: nobody has to be spared there. */
export function isLoopback(baseUrl: string): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(baseUrl).hostname);
}
