import { offerCases, releaseCases } from './assignment.js';
import { actOnDeadlines } from './deadlines.js';
import { forgetOldEffects } from './idempotency.js';
import { deliverNotifications, forgetReadNotifications, remindOfClocks } from './notification.js';
import { checkPayments } from './payment-record.js';
import { reviseCases } from './revise-cases.js';
import type { Runtime } from './runtime.js';

/** Sweeps now, every minute and when the alarm says so until closed; a failing sweep is reported and tried again. */
export function sweepDeadlines(
  runtime: Runtime,
  onError: (error: unknown) => void,
  timed: (sweep: () => Promise<void>) => Promise<void>,
): { close(): Promise<void> } {
  const sweepOnce = async () => {
    do await actOnDeadlines(runtime);
    while ((await reviseCases(runtime)) > 0);
    await checkPayments(runtime);
    await releaseCases(runtime);
    await offerCases(runtime);
    await remindOfClocks(runtime);
    await deliverNotifications(runtime);
    await forgetOldEffects(runtime);
    await forgetReadNotifications(runtime);
  };
  const once = () => timed(sweepOnce);
  let sweep = once().catch(onError);
  const again = () => {
    sweep = sweep.then(once).catch(onError);
  };
  let isCheckWaiting = false;
  const check = () => {
    if (isCheckWaiting) return;
    isCheckWaiting = true;
    const checking = () => {
      isCheckWaiting = false;
      return checkPayments(runtime);
    };
    sweep = sweep.then(checking).then(() => undefined, onError);
  };
  const timer = setInterval(again, 60_000);
  runtime.alarm.addEventListener('published', again);
  runtime.alarm.addEventListener('payment', check);
  return {
    async close() {
      clearInterval(timer);
      runtime.alarm.removeEventListener('published', again);
      runtime.alarm.removeEventListener('payment', check);
      await sweep;
    },
  };
}
