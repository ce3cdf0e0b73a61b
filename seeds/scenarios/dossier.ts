import { addDays } from '@accord/server/domain/working-calendar';
import type { CaseReason, CaseType, Product } from '@accord/server/domain/classification';
import type { EvidenceType } from '@accord/server/domain/evidence';
import type { InvestigationStepKind, RootCause } from '@accord/server/domain/investigation';
import type { LocalDate } from '@accord/server/domain/working-calendar';
import { yuan, type Vow } from '../builders.js';
import type { Random } from '../random.js';
import type { Goods } from './goods.js';
import { relief, reparation, round } from './offer.js';
import { reactions } from './phrases.js';

/** What a generated case is about: words, money, and the ways in which it can be settled. */
export interface Dossier {
  type: CaseType;
  reason: CaseReason;
  product: Product;
  description: string;
  remedy: string;
  /** In yuan; null where no money is in dispute. */
  amount: number | null;
  evidence: EvidenceType[];
  /** What a handler may ask for besides. */
  lacking: EvidenceType;
  steps: InvestigationStepKind[];
  rootCauses: readonly (readonly [RootCause, number])[];
  /** An offer made on a date, between stingy (0) and generous (1). */
  offer(on: LocalDate, generosity: number): Vow[];
}

interface Matter {
  item: Goods;
  on: LocalDate;
  random: Random;
}

const merchantAtFault = [
  ['MERCHANT_FAILURE', 70],
  ['SERVICE_PROVIDER_FAILURE', 14],
  ['COMPLAINANT_ERROR', 9],
  ['UNKNOWN', 7],
] as const;
const channelAtFault = [
  ['CHANNEL_FAILURE', 45],
  ['MERCHANT_FAILURE', 40],
  ['PLATFORM_FAILURE', 15],
] as const;
const serviceAtFault = [
  ['SERVICE_PROVIDER_FAILURE', 45],
  ['PLATFORM_FAILURE', 40],
  ['COMPLAINANT_ERROR', 15],
] as const;

