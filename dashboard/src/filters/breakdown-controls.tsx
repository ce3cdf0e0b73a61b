import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dimensions } from './choice.js';
import { defaults, type Search } from './search.js';
import { useFilters } from './use-search.js';

/** What the breakdown groups by. */
export function BreakdownControls() {
  const { t } = useTranslation(['dashboard', 'labels']);
  const [search, change] = useFilters();
  return (
    <Select
      size="xs"
      w={128}
      aria-label={t('filter.by')}
      value={search.by ?? defaults.by}
      onChange={(by) => change({ by: by as Search['by'] })}
      data={dimensions.map((value) => ({ value, label: t(`labels:BreakdownDimension.${value}`) }))}
      allowDeselect={false}
    />
  );
}
