import { useCallback, useEffect, useRef } from 'react';

const everyMs = 5_000;
const atMostEveryMs = 1_000;

/**
 * Calls `read` every few seconds while the page is visible and at once when it becomes visible again. The returned
 * function asks for a read soon; however often it is called, reads are at least a second apart.
 */
export function useLiveReads(read: () => void): () => void {
  const lastAt = useRef(0);
  const pending = useRef<ReturnType<typeof setTimeout>>(undefined);

  const readNow = useCallback(() => {
    clearTimeout(pending.current);
    pending.current = undefined;
    lastAt.current = performance.now();
    read();
  }, [read]);

  const readSoon = useCallback(() => {
    pending.current ??= setTimeout(readNow, Math.max(0, lastAt.current + atMostEveryMs - performance.now()));
  }, [readNow]);

  useEffect(() => {
    const readIfVisible = () => {
      if (document.visibilityState === 'visible') readNow();
    };
    const timer = setInterval(readIfVisible, everyMs);
    document.addEventListener('visibilitychange', readIfVisible);
    return () => {
      clearInterval(timer);
      clearTimeout(pending.current);
      pending.current = undefined;
      document.removeEventListener('visibilitychange', readIfVisible);
    };
  }, [readNow]);

  return readSoon;
}
