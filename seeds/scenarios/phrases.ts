import type { RejectionReason } from '@accord/server/domain/classification';
import type { EvidenceType } from '@accord/server/domain/evidence';
import type { InvestigationStepKind, RootCause } from '@accord/server/domain/investigation';

/** What people of the demo write and say where it does not depend on the case. */

export const reactions = [
  '联系商家三次都没有回复',
  '客服只说“会反馈”，之后再无下文',
  '商家要求我自己承担运费',
  '商家说过了七天就不管了',
  '商家把聊天记录撤回了',
  '多次沟通没有结果',
  '商家只愿意退 20 元',
  '平台机器人一直转不到人工',
];

export const evidenceTitles: Record<EvidenceType, readonly string[]> = {
  TRANSACTION_VOUCHER: ['支付凭证截图', '订单详情与付款记录', '电子回单'],
  BANK_STATEMENT: ['银行卡流水', '近六个月账户明细', '扣款短信与流水'],
  CHAT_RECORD: ['与商家的聊天记录', '客服对话截图', '通话录音文字稿'],
  FINANCIAL_STATEMENT: ['家庭收支与负债说明', '个人财务状况说明'],
  PAYSLIP: ['最近三个月工资单', '离职前工资单'],
  ACCOUNT_INFORMATION: ['账号实名信息', '常用设备与登录地点'],
  THEFT_PROOF: ['报警回执', '异地登录提醒截图'],
  GOODS_PHOTO: ['商品细节照片', '开箱视频截图', '破损部位照片'],
  LOGISTICS_RECORD: ['物流轨迹', '签收底单照片'],
  OTHER: ['情况说明', '补充材料'],
};

export const stepResults: Record<InvestigationStepKind, readonly string[]> = {
  VERIFY_TRANSACTION: [
    '交易真实，金额与订单一致。',
    '支付单与清算记录一致，款项已入账商家。',
    '同一订单确有两笔扣款，间隔 40 秒。',
    '交易由申请人常用设备发起。',
  ],
  CHECK_BANK_STATEMENT: [
    '流水与支付单核对一致。',
    '退款未到账，渠道侧处于待清算。',
    '收入在近两个月明显下降。',
    '资金转出至新绑定的收款账户。',
  ],
  CONTACT_MERCHANT: [
    '商家承认发货有误，愿意协商。',
    '商家提供了发货底单，主张已按约履行。',
    '商家称库存不足，同意退款。',
    '商家两次未接听，第三次书面答复。',
  ],
  CONTACT_SERVICE_PROVIDER: [
    '物流公司确认包裹在中转站滞留。',
    '渠道确认系统超时造成重复请求。',
    '外包客服确认未建立工单。',
    '运营商确认号码曾被补办。',
  ],
  OTHER: [
    '已比对页面快照与实物照片。',
    '已调取通话录音并复核。',
    '申请人补充的材料真实有效。',
    '现有材料不足以进一步判断。',
  ],
};

export const findings: Record<RootCause, readonly string[]> = {
  MERCHANT_FAILURE: [
    '商家未按约定履行，应承担责任。',
    '商品与页面描述不一致，责任在商家。',
    '商家发货疏漏，申请人要求合理。',
  ],
  SERVICE_PROVIDER_FAILURE: ['物流环节延误，商家应先行承担。', '外包服务方未按流程处理，投诉成立。'],
  PLATFORM_FAILURE: ['平台流程存在疏漏，应当改正并补偿。', '系统计费有误，应予退还。'],
  CHANNEL_FAILURE: ['支付渠道超时导致状态不一致，款项应退回。', '渠道重复入账，应原路退回一笔。'],
  COMPLAINANT_ERROR: ['申请人操作有误，但商家提示不够清楚。', '签收后人为损坏的可能性较大。'],
  FRAUD: ['账号被他人冒用，申请人无过错。', '收款方涉嫌虚假交易，已限制其账户。'],
  HARDSHIP: ['申请人收入下降，确有还款困难且有还款意愿。', '因病住院造成暂时困难，符合协商条件。'],
  UNKNOWN: ['双方说法不一，现有材料不足以认定责任。'],
};

