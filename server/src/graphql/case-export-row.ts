import { stringify } from 'csv-stringify/sync';
import type { Locale } from '../reads/viewer.js';
import { labels } from './label.js';

/** What is asked of each case; a line of NDJSON is just this. */
export const exportedFields = `id number version type reason track urgency complexity channel product stage outcome waitingOn
  filedAt receivedOn resolvedAt lastEventAt team { name } handler { name } parties { side name } disputedAmount { amountMinor currency }
  nextDue { clock dueOn remainingWorkingDays risk }
  clocks { kind cycle state startedAt stoppedAt dueOn isProvisional elapsedWorkingDays pausedWorkingDays countedWorkingDays verdict risk }
  description requestedRemedy`;

type Choice = string | null;

/** A case as `exportedFields` asks for it. */
export interface ExportedCase {
  number: string;
  type: string;
  reason: string;
  track: string;
  urgency: string;
  complexity: Choice;
  channel: string;
  product: string;
  stage: string;
  outcome: Choice;
  waitingOn: Choice;
  filedAt: string;
  receivedOn: string;
  resolvedAt: string | null;
  lastEventAt: string;
  team: { name: string } | null;
  handler: { name: string } | null;
  parties: { side: string; name: string }[];
  disputedAmount: { amountMinor: number; currency: string } | null;
  nextDue: { clock: string; dueOn: string; remainingWorkingDays: number; risk: string } | null;
  clocks: { kind: string; cycle: number; countedWorkingDays: number; verdict: Choice }[];
  description: string | null;
}

type Cell = string | number | null;
type Column = readonly [chinese: string, english: string, of: (row: ExportedCase, locale: Locale) => Cell];

const choice = (chinese: string, english: string, type: string, of: (row: ExportedCase) => Choice): Column => [
  chinese,
  english,
  (row, locale) => {
    const value = of(row);
    return value === null ? null : (labels[locale][type]?.[value] ?? value);
  },
];

const overall = ({ clocks }: ExportedCase) => clocks.findLast(({ kind }) => kind === 'OVERALL');
const namesOf = ({ parties }: ExportedCase, wanted: string) =>
  parties
    .filter(({ side }) => side === wanted)
    .map(({ name }) => name)
    .join('、');

/** Swedish dates are the ISO ones. */
const time = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });
const moment = (instant: string | null) => instant && time.format(new Date(instant));

function amount({ disputedAmount: money }: ExportedCase): string | null {
  if (!money) return null;
  const { currency, amountMinor } = money;
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return (amountMinor / 10 ** digits).toFixed(digits);
}

const columns: readonly Column[] = [
  ['案件编号', 'Number', ({ number }) => number],
  choice('纠纷类型', 'Type', 'CaseType', ({ type }) => type),
  choice('申诉事由', 'Reason', 'CaseReason', ({ reason }) => reason),
  choice('处理通道', 'Track', 'CaseTrack', ({ track }) => track),
  choice('紧急程度', 'Urgency', 'Urgency', ({ urgency }) => urgency),
  choice('复杂程度', 'Complexity', 'Complexity', ({ complexity }) => complexity),
  choice('受理渠道', 'Channel', 'Channel', ({ channel }) => channel),
  choice('产品', 'Product', 'Product', ({ product }) => product),
  choice('案件阶段', 'Stage', 'CaseStage', ({ stage }) => stage),
  choice('处理结果', 'Outcome', 'Outcome', ({ outcome }) => outcome),
  choice('待办方', 'Waiting on', 'WaitingOn', ({ waitingOn }) => waitingOn),
  ['申请时间', 'Filed', ({ filedAt }) => moment(filedAt)],
  ['受理日', 'Received on', ({ receivedOn }) => receivedOn],
  ['解决时间', 'Resolved', ({ resolvedAt }) => moment(resolvedAt)],
  ['最近动态', 'Last event', ({ lastEventAt }) => moment(lastEventAt)],
  ['团队', 'Team', ({ team }) => team?.name ?? null],
  ['经办人', 'Handler', ({ handler }) => handler?.name ?? null],
  ['申请人', 'Complainant', (row) => namesOf(row, 'COMPLAINANT')],
  ['被申请人', 'Respondent', (row) => namesOf(row, 'RESPONDENT')],
  ['争议金额', 'Amount in dispute', amount],
  ['币种', 'Currency', ({ disputedAmount }) => disputedAmount?.currency ?? null],
  choice('最近到期时限', 'Next clock due', 'ClockKind', ({ nextDue }) => nextDue?.clock ?? null),
  ['截止日', 'Due on', ({ nextDue }) => nextDue?.dueOn ?? null],
  ['剩余工作日', 'Working days left', ({ nextDue }) => nextDue?.remainingWorkingDays ?? null],
  ['全流程计入工作日', 'Working days overall', (row) => overall(row)?.countedWorkingDays ?? null],
  choice('全流程时限结果', 'Overall verdict', 'Verdict', (row) => overall(row)?.verdict ?? null),
  ['情况说明', 'What happened', ({ description }) => description],
];

/** Excel reads a file as UTF-8 only when it begins so. */
const byteOrderMark = '\uFEFF';

/** The first line of the file. */
export function headOfCsv(locale: Locale): string {
  const index = locale === 'en' ? 1 : 0;
  return byteOrderMark + stringify([columns.map((column) => column[index])]);
}

/** Cases as lines; what a spreadsheet would take for a formula is led by an apostrophe, a negative number is none. */
export function linesOfCsv(cases: readonly ExportedCase[], locale: Locale): string {
  const rows = cases.map((row) => columns.map(([, , of]) => of(row, locale)));
  return stringify(rows, {
    escape_formulas: true,
    cast: { number: (value) => ({ value: String(value), escape_formulas: false }) },
  });
}
