import type { Candidate } from '../domain/assignment-rule.js';
import type { CaseState, Id } from '../domain/case.js';
import { perform } from '../domain/command.js';
import type { Act, ChangingCommand, InputOf } from '../domain/command.js';
import { dueDeadline } from '../domain/deadline.js';
import { DomainError } from '../domain/domain-error.js';
import { foldVersion } from '../domain/evolve.js';
import { concernsTransaction } from '../domain/term-limit.js';
import type { Agreed } from '../domain/term-limit.js';
import type { Money } from '../domain/money.js';
import type { Person } from '../domain/permission.js';
import { capacitiesIn } from '../domain/permission.js';
import { shanghaiDate } from '../domain/working-calendar.js';
import { applyChange, byId, caseLock, personJson, transact, transactionLock } from './case-transaction.js';
import { namedUploads, uploadLocks, uploadsById } from './evidence-upload.js';
import type { EvidenceUpload } from '../domain/evidence-file.js';
import type { Changed } from './case-transaction.js';
import { announcePayment } from './payment-record.js';
import type { Runtime } from './runtime.js';
import { actOnCase } from './deadlines.js';
import { teamHandlers } from './handlers.js';
import { effectJson, keyLock, keyOf, repeated } from './idempotency.js';
import { agreedElsewhere, chargesOf, recordOnceTold } from './transaction-record.js';
import type { RememberedEffect } from './idempotency.js';
import { publishedVersions } from '../entities/published.js';
import type { PublishedVersions } from '../entities/published.js';

/** A command as it arrives: on which case, seen at which version, and under which key it may be repeated. */
export interface ChangeRequest<C extends ChangingCommand> {
  command: C;
  caseId: Id;
  expectedVersion?: number | null;
  idempotencyKey?: string | null;
  input: InputOf<C>;
}

interface Loaded extends PublishedVersions {
  state: CaseState | null;
  revisedTo: number;
  foldedBy: number;
  routeIds: Id[];
  otherRouteIds: Id[];
  persons: Person[] | null;
  effect: RememberedEffect | null;
  digests: Record<Id, string> | null;
  tiedPersonIds: Id[];
  agreedElsewhere: Agreed[] | null;
  charges: Money[] | null;
  uploads: EvidenceUpload[] | null;
  candidates: Candidate[] | null;
  platformPersonIds: Id[];
}

const load = {
  name: 'load-case',
  text: `
    select (select state from case_snapshot where case_id = $1) as state,
      (select calendar_version from case_snapshot where case_id = $1) as "revisedTo",
      (select fold_version from case_snapshot where case_id = $1) as "foldedBy",
      ${publishedVersions},
      routes_for((select type from dispute_case where id = $1), true) as "routeIds",
      routes_for((select type from dispute_case where id = $1), false) as "otherRouteIds",
      (select json_agg(${personJson}) from person p where p.id = any($2::uuid[]) and p.is_active) as persons,
      (${effectJson('$3', '$4', '$5')}) as effect,
      (select json_object_agg(t.id, encode(sha256(convert_to(t.salt || t.words, 'UTF8')), 'hex')) from case_text t
        where t.case_id = $1 and $6::boolean) as digests,
      array(select p.id from person p where $7::boolean and is_tied(p.id, $1) and (p.id = any($2::uuid[])
        or p.id in (select s.expert_id from expert_seat s where s.case_id = $1 and s.status in ('APPOINTED', 'CLEAR'))
        or 'HANDLER' = any(p.roles) and $8::boolean)) as "tiedPersonIds",
      ${teamHandlers('$8::boolean')},
      (${agreedElsewhere('$1')} and $9::boolean) as "agreedElsewhere",
      (${chargesOf('$1')} and $9::boolean) as charges,
      (${namedUploads('$10', '$3', '$11')}) as uploads,
      array(select id from person where party_kind = 'PLATFORM' and is_active and $12::boolean order by id) as "platformPersonIds"`,
};

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
  const isOfMoney = concernsTransaction(command, input);
  const uploadIds = 'uploadId' in input && input.uploadId ? [input.uploadId] : [];
  const locks = [
    ...(key ? [keyLock(person.id, key)] : []),
    ...(isOfMoney ? await transactionLocks(runtime, caseId) : []),
    caseLock(caseId),
    ...uploadLocks(uploadIds),
  ];
  return transact(runtime, locks, async (client, now) => {
    const expertId = 'expertId' in input ? input.expertId : null;
    const handlerId = 'handlerId' in input ? input.handlerId : null;
    // Without a name a handler takes the case, and for a supervisor the rule picks.
    const isByRule = command === 'assignCase' && !handlerId;
    const chosen = [handlerId, expertId, isByRule ? person.id : null].filter(Boolean);
    const named = [...chosen, ...('personId' in input && input.personId ? [input.personId] : [])];
    const isChoosing = chosen.length > 0 || command === 'admitSecondNegotiation';
    const isRevealing = command === 'revealOpinions';
    const { rows } = await client.query<Loaded>({
      ...load,
      values: [
        caseId,
        named,
        person.id,
        command,
        key?.key ?? '',
        isRevealing,
        isChoosing,
        isByRule,
        isOfMoney,
        uploadIds,
        now,
        command === 'addParty' || command === 'reclassifyCase',
      ],
    });
    const {
      state,
      revisedTo,
      foldedBy,
      routeIds,
      otherRouteIds,
      persons,
      effect,
      digests,
      tiedPersonIds,
      candidates,
      platformPersonIds,
      agreedElsewhere: agreed,
      charges,
      uploads,
      ...versions
    } = rows[0]!;
    if (!state || capacitiesIn(state, person).length === 0) {
      throw new DomainError('NOT_FOUND', 'no such case', { path: 'input.caseId' });
    }
    if (effect) return repeated(effect, key!.input);
    if (foldedBy < foldVersion) return null;
    const { calendar } = await runtime.published.inForce(client, versions);
    const isLate = dueDeadline(state, shanghaiDate(new Date(now)), calendar) !== undefined;
    if (revisedTo < versions.calendarVersion || isLate) return null;
    const told = 'transaction' in input ? input.transaction : null;
    const storedDigests = new Map(Object.entries(digests ?? {}));
    const known = {
      persons: byId(persons),
      routeIds,
      otherRouteIds,
      storedDigests,
      tiedPersonIds,
      candidates: candidates ?? [],
      platformPersonIds,
      agreedElsewhere: agreed ?? [],
      charges: charges ?? [],
      transactionRecord: told ? await recordOnceTold(client, caseId, told) : null,
      uploads: uploadsById(uploads),
    };
    const act: Act<C> = { command, input, person, expectedVersion: request.expectedVersion ?? null };
    const effectOf = key && { person_id: person.id, command, key_digest: key.key, input_digest: key.input };
    return applyChange(
      client,
      runtime,
      { state, versions, known },
      now,
      (moment) => perform(state, act, moment),
      effectOf,
    );
  });
}
