import { yuan } from '../builders.js';
import { people } from './people.js';
import type { Story } from './story.js';

const { linyue, xiaoming, youpin, chengzi, lijianguo, wanghaiyan, channel } = people;

/** Charged, but the order hangs at «to be shipped»: five working days from filing to RESOLVED. */
export const storyA: Story = {
  name: 'A',
  lastDay: 5,
  endedDaysAgo: 1,
  async tell(tale) {
    await tale.files('10:12', linyue, {
      type: 'PAYMENT_ANOMALY',
      reason: 'CHARGED_NOT_COMPLETED',
      description:
        '我购买无线降噪耳机时已扣款 699 元，银行卡也收到扣款短信，但订单一直停留在“待发货”，联系商家没有回应。',
      requestedRemedy: '尽快发货，并对耽误的时间给予一定退款',
      channel: 'TRANSACTION_RECORD',
      respondentIds: [youpin.id],
      transaction: {
        reference: `EJ${tale.date(0).replaceAll('-', '')}0931`,
        paidAt: new Date(tale.instant(0, '10:12').getTime() - 4 * 86_400_000).toISOString(),
        amount: yuan(699),
        counterparty: youpin.name,
        product: 'PAYMENT',
      },
    });
    await tale.hands(0, '10:20', linyue, [
      ['TRANSACTION_VOUCHER', '支付凭证：699 元，支付成功'],
      ['BANK_STATEMENT', '银行卡流水：扣款 699 元'],
    ]);
    await tale.does(0, '14:05', lijianguo, 'assignCase', { handlerId: lijianguo.id });

    await tale.knows(0, '15:00', channel, 'CHARGE', { amount: yuan(699), payerId: linyue.id });
    await tale.knows(0, '15:00', channel, 'PAYEE_CREDIT', { amount: yuan(699) });

    // The automatic check is conclusive, but not in favour of the fast track: the merchant failed, not the payment.
    await tale.does(1, '09:30', lijianguo, 'acceptCase', { complexity: 'LOW' });
    await tale.checks(1, '09:30');
    await tale.investigates(1, '09:40', lijianguo, ['VERIFY_TRANSACTION', 'CONTACT_MERCHANT']);
    await tale.establishes(1, '16:20', lijianguo, 0, '支付单、银行流水与清算记录一致，款项已于支付当日入账商家账户。');
    await tale.establishes(2, '10:15', lijianguo, 1, '商家承认仓库系统升级时漏单，商品有库存，可以补发。');
    await tale.does(2, '10:30', lijianguo, 'recordFinding', {
      rootCause: 'MERCHANT_FAILURE',
      text: '扣款成功而订单未履行，原因是商家仓库系统漏单，责任在商家。',
    });
    await tale.does(2, '10:35', lijianguo, 'concludeInvestigation', {});

    const resendOnly = await tale.offers(2, '11:40', youpin, [
      { kind: 'RESEND_GOODS', by: 'RESPONDENT', text: '两日内顺丰补发全新耳机一副' },
    ]);
    await tale.does(2, '20:05', linyue, 'declineProposal', {
      proposalId: resendOnly,
      reason: '白等了一个星期，只补发不能接受。',
    });
    await tale.does(3, '09:20', lijianguo, 'openRound', { reason: '申请人不接受只补发，商家愿意考虑适当退款。' });
    const refundAndResend = await tale.offers(3, '10:00', lijianguo, [
      { kind: 'PARTIAL_REFUND', by: 'RESPONDENT', amount: yuan(80), text: '因延误退还部分货款' },
      { kind: 'RESEND_GOODS', by: 'RESPONDENT', text: '当日顺丰补发全新耳机一副' },
    ]);
    await tale.accepts(3, '11:10', youpin, refundAndResend);
    await tale.accepts(3, '12:25', linyue, refundAndResend);
    await tale.keeps(3, '17:30', youpin, refundAndResend, '顺丰 SF1386620457712，退款原路返回');
    await tale.does(3, '17:45', lijianguo, 'updateOrderStatus', { orderStatus: 'SHIPPED' });
    await tale.does(5, '11:00', lijianguo, 'updateOrderStatus', { orderStatus: 'DELIVERED' });
    await tale.confirms(5, '19:15', linyue, refundAndResend);
  },
};

