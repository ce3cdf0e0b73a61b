import { defaultPolicy } from '@accord/server/domain/benchmark';
import type { Instant } from '@accord/server/domain/case';
import type { CaseReason, Channel } from '@accord/server/domain/classification';
import type { SubmitCase } from '@accord/server/domain/filing';
import type { Person } from '@accord/server/domain/permission';
import type { CaseStage } from '@accord/server/domain/stage';
import {
  addDays,
  isWorkingDay,
  shanghaiDate,
  startOfDay,
  workingDaysBefore,
  type LocalDate,
} from '@accord/server/domain/working-calendar';
import { CaseLife, yuan, type LivedCase, type Published } from '../builders.js';
import { Random } from '../random.js';
import { Course, type Concerned, type Journey } from './course.js';
import { dossierOfReason, type Dossier } from './dossier.js';
import { goods } from './goods.js';
import { wholeWay } from './journey.js';
import { filingMinutes, instantOn, officeMinutes } from './pace.js';
import { customers, merchants, paceOfHandler, people, teamOf } from './people.js';
import { filingDates } from './workload.js';

/** What a demo is made from; the same parameters give the same cases, byte by byte. */
export interface DemoParameters {
  /** The day on which the demo is looked at; everything in it happened before. */
  asOf: LocalDate;
  cases: number;
  seed: number;
  /** Whether the evidence of the newest cases, and of those set apart, has files. */
  hasFiles?: boolean;
}

/** How often people quarrel about what. */
const shares: readonly (readonly [CaseReason, number])[] = [
  ['NOT_AS_DESCRIBED', 13],
  ['POOR_QUALITY', 11],
  ['DELIVERY_DELAY', 8],
  ['REFUND_OR_RETURN', 9],
  ['CHARGED_NOT_COMPLETED', 11],
  ['REFUND_DELAYED', 9],
  ['DUPLICATE_CHARGE', 7],
  ['CANNOT_REPAY_ON_TIME', 12],
  ['UNRESOLVED_IN_TIME', 5],
  ['POOR_SERVICE', 6],
  ['FAKE_TRANSACTION', 5],
  ['ACCOUNT_STOLEN', 4],
];

/** Stages that few cases are in on any one day, and how many working days ago such a case was filed: the demo shows two of each. */
const rareStages: readonly (readonly [CaseStage, from: number, through: number])[] = [
  ['ACCEPTED', 1, 4],
  ['IMPASSE', 10, 24],
  ['SECOND_REQUESTED', 12, 28],
  ['EXPERT_REVIEW', 16, 34],
  ['SECOND_NEGOTIATING', 24, 40],
];
const exhibits = [...rareStages, ...rareStages];
/** Too few cases to set some apart. */
const leastWithExhibits = 100;
/** A file is written to the disk to its last byte, so only the newest cases have some, and those that are set apart. */
const newestWithFiles = 40;

/** Lives the cases of a demo, one after the other, in the order of their filing. */
export function* liveCases(published: Published, parameters: DemoParameters): Generator<LivedCase> {
  const { asOf, cases, seed, hasFiles = false } = parameters;
  const horizon = startOfDay(asOf).toISOString();
  const shown = cases < leastWithExhibits ? [] : exhibits.map((_, index) => exhibit(published, parameters, index));
  shown.sort((a, b) => (a.state.filedAt < b.state.filedAt ? -1 : 1));
  const dates = filingDates(published.calendar, asOf, cases - shown.length, new Random(`${seed} workload`));
  for (const [index, date] of dates.entries()) {
    const lived = liveCase(published, date, horizon, new Random(`${seed} ${asOf} case ${index}`), {
      hasFiles: hasFiles && dates.length - index <= newestWithFiles,
      isTold: true,
    });
    while (shown[0] && shown[0].state.filedAt < lived.state.filedAt) yield shown.shift()!;
    yield lived;
  }
  yield* shown;
}

/** A case that stands in a rare stage today: of those that could, the first that does. */
function exhibit(published: Published, { asOf, seed, hasFiles = false }: DemoParameters, index: number): LivedCase {
  const [stage, from, through] = exhibits[index]!;
  const horizon = startOfDay(asOf).toISOString();
  for (let attempt = 0; ; attempt += 1) {
    const random = new Random(`${seed} ${asOf} exhibit ${index} ${attempt}`);
    const date = workingDaysBefore(published.calendar, addDays(asOf, -1), random.between(from, through));
    const lived = liveCase(published, date, horizon, random, { restsIn: stage, hasFiles, isTold: true });
    if (lived.state.stage === stage || attempt === 99) return lived;
  }
}

