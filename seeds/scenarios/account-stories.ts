import { monthlyInstalments, yuan } from '../builders.js';
import { people } from './people.js';
import type { Story } from './story.js';

const { zhouqiang, xiaohong, xiaoli, platform, sunhao, zhaomin, zhangxiaowen } = people;

/** Cannot repay on time: an instalment plan in force on the tenth working day. */
export const storyB: Story = {
  name: 'B',
  lastDay: 10,
  endedDaysAgo: 4,
  async tell(tale) {
    await tale.files('19:25', zhouqiang, {
      type: 'REPAYMENT',
      reason: 'CANNOT_REPAY_ON_TIME',
      description: '公司裁员后我从上个月起没有固定收入，信用借款 36,000 元本月到期，无法一次还清，希望分期偿还。',
      requestedRemedy: '分 12 期偿还本金，减轻每月还款压力',
      channel: 'APP_HOME',
      product: 'CREDIT',
      disputedAmount: yuan(36_000),
    });
    await tale.hands(0, '19:40', zhouqiang, [
      ['FINANCIAL_STATEMENT', '家庭收支与负债说明'],
      ['PAYSLIP', '离职前三个月工资单'],
      ['PAYSLIP', '离职补偿金发放单'],
      ['BANK_STATEMENT', '近六个月银行流水'],
    ]);
    await tale.does(1, '09:05', sunhao, 'assignCase', { handlerId: sunhao.id });
    await tale.does(1, '11:30', sunhao, 'acceptCase', { complexity: 'MEDIUM' });
    await tale.investigates(1, '14:00', sunhao, ['CHECK_BANK_STATEMENT', 'OTHER']);
    await tale.establishes(2, '16:10', sunhao, 0, '流水显示最近两个月无工资入账，支出以房租和生活费为主。');
    await tale.establishes(3, '10:20', sunhao, 1, '离职证明与补偿金金额相符，名下无其他大额资产。');
    await tale.does(3, '15:40', sunhao, 'recordFinding', {
      rootCause: 'HARDSHIP',
      text: '申请人因失业暂时失去还款能力，还款意愿明确，符合个性化分期条件。',
    });
    await tale.does(3, '15:50', sunhao, 'concludeInvestigation', {});
    await tale.meets(
      [4, '10:00'],
      [6, '15:00'],
      sunhao,
      'ONLINE',
      '申请人每月可承受 3,000 元；平台代表同意在不加收费用的前提下分 12 期。',
    );
    const plan = await tale.offers(8, '11:15', sunhao, [
      {
        kind: 'INSTALMENT_PLAN',
        by: 'COMPLAINANT',
        amount: yuan(36_000),
        text: '本金 36,000 元分 12 期偿还，每月 20 日 3,000 元，不加收费用',
        instalments: monthlyInstalments(tale.date(10), 12, yuan(36_000)),
      },
    ]);
    await tale.accepts(9, '10:30', platform, plan);
    await tale.accepts(10, '20:10', zhouqiang, plan);
  },
};

