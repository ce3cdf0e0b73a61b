import type { Locale } from '../reads/viewer.js';
import { labels } from './label.js';

const words = {
  title: ['案件卷宗', 'Case file'],
  generated: ['生成于', 'Made on'],
  for: ['供查阅人', 'For'],
  yes: ['是', 'yes'],
  no: ['否', 'no'],
  parties: ['当事人', 'Parties'],
  position: ['立场', 'Position'],
  unreachable: ['联系不上', 'cannot be reached'],
  matter: ['申诉内容', 'The matter'],
  description: ['情况说明', 'What happened'],
  remedy: ['诉求', 'Requested remedy'],
  disputed: ['争议金额', 'In dispute'],
  transaction: ['交易', 'Transaction'],
  paid: ['支付于', 'paid'],
  handler: ['经办人', 'Handler'],
  team: ['团队', 'Team'],
  filed: ['提交于', 'Filed'],
  resolved: ['解决于', 'Resolved'],
  clocks: ['时限', 'Clocks'],
  clocksNote: [
    '单位：工作日。浅色为基准区间，深色为计入天数，竖线为今日或停表日。',
    'In working days. The light band is the benchmark, the dark bar what counted.',
  ],
  held: ['各方用时（工作日）', 'Who held the case, in working days'],
  cycle: ['第 {} 周期', 'cycle {}'],
  due: ['截止日', 'due'],
  originally: ['原截止日', 'originally'],
  provisional: ['暂定', 'provisional'],
  counted: ['计入', 'counted'],
  paused: ['暂停', 'paused'],
  clarifications: ['补充说明', 'Clarifications'],
  evidence: ['证据材料', 'Evidence'],
  requests: ['补充材料通知', 'Evidence requests'],
  superseded: ['已被更新的材料取代', 'superseded'],
  accepted: ['已采纳', 'accepted'],
  notAccepted: ['未采纳', 'not accepted'],
  mandatory: ['必需', 'mandatory'],
  platform: ['平台', 'the platform'],
  investigation: ['调查', 'Investigation'],
  finding: ['调查结论', 'Finding'],
  rounds: ['协商轮次', 'Negotiation rounds'],
  round: ['第 {} 轮', 'Round {}'],
  proposals: ['协商方案', 'Proposals'],
  partial: ['仅解决一部分', 'settles a part'],
  hash: ['内容指纹', 'content hash'],
  settlement: ['和解协议', 'Settlement'],
  agreed: ['达成于', 'agreed'],
  movements: ['资金划转', 'Movements'],
  meetings: ['协商会议', 'Meetings'],
  messages: ['留言', 'Messages'],
  notes: ['内部备注', 'Notes'],
  attempts: ['联系记录', 'Contact attempts'],
  reached: ['已联系上', 'reached'],
  notReached: ['未联系上', 'not reached'],
  checks: ['自动核验', 'Automatic checks'],
  measures: ['保护措施', 'First aid'],
  until: ['至', 'until'],
  panel: ['二次协商与专家评审', 'Second negotiation and expert review'],
  sealed: ['密封值', 'seal'],
  objections: ['异议', 'Objections'],
  referrals: ['转介途径', 'Where to go from here'],
  satisfaction: ['评价', 'Ratings'],
  timeline: ['案件动态', 'What happened when'],
  integrity: ['完整性', 'Integrity'],
  integrityNote: [
    '每条动态的摘要都包含前一条的摘要；所附 JSON 卷宗可离线核验。链末摘要：',
    'Each entry’s digest covers the one before; the JSON file can be verified offline. The digests at the ends:',
  ],
  expired: ['此链接已失效。', 'This address is no longer good.'],
} as const satisfies Record<string, readonly [chinese: string, english: string]>;

export type FileWord = keyof typeof words;

/** What the page says, in one language. */
export interface Speech {
  locale: Locale;
  /** A word of the page, `{}` filled in. */
  say(word: FileWord, filling?: string | number): string;
  /** The label of an enum value; the value itself where it has none. */
  label(type: string, value: string | null): string;
  /** A day and time in Shanghai. */
  moment(instant: string): string;
  money(amount: { amountMinor: number; currency: string }): string;
}

function speech(locale: Locale, index: 0 | 1): Speech {
  const time = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return {
    locale,
    say: (word, filling) => words[word][index].replace('{}', String(filling ?? '')),
    label: (type, value) => (value === null ? '' : (labels[locale][type]?.[value] ?? value)),
    moment: (instant) => time.format(new Date(instant)),
    money({ amountMinor, currency }) {
      const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
      const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
      return format.format(amountMinor / 10 ** digits);
    },
  };
}

export const speechOf: Record<Locale, Speech> = { 'zh-CN': speech('zh-CN', 0), en: speech('en', 1) };
