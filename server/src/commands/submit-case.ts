import { unfiledCase } from '../domain/case.js';
import type { Id } from '../domain/case.js';
import type { CaseType } from '../domain/classification.js';
import { performSubmit } from '../domain/command.js';
import type { Moment } from '../domain/command.js';
import type { EvidenceUpload } from '../domain/evidence-file.js';
import type { SubmitCase, TransactionRecord } from '../domain/filing.js';
import type { Person } from '../domain/permission.js';
import { isAgainstPlatform } from '../domain/respondent.js';
import { openStages } from '../domain/stage.js';
import { applyChange, byId, caseLock, newId, personJson, transact, transactionLock } from './case-transaction.js';
import type { Changed } from './case-transaction.js';
import { namedUploads, uploadLocks, uploadsById } from './evidence-upload.js';
import type { Runtime } from './runtime.js';
import { effectJson, keyLock, keyOf, repeated } from './idempotency.js';
import type { RememberedEffect } from './idempotency.js';
import { paymentOf, transactionRecord } from './transaction-record.js';
import { publishedVersions } from '../entities/published.js';
import type { PublishedVersions } from '../entities/published.js';

export interface SubmitRequest {
  idempotencyKey?: string | null;
  input: SubmitCase;
}

interface Loaded extends PublishedVersions {
  persons: Person[] | null;
  platformPersonIds: Id[];
  teamId: Id | null;
  record: TransactionRecord | null;
  effect: RememberedEffect | null;
  uploads: EvidenceUpload[] | null;
}

const load = {
  name: 'load-filing',
  text: `
    select ${publishedVersions},
      (select json_agg(${personJson}) from person p where p.id = any($1::uuid[]) and p.is_active) as persons,
      array(select id from person where party_kind = 'PLATFORM' and is_active and $12::boolean order by id) as "platformPersonIds",
      (select id from team order by (case_types @> array[$2]) desc, id limit 1) as "teamId",
      (${transactionRecord({
        reference: '$3::text',
        paidAt: '$7::timestamptz',
        amountMinor: '$8::bigint',
        currency: '$9::text',
        complainants: '$13',
        openStages: '$4',
        exceptCaseId: 'null::uuid',
      })}) as record,
      (${effectJson('$5', `'submitCase'`, '$6')}) as effect,
      (${namedUploads('$10', '$5', '$11')}) as uploads`,
};

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
  return transact(runtime, locks, async (client, now) => {
    const named = [...(input.respondentIds ?? []), ...(input.onBehalfOfId ? [input.onBehalfOfId] : [])];
    const { rows } = await client.query<Loaded>({
      ...load,
      values: [
        named,
        input.type satisfies CaseType,
        reference,
        openStages,
        person.id,
        key?.key ?? '',
        ...paymentOf(input.transaction ?? {}),
        input.evidenceUploadIds ?? [],
        now,
        isAgainstPlatform(input.type, input.reason),
        input.onBehalfOfId ?? person.id,
      ],
    });
    const { persons, platformPersonIds, teamId, record: transaction, effect, uploads, ...versions } = rows[0]!;
    if (effect) return repeated(effect, key!.input);
    const known = {
      persons: byId(persons),
      routeIds: [],
      platformPersonIds,
      teamOf: () => teamId,
      uploads: uploadsById(uploads),
    };
    const state = unfiledCase(caseId);
    const effectOf = key && {
      person_id: person.id,
      command: 'submitCase',
      key_digest: key.key,
      input_digest: key.input,
    };
    const file = (moment: Moment) => performSubmit(state, input, person, transaction, moment);
    return applyChange(client, runtime, { state, versions, known }, now, file, effectOf);
  });
}
