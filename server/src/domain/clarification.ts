import { newEvent } from './case-event.js';
import type { AnyNewCaseEvent } from './case-event.js';
import type { CaseState, Id, Instant, TextRef, Transaction } from './case.js';
import { daysFromToday } from './decision.js';
import type { Asking, Deciding, Decision } from './decision.js';
import { badInput, judgeAll, requireText } from './domain-error.js';
import type { Blocker } from './domain-error.js';
import type { OnLapse } from './evidence.js';
import type { Evolution } from './evolve.js';
import { blockedIf, passed } from './guard.js';
import type { Guard } from './guard.js';
import { refuseDuplicate, requireDisputed, requirePayment } from './filing.js';
import type { TransactionInput } from './filing.js';
import { requireCurrency } from './money.js';
import type { Money } from './money.js';
import { deemedWithdrawn } from './silence.js';
import type { LocalDate } from './working-calendar.js';

export const clarificationStatuses = ['OPEN', 'ANSWERED', 'LAPSED', 'CLOSED'] as const;
export type ClarificationStatus = (typeof clarificationStatuses)[number];

/** A question to the complainant before the case is taken on; CLOSED when the platform answered the case without waiting. */
export interface Clarification {
  id: Id;
  question: TextRef;
  answer: TextRef | null;
  dueOn: LocalDate;
  onLapse: OnLapse;
  status: ClarificationStatus;
  askedAt: Instant;
  closedAt: Instant | null;
}

export function openClarification(state: CaseState): Clarification | undefined {
  return state.clarifications.find((each) => each.status === 'OPEN');
}

/** One question at a time. */
export const questionBlockers: Guard = (state) =>
  state.clarifications
    .filter(({ status }) => status === 'OPEN')
    .flatMap(({ id }) => blockedIf(true, 'CLARIFICATION_OPEN', [id]));

/** There is a question to answer, and its last day is not over. */
export const answerBlockers: Guard = (state, asking) => {
  const open = openClarification(state);
  return open ? overdue(open, asking) : blockedIf(true, 'NO_CLARIFICATION', [state.id]);
};

/** A question that ends the case by its lapse ends it before whoever comes later. */
export const takingOnBlockers: Guard = (state, asking) => {
  const open = openClarification(state);
  return open && open.onLapse !== 'PROCEED_WITHOUT' ? overdue(open, asking) : [];
};

/** The sweep may not have run yet: the date decides, not the status. */
function overdue({ id, dueOn }: Clarification, asking: Asking): Blocker[] {
  return passed('CLARIFICATION_OVERDUE', dueOn, [id], asking);
}

export interface RequestClarification {
  question: string;
  onLapse?: OnLapse | null;
}

export const requestClarification: Decision<RequestClarification> = (_state, input, deciding) => [
  newEvent('ClarificationRequested', {
    clarificationId: deciding.newId(),
    question: deciding.text(requireText('input.question', input.question, 1, 2000)),
    dueOn: daysFromToday(deciding, deciding.policy.clarificationWorkingDays),
    onLapse: input.onLapse ?? 'PROCEED_WITHOUT',
  }),
];

export const answerClarification: Decision<{ text: string }> = (state, input, deciding) => {
  const answer = deciding.text(requireText('input.text', input.text));
  return [newEvent('ClarificationAnswered', { clarificationId: openClarification(state)!.id, answer })];
};

export interface AmendCase {
  description?: string | null;
  requestedRemedy?: string | null;
  disputedAmount?: Money | null;
  transaction?: Pick<TransactionInput, 'paidAt' | 'amount'> | null;
}

