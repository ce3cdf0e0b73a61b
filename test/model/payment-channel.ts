import { checkPayments, recordPayment } from '@accord/server/commands/payment-record';
import type { RecordPayment } from '@accord/server/domain/payment-record';
import type { Runtime } from '@accord/server/commands/runtime';
import { DomainError } from '@accord/server/domain/domain-error';
import type { Person } from '@accord/server/domain/permission';
import { expect } from 'vitest';
import { dayAfter, type Dice } from './days.js';
import { check, recordsFor } from './payment.js';
import type { Sequence } from './sequence.js';

/** A system that knows the payment of one case, and reports of it bit by bit. */
export class PaymentChannel {
  private records: ReturnType<typeof recordsFor> | null = null;

  constructor(
    private readonly persons: Record<string, Person>,
    private readonly reference: string,
  ) {}

  /** Reports something, and then the platform looks at what is on record; each not always. */
  async next(sequence: Sequence, dice: Dice): Promise<string | null> {
    const { runtime, c, coverage } = sequence;
    const reported = dice.chance(0.5) ? await this.report(sequence, dice) : null;
    const told = reported && `reported ${JSON.stringify(reported)}`;
    if (dice.chance(0.4)) return told;
    await checkPayments(runtime);
    if (!sequence.isOverdue()) check(c, sequence.today, this.persons['platform']!.id);
    if (c.finding) coverage.findings.add(c.finding);
    return `${told ?? ''} checked`;
  }

  /** Reports what comes next, and again; with another content, or from anybody else, it is refused. Answers what was reported. */
  private async report({ runtime, c }: Sequence, dice: Dice): Promise<RecordPayment | null> {
    const { complainant, stranger, handler, integration } = this.persons;
    this.records ??= recordsFor(c, dice, stranger!.id);
    const next = this.records[c.records.length];
    if (!next) return null;
    const { kind, amount, payerId } = next;
    const on = dayAfter(c.now, -dice.pick([0, 0, 2, 9]));
    const record = {
      reference: this.reference,
      kind,
      ...(amount === null ? {} : { amount: { amountMinor: amount, currency: 'CNY' } }),
      at: `${on}T00:30:00.000Z`,
      externalId: `${this.reference} ${c.records.length}`,
      payerId,
    };
    for (const person of [handler!, complainant!]) expect(await send(runtime, person, record)).toBe('FORBIDDEN');
    const stored = await send(runtime, integration!, record);
    expect(await send(runtime, integration!, record)).toMatchObject(stored as object);
    const mistaken = { ...record, at: `${on}T00:29:00.000Z` };
    expect(await send(runtime, integration!, mistaken)).toBe('IDEMPOTENCY_MISMATCH');
    c.records.push({ ...next, on });
    return record;
  }
}

function send(runtime: Runtime, person: Person, record: RecordPayment) {
  return recordPayment(runtime, person, null, record).catch((error: unknown) => {
    if (error instanceof DomainError) return error.code;
    throw error;
  });
}
