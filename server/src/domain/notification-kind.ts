import type { ClockKind } from './clock.js';
import type { LocalDate } from './working-calendar.js';

/** What people are told of, in the words in which they are told: 简体中文, English. */
export const wordsOfNotification = {
  CASE_FILED: ['收到新案件', 'New case'],
  CASE_ASSIGNED: ['案件已分派给您', 'Case assigned to you'],
  CASE_ACCEPTED: ['案件已受理', 'Case accepted'],
  CASE_FAST_TRACKED: ['案件经快速通道处理', 'Case put right on the fast track'],
  FAST_TRACK_LEFT: ['案件已转出快速通道', 'Case left the fast track'],
  CASE_REJECTED: ['案件不予受理', 'Case rejected'],
  CLARIFICATION_REQUESTED: ['请补充说明', 'Clarification requested'],
  CLARIFICATION_ANSWERED: ['申请人已补充说明', 'Clarification answered'],
  CLARIFICATION_LAPSED: ['补充说明已逾期', 'Clarification lapsed'],
  EVIDENCE_REQUESTED: ['请补充材料', 'Evidence requested'],
  EVIDENCE_SUBMITTED: ['当事人提交了材料', 'Evidence submitted'],
  EVIDENCE_NOT_ACCEPTED: ['材料未被采纳', 'Evidence not accepted'],
  EVIDENCE_ANSWER_OVERDUE: ['逾期材料尚未答复', 'Late evidence not answered in time'],
  EVIDENCE_LAPSED: ['补充材料已逾期', 'Evidence request lapsed'],
  MEETING_ARRANGED: ['已安排协商会议', 'Meeting arranged'],
  MEETING_CANCELLED: ['协商会议已取消', 'Meeting cancelled'],
  MESSAGE_POSTED: ['收到新消息', 'New message'],
  PROPOSAL_MADE: ['收到协商方案', 'Proposal made'],
  PROPOSAL_DECLINED: ['协商方案被拒绝', 'Proposal declined'],
  PROPOSAL_LAPSED: ['协商方案已逾期失效', 'Proposal lapsed'],
  SETTLEMENT_REACHED: ['已达成和解协议', 'Settlement reached'],
  IMPASSE_DECLARED: ['协商未果', 'Impasse declared'],
  TERM_REPORTED: ['方案条款报告已履行，请确认', 'Term reported done, please confirm'],
  TERM_CONTESTED: ['方案条款的履行被否认', 'Fulfilment of a term contested'],
  TERM_REOPENED: ['入账已冲销，方案条款须重新履行', 'A booking was taken back, the term is to be done again'],
  TERM_OVERDUE: ['方案条款逾期未履行，可报告违约的日期', 'Term overdue, a default can be reported'],
  DEFAULT_REPORTED: ['已报告违约', 'Default reported'],
  MEASURE_TAKEN: ['已采取临时措施', 'Measure taken'],
  MEASURE_ENDED: ['临时措施已结束', 'Measure ended'],
  CASE_RESOLVED: ['案件已解决', 'Case resolved'],
  CASE_UNRESOLVED: ['案件未能解决', 'Case unresolved'],
  CASE_CLOSED: ['案件已结案', 'Case closed'],
  CASE_WITHDRAWN: ['案件已撤回', 'Case withdrawn'],
  CASE_GOES_ON: ['案件继续办理', 'Case goes on'],
  PARTY_UNREACHABLE: ['多次联系未果，请尽快答复', 'We could not reach you, please answer'],
  OBJECTION_RAISED: ['收到异议', 'Objection raised'],
  OBJECTION_DECIDED: ['异议已有决定', 'Objection decided'],
  OBJECTION_OVERDUE: ['异议逾期未决定', 'Objection overdue'],
  SECOND_NEGOTIATION_REQUESTED: ['已申请二次协商', 'Second negotiation requested'],
  SECOND_NEGOTIATION_REFUSED: ['二次协商申请未通过', 'Second negotiation refused'],
  SECOND_NEGOTIATION_ADMITTED: ['二次协商已进入专家评审', 'Second negotiation admitted'],
  ADMISSION_OVERDUE: ['二次协商申请逾期未处理', 'Second negotiation request overdue'],
  EXPERT_APPOINTED: ['您被选为独立专家，请申报利益冲突', 'You are seated as an expert, please declare conflicts'],
  OPINION_REQUESTED: ['请提交专家评审意见', 'Expert opinion requested'],
  OPINION_OVERDUE: ['专家逾期未提交评审意见', 'Expert opinion overdue'],
  OPINIONS_REVEALED: ['专家评审意见已公开', 'Expert opinions revealed'],
  CLOCK_HALF: ['时限已过半', 'Half of the time has passed'],
  CLOCK_THREE_QUARTERS: ['时限已过四分之三', 'Three quarters of the time have passed'],
  CLOCK_NINETY: ['时限已过九成', 'Nine tenths of the time have passed'],
  CLOCK_DUE_NEXT_DAY: ['时限即将届满', 'Time is about to run out'],
  CLOCK_BREACHED: ['已超出时限基准', 'Benchmark exceeded'],
} as const satisfies Record<string, readonly [zh: string, en: string]>;

export type NotificationKind = keyof typeof wordsOfNotification;
export const notificationKinds = Object.keys(wordsOfNotification) as NotificationKind[];

const wordsOfClock: Record<ClockKind, readonly [zh: string, en: string]> = {
  SIMPLE: ['快速处理', 'simple handling'],
  RESPONSE: ['首次响应', 'response'],
  INVESTIGATION: ['调查', 'investigation'],
  FIRST_NEGOTIATION: ['首次协商', 'first negotiation'],
  SECOND_NEGOTIATION: ['二次协商', 'second negotiation'],
  OVERALL: ['全流程', 'overall'],
};

/** What a notification is about, as its reader may see it. */
export interface NotificationSubject {
  kind: NotificationKind;
  caseCount: number;
  /** The number of the case, when it is one. */
  number: string;
  /** The earliest date that matters. */
  dueOn: LocalDate | null;
  /** The clock, when it is one. */
  clock: ClockKind | null;
}

/** The notification in one line. */
export function notificationText(subject: NotificationSubject, locale: 'zh-CN' | 'en'): string {
  const { kind, caseCount, number, dueOn, clock } = subject;
  const [zh, en] = wordsOfNotification[kind];
  if (locale === 'en') {
    const about = caseCount === 1 ? `case ${number}` : `${caseCount} cases`;
    return `${en}${clock ? ` (${wordsOfClock[clock][1]})` : ''}: ${about}${dueOn ? `, ${dueOn}` : ''}`;
  }
  const about = caseCount === 1 ? `案件 ${number}` : `${caseCount} 起案件`;
  return `${zh}${clock ? `（${wordsOfClock[clock][0]}）` : ''}：${about}${dueOn ? `，${dueOn}` : ''}`;
}
