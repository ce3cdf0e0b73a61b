import { newEvent } from './case-event.js';
import { reasonsOfType } from './classification.js';
import type { AnyNewCaseEvent } from './case-event.js';
import type { CaseState, Id, Instant, NewParty, Transaction } from './case.js';
import type { CaseReason, CaseTrack, CaseType, Channel, Product, Urgency } from './classification.js';
import type { ContactData } from './contact-data.js';
import type { Deciding } from './decision.js';
import { DomainError, badInput, blocked, judgeAll, notFound, requireText } from './domain-error.js';
import type { Evolution } from './evolve.js';
import { evidenceOfFiling, requireUploads } from './filed-evidence.js';
import { requireCurrency, requireMoney } from './money.js';
import type { Money } from './money.js';
import { joined } from './party.js';
import type { Person } from './permission.js';
import { isAgainstPlatform, platformAs, unknownMerchant } from './respondent.js';
import { workingDaysBefore } from './working-calendar.js';
import type { LocalDate } from './working-calendar.js';

export interface TransactionInput {
  reference: string;
  paidAt?: Instant | null;
  amount?: Money | null;
  counterparty?: string | null;
  product?: Product | null;
}

export interface SubmitCase {
  type: CaseType;
  reason: CaseReason;
  description: string;
  requestedRemedy: string;
  truthDeclared: boolean;
  channel: Channel;
  product?: Product | null;
  disputedAmount?: Money | null;
  transaction?: TransactionInput | null;
  respondentIds?: Id[] | null;
  onBehalfOfId?: Id | null;
  onBehalfOfContact?: ContactData | null;
  receivedOn?: LocalDate | null;
  evidenceUploadIds?: Id[] | null;
}

/** What is on record of the payment that a case names. */
export interface TransactionRecord {
  /** That of the same reference, time and amount, as far as they are told; null when the case is the first to say so. */
  id: Id | null;
  /** Open cases of it: of the very same, told whole, whoever filed them; of what may be the same only those of the complainant. */
  openCases: { id: Id; reason: CaseReason }[];
}

/** What is said of a filing beside that it was taken: a case without a transaction cannot be told from another by it. */
export const filingWarnings = ['POSSIBLE_DUPLICATE'] as const;

/** A handler files for somebody through one of these. */
const staffChannels: readonly Channel[] = ['PHONE', 'COUNTER', 'REGULATOR'];

/** And a system through this one; a system is nobody's party, so it always files for somebody. */
const systemChannels: readonly Channel[] = ['INTEGRATION'];

/** In what capacity the case is filed: for oneself, by a handler for somebody, or by a system for somebody. */
export function filerRole({ onBehalfOfId }: SubmitCase, { roles }: Person): 'COMPLAINANT' | 'HANDLER' | 'INTEGRATION' {
  if (roles.includes('INTEGRATION')) return 'INTEGRATION';
  return onBehalfOfId && roles.includes('HANDLER') ? 'HANDLER' : 'COMPLAINANT';
}

/** The track that a type starts on. */
export function trackOf(type: CaseType): CaseTrack {
  return type === 'PAYMENT_ANOMALY' ? 'SIMPLE' : 'STANDARD';
}

/** How urgent a type is by itself. */
export function urgencyOf(type: CaseType): Urgency {
  return type === 'RIGHTS_PROTECTION' ? 'URGENT' : 'NORMAL';
}

/** The case number: filing date and eight characters that tell nobody how many cases there are. */
export function caseNumber(receivedOn: LocalDate, id: Id): string {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  // The last 40 bits of a UUIDv7 are random.
  const random = BigInt(`0x${id.replaceAll('-', '').slice(-10)}`);
  const characters = Array.from({ length: 8 }, (_, index) => alphabet[Number((random >> BigInt(index * 5)) & 31n)]);
  return `AC${receivedOn.replaceAll('-', '')}${characters.join('')}`;
}

