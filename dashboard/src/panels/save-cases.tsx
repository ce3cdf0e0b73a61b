import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { graphql } from '../api/generated/index.js';
import type { SaveCasesQueryVariables } from '../api/generated/graphql.js';

const SaveCasesQuery = graphql(`
  query SaveCases($filter: CaseFilter!) {
    caseExport(filter: $filter, format: CSV) {
      url
      expiresAt
    }
  }
`);

/** Saves the cases of a filter as a table: the browser follows an address that is made when it is asked for. */
export function SaveCases({ filter }: SaveCasesQueryVariables) {
  const { t } = useTranslation();
  const client = useClient();
  const [state, setState] = useState<'READY' | 'ASKING' | 'FAILED'>('READY');
  const save = async () => {
    setState('ASKING');
    const { data } = await client.query(SaveCasesQuery, { filter }, { requestPolicy: 'network-only' }).toPromise();
    setState(data ? 'READY' : 'FAILED');
    if (data) window.location.assign(data.caseExport.url);
  };
  return (
    <Button size="compact-xs" variant="default" loading={state === 'ASKING'} onClick={() => void save()}>
      {t(state === 'FAILED' ? 'newest.saveFailed' : 'newest.save')}
    </Button>
  );
}
