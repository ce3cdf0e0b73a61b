import { unfiledCase, type CaseState } from '@accord/server/domain/case';
import { authorize, decisionOfCommand, type ChangingCommand } from '@accord/server/domain/command';
import type { DomainError } from '@accord/server/domain/domain-error';
import { commandNames, type Person, type Role } from '@accord/server/domain/permission';
import { describe, expect, it } from 'vitest';

const person = (id: string, roles: Role[], teamIds: string[] = []): Person => ({
  id,
  name: id,
  roles,
  teamIds,
  partyKind: 'PERSON',
});
const who = {
  complainant: person('complainant', ['USER']),
  respondent: person('respondent', ['USER']),
  handler: person('handler', ['HANDLER'], ['team']),
  colleague: person('colleague', ['HANDLER'], ['team']),
  foreignHandler: person('foreign-handler', ['HANDLER'], ['other']),
  supervisor: person('supervisor', ['SUPERVISOR'], ['team']),
  foreignSupervisor: person('foreign-supervisor', ['SUPERVISOR'], ['other']),
  manager: person('manager', ['MANAGER']),
  admin: person('admin', ['ADMIN']),
  expert: person('expert', ['EXPERT']),
  formerParty: person('former-party', ['USER']),
  system: person('system', ['INTEGRATION']),
  foreignSystem: person('foreign-system', ['INTEGRATION']),
  stranger: person('stranger', ['USER']),
};
type Who = keyof typeof who;

function caseOf(handlerId: string | null): CaseState {
  const party = (id: string, side: 'COMPLAINANT' | 'RESPONDENT') =>
    ({
      id: `party-${id}`,
      side,
      kind: 'PERSON',
      memberIds: [id],
      name: null,
      hasConfirmedResult: false,
      position: null,
      isUnreachable: false,
      silenceEndsOn: null,
      leftAt: null,
    }) as const;
  const parties = [party('complainant', 'COMPLAINANT'), party('respondent', 'RESPONDENT')].map((each) => ({
    ...each,
    memberIds: [...each.memberIds],
  }));
  const left = {
    ...party('former-party', 'COMPLAINANT'),
    memberIds: ['former-party'],
    leftAt: '2026-03-02T04:00:00.000Z',
  };
  const none = { askedAt: null, opinionDueOn: null, opinion: null, sealedAt: null, revealedAt: null };
  const seat = { id: 'seat', number: 1, expertId: 'expert', status: 'CLEAR', ...none } as const;
  return {
    ...unfiledCase('case'),
    stage: 'INVESTIGATING',
    teamId: 'team',
    handlerId,
    parties: [...parties, left],
    seats: [seat],
    integrationId: 'system',
  };
}

// The table of the guarantees page, line by line; whoever is not named may not.
const parties: Who[] = ['complainant', 'respondent'];
/** Who has left still does, and is owed, what was agreed. */
const bound: Who[] = [...parties, 'formerParty'];
const handling: Who[] = ['handler', 'supervisor'];
type CaseCommand = ChangingCommand | 'createEvidenceUpload';
const allowed: Record<CaseCommand, Who[]> = {
  answerClarification: ['complainant'],
  amendCase: ['complainant'],
  withdrawCase: ['complainant'],
  postMessage: [...parties, 'handler', 'system'],
  createEvidenceUpload: [...parties, 'handler', 'system'],
  submitEvidence: [...parties, 'handler', 'system'],
  makeProposal: [...parties, 'handler'],
  withdrawProposal: [...parties, 'handler'],
  acceptProposal: parties,
  declineProposal: parties,
  confirmResult: parties,
  confirmTerm: bound,
  contestTerm: bound,
  recordInstalment: [...bound, 'handler'],
  recordMovement: ['handler', 'system'],
  statePosition: parties,
  respondToMeeting: parties,
  rateCase: parties,
  fulfilTerm: [...bound, 'handler'],
  updateOrderStatus: ['handler', 'system'],
  assignCase: ['supervisor'],
  acceptCase: handling,
  rejectCase: handling,
  requestClarification: handling,
  reclassifyCase: handling,
  fastTrack: handling,
  leaveFastTrack: handling,
  addParty: handling,
  startInvestigation: handling,
  planInvestigationStep: handling,
  completeInvestigationStep: handling,
  waiveInvestigationStep: handling,
  recordFinding: handling,
  concludeInvestigation: handling,
  requestEvidence: handling,
  reviewEvidence: handling,
  scheduleMeeting: handling,
  rescheduleMeeting: handling,
  recordMeeting: handling,
  cancelMeeting: handling,
  openRound: handling,
  declareImpasse: handling,
  referCase: handling,
  closeCase: handling,
  closeUnresolved: handling,
  takeMeasure: handling,
  liftMeasure: handling,
  addNote: handling,
  recordContactAttempt: handling,
  revealPersonalData: handling,
  deepenInvestigation: handling,
  raiseObjection: parties,
  withdrawObjection: parties,
  decideObjection: ['supervisor'],
  reopenCase: ['supervisor'],
  sampleCases: ['supervisor'],
  recordReview: ['supervisor'],
  allowCompensation: ['supervisor'],
  reportDefault: [...bound, 'handler'],
  requestSecondNegotiation: parties,
  withdrawSecondNegotiation: parties,
  refuseSecondNegotiation: ['supervisor'],
  admitSecondNegotiation: ['supervisor'],
  appointExpert: ['supervisor'],
  replaceExpert: ['supervisor'],
  revealOpinions: ['supervisor'],
  declareConflict: ['expert'],
  submitOpinion: ['expert'],
};
const commands: CaseCommand[] = [...(Object.keys(decisionOfCommand) as ChangingCommand[]), 'createEvidenceUpload'];
const sees: Who[] = [...bound, ...handling, 'manager', 'expert', 'system'];

