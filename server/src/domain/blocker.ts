/**
 * Every reason for which a command can be blocked, in the words that people are shown.
 * `schema/error-codes.md` lists the same codes with what a caller can do.
 */
export const blockers = {
  WRONG_STAGE: { 'zh-CN': '案件当前阶段不能进行此操作', en: 'The case is not in a stage where this is possible' },
  DUPLICATE_CASE: {
    'zh-CN': '同一交易、同一事由已有在办案件',
    en: 'There is an open case of the same transaction and reason',
  },
  HANDLER_IS_PARTY: { 'zh-CN': '经办人不能是当事人', en: 'The handler must not be a party' },
  NOT_A_HANDLER: { 'zh-CN': '此人不是该团队的经办人', en: 'This person is not a handler of the team' },
  CLARIFICATION_OPEN: { 'zh-CN': '已有待补充说明的问题', en: 'A question to the complainant is open already' },
  NO_CLARIFICATION: { 'zh-CN': '没有待补充说明的问题', en: 'No question to the complainant is open' },
  NOT_ON_FAST_TRACK: { 'zh-CN': '案件不在快速通道', en: 'The case is not on the fast track' },
  TERM_NOT_FAST_TRACK: {
    'zh-CN': '快速处理只能退回款项或约束平台',
    en: 'Fast-track terms only reverse the payment or bind the platform',
  },
  STEP_OPEN: { 'zh-CN': '仍有调查事项未完成', en: 'An investigation step is neither done nor waived' },
  STEP_CLOSED: { 'zh-CN': '该调查事项已结束', en: 'The investigation step is done or waived already' },
  NO_FINDING: { 'zh-CN': '尚无调查结论', en: 'There is no finding yet' },
  MANDATORY_EVIDENCE_OPEN: { 'zh-CN': '必需的补充材料尚未提交', en: 'A mandatory evidence request is still open' },
  REQUEST_CLOSED: { 'zh-CN': '该补充材料通知已结束', en: 'The evidence request is answered or lapsed' },
  EVIDENCE_SUPERSEDED: {
    'zh-CN': '该材料已被更新的材料取代',
    en: 'A later piece has taken the place of this evidence',
  },
  MEASURE_ENDED: { 'zh-CN': '该保护措施已结束', en: 'The measure has ended' },
  ALREADY_RATED: { 'zh-CN': '您已作出评价', en: 'Your party has rated the case already' },
  PARTY_UNREACHABLE: {
    'zh-CN': '该当事人尚无代表或联系不上,不能受条款约束',
    en: 'Nobody acts for this party, or it cannot be reached, so no term can bind it',
  },
  MEETING_CLOSED: { 'zh-CN': '会议已结束或取消', en: 'The meeting was held or cancelled' },
  PROPOSAL_NOT_LIVE: { 'zh-CN': '该方案已失效', en: 'The proposal is no longer live' },
  CONTENT_CHANGED: { 'zh-CN': '方案内容与所确认的不一致', en: 'The content is not the one that was accepted' },
  CONSENT_NOT_NEEDED: { 'zh-CN': '该方案不需要您的同意', en: 'Your consent is not needed for this proposal' },
  ALREADY_ANSWERED: { 'zh-CN': '您已作出答复', en: 'You have answered already' },
  REFUND_ABOVE_PAID: { 'zh-CN': '退款总额超过已付金额', en: 'Refunds would exceed what was paid' },
  COMPENSATION_ABOVE_LIMIT: { 'zh-CN': '补偿金额超过上限', en: 'The compensation exceeds its limit' },
  TERMS_OF_OTHER_TYPE: {
    'zh-CN': '已有条款不适用于该纠纷类型',
    en: 'Terms offered or agreed do not fit the other type',
  },
  TERM_NOT_OPEN: { 'zh-CN': '该条款当前不能进行此操作', en: 'The term is not in a state where this is possible' },
  TERM_MOVES_NO_MONEY: { 'zh-CN': '该条款不涉及资金', en: 'The term moves no money' },
  MOVEMENT_ABOVE_TERM: { 'zh-CN': '入账总额超过条款金额', en: 'More would be booked than the term says' },
  INSTALMENT_PAID: { 'zh-CN': '该期款项已还', en: 'The instalment is paid already' },
  NOT_THE_OBLIGOR: { 'zh-CN': '您不是该条款的义务方', en: 'You are not the obligor of this term' },
  NOT_THE_BENEFICIARY: { 'zh-CN': '您不是该条款的受益方', en: 'You are not the beneficiary of this term' },
  NO_TRANSACTION: { 'zh-CN': '案件没有关联交易', en: 'No transaction is linked to the case' },
  RESULT_NOT_CONFIRMED: { 'zh-CN': '尚有当事人未确认结果', en: 'Not every party has confirmed the result' },
  NO_REFERRAL: { 'zh-CN': '尚未提供转介途径', en: 'There is no referral yet' },
  ALREADY_REFERRED: { 'zh-CN': '已转介至该途径', en: 'The case is referred to this route already' },
  NO_NEW_GROUND: {
    'zh-CN': '协商中需有新提交的证据或成立的结论异议,方可再次调查',
    en: 'Only late evidence or an upheld objection to a finding leads back from a negotiation',
  },
  OBJECTION_OPEN: { 'zh-CN': '尚有异议未处理', en: 'An objection is still open' },
  OBJECTION_DECIDED: { 'zh-CN': '该异议已处理或撤回', en: 'The objection is decided or withdrawn' },
  NOT_THE_OBJECTOR: { 'zh-CN': '该异议不是您提出的', en: 'The objection is not of your party' },
  EFFECT_NOT_POSSIBLE: { 'zh-CN': '案件当前情况不能采取该处理', en: 'The objection cannot have this effect now' },
  HANDLER_BARRED: { 'zh-CN': '该经办人不能再经办本案', en: 'This handler may not handle the case again' },
  GROUND_USED: { 'zh-CN': '再次重新办理需有新的理由', en: 'The case was reopened on this ground before' },
  SAME_SUPERVISOR: {
    'zh-CN': '再次重新办理须由另一名监督员决定',
    en: 'Another supervisor has to order this reopening',
  },
  NOT_IN_DEFAULT: { 'zh-CN': '尚未逾期满5个工作日', en: 'It is not five working days past its due date yet' },
  SECOND_USED: { 'zh-CN': '每案只能申请一次二次协商', en: 'There is one second negotiation a case' },
  NOT_THE_REQUESTER: { 'zh-CN': '二次协商不是您申请的', en: 'Your party did not ask for the second negotiation' },
  PANEL_INCOMPLETE: {
    'zh-CN': '专家组须为三人以上单数',
    en: 'The panel needs an odd number of experts, three at least',
  },
  PANEL_COMPLETE: { 'zh-CN': '专家组已组成,只能更换专家', en: 'The panel is complete; experts can only be replaced' },
  CONFLICT_UNDECLARED: {
    'zh-CN': '专家尚未声明有无利益冲突',
    en: 'An expert has not declared conflicts of interest yet',
  },
  EXPERT_CONFLICT: { 'zh-CN': '该专家与本案有利益冲突', en: 'The expert has a conflict of interest in this case' },
  EXPERT_SEATED: { 'zh-CN': '该专家已在或曾在本案专家组', en: 'The expert sits or sat on this panel' },
  NOT_AN_EXPERT: { 'zh-CN': '此人不是专家', en: 'This person is not an expert' },
  SEAT_REPLACED: { 'zh-CN': '该席位已更换专家', en: 'The seat was given to another expert' },
  OPINION_SUBMITTED: { 'zh-CN': '该席位已提交评审意见', en: 'The opinion of this seat is in' },
  OPINION_MISSING: { 'zh-CN': '尚有专家未提交评审意见', en: 'An expert opinion is missing' },
  SEAL_BROKEN: { 'zh-CN': '评审意见与密封时不一致', en: 'An opinion is not the one that was sealed' },
  HANDLED_BEFORE: {
    'zh-CN': '二次协商须由未参与首次处理的经办人主持',
    en: 'Who leads must not have handled round one',
  },
} as const satisfies Record<string, { 'zh-CN': string; en: string }>;

export type BlockerCode = keyof typeof blockers;
export const blockerCodes = Object.keys(blockers) as BlockerCode[];
