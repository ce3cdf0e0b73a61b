import type { ModelCase } from './case.js';
import { dayAfter, type Dice } from './days.js';
import { comeBackIf, investigate, presentGuard, wordsGuard } from './moves.js';
import type { Request } from './part.js';
import { anyOf, found, type Rule } from './rule.js';
import { hearing, type Command } from './table.js';

const reason = '按规定办理';

const stepRule = (status: 'DONE' | 'WAIVED'): Rule => ({
  input: (c, dice) => ({ stepId: anyOf(c.steps, dice), result: '已核实', reason }),
  guard(c, { stepId }) {
    const step = found(c.steps, stepId);
    if (step?.investigation !== c.investigationCount) return 'NOT_FOUND';
    return step.status === 'PLANNED' ? null : 'STEP_CLOSED';
  },
  apply: (c, { stepId }) => void (found(c.steps, stepId)!.status = status),
});

const meetingRule = (more: Record<string, unknown>, status: 'SCHEDULED' | 'HELD' | 'CANCELLED'): Rule => ({
  input: (c, dice) => ({ meetingId: anyOf(c.meetings, dice), ...more, ...laterIf(c, dice, status), reason }),
  guard(c, { meetingId }) {
    const meeting = found(c.meetings, meetingId);
    if (!meeting) return 'NOT_FOUND';
    return meeting.status === 'SCHEDULED' ? null : 'MEETING_CLOSED';
  },
  apply: (c, { meetingId }) => void (found(c.meetings, meetingId)!.status = status),
});

const answering = meetingRule({ answer: 'ACCEPTED' }, 'SCHEDULED');

/** Another day, from its first moment on: a meeting has begun on the whole of its day. */
function laterIf(c: ModelCase, dice: Dice, status: string) {
  return status === 'SCHEDULED'
    ? { scheduledAt: `${dayAfter(c.now, dice.pick([0, 2, 300, 300, 300]))}T16:00:00.000Z` }
    : {};
}
const dayOf = (scheduledAt: unknown) => dayAfter((scheduledAt as string).slice(0, 10));

/** Late evidence, since the investigation was concluded, or an upheld objection to a finding since it began. */
function hasNewGround(c: ModelCase): boolean {
  const since = c.concludedAt!;
  const isUpheld = c.objections.some(({ against, status, decidedAt }) => {
    return against === 'FINDING' && (status === 'UPHELD' || status === 'PARTLY') && decidedAt! > c.investigatedAt;
  });
  return isUpheld || c.evidence.some(({ at, requestId }) => at > since && !isAskedSince(c, since, requestId));
}

/** Nothing is being looked into any more, and this was not asked for since. */
function isAfterConclusion(c: ModelCase, requestId: unknown): boolean {
  return c.stage !== 'INVESTIGATING' && c.concludedAt !== null && !isAskedSince(c, c.concludedAt, requestId);
}

/** What was asked for since then is in time. */
function isAskedSince(c: ModelCase, since: number, requestId: unknown): boolean {
  return (found(c.requests, requestId)?.at ?? 0) > since;
}

export function deepen(c: ModelCase): void {
  // From an impasse the same cycle of the negotiation runs on, over the days since it stopped.
  if (c.stage === 'IMPASSE') c.runThrough('FIRST_NEGOTIATION');
  investigate(c);
}

