import type { CaseReason } from '@accord/server/domain/classification';
import { addDays, type LocalDate } from '@accord/server/domain/working-calendar';
import type { Random } from '../random.js';
import { monthlyInstalments, yuan, type Vow } from '../builders.js';

/** What makes good a purchase gone wrong: part of the money, all of it against the goods, or the goods after all. */
export function reparation(reason: CaseReason, amount: number, generosity: number, isGivenBack: boolean): Vow[] {
  if (reason === 'DELIVERY_DELAY' && !isGivenBack) {
    return [
      { kind: 'RESEND_GOODS', by: 'RESPONDENT', text: '两日内补发' },
      { kind: 'COMPENSATION', by: 'RESPONDENT', amount: yuan(Math.min(300, round(20 + amount * generosity * 0.15))) },
    ];
  }
  const isReturnWanted = isGivenBack || reason === 'REFUND_OR_RETURN';
  if (generosity < (reason === 'REFUND_OR_RETURN' ? 0.25 : 0.6) || !isReturnWanted) {
    return [
      {
        kind: 'PARTIAL_REFUND',
        by: 'RESPONDENT',
        amount: yuan(round(amount * (0.1 + 0.5 * generosity))),
        text: '退还部分货款，商品保留',
      },
    ];
  }
  return [
    { kind: 'FULL_REFUND', by: 'RESPONDENT', amount: yuan(amount), text: '收到退货后全额退款' },
    { kind: 'RETURN_GOODS', by: 'COMPLAINANT', text: '三日内寄回，运费商家承担' },
  ];
}

/** What helps somebody who cannot repay: a plan, without its fees, or more time. */
export function relief(amount: number, on: LocalDate, generosity: number): Vow[] {
  if (generosity > 0.8) {
    return [
      {
        kind: 'DEFERMENT',
        by: 'COMPLAINANT',
        dueOn: addDays(on, 92),
        text: `本金 ${amount} 元延期三个月归还，不加收费用`,
      },
    ];
  }
  const months = generosity < 0.4 ? 6 : 12;
  const plan: Vow = {
    kind: 'INSTALMENT_PLAN',
    by: 'COMPLAINANT',
    amount: yuan(amount),
    text: `分 ${months} 期归还，每月 20 日`,
    instalments: monthlyInstalments(on, months, yuan(amount)),
  };
  return generosity < 0.6
    ? [plan]
    : [plan, { kind: 'FEE_WAIVER', by: 'RESPONDENT', amount: yuan(round(amount * 0.01)) }];
}

/** To whole tens of yuan, at least ten. */
export function round(amount: number): number {
  return Math.max(10, Math.round(amount / 10) * 10);
}

/** What makes up for trouble where the money itself is given back. */
export function amends(random: Random): Vow[] {
  return [
    {
      kind: 'COMPENSATION',
      by: 'RESPONDENT',
      amount: yuan(round(random.between(30, 300))),
      text: '补偿处理期间的损失',
    },
    { kind: 'APOLOGY', by: 'RESPONDENT', text: '书面致歉' },
  ];
}
