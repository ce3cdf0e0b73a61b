import type { Runtime } from '@accord/server/commands/runtime';
import type { CaseState } from '@accord/server/domain/case';
import type { SubmitCase } from '@accord/server/domain/filing';
import type { Person, Role } from '@accord/server/domain/permission';
import { road } from './road.js';

/** What somebody can be to a case. */
export const kinds = [
  'complainant',
  'respondent',
  'third party',
  'former party',
  'handler',
  'handler of the team',
  'supervisor',
  'supervisor who handled it',
  'expert',
  'integration',
  'manager',
  'admin',
  'stranger',
] as const;
export type Kind = (typeof kinds)[number];
type Crew = Record<Kind, Person>;

const rolesOf: Partial<Record<Kind, Role[]>> = {
  handler: ['HANDLER'],
  'handler of the team': ['HANDLER'],
  supervisor: ['SUPERVISOR'],
  'supervisor who handled it': ['HANDLER', 'SUPERVISOR'],
  expert: ['EXPERT'],
  integration: ['INTEGRATION'],
  manager: ['MANAGER'],
  admin: ['ADMIN'],
};
const uuid = (number: number) => `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** A case with somebody of every kind around it, and what it holds. */
export interface Surrounded {
  crew: Crew;
  caseId: string;
  state: CaseState;
}

/** Two cases of one payment in two teams, each with a crew of its own: whoever is something in one is nothing in the other. */
export async function twoSurrounded(runtime: Runtime): Promise<[Surrounded, Surrounded]> {
  const first = await hireCrew(runtime, 1, 'TRADE_DISPUTE');
  const second = await hireCrew(runtime, 2, 'RIGHTS_PROTECTION');
  return [
    await dispute(runtime, first, { type: 'TRADE_DISPUTE', reason: 'NOT_AS_DESCRIBED' }),
    await dispute(runtime, second, { type: 'RIGHTS_PROTECTION', reason: 'FAKE_TRANSACTION' }),
  ];
}

async function hireCrew({ pool }: Runtime, number: number, caseType: string): Promise<Crew> {
  const teamId = uuid(9000 + number);
  await pool.query('insert into team (id, name, case_types) values ($1, $2, $3)', [
    teamId,
    `第${number}组`,
    [caseType],
  ]);
  const crew: Partial<Crew> = {};
  for (const [index, kind] of kinds.entries()) {
    const id = uuid(number * 100 + index);
    const roles = rolesOf[kind] ?? ['USER'];
    const teamIds = roles.includes('HANDLER') || roles.includes('SUPERVISOR') ? [teamId] : [];
    const partyKind = kind === 'respondent' || kind === 'third party' ? 'MERCHANT' : 'PERSON';
    const name = `${kind} ${number}`;
    await pool.query('insert into person (id, name, subject, roles, party_kind) values ($1, $2, $3, $4, $5)', [
      id,
      name,
      `kind|${number}|${kind}`,
      roles,
      partyKind,
    ]);
    for (const team of teamIds)
      await pool.query('insert into team_member (team_id, person_id) values ($1, $2)', [team, id]);
    crew[kind] = { id, name, roles, partyKind, teamIds };
  }
  return crew as Crew;
}

async function dispute(runtime: Runtime, crew: Crew, input: Partial<SubmitCase>): Promise<Surrounded> {
  const { complainant, respondent, handler, supervisor } = crew;
  const walk = await road(runtime).submit(crew.integration, {
    channel: 'INTEGRATION',
    onBehalfOfId: complainant.id,
    respondentIds: [respondent.id],
    transaction: {
      reference: 'K-1',
      paidAt: '2026-02-27T02:00:00.000Z',
      amount: { amountMinor: 25_900, currency: 'CNY' },
    },
    ...input,
  });
  await walk.act(supervisor, 'assignCase', { handlerId: crew['supervisor who handled it'].id });
  await walk.act(supervisor, 'assignCase', { handlerId: handler.id, reason: '调整' });
  await walk.act(handler, 'acceptCase', { complexity: 'MEDIUM' });
  await walk.act(handler, 'startInvestigation', { steps: [{ kind: 'CONTACT_MERCHANT' }] });
  await walk.act(handler, 'addParty', { side: 'COMPLAINANT', personId: crew['former party'].id });
  await walk.act(crew['former party'], 'withdrawCase', { reason: '不再争议' });
  await walk.act(handler, 'addParty', { side: 'THIRD_PARTY', personId: crew['third party'].id });
  await walk.act(handler, 'takeMeasure', { kind: 'HOLD_FUNDS', reason: '争议期间暂缓付款' });
  await walk.act(handler, 'addNote', { text: '内部备注' });
  await walk.act(complainant, 'submitEvidence', { type: 'CHAT_RECORD', title: '聊天记录' });
  await walk.act(complainant, 'submitEvidence', { type: 'PAYSLIP', title: '工资单' });
  await walk.act(complainant, 'raiseObjection', { against: 'CONDUCT', grounds: '态度不好,没有按时回复' });
  const fromPartyId = (await walk.state()).parties[0]!.id;
  await walk.act(handler, 'requestEvidence', { fromPartyId, types: ['OTHER'], isMandatory: false });
  const stepId = (await walk.state()).investigations[0]!.steps[0]!.id;
  await walk.act(handler, 'completeInvestigationStep', { stepId, result: '完成' });
  await walk.act(handler, 'recordFinding', { rootCause: 'UNKNOWN', text: '原因不明' });
  await walk.act(handler, 'concludeInvestigation', {});
  await walk.act(handler, 'scheduleMeeting', { mode: 'ONLINE', scheduledAt: '2026-03-05T02:00:00.000Z' });
  await walk.act(respondent, 'postMessage', { text: '正在核对' });
  const [buyer, seller] = (await walk.state()).parties;
  await walk.act(respondent, 'makeProposal', {
    terms: [{ kind: 'APOLOGY', obligorId: seller!.id, beneficiaryId: buyer!.id }],
    settlesPart: true,
  });
  const { id: proposalId, hash: contentHash } = (await walk.state()).proposals[0]!;
  await walk.act(complainant, 'acceptProposal', { proposalId, contentHash });
  await walk.act(complainant, 'makeProposal', {
    terms: [{ kind: 'APOLOGY', obligorId: seller!.id, beneficiaryId: buyer!.id, text: '当面' }],
  });
  await walk.act(handler, 'declareImpasse', { reason: '双方意见不一' });
  await walk.act(complainant, 'requestSecondNegotiation', { grounds: '对调查不满意' });
  await walk.act(supervisor, 'appointExpert', { expertId: crew.expert.id });
  return { crew, caseId: walk.caseId, state: await walk.state() };
}
