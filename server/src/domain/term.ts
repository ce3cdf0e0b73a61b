import type { CaseState, Id, Instant, Party, TextRef } from './case.js';
import type { CaseType } from './classification.js';
import { daysFromToday } from './decision.js';
import type { Deciding } from './decision.js';
import { badInput, judgeAll, notFound, requireNone, requireText } from './domain-error.js';
import { blockedIf, gathered } from './guard.js';
import type { Guard, SubjectGuard } from './guard.js';
import { requireCurrency, requireMoney } from './money.js';
import type { Money } from './money.js';
import { addDays, isLocalDate, nextWorkingDay } from './working-calendar.js';
import type { LocalDate } from './working-calendar.js';

export const termKinds = [
  'FULL_REFUND',
  'PARTIAL_REFUND',
  'RESEND_GOODS',
  'REPLACEMENT',
  'RETURN_GOODS',
  'COMPENSATION',
  'INSTALMENT_PLAN',
  'DEFERMENT',
  'FEE_WAIVER',
  'FUND_RESTORATION',
  'ACCOUNT_RESTORATION',
  'APOLOGY',
  'OTHER',
] as const;
export type TermKind = (typeof termKinds)[number];
export const termStatuses = ['OPEN', 'REPORTED', 'CONTESTED', 'FULFILLED', 'IN_FORCE', 'DEFAULTED'] as const;
export type TermStatus = (typeof termStatuses)[number];

/** One dated payment of a plan. */
export interface Instalment {
  number: number;
  /** The date agreed. */
  nominalOn: LocalDate;
  /** The first working day on or after it. */
  dueOn: LocalDate;
  amount: Money;
}

/** How far one payment of a plan is. */
export interface PaymentState {
  /** When its obligor said that it was made. */
  reportedAt: Instant | null;
  /** When the beneficiary said that it was not. */
  contestedAt: Instant | null;
  /** Last day on which the beneficiary can contest what was reported; null when nothing waits for that. */
  uncontestedOn: LocalDate | null;
  paidAt: Instant | null;
}

/** By what a term counts as done. */
export type TermFulfilment = 'CONFIRMED' | 'UNCONTESTED' | 'BOOKED';

/** One promise of a proposal: who owes what to whom, until when. */
export interface TermContent {
  id: Id;
  kind: TermKind;
  obligorId: Id;
  beneficiaryId: Id;
  amount: Money | null;
  dueOn: LocalDate;
  /** Where no date is named: how long after it is agreed it is due; `dueOn` is then that of an agreement on the day of the offer. */
  dueInWorkingDays?: number;
  text: TextRef | null;
  instalments: Instalment[];
}

/** A promise that was accepted and is being carried out. */
export interface Term extends TermContent {
  instalments: (Instalment & PaymentState)[];
  proposalId: Id | null;
  /** Since when it is owed. */
  agreedAt: Instant;
  status: TermStatus;
  reportedAt: Instant | null;
  /** When the beneficiary said that it was not done. */
  contestedAt: Instant | null;
  fulfilledAt: Instant | null;
  /** Null until it is fulfilled, and of a plan that is in force. */
  fulfilledBy: TermFulfilment | null;
  /** Last day on which the beneficiary can contest what was reported. */
  uncontestedOn: LocalDate | null;
}

export interface TermInput {
  kind: TermKind;
  obligorId: Id;
  beneficiaryId: Id;
  amount?: Money | null;
  dueOn?: LocalDate | null;
  text?: string | null;
  instalments?: { dueOn: LocalDate; amount: Money }[] | null;
}

