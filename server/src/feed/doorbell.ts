/** Wakes whoever waits for new events in this process; it carries nothing, the table is the truth. */
export interface Doorbell {
  ring(): void;
  /** Resolves at the next ring, after `timeoutMs`, or when the signal aborts; arm it before reading. */
  armed(signal: AbortSignal, timeoutMs: number): Promise<void>;
}

export function createDoorbell(): Doorbell {
  const waiting = new Set<() => void>();
  return {
    ring() {
      // Waking removes from the set, which a loop over a set allows.
      for (const wake of waiting) wake();
    },
    armed(signal, timeoutMs) {
      return new Promise((resolve) => {
        const wake = () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', wake);
          waiting.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, timeoutMs);
        signal.addEventListener('abort', wake);
        waiting.add(wake);
        if (signal.aborted) wake();
      });
    },
  };
}
