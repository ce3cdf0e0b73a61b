import { Field, ObjectType } from 'type-graphql';
import { breakdownDimensions } from '../analytics/breakdown.js';
import type { BreakdownDimension as Dimension, BreakdownGroup as Group } from '../analytics/breakdown.js';
import type { Locale } from '../reads/viewer.js';
import { enumOf } from './enums.js';
import { labels } from './label.js';
import { Figures } from './resolution-time.js';

export const BreakdownDimension = enumOf(
  'BreakdownDimension',
  breakdownDimensions,
  'What cycles are grouped by: what the case was when the cycle stopped, and while it runs what it is.',
  {
    HANDLER: 'Who handled the case. A manager is told no more than the count of fewer than 5.',
    RESPONDENT: 'Who answered it; for a manager, merchants, providers and the platform by name.',
    ROOT_CAUSE: 'What had been found by then; null before the first finding.',
    OUTCOME: 'How the case ended; null while it is open.',
  },
);

@ObjectType({ description: 'The figures of the cycles that have one value in common.' })
export class BreakdownGroup extends Figures {
  @Field(() => String, {
    nullable: true,
    description: 'The value of the enum, or the global id of a person or team; null where there is none.',
  })
  key!: string | null;

  @Field(() => String, { description: 'The same in words, in the language asked for.' })
  label!: string;
}

/** The enum whose labels name the values; people and teams have names. */
const enumOfDimension: Record<Dimension, string> = {
  TYPE: 'CaseType',
  REASON: 'CaseReason',
  TRACK: 'CaseTrack',
  CHANNEL: 'Channel',
  PRODUCT: 'Product',
  COMPLEXITY: 'Complexity',
  URGENCY: 'Urgency',
  HANDLER: '',
  TEAM: '',
  RESPONDENT: '',
  ROOT_CAUSE: 'RootCause',
  OUTCOME: 'Outcome',
};

const nobody: Record<Locale, Partial<Record<Dimension, string>>> = {
  'zh-CN': {
    HANDLER: '无经办人',
    TEAM: '无团队',
    RESPONDENT: '被申请人未确定',
    ROOT_CAUSE: '尚无结论',
    OUTCOME: '尚未办结',
  },
  en: {
    HANDLER: 'No handler',
    TEAM: 'No team',
    RESPONDENT: 'Respondent not known',
    ROOT_CAUSE: 'Nothing found yet',
    OUTCOME: 'Still open',
  },
};
const unsaid: Record<Locale, string> = { 'zh-CN': '未注明', en: 'Not stated' };
const privatePerson: Record<Locale, string> = { 'zh-CN': '个人', en: 'A private person' };

/** How a group is named in the API: global ids, and labels in the viewer's language. */
export function namedGroup(by: Dimension, { key, name }: Group, locale: Locale): { key: string | null; label: string } {
  if (key === null) return { key, label: nobody[locale][by] ?? unsaid[locale] };
  if (enumOfDimension[by]) return { key, label: labels[locale][enumOfDimension[by]]?.[key] ?? key };
  return { key: `${by === 'TEAM' ? 'team' : 'person'}_${key}`, label: name ?? privatePerson[locale] };
}