function answer(state: CaseState, command: CaseCommand, name: Who): string {
  try {
    authorize(state, command, who[name]);
    return 'ALLOWED';
  } catch (error) {
    return (error as DomainError).code;
  }
}

describe('who may do what', () => {
  it('names every command on a case', () => {
    expect([...commands, 'submitCase'].sort()).toEqual([...commandNames].sort());
    expect(Object.keys(allowed).sort()).toEqual([...commands].sort());
  });

  it.each(commands)('%s: each role, on a case it is part of and on one it is not', (command) => {
    const state = caseOf('handler');
    for (const name of Object.keys(who) as Who[]) {
      const expected = allowed[command].includes(name) ? 'ALLOWED' : sees.includes(name) ? 'FORBIDDEN' : 'NOT_FOUND';
      expect(answer(state, command, name), `${name} ${command}`).toBe(expected);
    }
  });

  const supervising: ChangingCommand[] = [
    'decideObjection',
    'reopenCase',
    'sampleCases',
    'recordReview',
    'allowCompensation',
    'refuseSecondNegotiation',
    'admitSecondNegotiation',
    'appointExpert',
    'replaceExpert',
    'revealOpinions',
  ];
  it.each(supervising)('%s: never by a supervisor who handled the case or is a party of it', (command) => {
    const state = caseOf('handler');
    expect(answer({ ...state, handledBy: ['supervisor'] }, command, 'supervisor')).toBe('FORBIDDEN');
    const own = { ...state.parties[0]!, memberIds: ['supervisor'] };
    expect(answer({ ...state, parties: [own] }, command, 'supervisor')).toBe('FORBIDDEN');
  });

  it.each(['RECUSED', 'REPLACED'] as const)('shows nothing to an expert whose seat is %s', (status) => {
    const state = caseOf('handler');
    const left = { ...state, seats: state.seats.map((seat) => ({ ...seat, status })) };
    expect(answer(left, 'submitOpinion', 'expert')).toBe('NOT_FOUND');
  });

  it('shows an unassigned case to the handlers of its team, who may only take it', () => {
    const queued = caseOf(null);
    for (const command of commands) {
      const expected = command === 'assignCase' ? 'ALLOWED' : 'FORBIDDEN';
      expect(answer(queued, command, 'colleague'), command).toBe(expected);
      expect(answer(queued, command, 'foreignHandler'), command).toBe('NOT_FOUND');
    }
    expect(answer({ ...queued, stage: 'CLOSED' }, 'assignCase', 'colleague')).toBe('NOT_FOUND');
  });

  it('lets nobody handle or supervise a case of their own', () => {
    const insider = { ...who.complainant, roles: ['USER', 'HANDLER', 'SUPERVISOR'] as Role[], teamIds: ['team'] };
    const own = caseOf(insider.id);
    for (const command of commands) {
      const expected = allowed[command].includes('complainant') ? 'COMPLAINANT' : 'FORBIDDEN';
      let given: string;
      try {
        given = authorize(own, command, insider);
      } catch (error) {
        given = (error as DomainError).code;
      }
      expect(given, command).toBe(expected);
    }
  });
});