/** How a case is looked into: steps, findings, evidence, meetings. */
export const inquiryRules = {
  planInvestigationStep: {
    input: (_c, dice) => ({ kind: dice.pick(['CONTACT_MERCHANT', 'OTHER']), reason }),
    apply: (c) => void c.steps.push({ id: '', investigation: c.investigationCount, status: 'PLANNED' }),
  },
  completeInvestigationStep: stepRule('DONE'),
  waiveInvestigationStep: stepRule('WAIVED'),
  recordFinding: {
    input: () => ({ rootCause: 'MERCHANT_FAILURE', text: '商家责任', reason }),
    apply: (c) => void c.findings.push({ id: '', investigation: c.investigationCount }),
  },
  concludeInvestigation: {
    input: () => ({ reason }),
    guard(c) {
      const isThis = (each: { investigation: number }) => each.investigation === c.investigationCount;
      if (c.steps.some((step) => isThis(step) && step.status === 'PLANNED')) return 'STEP_OPEN';
      if (!c.findings.some(isThis)) return 'NO_FINDING';
      return c.requests.some((each) => each.isMandatory && each.status === 'OPEN') ? 'MANDATORY_EVIDENCE_OPEN' : null;
    },
    apply(c) {
      c.stop('INVESTIGATION');
      if (!c.running('FIRST_NEGOTIATION')) c.start('FIRST_NEGOTIATION');
      c.rounds.push({ phase: 'FIRST', result: null });
      c.concludedAt = c.tick;
      c.stage = 'NEGOTIATING';
    },
  },
  deepenInvestigation: {
    input: () => ({ reason }),
    guard: (c) => (c.stage === 'NEGOTIATING' && !hasNewGround(c) ? 'NO_NEW_GROUND' : null),
    apply: deepen,
  },
  requestEvidence: {
    input(c, dice) {
      const partyId = anyOf([dice.pick(c.parties)], dice);
      const isOfComplainant = c.party(partyId)?.side === 'COMPLAINANT';
      return {
        fromPartyId: partyId,
        types: dice.pick([['CHAT_RECORD'], ['CHAT_RECORD'], ['CHAT_RECORD', 'BANK_STATEMENT']]),
        isMandatory: dice.chance(0.8),
        ...(dice.chance(0.7) ? { dueInWorkingDays: dice.pick([1, 3, 12, 30]) } : {}),
        onLapse: isOfComplainant && dice.chance(0.3) ? 'DEEMED_WITHDRAWN' : 'PROCEED_WITHOUT',
        reason,
      };
    },
    guard: (c, { fromPartyId }) => presentGuard(c, fromPartyId),
    apply(c, { fromPartyId, types, isMandatory, dueInWorkingDays, onLapse }) {
      c.requests.push({
        id: '',
        partyId: fromPartyId as string,
        types: types as string[],
        isMandatory: isMandatory as boolean,
        askedOn: c.today,
        at: c.tick,
        dueOn: c.in((dueInWorkingDays as number | undefined) ?? 5),
        onLapse: onLapse as Request['onLapse'],
        status: 'OPEN',
        closedOn: null,
      });
    },
  },
  submitEvidence: {
    input(c, dice, _world, player) {
      const ours = c.requests.filter(({ partyId }) => partyId === c.partyOf(player.id)?.id);
      const request = dice.chance(0.7) ? (ours.findLast(({ status }) => status === 'OPEN') ?? ours.at(-1)) : undefined;
      const missing = request?.types.find((type) => !isIn(c, request.id, type));
      const asked = request ? { requestId: request.id } : {};
      // One of one's own, as a rule, and now and then one in whose place there is another already.
      const own = c.evidence.filter(({ partyId }) => partyId === (c.partyOf(player.id)?.id ?? null));
      const used = own.filter(({ isSuperseded }) => isSuperseded);
      const named = used.length > 0 && dice.chance(0.3) ? used : own.length > 0 && dice.chance(0.8) ? own : c.evidence;
      if (dice.chance(0.2)) {
        const supersedesId = anyOf(named, dice);
        return { type: found(c.evidence, supersedesId)?.type ?? 'CHAT_RECORD', title: '更清楚的一份', supersedesId };
      }
      return { type: missing ?? 'CHAT_RECORD', title: '聊天记录', ...asked };
    },
    guard(c, { type, requestId, supersedesId }, { hat, party }) {
      const refused = wordsGuard(c, hat === 'COMPLAINANT');
      if (refused) return refused;
      if (requestId && found(c.requests, requestId)!.status !== 'OPEN') return 'REQUEST_CLOSED';
      if (!supersedesId) return null;
      const earlier = found(c.evidence, supersedesId);
      if (earlier?.partyId !== (party?.id ?? null)) return 'NOT_FOUND';
      if (earlier!.type !== type) return 'BAD_USER_INPUT';
      return earlier!.isSuperseded ? 'EVIDENCE_SUPERSEDED' : null;
    },
    apply(c, { type, requestId, supersedesId }, { party }) {
      comeBackIf(c);
      if (supersedesId) found(c.evidence, supersedesId)!.isSuperseded = true;
      const isAnswerOwed = party !== undefined && isAfterConclusion(c, requestId);
      const own = { partyId: party?.id ?? null, isAnswerOwed, isSuperseded: false };
      const piece = { id: '', type: type as string, at: c.tick, ...own };
      c.evidence.push({ ...piece, requestId: (requestId as string | undefined) ?? null });
      const request = found(c.requests, requestId);
      if (request?.types.every((each) => isIn(c, request.id, each))) {
        Object.assign(request, { status: 'ANSWERED', closedOn: c.today });
      }
    },
  },
  reviewEvidence: {
    input: (c, dice) => ({ evidenceId: anyOf(c.evidence, dice), isAccepted: dice.chance(0.5), reason }),
    guard(c, { evidenceId }) {
      const piece = found(c.evidence, evidenceId);
      if (!piece) return 'NOT_FOUND';
      if (piece.isSuperseded) return 'EVIDENCE_SUPERSEDED';
      // Late evidence is answered whatever the case has come to.
      return hearing.includes(c.stage) || piece.isAnswerOwed ? null : 'WRONG_STAGE';
    },
    apply: (c, { evidenceId }) => void (found(c.evidence, evidenceId)!.isAnswerOwed = false),
  },
  scheduleMeeting: {
    input: (c, dice) => ({ mode: 'ONLINE', ...laterIf(c, dice, 'SCHEDULED'), reason }),
    apply: (c, { scheduledAt }) =>
      void c.meetings.push({ id: '', status: 'SCHEDULED', on: dayOf(scheduledAt), answeredBy: [] }),
  },
  rescheduleMeeting: {
    ...meetingRule({}, 'SCHEDULED'),
    // Everyone is asked again.
    apply: (c, { meetingId, scheduledAt }) =>
      void Object.assign(found(c.meetings, meetingId)!, { on: dayOf(scheduledAt), answeredBy: [] }),
  },
  respondToMeeting: {
    ...answering,
    guard(c, input, actor, world) {
      const refused = answering.guard!(c, input, actor, world);
      if (refused) return refused;
      const { on, answeredBy } = found(c.meetings, input['meetingId'])!;
      if (on <= c.today) return 'MEETING_BEGUN';
      return answeredBy.includes(actor.party!.id) ? 'MEETING_ANSWERED' : null;
    },
    apply: (c, { meetingId }, { party }) => void found(c.meetings, meetingId)!.answeredBy.push(party!.id),
  },
  recordMeeting: meetingRule({ minutes: '双方陈述', attendeePartyIds: [] }, 'HELD'),
  cancelMeeting: meetingRule({}, 'CANCELLED'),
} satisfies Partial<Record<Command, Rule>>;

function isIn(c: ModelCase, requestId: string, type: string): boolean {
  return c.evidence.some((piece) => piece.requestId === requestId && piece.type === type);
}
