import { yuan } from '../builders.js';
import { people } from './people.js';
import { hotlineId } from './second-negotiation.js';
import type { Story, Tale } from './story.js';

const { wufang, yunshang, chenli, wanghaiyan, hezhiqiang, fangzhengming, tangyuqing, shenkai } = people;

/** The end of the road: two rounds, an impasse, experts who are not of one mind, a last round, and a referral to 12378. */
export const storyUnsolved: Story = {
  name: '未能解决',
  lastDay: 48,
  endedDaysAgo: 20,
  async tell(tale) {
    await tale.files('20:32', wufang, {
      type: 'TRADE_DISPUTE',
      reason: 'POOR_QUALITY',
      description: '定制羊绒大衣穿了一次就严重起球脱线，商家认为是穿着不当，拒绝退换，我认为是面料质量问题。',
      requestedRemedy: '退还全部货款 3,680 元',
      channel: 'WEB',
      respondentIds: [yunshang.id],
      transaction: {
        reference: `EJ${tale.date(0).replaceAll('-', '')}2032`,
        paidAt: new Date(tale.instant(0, '20:32').getTime() - 20 * 86_400_000).toISOString(),
        amount: yuan(3680),
        counterparty: yunshang.name,
        product: 'PAYMENT',
      },
    });
    await tale.hands(0, '20:45', wufang, [
      ['TRANSACTION_VOUCHER', '支付凭证：3,680 元'],
      ['GOODS_PHOTO', '大衣起球、脱线照片'],
    ]);
    await investigated(tale);
    await negotiated(tale);
    await reviewed(tale);
    await negotiatedAgain(tale);
  },
};

async function investigated(tale: Tale): Promise<void> {
  await tale.does(1, '10:30', chenli, 'assignCase', { handlerId: chenli.id });
  await tale.does(3, '09:50', chenli, 'acceptCase', { complexity: 'HIGH' });
  await tale.investigates(3, '14:20', chenli, ['VERIFY_TRANSACTION', 'CONTACT_MERCHANT', 'OTHER']);
  await tale.establishes(4, '11:10', chenli, 0, '交易真实，为定制商品，已签收 12 天。');
  await tale.establishes(6, '15:00', chenli, 1, '商家坚持为穿着不当，不同意退货，可提供一次免费护理。');
  await tale.establishes(8, '10:40', chenli, 2, '未取得双方共同认可的面料检测报告，无法判定起球原因。');
  await tale.does(8, '11:00', chenli, 'recordFinding', {
    rootCause: 'UNKNOWN',
    text: '现有材料不足以认定面料质量或穿着不当。',
  });
  await tale.does(8, '11:05', chenli, 'concludeInvestigation', {});
}

async function negotiated(tale: Tale): Promise<void> {
  await tale.meets(
    [9, '09:30'],
    [11, '14:00'],
    chenli,
    'PHONE',
    '双方各执一词：申请人要求全额退款，商家只同意免费护理一次。',
  );
  const care = await tale.offers(12, '10:15', yunshang, [
    { kind: 'OTHER', by: 'RESPONDENT', text: '免费专业护理一次，并补修脱线处' },
  ]);
  await tale.does(13, '21:00', wufang, 'declineProposal', { proposalId: care, reason: '护理不能解决面料问题。' });
  await tale.does(14, '10:00', chenli, 'openRound', { reason: '第一轮未达成一致，经办人提出折中方案。' });
  // A compromise that neither side answers: it lapses by itself.
  await tale.offers(15, '15:20', chenli, [
    { kind: 'PARTIAL_REFUND', by: 'RESPONDENT', amount: yuan(1500), text: '退还 1,500 元，商品保留' },
  ]);
  await tale.does(23, '10:30', chenli, 'declareImpasse', { reason: '两轮协商后分歧仍大，折中方案双方均未接受。' });
}

/** Three experts, sealed opinions, and a dissent. */
async function reviewed(tale: Tale): Promise<void> {
  await tale.does(25, '19:20', wufang, 'requestSecondNegotiation', {
    grounds: '已取得纺织品检测机构的检测报告，请求由独立专家评审面料质量。',
  });
  await tale.hands(25, '19:40', wufang, [['OTHER', '面料检测报告：起球等级 2 级，低于约定的 3–4 级']]);
  for (const [index, expert] of [fangzhengming, tangyuqing, shenkai].entries()) {
    await tale.does(26, `10:0${index}`, hezhiqiang, 'appointExpert', { expertId: expert.id });
    await tale.does(27, `1${index}:30`, expert, 'declareConflict', { hasConflict: false });
  }
  await tale.does(28, '09:45', hezhiqiang, 'admitSecondNegotiation', { handlerId: wanghaiyan.id });
  await tale.does(33, '16:20', fangzhengming, 'submitOpinion', {
    text: '检测样品取自实物，起球等级低于约定，面料不符合描述。建议退还 70% 货款。',
  });
  await tale.does(34, '11:05', tangyuqing, 'submitOpinion', {
    text: '面料质量存在瑕疵，但穿着与护理方式也有影响。建议退还一半货款。',
  });
  await tale.does(36, '15:40', shenkai, 'submitOpinion', {
    text: '不同意多数意见：送检样品未经双方封样，不能据此认定质量不合格，建议商家免费修补并适当补偿。',
  });
  await tale.does(37, '10:10', hezhiqiang, 'revealOpinions', {});
}

async function negotiatedAgain(tale: Tale): Promise<void> {
  await tale.meets(
    [38, '09:20'],
    [41, '14:30'],
    wanghaiyan,
    'ONLINE',
    '宣读专家意见，两位建议部分退款，一位持不同意见；申请人接受七成，商家只愿补偿 500 元。',
  );
  const compromise = await tale.offers(42, '10:00', wanghaiyan, [
    { kind: 'PARTIAL_REFUND', by: 'RESPONDENT', amount: yuan(1840), text: '退还一半货款，商品保留' },
  ]);
  await tale.accepts(43, '20:10', wufang, compromise);
  await tale.does(45, '17:30', yunshang, 'declineProposal', {
    proposalId: compromise,
    reason: '样品未经双方封样，不接受按质量问题退款。',
  });
  await tale.does(47, '10:20', wanghaiyan, 'referCase', { routeId: hotlineId });
  await tale.does(47, '10:25', wanghaiyan, 'postMessage', {
    text: '平台协商未能达成一致，您可以拨打 12378 金融消费者投诉热线，或申请调解、仲裁、提起诉讼。',
  });
  await tale.does(48, '09:30', wanghaiyan, 'closeUnresolved', {});
}