export const dossierOfReason: Record<CaseReason, (matter: Matter) => Dossier> = {
  NOT_AS_DESCRIBED: (matter) =>
    trade(
      'NOT_AS_DESCRIBED',
      matter,
      (bought, { promised, received }) => `${bought}，页面写明${promised}，收到后发现${received}`,
      ['退货退款，运费由商家承担', '退还部分货款', '换成与描述一致的商品'],
    ),
  POOR_QUALITY: (matter) =>
    trade('POOR_QUALITY', matter, (bought, { defect }) => `${bought}，${defect}`, [
      '全额退款',
      '换一件新的',
      '退还部分货款并承担维修费',
    ]),
  DELIVERY_DELAY: (matter) => {
    const days = matter.random.between(6, 25);
    return trade('DELIVERY_DELAY', matter, (bought) => `${bought}，承诺 48 小时发货，已经过去 ${days} 天还没有收到`, [
      '马上发货并补偿延误',
      '取消订单全额退款',
    ]);
  },
  REFUND_OR_RETURN: (matter) =>
    trade('REFUND_OR_RETURN', matter, (bought) => `${bought}，七天内申请退货，商家以“影响二次销售”为由拒绝`, [
      '按七天无理由退货退款',
      '退款，我承担退货运费',
    ]),
  CHARGED_NOT_COMPLETED: (matter) =>
    anomaly(
      'CHARGED_NOT_COMPLETED',
      matter,
      (bought) => `${bought}，银行卡已经扣款，订单却显示“待支付”`,
      '退回扣款或确认订单',
    ),
  REFUND_DELAYED: (matter) =>
    anomaly(
      'REFUND_DELAYED',
      matter,
      (bought) => `${bought}，商家 ${matter.random.between(7, 20)} 天前同意退款，至今没有到账`,
      '尽快退款到账',
    ),
  DUPLICATE_CHARGE: (matter) =>
    anomaly('DUPLICATE_CHARGE', matter, (bought) => `${bought}，网络卡顿后同一订单被扣了两次款`, '退回重复扣的一笔'),
  CANNOT_REPAY_ON_TIME: ({ random }) => {
    const amount = random.between(12, 180) * 500;
    const cause = random.pick(['公司裁员', '生意停业三个月', '家人住院', '工资拖欠两个月', '意外受伤休养']);
    return {
      type: 'REPAYMENT',
      reason: 'CANNOT_REPAY_ON_TIME',
      product: 'CREDIT',
      description: `因为${cause}，我的收入大幅减少，${amount.toLocaleString('en')} 元借款无法按期归还，不是恶意拖欠，希望协商还款方式。`,
      remedy: random.pick(['分期归还，减轻每月压力', '延期三个月后再还', '分期并减免逾期费用']),
      amount,
      evidence: ['FINANCIAL_STATEMENT', random.pick(['PAYSLIP', 'BANK_STATEMENT'] as const)],
      lacking: random.pick(['PAYSLIP', 'BANK_STATEMENT'] as const),
      steps: ['CHECK_BANK_STATEMENT', 'OTHER'],
      rootCauses: [
        ['HARDSHIP', 88],
        ['UNKNOWN', 12],
      ],
      offer: (on, generosity) => relief(amount, on, generosity),
    };
  },
  UNRESOLVED_IN_TIME: ({ random }) =>
    service(
      'UNRESOLVED_IN_TIME',
      random,
      `${random.pick(['限额调整', '发票开具', '账单更正', '解绑银行卡', '积分到账'])}的问题我已经反馈 ${random.between(2, 6)} 次，最早一次是 ${random.between(10, 40)} 天前，每次都说“加急处理”，至今没有结果。`,
      '给出明确答复并解决问题',
    ),
  POOR_SERVICE: ({ random }) =>
    service(
      'POOR_SERVICE',
      random,
      `拨打客服咨询${random.pick(['还款日变更', '转账失败', '账单费用', '赎回到账时间', '优惠未到账'])}，${random.pick(['等待 40 分钟后被挂断', '坐席态度恶劣、拒绝转接', '前后三位坐席说法不一致', '承诺回电却没有回电'])}。`,
      '道歉并说明改进措施',
    ),
  FAKE_TRANSACTION: ({ item, on, random }) => {
    const amount = random.between(item.from, item.through);
    return {
      type: 'RIGHTS_PROTECTION',
      reason: 'FAKE_TRANSACTION',
      product: 'PAYMENT',
      description: `${dayOf(on, random)}在“${item.shop}”购买${item.name}，付款 ${amount} 元后卖家失联，订单里的物流单号是假的，怀疑遇到虚假交易。`,
      remedy: '追回货款并处理该商家',
      amount,
      evidence: ['TRANSACTION_VOUCHER', 'CHAT_RECORD'],
      lacking: 'LOGISTICS_RECORD',
      steps: ['VERIFY_TRANSACTION', 'CONTACT_MERCHANT'],
      rootCauses: [
        ['FRAUD', 80],
        ['MERCHANT_FAILURE', 20],
      ],
      offer: () => [{ kind: 'FULL_REFUND', by: 'RESPONDENT', amount: yuan(amount) }],
    };
  },
  ACCOUNT_STOLEN: ({ random }) => {
    const amount = random.between(5, 300) * 100;
    const sign = random.pick(['收到异地登录提醒', '手机突然无服务', '发现绑定手机号被更换', '点了一条“退款”短信链接']);
    return {
      type: 'RIGHTS_PROTECTION',
      reason: 'ACCOUNT_STOLEN',
      product: 'TRANSFER',
      description: `${sign}之后，账户余额 ${amount} 元被分 ${random.between(2, 5)} 笔转走，不是本人操作，请冻结账号并追回资金。`,
      remedy: '追回资金并恢复账号',
      amount,
      evidence: ['ACCOUNT_INFORMATION', 'THEFT_PROOF'],
      lacking: 'BANK_STATEMENT',
      steps: ['VERIFY_TRANSACTION', 'CHECK_BANK_STATEMENT', 'CONTACT_SERVICE_PROVIDER'],
      rootCauses: [
        ['FRAUD', 92],
        ['COMPLAINANT_ERROR', 8],
      ],
      offer: (_on, generosity) => [
        { kind: 'FUND_RESTORATION', by: 'RESPONDENT', amount: yuan(generosity < 0.4 ? round(amount * 0.7) : amount) },
        { kind: 'ACCOUNT_RESTORATION', by: 'RESPONDENT', text: '重新实名核验后恢复账号' },
      ],
    };
  },
};

