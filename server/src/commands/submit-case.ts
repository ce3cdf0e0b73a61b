import type { QueryConfig } from 'pg';
import { unfiledCase } from '../domain/case.js';
import type { Id } from '../domain/case.js';
import { performSubmit } from '../domain/command.js';
import type { Moment } from '../domain/command.js';
import type { EvidenceUpload } from '../domain/evidence-file.js';
import type { SubmitCase, TransactionRecord } from '../domain/filing.js';
import type { Person } from '../domain/permission.js';
import { isAgainstPlatform } from '../domain/respondent.js';
import { openStages } from '../domain/stage.js';
import {
  activePersons,
  applyChange,
  byId,
  caseLock,
  newId,
  platformPersons,
  transact,
  transactionLock,
} from './case-transaction.js';
import type { Changed } from './case-transaction.js';
import { noteContactData } from './contact-data.js';
import { namedUploads, uploadLocks, uploadsById } from './evidence-upload.js';
import type { Runtime } from './runtime.js';
import { effectJson, keyLock, keyOf, repeated } from './idempotency.js';
import type { RememberedEffect } from './idempotency.js';
import { paymentOf, transactionRecord } from './transaction-record.js';
import { publishedVersions } from '../entities/published.js';
import type { PublishedVersions } from '../entities/published.js';
import { LoadStatement } from './load-statement.js';

export interface SubmitRequest {
  idempotencyKey?: string | null;
  input: SubmitCase;
}

/** What a filing may look at. */
interface Found extends PublishedVersions {
  teamId: Id | null;
  persons?: Person[] | null;
  platformPersonIds?: Id[];
  record?: TransactionRecord | null;
  effect?: RememberedEffect | null;
  uploads?: EvidenceUpload[] | null;
}

/**
 * Files a case. Repeats of a key, and filings about one transaction, wait for each other, so that the same case
 * is never filed twice; a refusal is a DomainError and writes nothing.
 */
export function submitCase(
  runtime: Runtime,
  person: Person,
  { idempotencyKey, input }: SubmitRequest,
): Promise<Changed> {
  const key = keyOf(idempotencyKey, input);
  const reference = input.transaction?.reference ?? null;
  const caseId = newId((runtime.now?.() ?? new Date()).getTime());
  const locks = [
    caseLock(caseId),
    ...(key ? [keyLock(person.id, key)] : []),
    ...(reference ? [transactionLock(reference)] : []),
    ...uploadLocks(input.evidenceUploadIds ?? []),
  ];
  const load = filingStatement(person, input, key?.key ?? null, runtime.now?.() ?? null);
  return transact<Changed, Found>(runtime, { locks, load }, async (client, now, [found]) => {
    const { teamId, persons, platformPersonIds, record, effect, uploads, ...versions } = found!;
    if (effect) return repeated(effect, key!.input);
    const known = {
      persons: byId(persons ?? null),
      routeIds: [],
      platformPersonIds: platformPersonIds ?? [],
      teamOf: () => teamId,
      uploads: uploadsById(uploads ?? null),
    };
    const state = unfiledCase(caseId);
    const effectOf = key && {
      person_id: person.id,
      command: 'submitCase',
      key_digest: key.key,
      input_digest: key.input,
    };
    const file = (moment: Moment) => performSubmit(state, input, person, record ?? null, moment);
    const { onBehalfOfId, onBehalfOfContact } = input;
    // A refusal takes it back with everything else.
    if (onBehalfOfContact && known.persons.has(onBehalfOfId ?? '')) {
      await noteContactData(client, onBehalfOfId!, onBehalfOfContact);
    }
    return applyChange(client, runtime, { state, versions, known }, now, file, effectOf);
  });
}

/** The statement that loads what a filing may look at. */
function filingStatement(person: Person, input: SubmitCase, key: string | null, now: Date | null): QueryConfig {
  const load = new LoadStatement<Found>('load-filing');
  const { type, reason, transaction, respondentIds, onBehalfOfId, evidenceUploadIds } = input;
  load.add(
    'teamId',
    `(select id from team order by (case_types @> array[${load.slot(type, 'text')}]) desc, id limit 1)`,
  );
  const named = [...(respondentIds ?? []), ...(onBehalfOfId ? [onBehalfOfId] : [])];
  if (key) load.add('effect', effectJson(load.slot(person.id, 'uuid'), `'submitCase'`, load.slot(key, 'text')));
  if (named.length > 0) load.add('persons', activePersons(load.slot(named, 'uuid[]')));
  if (isAgainstPlatform(type, reason)) load.add('platformPersonIds', platformPersons);
  if (evidenceUploadIds?.length)
    load.add(
      'uploads',
      namedUploads(load.slot(evidenceUploadIds, 'uuid[]'), load.slot(person.id, 'uuid'), load.slot(now, 'timestamptz')),
    );
  if (transaction) {
    const [paidAt, amountMinor, currency] = paymentOf(transaction);
    const record = transactionRecord({
      reference: load.slot(transaction.reference, 'text'),
      paidAt: load.slot(paidAt, 'timestamptz'),
      amountMinor: load.slot(amountMinor, 'bigint'),
      currency: load.slot(currency, 'text'),
      complainants: load.slot(onBehalfOfId ?? person.id, 'uuid'),
      openStages: load.slot(openStages, 'text[]'),
      exceptCaseId: 'null::uuid',
    });
    load.add('record', record);
  }
  return load.query(publishedVersions);
}