const goods: readonly CaseType[] = ['TRADE_DISPUTE', 'PAYMENT_ANOMALY'];
/** Term kinds that fit some types of dispute only; all others fit every type. */
export const typesOfTerm: Partial<Record<TermKind, readonly CaseType[]>> = {
  RESEND_GOODS: goods,
  REPLACEMENT: goods,
  RETURN_GOODS: goods,
  INSTALMENT_PLAN: ['REPAYMENT'],
  DEFERMENT: ['REPAYMENT'],
  FUND_RESTORATION: ['RIGHTS_PROTECTION'],
  ACCOUNT_RESTORATION: ['RIGHTS_PROTECTION'],
};
/** Term kinds that move money and so name an amount. */
export const paying: readonly TermKind[] = [
  'FULL_REFUND',
  'PARTIAL_REFUND',
  'COMPENSATION',
  'INSTALMENT_PLAN',
  'FEE_WAIVER',
  'FUND_RESTORATION',
];
/** Term kinds that give back what was paid; together they never exceed it. */
export const refunding: readonly TermKind[] = ['FULL_REFUND', 'PARTIAL_REFUND', 'FUND_RESTORATION'];
/** A plan or a deferment is kept by being in force; nobody waits for its last payment. */
export const inForceAtOnce: readonly TermKind[] = ['INSTALMENT_PLAN', 'DEFERMENT'];

/** Term kinds that a case of another type cannot have. */
export function fitsType(kind: TermKind, type: CaseType): boolean {
  return typesOfTerm[kind]?.includes(type) ?? true;
}

/** Checks terms against the type, the parties, the currency and each other, and fills in their due dates. */
export function draftTerms(state: CaseState, inputs: TermInput[], deciding: Deciding): TermContent[] {
  if (inputs.length === 0) throw badInput('input.terms', 'must hold at least one term');
  if (inputs.length > 20) throw badInput('input.terms', 'must hold at most 20 terms');
  const terms = judgeAll(inputs.map((term, index) => () => draftTerm(state, term, `input.terms.${index}`, deciding)));
  requireOneCurrency(state, terms);
  return terms;
}

/** A case has one currency: that of what was paid or disputed, else of the first amount that anybody named; null before. */
export function currencyOf(state: CaseState, terms: readonly TermContent[] = []): string | null {
  const offered = [...state.proposals.flatMap((proposal) => proposal.terms), ...terms].map(({ amount }) => amount);
  const named = [state.transaction?.amount, state.disputedAmount, state.compensationAllowed, ...offered];
  return named.find((amount) => amount)?.currency ?? null;
}

function requireOneCurrency(state: CaseState, terms: TermContent[]): void {
  const currency = currencyOf(state, terms);
  terms.forEach(({ amount }, index) => {
    if (amount) requireCurrency(`input.terms.${index}.amount`, amount, currency);
  });
}

function draftTerm(state: CaseState, term: TermInput, path: string, deciding: Deciding): TermContent {
  if (!fitsType(term.kind, state.type)) {
    throw badInput(`${path}.kind`, `does not fit a ${state.type} case`);
  }
  const obligor = boundParty(state, term.obligorId, `${path}.obligorId`, deciding);
  const beneficiary = boundParty(state, term.beneficiaryId, `${path}.beneficiaryId`, deciding);
  if (obligor.id === beneficiary.id) throw badInput(`${path}.beneficiaryId`, 'must be another party than the obligor');
  const isPaying = paying.includes(term.kind);
  if (isPaying && !term.amount) throw badInput(`${path}.amount`, `is needed for ${term.kind}`);
  if (!isPaying && term.amount) throw badInput(`${path}.amount`, `does not belong to ${term.kind}`);
  if (term.amount) requireMoney(`${path}.amount`, term.amount);
  return {
    id: deciding.newId(),
    kind: term.kind,
    obligorId: obligor.id,
    beneficiaryId: beneficiary.id,
    amount: term.amount ?? null,
    ...termDueOn(term, path, deciding),
    text: term.text ? deciding.text(requireText(`${path}.text`, term.text, 1, 2000)) : null,
    instalments: draftInstalments(term, path, deciding),
  };
}

