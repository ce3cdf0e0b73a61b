import { DatePickerInput } from '@mantine/dates';
import 'dayjs/locale/zh-cn';
import '@mantine/dates/styles.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface DateRangeProps {
  from: string | null;
  to: string | null;
  today: string;
  onChange: (from: string, to: string) => void;
}

/** A calendar for the first and the last date; nothing changes until both are picked. */
export function DateRange({ from, to, today, onChange }: DateRangeProps) {
  const {
    t,
    i18n: { language },
  } = useTranslation();
  const [draft, setDraft] = useState<[string | null, string | null]>();
  const isAll = from === null && to === null;
  return (
    <DatePickerInput
      type="range"
      size="xs"
      w={236}
      aria-label={`${t('filter.range')}: ${isAll ? t('period.all') : `${from ?? ''} – ${to ?? today}`}`}
      previousLabel={t('filter.previousMonth')}
      nextLabel={t('filter.nextMonth')}
      locale={language === 'zh-CN' ? 'zh-cn' : 'en'}
      monthLabelFormat={language === 'zh-CN' ? 'YYYY年M月' : 'MMMM YYYY'}
      valueFormat="YYYY-MM-DD"
      weekendDays={[]}
      placeholder={t('period.all')}
      maxDate={today}
      value={draft ?? (isAll ? [null, null] : [from, to ?? today])}
      onChange={(range) => {
        const [start, end] = range;
        setDraft(start !== null && end === null ? range : undefined);
        if (start !== null && end !== null) onChange(start, end);
      }}
      hideOutsideDates
      id="date-range"
      popoverProps={{ id: 'date-range' }}
      onDropdownClose={() => setDraft(undefined)}
    />
  );
}
