import { Group, SegmentedControl, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { buckets, clockKinds } from './choice.js';
import { defaults, type Search } from './search.js';
import { useFilters } from './use-search.js';

/** Which clock the trend follows, and how wide its buckets are. */
export function TrendControls() {
  const { t } = useTranslation(['dashboard', 'labels']);
  const [search, change] = useFilters();
  return (
    <Group gap="xs">
      <Select
        size="xs"
        w={164}
        aria-label={t('filter.clock')}
        value={search.clock ?? defaults.clock}
        onChange={(clock) => change({ clock: clock as Search['clock'] })}
        data={clockKinds.map((value) => ({ value, label: t(`labels:ClockKind.${value}`) }))}
        allowDeselect={false}
      />
      <SegmentedControl
        size="xs"
        aria-label={t('filter.bucket')}
        value={search.bucket ?? defaults.bucket}
        onChange={(bucket) => change({ bucket: bucket as Search['bucket'] })}
        data={buckets.map((value) => ({ value, label: t(`labels:TrendBucket.${value}`) }))}
      />
    </Group>
  );
}