/** Files a case: who is in it, what it is about, and the clocks it starts. `filer` is who is signed in. */
export function submitCase(
  input: SubmitCase,
  filer: Person,
  record: TransactionRecord | null,
  deciding: Deciding,
): AnyNewCaseEvent[] {
  const { transaction, receivedOn, disputedAmount, complainant } = judgeAll({
    reason: () => requireReason(input),
    description: () => requireText('input.description', input.description, 10, 4000),
    requestedRemedy: () => requireText('input.requestedRemedy', input.requestedRemedy, 1, 2000),
    truthDeclared: () => requireDeclaration(input),
    transaction: () => (input.transaction ? draftTransaction(input.transaction, record, deciding) : null),
    duplicate: () => refuseDuplicate(record, input.reason),
    contact: () => requireSomebody(input),
    receivedOn: () => receivedOnOf(input, filer, deciding),
    disputedAmount: () => disputedAmountOf(input),
    complainant: () => complainantOf(input, filer, deciding),
    respondents: () => requireRespondents(input, filer, deciding),
    evidence: () => requireUploads(input.evidenceUploadIds ?? []),
  });
  return [
    newEvent('CaseSubmitted', {
      number: caseNumber(receivedOn, deciding.newId()),
      type: input.type,
      reason: input.reason,
      track: trackOf(input.type),
      urgency: urgencyOf(input.type),
      channel: input.channel,
      product: input.product ?? input.transaction?.product ?? 'PAYMENT',
      description: deciding.text(input.description),
      requestedRemedy: deciding.text(input.requestedRemedy),
      disputedAmount,
      transaction,
      receivedOn,
      teamId: deciding.teamOf(input.type),
      parties: [complainant, ...respondentsOf(input, filer, transaction, deciding)],
      isOnBehalf: Boolean(input.onBehalfOfId),
    }),
    ...evidenceOfFiling(input.evidenceUploadIds ?? [], complainant.id, deciding),
  ];
}

function requireReason({ type, reason }: SubmitCase): void {
  const fitting: readonly CaseReason[] = reasonsOfType[type];
  if (!fitting.includes(reason)) throw badInput('input.reason', `does not fit the type ${type}`);
}

function requireDeclaration({ truthDeclared }: SubmitCase): void {
  if (!truthDeclared) throw badInput('input.truthDeclared', 'must be declared');
}

function requireSomebody({ onBehalfOfContact, onBehalfOfId }: SubmitCase): void {
  if (onBehalfOfContact && !onBehalfOfId) throw badInput('input.onBehalfOfContact', 'belongs to a filing for somebody');
}

/** One open case of a payment and reason. */
export function refuseDuplicate(record: TransactionRecord | null, reason: CaseReason): void {
  if (record?.openCases.some((open) => open.reason === reason)) throw blocked('DUPLICATE_CASE');
}

/** Refuses what cannot be the time and amount of a payment. */
export function requirePayment({ paidAt, amount }: Pick<TransactionInput, 'paidAt' | 'amount'>, now: Instant): void {
  judgeAll({
    amount: () => amount && requireMoney('input.transaction.amount', amount),
    paidAt: () => {
      if (paidAt && paidAt > now) throw badInput('input.transaction.paidAt', 'must not lie in the future');
    },
  });
}

function draftTransaction(input: TransactionInput, record: TransactionRecord | null, deciding: Deciding): Transaction {
  const { counterparty } = judgeAll({
    reference: () => requireText('input.transaction.reference', input.reference, 1, 64),
    payment: () => requirePayment(input, deciding.now),
    counterparty: () =>
      input.counterparty
        ? deciding.text(requireText('input.transaction.counterparty', input.counterparty, 1, 200))
        : null,
  });
  return {
    id: record?.id ?? deciding.newId(),
    reference: input.reference,
    paidAt: input.paidAt ?? null,
    amount: input.amount ?? null,
    counterparty,
    product: input.product ?? null,
    orderStatus: null,
  };
}

function disputedAmountOf({ disputedAmount, transaction }: SubmitCase): Money | null {
  if (!disputedAmount) return transaction?.amount ?? null;
  requireDisputed(disputedAmount, transaction?.amount ?? null);
  return disputedAmount;
}

/** Refuses to dispute more than was paid, or in another currency. */
export function requireDisputed(disputed: Money, paid: Money | null): void {
  requireMoney('input.disputedAmount', disputed);
  requireCurrency('input.disputedAmount', disputed, paid?.currency ?? null);
  if (paid && disputed.amountMinor > paid.amountMinor) {
    throw badInput('input.disputedAmount', 'must not exceed the amount of the transaction');
  }
}

