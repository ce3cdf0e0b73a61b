import { useCallback, useEffect, useRef } from 'react';

const lookEveryMs = 5_000;
const readEveryMs = 60_000;
const readAtMostEveryMs = 1_000;

/**
 * While the page is visible calls `look` every few seconds, and `read` every minute and at once when it becomes visible
 * again. The returned function asks for a read soon; however often it is called, reads are at least a second apart.
 */
export function useLiveReads(look: () => void, read: () => void): () => void {
  const lastAt = useRef(0);
  const pending = useRef<ReturnType<typeof setTimeout>>(undefined);

  const readNow = useCallback(() => {
    clearTimeout(pending.current);
    pending.current = undefined;
    lastAt.current = performance.now();
    read();
  }, [read]);

  const readSoon = useCallback(() => {
    pending.current ??= setTimeout(readNow, Math.max(0, lastAt.current + readAtMostEveryMs - performance.now()));
  }, [readNow]);

  useEffect(() => {
    const ifVisible = (act: () => void) => () => {
      if (document.visibilityState === 'visible') act();
    };
    const readIfVisible = ifVisible(readNow);
    const timers = [setInterval(ifVisible(look), lookEveryMs), setInterval(readIfVisible, readEveryMs)];
    document.addEventListener('visibilitychange', readIfVisible);
    return () => {
      timers.forEach(clearInterval);
      clearTimeout(pending.current);
      pending.current = undefined;
      document.removeEventListener('visibilitychange', readIfVisible);
    };
  }, [look, readNow]);

  return readSoon;
}
