import type { CaseState, Id } from '@accord/server/domain/case';
import { sha256OfBytes } from '@accord/server/files/checked-bytes';
import type { EvidenceStore } from '@accord/server/files/evidence-store';
import type { FileFacts, FileType } from '@accord/server/domain/evidence-file';
import type { EvidenceType } from '@accord/server/domain/evidence';
import type { Money } from '@accord/server/domain/money';
import type { Person } from '@accord/server/domain/permission';
import { Random } from '../random.js';
import { everybody } from '../scenarios/people.js';
import { photograph } from './photograph.js';
import { printPdf } from './pdf.js';

/** A file that somebody of the demo hands in. */
export interface HandedFile extends FileFacts {
  fileName: string;
  bytes: Buffer;
}

/** What is handed in, by whom, on which date, in which case. */
export interface Handing {
  type: EvidenceType;
  title: string;
  person: Person;
  date: string;
  state: CaseState;
}

/** What a paper of each type says beside its heading; what is not a paper is a photograph or a plain text. */
const papers: Partial<Record<EvidenceType, (handing: Handing) => string[]>> = {
  TRANSACTION_VOUCHER: ({ person, state }) => [
    `付款人：${person.name}`,
    `收款方：${payeeIn(state)}`,
    `金额：${amountOf(state.transaction?.amount ?? state.disputedAmount)}`,
    `支付时间：${state.transaction?.paidAt ? minuteOf(state.transaction.paidAt) : '——'}`,
    `交易单号：${state.transaction?.reference ?? '——'}`,
    '支付状态：支付成功',
  ],
  BANK_STATEMENT: ({ person, date, state }) => [
    `户名：${person.name}`,
    '账号：**** **** **** 6218',
    `出具日期：${date}`,
    `支出：${amountOf(state.transaction?.amount ?? state.disputedAmount)}`,
    `对方：${payeeIn(state)}`,
    `摘要：${state.transaction?.reference ?? '账户支出'}`,
  ],
  FINANCIAL_STATEMENT: ({ person, date, state: { disputedAmount } }) => [
    `申请人：${person.name}`,
    `填写日期：${date}`,
    '月收入：5,200 元　　月支出：4,300 元',
    `未还金额：${amountOf(disputedAmount)}`,
    '本人声明以上情况属实。',
  ],
  PAYSLIP: ({ person, date }) => [
    `姓名：${person.name}`,
    `打印日期：${date}`,
    '应发：5,600.00 元　　实发：5,043.20 元',
  ],
  THEFT_PROOF: ({ person, date }) => [
    `报警人：${person.name}`,
    `报警日期：${date}`,
    '事由：账号被他人登录，余额被转出。',
  ],
};

const texts: Partial<Record<EvidenceType, (handing: Handing) => string[]>> = {
  CHAT_RECORD: ({ person, date }) => [
    `${date} 10:02　${person.name}：您好，我的问题一直没有解决，请给一个说法。`,
    `${date} 10:07　客服：您好，已经为您登记，会尽快答复。`,
    `${date} 10:09　${person.name}：请问最晚什么时候？`,
    `${date} 10:15　客服：以页面上的承诺为准。`,
  ],
  LOGISTICS_RECORD: ({ date }) => [`${date} 08:40　离开转运中心`, `${date} 13:15　到达派送点`, `${date} 17:50　派送中`],
  ACCOUNT_INFORMATION: ({ person }) => [`实名：${person.name}`, '常用设备：手机一部，使用两年', '常用登录地：本市'],
  OTHER: ({ person, date }) => [`本人${person.name}就本案补充说明，材料于 ${date} 提交，内容属实。`],
};

const endings = { 'application/pdf': 'pdf', 'image/png': 'png', 'text/plain': 'txt' } as const;

/** The file of a piece of evidence: a paper, a photograph or a text, the same for the same handing. */
export function fileOf(handing: Handing): HandedFile {
  const { type, title, state } = handing;
  const paper = papers[type];
  if (paper) return described(title, 'application/pdf', printPdf(title, paper(handing)));
  const text = texts[type];
  if (text) return described(title, 'text/plain', Buffer.from(`${[title, ...text(handing)].join('\n')}\n`));
  const random = new Random(`photograph ${title} ${state.transaction?.reference ?? ''}`);
  return described(title, 'image/png', photograph(random));
}

function described(title: string, contentType: FileType & keyof typeof endings, bytes: Buffer): HandedFile {
  const fileName = `${title.replaceAll(/[/\\]/g, ' ')}.${endings[contentType]}`;
  return { fileName, bytes, contentType, sizeBytes: bytes.length, sha256: sha256OfBytes(bytes) };
}

/** Keeps the bytes of a file under an id. */
export async function putFile(store: EvidenceStore, id: Id, { bytes, ...file }: HandedFile): Promise<void> {
  await store.put(id, bytesOf(bytes), file);
}

/** Bytes as they would arrive from a client. */
export async function* bytesOf(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

/** Who answers in the case, by name. */
function payeeIn({ parties }: CaseState): string {
  const respondent = parties.find(({ side }) => side === 'RESPONDENT');
  return everybody.get(respondent?.memberIds[0] ?? '')?.name ?? '——';
}

function amountOf(money: Money | null | undefined): string {
  if (!money) return '——';
  return `${(money.amountMinor / 100).toLocaleString('en', { minimumFractionDigits: 2 })} 元`;
}

/** The minute of an instant in Shanghai. */
function minuteOf(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