function receivedOnOf(input: SubmitCase, filer: Person, deciding: Deciding): LocalDate {
  const { today, calendar, policy } = deciding;
  if (!input.receivedOn || input.receivedOn === today) return today;
  if (!filer.roles.includes('HANDLER') || !input.onBehalfOfId) {
    throw new DomainError('FORBIDDEN', 'only staff filing for somebody can say when it was received');
  }
  const earliest = workingDaysBefore(calendar, today, policy.backdatingWorkingDays);
  if (input.receivedOn > today || input.receivedOn < earliest) {
    throw badInput('input.receivedOn', `must lie between ${earliest} and ${today}`);
  }
  return input.receivedOn;
}

function complainantOf(input: SubmitCase, filer: Person, deciding: Deciding): NewParty {
  let person = filer;
  if (!input.onBehalfOfId && filerRole(input, filer) === 'INTEGRATION') {
    throw badInput('input.onBehalfOfId', 'is needed when a system files');
  }
  if (input.onBehalfOfId) {
    const role = filerRole(input, filer);
    if (role === 'COMPLAINANT') throw new DomainError('FORBIDDEN', 'only a handler files for somebody else');
    const channels = role === 'HANDLER' ? staffChannels : systemChannels;
    if (!channels.includes(input.channel)) {
      throw badInput('input.channel', `must be one of ${channels.join(', ')} when filed for somebody`);
    }
    const named = deciding.persons.get(input.onBehalfOfId);
    if (!named) throw notFound('input.onBehalfOfId');
    person = named;
  }
  return { id: deciding.newId(), side: 'COMPLAINANT', kind: person.partyKind, memberIds: [person.id], name: null };
}

function requireRespondents({ respondentIds, onBehalfOfId }: SubmitCase, filer: Person, { persons }: Deciding): void {
  const ids = [...new Set(respondentIds ?? [])];
  if (ids.length > 10) throw badInput('input.respondentIds', 'must be at most 10');
  ids.forEach((id, index) => {
    const person = persons.get(id);
    if (!person || !canBeNamed(person)) throw notFound(`input.respondentIds.${index}`);
    if (id === (onBehalfOfId ?? filer.id))
      throw badInput(`input.respondentIds.${index}`, 'must not be the complainant');
  });
}

function respondentsOf(
  input: SubmitCase,
  filer: Person,
  transaction: Transaction | null,
  deciding: Deciding,
): NewParty[] {
  const respondents: NewParty[] = [];
  if (isAgainstPlatform(input.type, input.reason)) {
    respondents.push(
      platformAs('RESPONDENT', [filer.id, ...(input.onBehalfOfId ? [input.onBehalfOfId] : [])], deciding),
    );
  }
  for (const id of new Set(input.respondentIds ?? [])) {
    const { partyKind: kind } = deciding.persons.get(id)!;
    if (respondents.some((party) => party.memberIds.includes(id))) continue;
    respondents.push({ id: deciding.newId(), side: 'RESPONDENT', kind, memberIds: [id], name: null });
  }
  if (respondents.length === 0) respondents.push(unknownMerchant(transaction?.counterparty ?? null, deciding));
  return respondents;
}

/** Who sells or serves is known to everyone; ordinary persons and who works on cases are nobody's to name. */
function canBeNamed({ partyKind, roles }: Person): boolean {
  return partyKind !== 'PERSON' && roles.every((role) => role === 'USER');
}

export const filingEvolution: Evolution = {
  CaseSubmitted(state, { payload, actor, at }) {
    originate(state, payload, at);
    state.integrationId = actor.role === 'INTEGRATION' ? actor.personId : null;
  },
};

/** The fields that a case is born with. */
export function originate(
  state: CaseState,
  origin: Omit<Parameters<NonNullable<Evolution['CaseSubmitted']>>[1]['payload'], 'isOnBehalf'>,
  at: Instant,
): void {
  const { parties, ...fields } = origin;
  for (const key of Object.keys(fields) as (keyof typeof fields)[])
    if (key in state) Object.assign(state, { [key]: fields[key] });
  state.stage = 'SUBMITTED';
  state.filedAt = at;
  state.parties = parties.map((party) => joined({ ...party, memberIds: [...party.memberIds] }));
}
