import type { Id } from '../domain/case.js';
import { perform } from '../domain/command.js';
import type { Act, ChangingCommand, InputOf, Moment } from '../domain/command.js';
import { dueDeadline } from '../domain/deadline.js';
import { DomainError } from '../domain/domain-error.js';
import { foldVersion } from '../domain/evolve.js';
import type { Person } from '../domain/permission.js';
import { capacitiesIn } from '../domain/permission.js';
import { concernsTransaction } from '../domain/term-limit.js';
import { shanghaiDate } from '../domain/working-calendar.js';
import { caseStatement, uploadIdsIn } from './case-statement.js';
import type { FoundCase } from './case-statement.js';
import { applyChange, byId, caseLock, transact, transactionLock } from './case-transaction.js';
import type { Changed } from './case-transaction.js';
import { actOnCase } from './deadlines.js';
import { uploadLocks, uploadsById } from './evidence-upload.js';
import { keyLock, keyOf, repeated } from './idempotency.js';
import { announcePayment } from './payment-record.js';
import type { Runtime } from './runtime.js';
import { recordOnceTold } from './transaction-record.js';

/** A command as it arrives: on which case, seen at which version, and under which key it may be repeated. */
export interface ChangeRequest<C extends ChangingCommand> {
  command: C;
  caseId: Id;
  expectedVersion?: number | null;
  idempotencyKey?: string | null;
  input: InputOf<C>;
}

/**
 * The one way in which a case changes: lock, load, judge, write, commit, ring.
 * Checks come in this order: visible, key known, role, version, stage, then the rule itself; a refusal is a DomainError
 * and writes nothing. A repeated key answers what it answered first.
 */
export async function changeCase<C extends ChangingCommand>(
  runtime: Runtime,
  person: Person,
  request: ChangeRequest<C>,
): Promise<Changed> {
  for (;;) {
    const changed = await tryToChange(runtime, person, request);
    // What is on record of its payment may decide a case as soon as it is taken on.
    if (changed && request.command === 'acceptCase') announcePayment(runtime);
    if (changed) return changed;
    await actOnCase(runtime, request.caseId);
  }
}

/** Which reference a case names never changes, so the lock of its transaction is known before any lock. */
async function transactionLocks({ pool }: Runtime, caseId: Id): Promise<string[]> {
  const { rows } = await pool.query<{ reference: string }>({
    name: 'transaction-of-case',
    text: 'select t.reference from dispute_case c join payment_transaction t on t.id = c.transaction_id where c.id = $1',
    values: [caseId],
  });
  return rows.map(({ reference }) => transactionLock(reference));
}

/**
 * Null when a deadline of the case has passed, or a calendar was published, and must act first: what comes late finds
 * the case as that left it. Null too when an earlier version folded the case, which is to be folded anew.
 */
async function tryToChange<C extends ChangingCommand>(
  runtime: Runtime,
  person: Person,
  request: ChangeRequest<C>,
): Promise<Changed | null> {
  const { command, caseId, input } = request;
  const key = keyOf(request.idempotencyKey, { caseId, ...input });
  const locks = [
    ...(key ? [keyLock(person.id, key)] : []),
    ...(concernsTransaction(command, input) ? await transactionLocks(runtime, caseId) : []),
    caseLock(caseId),
    ...uploadLocks(uploadIdsIn(input)),
  ];
  const now = runtime.now?.() ?? null;
  const load = caseStatement({ command, caseId, input, person, key: key?.key ?? null, now });
  return transact<Changed | null, FoundCase>(runtime, { locks, load }, async (client, clock, [found]) => {
    if (!found?.state || capacitiesIn(found.state, person).length === 0) {
      throw new DomainError('NOT_FOUND', 'no such case', { path: 'input.caseId' });
    }
    const { state, revisedTo, foldedBy, effect, calendarVersion, benchmarkVersion } = found;
    if (effect) return repeated(effect, key!.input);
    if (foldedBy < foldVersion) return null;
    const versions = { calendarVersion, benchmarkVersion };
    const { calendar } = await runtime.published.inForce(client, versions);
    const isLate = dueDeadline(state, shanghaiDate(new Date(clock)), calendar) !== undefined;
    if (revisedTo < calendarVersion || isLate) return null;
    const told = 'transaction' in input ? input.transaction : null;
    const known = {
      persons: byId(found.persons ?? null),
      routeIds: found.routeIds,
      otherRouteIds: found.otherRouteIds,
      storedDigests: new Map(Object.entries(found.digests ?? {})),
      tiedPersonIds: found.tiedPersonIds ?? [],
      candidates: found.candidates ?? [],
      platformPersonIds: found.platformPersonIds ?? [],
      agreedElsewhere: found.agreedElsewhere ?? [],
      charges: found.charges ?? [],
      returned: found.returned ?? [],
      transactionRecord: told ? await recordOnceTold(client, caseId, told) : null,
      uploads: uploadsById(found.uploads ?? null),
    };
    const act: Act<C> = { command, input, person, expectedVersion: request.expectedVersion ?? null };
    const effectOf = key && { person_id: person.id, command, key_digest: key.key, input_digest: key.input };
    const decide = (moment: Moment) => perform(state, act, moment);
    return applyChange(client, runtime, { state, versions, known }, clock, decide, effectOf);
  });
}
