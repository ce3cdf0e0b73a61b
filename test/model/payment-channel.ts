import { recordPayment } from '@accord/server/commands/payment-record';
import type { RecordPayment } from '@accord/server/domain/payment-record';
import type { Runtime } from '@accord/server/commands/runtime';
import { DomainError } from '@accord/server/domain/domain-error';
import type { Person } from '@accord/server/domain/permission';
import { expect } from 'vitest';
import type { ModelCase } from './case.js';
import { dayAfter, type Dice } from './days.js';
import { recordsFor } from './payment.js';

/** A system that knows the payment of one case, and reports of it bit by bit. */
export class PaymentChannel {
  private records: ReturnType<typeof recordsFor> | null = null;

  constructor(
    private readonly runtime: Runtime,
    private readonly persons: Record<string, Person>,
    private readonly reference: string,
  ) {}

  /** Reports what comes next, and again; with another content, or from anybody else, it is refused. Answers what was reported. */
  async report(c: ModelCase, dice: Dice): Promise<RecordPayment | null> {
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
    for (const person of [handler!, complainant!]) expect(await this.send(person, record)).toBe('FORBIDDEN');
    const stored = await this.send(integration!, record);
    expect(await this.send(integration!, record)).toMatchObject(stored as object);
    const mistaken = { ...record, at: `${on}T00:29:00.000Z` };
    expect(await this.send(integration!, mistaken)).toBe('IDEMPOTENCY_MISMATCH');
    c.records.push({ ...next, on });
    return record;
  }

  private send(person: Person, record: RecordPayment) {
    return recordPayment(this.runtime, person, null, record).catch((error: unknown) => {
      if (error instanceof DomainError) return error.code;
      throw error;
    });
  }
}
