import type { Runtime } from '@accord/server/commands/runtime';
import type { Cast } from './cast.js';
import { road } from './road.js';

/** A case that has something of everything: evidence of each audience, two proposals, a meeting, a measure, a settlement. */
export async function livedThrough(runtime: Runtime, cast: Cast) {
  const { complainant, respondent, handler } = cast;
  const walk = await road(runtime).submit(complainant, {
    type: 'PAYMENT_ANOMALY',
    reason: 'CHARGED_NOT_COMPLETED',
    respondentIds: [respondent.id],
    transaction: {
      reference: `T-${Math.random().toString(36).slice(2)}`,
      paidAt: '2026-02-27T02:00:00.000Z',
      amount: { amountMinor: 25900, currency: 'CNY' },
      counterparty: '优品商家',
    },
  });
  await walk.act(handler, 'assignCase', { handlerId: handler.id });
  await walk.act(handler, 'acceptCase', { complexity: 'MEDIUM' });
  await walk.act(handler, 'leaveFastTrack', {});
  await walk.act(handler, 'startInvestigation', { steps: [{ kind: 'VERIFY_TRANSACTION', note: '核实' }] });
  const [buyer, seller] = (await walk.state()).parties;
  const asked = await walk.act(handler, 'requestEvidence', {
    fromPartyId: buyer!.id,
    types: ['TRANSACTION_VOUCHER'],
    isMandatory: true,
  });
  await walk.act(complainant, 'submitEvidence', {
    type: 'TRANSACTION_VOUCHER',
    title: '交易凭证',
    requestId: asked.ids['requestId']!,
  });
  await walk.act(complainant, 'submitEvidence', { type: 'PAYSLIP', title: '工资单' });
  await walk.act(respondent, 'submitEvidence', { type: 'LOGISTICS_RECORD', title: '物流记录' });
  await walk.act(handler, 'takeMeasure', { kind: 'HOLD_FUNDS', reason: '争议期间暂缓付款' });
  const { evidence, investigations } = await walk.state();
  const stepId = investigations[0]!.steps[0]!.id;
  await walk.act(handler, 'completeInvestigationStep', { stepId, result: '已核实' });
  await walk.act(handler, 'recordFinding', {
    rootCause: 'MERCHANT_FAILURE',
    text: '商家未发货',
    evidenceIds: evidence.map(({ id }) => id),
  });
  await walk.act(handler, 'concludeInvestigation', {});
  const meeting = await walk.act(handler, 'scheduleMeeting', {
    mode: 'OFFLINE',
    scheduledAt: '2027-03-02T02:00:00.000Z',
    place: '三号会议室',
  });
  await walk.act(handler, 'recordMeeting', {
    meetingId: meeting.ids['meetingId']!,
    minutes: '双方陈述',
    attendeePartyIds: [buyer!.id, seller!.id],
  });
  await walk.act(complainant, 'postMessage', { text: '请尽快处理' });
  await walk.act(respondent, 'postMessage', { text: '正在核对' });
  const first = await walk.act(respondent, 'makeProposal', {
    terms: [{ kind: 'APOLOGY', obligorId: seller!.id, beneficiaryId: buyer!.id, text: '书面致歉' }],
  });
  const refund = { amountMinor: 9900, currency: 'CNY' };
  const second = await walk.act(complainant, 'makeProposal', {
    parentId: first.ids['proposalId']!,
    terms: [
      { kind: 'PARTIAL_REFUND', obligorId: seller!.id, beneficiaryId: buyer!.id, amount: refund },
      { kind: 'RESEND_GOODS', obligorId: seller!.id, beneficiaryId: buyer!.id },
    ],
  });
  const proposal = (await walk.state()).proposals.find(({ id }) => id === second.ids['proposalId'])!;
  await walk.act(respondent, 'acceptProposal', { proposalId: proposal.id, contentHash: proposal.hash });
  await walk.act(respondent, 'fulfilTerm', { termId: proposal.terms[0]!.id, reference: 'R-1' });
  return { ...walk, caseId: walk.caseId, buyer: buyer!, seller: seller!, proposal };
}