function trade(
  reason: CaseReason,
  { item, on, random }: Matter,
  tell: (bought: string, bought2: Goods) => string,
  remedies: string[],
): Dossier {
  const amount = random.between(item.from, item.through);
  const isGivenBack = random.chance(0.5);
  return {
    type: 'TRADE_DISPUTE',
    reason,
    product: 'PAYMENT',
    description: `${tell(`${dayOf(on, random)}在“${item.shop}”买的${item.name}（${amount} 元）`, item)}，${random.pick(reactions)}。`,
    remedy: random.pick(remedies),
    amount,
    evidence: [
      'TRANSACTION_VOUCHER',
      ...(random.chance(0.7) ? [random.pick(['CHAT_RECORD', 'GOODS_PHOTO', 'LOGISTICS_RECORD'] as const)] : []),
    ],
    lacking: random.pick(['CHAT_RECORD', 'GOODS_PHOTO', 'LOGISTICS_RECORD'] as const),
    steps: random.chance(0.4)
      ? ['VERIFY_TRANSACTION', 'CONTACT_MERCHANT', 'OTHER']
      : ['VERIFY_TRANSACTION', 'CONTACT_MERCHANT'],
    rootCauses: merchantAtFault,
    offer: (_on, generosity) => reparation(reason, amount, generosity, isGivenBack),
  };
}

function anomaly(
  reason: CaseReason,
  { item, on, random }: Matter,
  tell: (bought: string) => string,
  remedy: string,
): Dossier {
  const amount = random.between(item.from, item.through);
  return {
    type: 'PAYMENT_ANOMALY',
    reason,
    product: random.weighted([
      ['PAYMENT', 80],
      ['BILL', 12],
      ['TRANSFER', 8],
    ] as const),
    description: `${tell(`${dayOf(on, random)}在“${item.shop}”购买${item.name}（${amount} 元）`)}，${random.pick(reactions)}。`,
    remedy,
    amount,
    evidence: ['TRANSACTION_VOUCHER', ...(random.chance(0.75) ? (['BANK_STATEMENT'] as const) : [])],
    lacking: 'BANK_STATEMENT',
    steps: ['VERIFY_TRANSACTION', 'CHECK_BANK_STATEMENT'],
    rootCauses: channelAtFault,
    offer: (_on, generosity) =>
      generosity < 0.4
        ? [{ kind: 'PARTIAL_REFUND', by: 'RESPONDENT', amount: yuan(round(amount * 0.6)) }]
        : [{ kind: 'FULL_REFUND', by: 'RESPONDENT', amount: yuan(amount), text: '原路退回' }],
  };
}

function service(reason: CaseReason, random: Random, description: string, remedy: string): Dossier {
  const fee = random.between(1, 30) * 10;
  const isAboutFee = random.chance(0.4);
  return {
    type: 'SERVICE_COMPLAINT',
    reason,
    product: random.pick(['PAYMENT', 'BILL', 'WEALTH', 'CREDIT'] as const),
    description,
    remedy,
    amount: isAboutFee ? fee : null,
    evidence: random.chance(0.5) ? ['CHAT_RECORD'] : [],
    lacking: 'CHAT_RECORD',
    steps: ['CONTACT_SERVICE_PROVIDER', 'OTHER'],
    rootCauses: serviceAtFault,
    offer: (_on, generosity) => {
      const apology: Vow = { kind: 'APOLOGY', by: 'RESPONDENT', text: '书面道歉并告知改进措施' };
      if (isAboutFee) return [apology, { kind: 'FEE_WAIVER', by: 'RESPONDENT', amount: yuan(fee) }];
      return generosity < 0.5 ? [apology] : [apology, { kind: 'COMPENSATION', by: 'RESPONDENT', amount: yuan(fee) }];
    },
  };
}

/** A day some weeks before the case, as people say it. */
function dayOf(on: LocalDate, random: Random): string {
  const [, month, day] = addDays(on, -random.between(2, 20)).split('-').map(Number);
  return `${month} 月 ${day} 日`;
}