/** 小明: goods not as described; the money back against the goods. */
export const storyXiaoming: Story = {
  name: '小明',
  lastDay: 11,
  endedDaysAgo: 18,
  async tell(tale) {
    await tale.files('21:08', xiaoming, {
      type: 'TRADE_DISPUTE',
      reason: 'NOT_AS_DESCRIBED',
      description: '页面写明是“全实木书桌”，收到后发现桌面是密度板贴皮，客服说“实木风格”也算实木，拒绝退货。',
      requestedRemedy: '全额退款，退货运费由商家承担',
      channel: 'APP_HOME',
      respondentIds: [chengzi.id],
      transaction: {
        reference: `EJ${tale.date(0).replaceAll('-', '')}2108`,
        paidAt: new Date(tale.instant(0, '13:40').getTime() - 9 * 86_400_000).toISOString(),
        amount: yuan(1280),
        counterparty: chengzi.name,
        product: 'PAYMENT',
      },
    });
    await tale.hands(0, '21:15', xiaoming, [
      ['TRANSACTION_VOUCHER', '订单与支付凭证：书桌 1,280 元'],
      ['GOODS_PHOTO', '桌面截面照片：密度板贴皮'],
    ]);
    await tale.does(1, '09:15', wanghaiyan, 'assignCase', { handlerId: wanghaiyan.id });
    await tale.does(2, '10:05', wanghaiyan, 'acceptCase', { complexity: 'MEDIUM' });
    await tale.investigates(2, '10:20', wanghaiyan, ['VERIFY_TRANSACTION', 'CONTACT_MERCHANT']);
    const { parties } = await tale.state();
    const asked = await tale.does(2, '10:30', wanghaiyan, 'requestEvidence', {
      fromPartyId: parties[0]!.id,
      types: ['CHAT_RECORD'],
      isMandatory: true,
    });
    await tale.submits(3, '19:40', xiaoming, {
      type: 'CHAT_RECORD',
      title: '与客服聊天记录：客服承诺“全实木”',
      requestId: asked.requestId!,
    });
    await tale.establishes(4, '11:00', wanghaiyan, 0, '交易真实，商品页面快照标注材质为“全实木”。');
    await tale.establishes(5, '15:30', wanghaiyan, 1, '商家承认页面文案有误，主张已在详情页底部注明“实木贴皮”。');
    await tale.does(5, '16:00', wanghaiyan, 'recordFinding', {
      rootCause: 'MERCHANT_FAILURE',
      text: '聊天记录与页面快照均为“全实木”，与实物不符，商家应承担责任。',
    });
    await tale.does(5, '16:05', wanghaiyan, 'concludeInvestigation', {});
    const partial = await tale.offers(6, '10:20', chengzi, [
      { kind: 'PARTIAL_REFUND', by: 'RESPONDENT', amount: yuan(300), text: '退还 300 元，商品保留' },
    ]);
    const full = await tale.offers(
      7,
      '20:30',
      xiaoming,
      [
        { kind: 'FULL_REFUND', by: 'RESPONDENT', amount: yuan(1280), text: '收到退货后全额退款，运费商家承担' },
        { kind: 'RETURN_GOODS', by: 'COMPLAINANT', text: '商家安排物流上门取货' },
      ],
      partial,
    );
    await tale.does(8, '14:00', wanghaiyan, 'postMessage', {
      text: '请商家在今天内答复：调查结论支持申请人的退货退款要求。',
    });
    await tale.accepts(8, '16:45', chengzi, full);
    const { terms } = await tale.state();
    const [refund, goods] = [terms[0]!.id, terms[1]!.id];
    await tale.does(9, '10:00', xiaoming, 'fulfilTerm', { termId: goods, reference: '德邦 DPK3021187764' });
    await tale.does(11, '09:30', chengzi, 'confirmTerm', { termId: goods });
    await tale.does(11, '09:40', chengzi, 'fulfilTerm', { termId: refund, reference: '原路退款 1,280 元' });
    await tale.does(11, '12:10', xiaoming, 'confirmTerm', { termId: refund });
  },
};