/** A term binds who is still there and can be reached. */
const partyBlockersOf: SubjectGuard<Party> = (_state, { id, leftAt, memberIds, isUnreachable }, { actor }) =>
  leftAt !== null
    ? blockedIf(true, 'PARTY_LEFT', [id])
    : blockedIf(memberIds.length === 0 || (isUnreachable && id !== actor.partyId), 'PARTY_UNREACHABLE', [id]);

/** A term is between two parties. */
export const termBlockers: Guard = (state, asking) => {
  const unbound = state.parties.flatMap((party) => partyBlockersOf(state, party, asking));
  return state.parties.length - unbound.length < 2 ? gathered(unbound) : [];
};

function boundParty(state: CaseState, partyId: Id, path: string, deciding: Deciding) {
  const party = state.parties.find((each) => each.id === partyId);
  if (!party) throw notFound(path);
  requireNone(partyBlockersOf(state, party, deciding));
  return party;
}

function termDueOn(term: TermInput, path: string, deciding: Deciding): Pick<TermContent, 'dueOn' | 'dueInWorkingDays'> {
  const { policy, calendar, today } = deciding;
  const instalments = term.instalments ?? [];
  if (!term.dueOn && instalments.length > 0) return { dueOn: nextWorkingDay(calendar, instalments.at(-1)!.dueOn) };
  if (!term.dueOn) {
    const isRefund = refunding.includes(term.kind);
    const dueInWorkingDays = isRefund ? policy.refundWorkingDays : policy.termWorkingDays;
    return { dueOn: daysFromToday(deciding, dueInWorkingDays), dueInWorkingDays };
  }
  if (!isLocalDate(term.dueOn)) throw badInput(`${path}.dueOn`, 'must be a date');
  if (term.dueOn < today) throw badInput(`${path}.dueOn`, 'must not lie in the past');
  if (term.dueOn > addDays(today, 3660)) throw badInput(`${path}.dueOn`, 'must lie within ten years');
  return { dueOn: term.kind === 'DEFERMENT' ? nextWorkingDay(calendar, term.dueOn) : term.dueOn };
}

/** The dates of terms that named none, now that they are agreed: nobody is late with what was only offered. */
export function dueDatesAgreed(terms: readonly TermContent[], deciding: Deciding): { termId: Id; dueOn: LocalDate }[] {
  return terms.flatMap(({ id: termId, dueInWorkingDays }) =>
    dueInWorkingDays === undefined ? [] : [{ termId, dueOn: daysFromToday(deciding, dueInWorkingDays) }],
  );
}

function draftInstalments(term: TermInput, path: string, deciding: Deciding): Instalment[] {
  const inputs = term.instalments ?? [];
  if (term.kind !== 'INSTALMENT_PLAN') {
    if (inputs.length > 0) throw badInput(`${path}.instalments`, 'belong to an INSTALMENT_PLAN');
    return [];
  }
  if (inputs.length === 0 || inputs.length > 120) throw badInput(`${path}.instalments`, 'must be 1 to 120');
  let sum = 0;
  const instalments = inputs.map(({ dueOn, amount }, index) => {
    const at = `${path}.instalments.${index}`;
    requireCurrency(`${at}.amount`, requireMoney(`${at}.amount`, amount), term.amount!.currency);
    const previous = inputs[index - 1]?.dueOn ?? addDays(deciding.today, -1);
    if (dueOn <= previous) throw badInput(`${at}.dueOn`, 'must lie after the one before it and not in the past');
    if (dueOn > addDays(deciding.today, 3660)) throw badInput(`${at}.dueOn`, 'must lie within ten years');
    sum += amount.amountMinor;
    return { number: index + 1, nominalOn: dueOn, dueOn: nextWorkingDay(deciding.calendar, dueOn), amount };
  });
  if (sum !== term.amount!.amountMinor) {
    throw badInput(`${path}.instalments`, `sum to ${sum}, not to the amount ${term.amount!.amountMinor}`);
  }
  return instalments;
}