export const partyMessages = [
  '请问现在处理到哪一步了？',
  '我已经把能找到的材料都上传了。',
  '希望能尽快给个答复，等了很久了。',
  '如果能今天处理，我愿意让一步。',
  '我不接受“不影响使用”这种说法。',
  '我们愿意配合，但请考虑成本。',
  '仓库正在核实，明天给答复。',
  '我这周出差，电话可能接不到，请留言。',
];
export const handlerMessages = [
  '您好，案件已受理，有进展会第一时间告知。',
  '已联系对方核实，预计两个工作日内答复。',
  '请双方在方案有效期内答复。',
  '材料已收到，感谢配合。',
  '已提醒对方尽快处理。',
];
export const minutesOfMeeting = [
  '双方陈述了各自主张，对事实基本没有争议，分歧在金额。',
  '申请人说明损失，对方表示愿意承担部分责任。',
  '经办人说明调查结论，双方同意考虑折中方案。',
  '对方代表需内部请示，约定两日内给出书面方案。',
];
export const declineReasons = [
  '金额太低，不能接受。',
  '我要的是退货退款，不是补偿。',
  '责任不全在我们，比例需要调整。',
  '期限太长，希望尽快处理。',
  '方案没有提到运费。',
];
export const roundReasons = [
  '上一轮未达成一致，双方愿意继续协商。',
  '对方提出新的条件，重新开启一轮。',
  '经办人拟提出折中方案。',
];
export const impasseReasons = [
  '多轮协商后分歧仍然较大。',
  '一方明确表示不再接受调解方案。',
  '对方长期未答复，无法继续协商。',
];
export const withdrawReasons = [
  '商家已私下退款，不再需要处理。',
  '问题已经解决，撤回申请。',
  '自己看错账单，撤回。',
  '与对方达成和解。',
];
export const leaveReasons = [
  '自动核验无法确认责任方，需人工调查。',
  '商家对扣款提出异议，转入普通通道。',
  '金额与订单不一致，需进一步核实。',
  '属商家履约问题，需要协商。',
];
export const reclassifyExplanations = ['涉及多笔订单，事实复杂，调整复杂程度。', '需要第三方核实，调整复杂程度。'];
export const measureReasons = ['账号疑似被盗用，先行保护。', '防止资金继续转出。', '收款方涉嫌虚假交易，暂扣资金。'];
export const references = ['原路退回', '退款单号见附件', '已邮寄，单号见物流记录', '已办理完毕'];

export const rejections: readonly (readonly [RejectionReason, string])[] = [
  ['NO_GROUNDS', '提交的材料不能说明对方有过错。'],
  ['INSUFFICIENT_INFORMATION', '未提供可核实的交易信息。'],
  ['OUT_OF_SCOPE', '所述事项不属于支付纠纷受理范围。'],
  ['NOT_A_PARTY', '申请人不是该笔交易的付款人。'],
  ['DUPLICATE', '同一事项已在其他渠道受理。'],
];

export const clarificationQuestions = [
  '请补充说明与商家沟通的时间和结果。',
  '请确认争议金额，并说明是否已收到部分退款。',
  '请说明商品收到时的状态，以及是否已签收。',
];
export const clarificationAnswers = [
  '第一次沟通在收货当天，客服说三天内回复，之后没有消息。',
  '没有收到任何退款，争议金额为订单全额。',
  '收到时外包装完好，开箱后发现问题，当天就联系了商家。',
];
export const comebackMessages = ['前段时间住院没看到消息，请继续处理。', '手机号换了，刚看到通知，我还要继续申请。'];
export const positions = [
  '我方已按约发货，愿意在合理范围内协商。',
  '我方认可部分责任，但不同意全额退款。',
  '我方按流程处理，愿意配合平台调查。',
];
export const deepeningReasons = ['双方对事实仍有争议，补充调查后再协商。', '需要第三方意见，继续调查。'];
export const lateEvidenceReasons = ['申请人提交了新的材料，需要重新核实。'];
export const findingObjections = ['调查结论没有采纳我方提供的发货底单。', '责任认定与物流记录不符。'];
export const resultObjections = ['方案履行后问题依旧，结果不能接受。', '实际收到的与协议约定不一致。'];
export const upheldReasons = ['异议成立：现有结论依据不足，重新核实。', '异议成立：处理过程有遗漏。'];
export const dismissals = ['经复核，原结论依据充分，异议不成立。', '所提材料此前已采信，不影响结论。'];
export const secondGrounds = [
  '首次协商没有考虑检测结果，请求专家评审。',
  '对责任认定有重大分歧，请求独立专家评审。',
  '对方拒绝所有折中方案，请求二次协商。',
];
export const refusalReasons = ['未提出新的理由或材料，不予受理二次协商。'];
export const conflictReasons = ['曾为被申请人提供过咨询服务。', '与一方当事人有亲属关系。'];
export const opinions = [
  '现有证据倾向于支持申请人，建议部分退款。',
  '双方均有一定责任，建议按比例分担损失。',
  '被申请人已尽提示义务，建议以补偿方式化解。',
  '建议由被申请人退还部分款项并书面致歉。',
];
export const ratings = {
  content: ['处理很快，结果满意。', '经办人很耐心，讲得清楚。'],
  discontent: ['时间太长了。', '结果勉强能接受，过程太折腾。'],
};
