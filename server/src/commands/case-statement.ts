import type { QueryConfig } from 'pg';
import type { Candidate } from '../domain/assignment-rule.js';
import type { CaseState, Id } from '../domain/case.js';
import type { ChangingCommand, InputOf } from '../domain/command.js';
import type { EvidenceUpload } from '../domain/evidence-file.js';
import type { ReportedAmount } from '../domain/payment-record.js';
import type { Person } from '../domain/permission.js';
import { concernsTransaction } from '../domain/term-limit.js';
import type { Agreed } from '../domain/term-limit.js';
import { publishedVersions } from '../entities/published.js';
import type { PublishedVersions } from '../entities/published.js';
import { activePersons, platformPersons } from './case-transaction.js';
import { namedUploads } from './evidence-upload.js';
import { teamHandlers } from './handlers.js';
import { effectJson } from './idempotency.js';
import type { RememberedEffect } from './idempotency.js';
import { LoadStatement } from './load-statement.js';
import { agreedElsewhere, amountsReported } from './transaction-record.js';

/** A case as a command finds it, and of everything else what that command may look at. */
export interface FoundCase extends PublishedVersions {
  /** Null where there is no such case. */
  state: CaseState | null;
  /** The calendar by which its dates were computed last. */
  revisedTo: number;
  foldedBy: number;
  routeIds: Id[];
  otherRouteIds: Id[];
  effect?: RememberedEffect | null;
  persons?: Person[] | null;
  digests?: Record<Id, string> | null;
  tiedPersonIds?: Id[];
  candidates?: Candidate[] | null;
  agreedElsewhere?: Agreed[] | null;
  charges?: ReportedAmount[] | null;
  returned?: ReportedAmount[] | null;
  uploads?: EvidenceUpload[] | null;
  platformPersonIds?: Id[];
}

/** Who asks for what, and under which key's digest. */
export interface CommandOnCase<C extends ChangingCommand> {
  command: C;
  caseId: Id;
  input: InputOf<C>;
  person: Person;
  key: string | null;
  /** Null for the database's own clock. */
  now: Date | null;
}

const always = `s.state, s.calendar_version as "revisedTo", s.fold_version as "foldedBy", ${publishedVersions},
  routes_for(c.type, true) as "routeIds", routes_for(c.type, false) as "otherRouteIds"`;

/** The files that an input names. */
export function uploadIdsIn(input: object): Id[] {
  return 'uploadId' in input && input.uploadId ? [input.uploadId as Id] : [];
}

/** The statement that loads a case for a command, with nothing that the command has no use for. */
export function caseStatement<C extends ChangingCommand>(asked: CommandOnCase<C>): QueryConfig {
  const { command, caseId, input, person, key, now } = asked;
  const load = new LoadStatement<FoundCase>('load-case');
  const id = load.slot(caseId, 'uuid');
  const expertId = 'expertId' in input ? input.expertId : null;
  const handlerId = 'handlerId' in input ? input.handlerId : null;
  // Without a name a handler takes the case, and for a supervisor the rule picks.
  const isByRule = command === 'assignCase' && !handlerId;
  const chosen = [handlerId, expertId, isByRule ? person.id : null].filter(Boolean);
  const named = [...chosen, ...('personId' in input && input.personId ? [input.personId] : [])];
  const uploadIds = uploadIdsIn(input);
  if (key)
    load.add('effect', effectJson(load.slot(person.id, 'uuid'), load.slot(command, 'text'), load.slot(key, 'text')));
  if (named.length > 0) load.add('persons', activePersons(load.slot(named, 'uuid[]')));
  if (command === 'revealOpinions')
    load.add(
      'digests',
      `(select json_object_agg(t.id, encode(sha256(convert_to(t.salt || t.words, 'UTF8')), 'hex')) from case_text t where t.case_id = ${id})`,
    );
  if (chosen.length > 0 || command === 'admitSecondNegotiation')
    load.add(
      'tiedPersonIds',
      `array(select p.id from person p where is_tied(p.id, ${id}) and (p.id = any(${load.slot(named, 'uuid[]')})
        or p.id in (select e.expert_id from expert_seat e where e.case_id = ${id} and e.status in ('APPOINTED', 'CLEAR'))
        ${isByRule ? `or 'HANDLER' = any(p.roles)` : ''}))`,
    );
  if (isByRule) load.add('candidates', teamHandlers(id));
  if (concernsTransaction(command, input)) {
    load.add('agreedElsewhere', agreedElsewhere(id));
    load.add('charges', amountsReported(id, 'CHARGE'));
    load.add('returned', amountsReported(id, 'REFUND_ARRIVED'));
  }
  if (uploadIds.length > 0)
    load.add(
      'uploads',
      namedUploads(load.slot(uploadIds, 'uuid[]'), load.slot(person.id, 'uuid'), load.slot(now, 'timestamptz')),
    );
  if (command === 'addParty' || command === 'reclassifyCase') load.add('platformPersonIds', platformPersons);
  return load.query(always, `from case_snapshot s join dispute_case c on c.id = s.case_id where s.case_id = ${id}`);
}
