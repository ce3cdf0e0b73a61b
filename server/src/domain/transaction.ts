import { newEvent } from './case-event.js';
import type { OrderStatus } from './classification.js';
import type { Decision } from './decision.js';
import type { Evolution } from './evolve.js';
import { blockedIf } from './guard.js';
import { onlyWhileToDo } from './settlement.js';

export const orderBlockers = onlyWhileToDo((state) =>
  blockedIf(state.transaction === null, 'NO_TRANSACTION', [state.id]),
);

/** Records how the order behind the payment stands, as merchant or logistics told it. */
export const updateOrderStatus: Decision<{ orderStatus: OrderStatus }> = (_state, input) => [
  newEvent('OrderStatusUpdated', { orderStatus: input.orderStatus }),
];

export const transactionEvolution: Evolution = {
  OrderStatusUpdated(state, { payload }) {
    // Replaced, never changed in place: the event of the filing holds the transaction as it was then.
    state.transaction = { ...state.transaction!, orderStatus: payload.orderStatus };
  },
};
