// A gate that holds whoever waits for it until a test opens it.

export interface Gate {
  /** Resolves once the gate is open. */
  readonly passed: Promise<void>;
  open(): void;
}

export function closedGate(): Gate {
  const waiting: (() => void)[] = [];
  const passed = new Promise<void>((resolve) => {
    waiting.push(resolve);
  });
  return { passed, open: () => waiting.forEach((resolve) => resolve()) };
}