/** How a case is lived, where it is not just left to itself. */
interface Living {
  /** A stage in which nobody acts any more. */
  restsIn?: CaseStage;
  way?: (course: Course) => Journey;
  /** Whether evidence has files. */
  hasFiles?: boolean;
  /** Whether people are told what happened in the days that notifications are kept. */
  isTold?: boolean;
}

/** Lives one case that is filed on a date, up to the horizon. */
export function liveCase(
  published: Published,
  date: LocalDate,
  horizon: Instant,
  random: Random,
  { restsIn, way = wholeWay, hasFiles = false, isTold = false }: Living = {},
): LivedCase {
  const { calendar } = published;
  const item = random.pick(goods);
  const shop = merchants.find(({ name }) => name === item.shop)!;
  const dossier = dossierOfReason[random.weighted(shares)]({ item, on: date, random });
  const complainant = random.pick(customers);
  const concerned = { complainant, respondent: respondentOf(dossier, shop, random), ...staffOf(dossier, random) };
  const channel = channelOf(dossier, isWorkingDay(calendar, date), random);
  const isOnBehalf = channel === 'PHONE' || channel === 'COUNTER' || channel === 'REGULATOR';
  const filedAt = instantOn(date, isOnBehalf ? officeMinutes(random) : filingMinutes(random), random);
  const toldFrom = new Date(Date.parse(horizon) - defaultPolicy.readNotificationDays * 86_400_000).toISOString();
  const life = new CaseLife(published, random, filedAt, isTold ? toldFrom : null);
  const input = filingOf(dossier, concerned, channel, filedAt, shop.name, random);
  if (isOnBehalf) life.submit(filedAt, concerned.handler, { ...input, onBehalfOfId: complainant.id });
  else life.submit(filedAt, complainant, input);
  const course = new Course(life, random, dossier, concerned, calendar, filedAt, restsIn ?? null, hasFiles);
  course.follow(way(course), horizon);
  return life.unwritten;
}

/** Against a merchant, now and then one that nobody finds, or against the platform. */
function respondentOf({ type, reason }: Dossier, shop: Person, random: Random): Concerned['respondent'] {
  if (type === 'REPAYMENT' || type === 'SERVICE_COMPLAINT' || reason === 'ACCOUNT_STOLEN') return people.platform;
  return reason === 'FAKE_TRANSACTION' && random.chance(0.25) ? null : shop;
}

/** A handler of the team, the quick more often than the slow, and its supervisor. */
function staffOf({ type }: Dossier, random: Random): Pick<Concerned, 'handler' | 'supervisor' | 'pace'> {
  const teamId = teamOf(type);
  const handlers = [...paceOfHandler].filter(([{ teamIds }]) => teamIds.includes(teamId));
  const [handler, pace] = random.weighted(
    handlers.map(([person, factor]) => [[person, factor] as const, 1 / factor] as const),
  );
  const supervisor = [people.hezhiqiang, people.linjing].find(({ teamIds }) => teamIds.includes(teamId))!;
  return { handler, supervisor, pace };
}

function channelOf({ type, reason }: Dossier, isOpen: boolean, random: Random): Channel {
  const hasRecord = type === 'TRADE_DISPUTE' || type === 'PAYMENT_ANOMALY' || reason === 'FAKE_TRANSACTION';
  return random.weighted([
    ['APP_HOME', 45],
    ['TRANSACTION_RECORD', hasRecord ? 30 : 0],
    ['WEB', 14],
    ['PHONE', isOpen ? 9 : 0],
    ['COUNTER', isOpen ? 3 : 0],
    ['REGULATOR', isOpen ? 3 : 0],
  ] as const);
}

function filingOf(
  { type, reason, product, description, remedy, amount }: Dossier,
  { respondent }: Concerned,
  channel: Channel,
  filedAt: Instant,
  shop: string,
  random: Random,
): SubmitCase {
  const hasTransaction = type === 'TRADE_DISPUTE' || type === 'PAYMENT_ANOMALY' || reason === 'FAKE_TRANSACTION';
  const paidAt = new Date(Date.parse(filedAt) - random.between(2, 20) * 86_400_000 - random.between(0, 40_000_000));
  const reference = `EJ${shanghaiDate(paidAt).replaceAll('-', '')}${random.id(0).slice(-10).toUpperCase()}`;
  return {
    type,
    reason,
    description,
    requestedRemedy: remedy,
    truthDeclared: true,
    channel,
    product,
    disputedAmount: amount === null ? null : yuan(amount),
    transaction: hasTransaction
      ? { reference, paidAt: paidAt.toISOString(), amount: yuan(amount!), counterparty: shop, product }
      : null,
    respondentIds: respondent && respondent !== people.platform ? [respondent.id] : [],
  };
}