/** Corrects what was filed, before the platform has answered it. */
export const amendCase: Decision<AmendCase> = (state, input, deciding) => {
  const { description, requestedRemedy, disputedAmount } = input;
  const isPaymentTold = Boolean(input.transaction?.paidAt ?? input.transaction?.amount);
  if (!description && !requestedRemedy && !disputedAmount && !isPaymentTold) {
    throw badInput('input', 'must change something');
  }
  const { transaction, texts } = judgeAll({
    transaction: () => (isPaymentTold ? toldTransaction(state, input, deciding) : null),
    disputedAmount: () => disputedAmount && requireStillDisputed(state, disputedAmount, input.transaction?.amount),
    texts: () =>
      judgeAll({
        description: () =>
          description ? deciding.text(requireText('input.description', description, 10, 4000)) : null,
        requestedRemedy: () =>
          requestedRemedy ? deciding.text(requireText('input.requestedRemedy', requestedRemedy, 1, 2000)) : null,
      }),
  });
  return [
    newEvent('CaseAmended', {
      ...texts,
      // What is paid is what is disputed unless something else is said, as in a filing.
      disputedAmount: disputedAmount ?? (state.disputedAmount ? null : (transaction?.amount ?? null)),
      transaction,
    }),
  ];
};

/** Refuses what cannot be disputed of the payment as it is told now, or as it stands. */
function requireStillDisputed(state: CaseState, disputed: Money, told: Money | null | undefined): void {
  requireDisputed(disputed, told ?? state.transaction?.amount ?? null);
  requireCurrency('input.disputedAmount', disputed, state.disputedAmount?.currency ?? null);
}

/** The payment with what was not told of it before; what was told stays. */
function toldTransaction(
  { transaction, disputedAmount, reason }: CaseState,
  input: AmendCase,
  deciding: Deciding,
): Transaction {
  const told = input.transaction!;
  if (!transaction) throw badInput('input.transaction', 'belongs to a case that names one');
  requirePayment(told, deciding.now);
  if (told.paidAt && transaction.paidAt) throw badInput('input.transaction.paidAt', 'is told already');
  if (told.amount && transaction.amount) throw badInput('input.transaction.amount', 'is told already');
  if (told.amount && disputedAmount && !input.disputedAmount) {
    requireCurrency('input.transaction.amount', told.amount, disputedAmount.currency);
    if (told.amount.amountMinor < disputedAmount.amountMinor) {
      throw badInput('input.transaction.amount', 'must not be less than is disputed');
    }
  }
  refuseDuplicate(deciding.transactionRecord ?? null, reason);
  return {
    ...transaction,
    id: deciding.transactionRecord?.id ?? deciding.newId(),
    paidAt: told.paidAt ?? transaction.paidAt,
    amount: told.amount ?? transaction.amount,
  };
}

/** What silence means is what the question said. */
export function clarificationLapsed(
  state: CaseState,
  deciding: Deciding,
  options: Pick<AnyNewCaseEvent, 'deadline'>,
): AnyNewCaseEvent[] {
  const { id: clarificationId, onLapse } = openClarification(state)!;
  const lapsed = newEvent('ClarificationLapsed', { clarificationId, onLapse }, options);
  switch (onLapse) {
    case 'PROCEED_WITHOUT':
      return [lapsed];
    case 'DEEMED_WITHDRAWN':
      return [lapsed, deemedWithdrawn(null, deciding)];
    case 'REJECT': {
      const windowEndsOn = daysFromToday(deciding, deciding.policy.windowWorkingDays);
      const rejected = { reasonCode: 'INSUFFICIENT_INFORMATION' as const, reason: null, windowEndsOn };
      return [lapsed, newEvent('CaseRejected', rejected)];
    }
  }
}

/** Ends the open question, if there is one. */
export function closeClarification(state: CaseState, status: ClarificationStatus, at: Instant): void {
  const open = openClarification(state);
  if (open) Object.assign(open, { status, closedAt: at });
}

export const clarificationEvolution: Evolution = {
  ClarificationRequested(state, { payload, at }) {
    const { clarificationId: id, ...asked } = payload;
    state.clarifications.push({ id, ...asked, answer: null, status: 'OPEN', askedAt: at, closedAt: null });
  },
  ClarificationAnswered(state, { payload, at }) {
    openClarification(state)!.answer = payload.answer;
    closeClarification(state, 'ANSWERED', at);
  },
  ClarificationLapsed(state, { at }) {
    closeClarification(state, 'LAPSED', at);
  },
  CaseAmended(state, { payload }) {
    state.description = payload.description ?? state.description;
    state.requestedRemedy = payload.requestedRemedy ?? state.requestedRemedy;
    state.disputedAmount = payload.disputedAmount ?? state.disputedAmount;
    state.transaction = payload.transaction ?? state.transaction;
  },
};