/** 小红: a complaint with the remedy she wants; answered and settled. */
export const storyXiaohong: Story = {
  name: '小红',
  lastDay: 9,
  endedDaysAgo: 6,
  async tell(tale) {
    await tale.files('12:40', xiaohong, {
      type: 'SERVICE_COMPLAINT',
      reason: 'POOR_SERVICE',
      description: '信用账单被多计一笔 58 元服务费，我打了三次客服电话，每次都要求重新说明，最后一次被直接挂断。',
      requestedRemedy: '退还 58 元服务费，书面道歉，并说明改进措施',
      channel: 'APP_HOME',
      product: 'BILL',
      disputedAmount: yuan(58),
    });
    await tale.does(1, '09:25', zhaomin, 'assignCase', { handlerId: zhaomin.id });
    await tale.does(2, '10:10', zhaomin, 'acceptCase', { complexity: 'LOW' });
    await tale.does(2, '10:20', zhaomin, 'postMessage', {
      text: '您好，您的投诉已受理，我们会调取三次通话录音并核对账单。',
    });
    await tale.investigates(2, '10:30', zhaomin, ['CONTACT_SERVICE_PROVIDER', 'OTHER']);
    await tale.establishes(4, '11:20', zhaomin, 0, '外包客服录音显示：三次来电均未建立工单，第三次为坐席主动挂断。');
    await tale.establishes(5, '14:00', zhaomin, 1, '账单服务费为系统重复计费，应予退还。');
    await tale.does(5, '14:20', zhaomin, 'recordFinding', {
      rootCause: 'SERVICE_PROVIDER_FAILURE',
      text: '客服外包方未按流程处理，账单重复计费 58 元，投诉成立。',
    });
    await tale.does(5, '14:25', zhaomin, 'concludeInvestigation', {});
    const remedy = await tale.offers(6, '16:00', platform, [
      { kind: 'FEE_WAIVER', by: 'RESPONDENT', amount: yuan(58), text: '退还多计的服务费' },
      { kind: 'APOLOGY', by: 'RESPONDENT', text: '书面道歉，并告知客服流程改进措施' },
    ]);
    await tale.accepts(7, '18:30', xiaohong, remedy);
    await tale.keeps(8, '10:15', platform, remedy, '道歉信已寄出，服务费已退回账户');
    await tale.confirms(9, '13:05', xiaohong, remedy);
    await tale.does(9, '13:10', xiaohong, 'confirmResult', {});
  },
};

/** 小李: the account was stolen; frozen by the platform as soon as it is filed, money and account given back. */
export const storyXiaoli: Story = {
  name: '小李',
  lastDay: 7,
  endedDaysAgo: 2,
  async tell(tale) {
    await tale.files('08:20', xiaoli, {
      type: 'RIGHTS_PROTECTION',
      reason: 'ACCOUNT_STOLEN',
      description: '昨晚手机突然无服务，今早发现账号在外地登录，余额里的 12,800 元被分三笔转走，请马上冻结账号。',
      requestedRemedy: '冻结账号，追回 12,800 元，恢复账号使用',
      channel: 'APP_HOME',
      product: 'TRANSFER',
      disputedAmount: yuan(12_800),
    });
    await tale.hands(0, '08:35', xiaoli, [
      ['ACCOUNT_INFORMATION', '账号实名信息与常用设备'],
      ['THEFT_PROOF', '派出所报警回执'],
    ]);
    await tale.does(0, '09:02', zhangxiaowen, 'assignCase', { handlerId: zhangxiaowen.id });
    await tale.does(0, '09:06', zhangxiaowen, 'takeMeasure', {
      kind: 'HOLD_FUNDS',
      reason: '暂扣尚未提现的两笔转出资金',
    });
    await tale.does(0, '09:20', zhangxiaowen, 'acceptCase', { complexity: 'HIGH' });
    await tale.investigates(0, '09:30', zhangxiaowen, ['VERIFY_TRANSACTION', 'CHECK_BANK_STATEMENT', 'OTHER']);
    await tale.establishes(1, '10:40', zhangxiaowen, 0, '三笔转账由新设备在外地发起，与申请人常用设备和地点不符。');
    await tale.establishes(2, '11:30', zhangxiaowen, 1, '两笔共 9,300 元已暂扣，一笔 3,500 元已被提现。');
    await tale.establishes(3, '14:50', zhangxiaowen, 2, '运营商确认手机卡曾被异地补办，报警回执属实。');
    await tale.does(3, '15:10', zhangxiaowen, 'recordFinding', {
      rootCause: 'FRAUD',
      text: '他人补办手机卡后盗用账号转账，申请人无过错，应返还资金并恢复账号。',
    });
    await tale.does(3, '15:15', zhangxiaowen, 'concludeInvestigation', {});
    const restoration = await tale.offers(4, '10:20', platform, [
      { kind: 'FUND_RESTORATION', by: 'RESPONDENT', amount: yuan(12_800), text: '返还被盗转的 12,800 元' },
      { kind: 'ACCOUNT_RESTORATION', by: 'RESPONDENT', text: '解除冻结，重新实名核验后恢复账号' },
    ]);
    await tale.accepts(4, '12:05', xiaoli, restoration);
    await tale.keeps(6, '11:00', platform, restoration, '资金已返还，账号已恢复');
    await tale.confirms(7, '09:30', xiaoli, restoration);
  },
};
