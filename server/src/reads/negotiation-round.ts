import { actorOfEvent } from './actor.js';
import { idKey, instantKey } from './cursor.js';
import { clockRead } from './clock.js';
import { children, column, globalId, instant, referenced } from './field.js';
import type { ConnectionRead, ObjectRead, TypeRead } from './field.js';
import { findingRead } from './investigation.js';
import { meetingRead } from './meeting.js';
import { responseRead } from './party.js';
import { termRead } from './settlement.js';

/** The cycle that ran while the round did, the last of them where silence broke it off; another round and a deepening run one on. */
const clockOfRound: ObjectRead = {
  kind: 'object',
  of: () => clockRead,
  source: (alias, row) => ({
    from: `(select c.* from clock c where c.case_id = ${row}.case_id and c.kind = ${row}.phase || '_NEGOTIATION'
      and c.started_at <= coalesce(${row}.closed_at, 'infinity') order by c.cycle desc limit 1) ${alias}`,
    where: 'true',
  }),
};

export const negotiationRoundRead: TypeRead = {
  name: 'NegotiationRound',
  fields: {
    id: globalId('round'),
    number: column('number'),
    phase: column('phase'),
    openedAt: instant('opened_at'),
    closedAt: instant('closed_at'),
    result: column('result'),
    clock: clockOfRound,
    meetings: children(() => meetingRead, 'meeting', 'round_id', 'ordinal'),
    proposals: children(() => proposalRead, 'proposal', 'round_id', 'made_at, id'),
  },
};

const proposalResponseRead = responseRead('ProposalResponse');

export const proposalRead: TypeRead = {
  name: 'Proposal',
  fields: {
    id: globalId('proposal'),
    parent: referenced(() => proposalRead, 'proposal', 'parent_id'),
    author: actorOfEvent('ProposalMade', 'proposalId'),
    terms: children(() => termRead, 'term', 'proposal_id', 'ordinal'),
    hash: column('hash'),
    expiresOn: column('expires_on'),
    basedOnFindings: {
      ...children(() => findingRead, 'finding', 'id', 'recorded_at, id'),
      source: (alias, row) => ({ from: `finding ${alias}`, where: `${alias}.id = any(${row}.finding_ids)` }),
    },
    settlesPart: column('settles_part'),
    status: column('status'),
    responses: {
      kind: 'list',
      of: () => proposalResponseRead,
      source: (alias, row) => ({
        from: `jsonb_to_recordset(${row}.responses) as ${alias}("partyId" uuid, answer text, at text)`,
        where: 'true',
      }),
      order: (alias) => `${alias}.at, ${alias}."partyId"`,
    },
    madeAt: instant('made_at'),
  },
};

export const proposalsOfCase: ConnectionRead = {
  kind: 'connection',
  of: () => proposalRead,
  keys: [instantKey('made_at'), idKey],
  source: (alias, row) => ({ from: `proposal ${alias}`, where: `${alias}.case_id = ${row}.id` }),
};
