import { Alert, Anchor, Grid, Group, SimpleGrid, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { stringifyVariables, useClient, useQuery } from 'urql';
import { codeOf } from '../api/error-code.js';
import { graphql } from '../api/generated/index.js';
import type { OverviewQuery, OverviewQueryVariables } from '../api/generated/graphql.js';
import { useLastAnswer, type Answer } from '../api/last-answer.js';
import { useLiveReads } from '../api/live.js';
import { BreakdownControls } from '../filters/breakdown-controls.js';
import { FilterBar } from '../filters/filter-bar.js';
import { analyticsFilter, caseFilter } from '../filters/question.js';
import { defaults } from '../filters/search.js';
import { TrendControls } from '../filters/trend-controls.js';
import { useFilters } from '../filters/use-search.js';
import { useErrorText } from '../i18n/error-text.js';
import { BacklogPanel } from '../panels/backlog.js';
import { BreakdownPanel } from '../panels/breakdown.js';
import { Failure } from '../panels/failure.js';
import { NewestCasesPanel } from '../panels/newest-cases.js';
import { OutcomesPanel } from '../panels/outcomes.js';
import { ResolutionTimePanel } from '../panels/resolution-time.js';
import { TrendPanel } from '../panels/trend.js';
import { dateOf, timeText } from '../prepare/date.js';

const Overview = graphql(`
  query Overview(
    $simple: AnalyticsFilter!
    $negotiation: AnalyticsFilter!
    $overall: AnalyticsFilter!
    $trend: AnalyticsFilter!
    $whole: AnalyticsFilter!
    $clock: ClockKind!
    $bucket: TrendBucket!
    $by: BreakdownDimension!
    $cases: CaseFilter!
  ) {
    benchmarks {
      clock
      track
      minWorkingDays
      maxWorkingDays
    }
    simple: analytics(filter: $simple) {
      resolutionTime(clock: SIMPLE) {
        ...ResolutionTimePanel
      }
    }
    negotiation: analytics(filter: $negotiation) {
      resolutionTime(clock: FIRST_NEGOTIATION) {
        ...ResolutionTimePanel
      }
    }
    overall: analytics(filter: $overall) {
      asOfAt
      sources {
        name
        caseCount
      }
      resolutionTime(clock: OVERALL) {
        ...ResolutionTimePanel
      }
    }
    trend: analytics(filter: $trend) {
      trend(clock: $clock, bucket: $bucket) {
        ...TrendPanel
      }
      breakdown(clock: $clock, by: $by) {
        ...BreakdownPanel
      }
    }
    whole: analytics(filter: $whole) {
      backlog {
        ...BacklogPanel
      }
      outcomes {
        ...OutcomesPanel
      }
    }
    cases(filter: $cases, orderBy: { field: UPDATED_AT, direction: DESC }, first: 10) {
      nodes {
        id
        ...NewestCase
      }
    }
  }
`);

/** The overview's list alone: cheap enough to ask for every few seconds. */
const OverviewCases = graphql(`
  query OverviewCases($cases: CaseFilter!) {
    cases(filter: $cases, orderBy: { field: UPDATED_AT, direction: DESC }, first: 10) {
      nodes {
        id
        ...NewestCase
      }
    }
  }
`);

/** Resolution times against the three benchmarks, their trend, the cases that changed last, and where cases stand and end. */
export function OverviewPage() {
  const {
    t,
    i18n: { language },
  } = useTranslation();
  const errorText = useErrorText();
  const [search, change] = useFilters();
  const today = dateOf(new Date());
  const clock = search.clock ?? defaults.clock;
  const bucket = search.bucket ?? defaults.bucket;
  const by = search.by ?? defaults.by;
  const variables = useMemo(
    () => ({
      simple: analyticsFilter(search, 'SIMPLE', today),
      negotiation: analyticsFilter(search, 'FIRST_NEGOTIATION', today),
      overall: analyticsFilter(search, 'OVERALL', today),
      trend: analyticsFilter(search, clock, today),
      whole: analyticsFilter(search, null, today),
      cases: caseFilter(search),
      clock,
      bucket,
      by,
    }),
    [search, today, clock, bucket, by],
  );

  const [{ data, error, operation }, execute] = useQuery({
    query: Overview,
    variables,
    requestPolicy: 'cache-and-network',
  });
  const read = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  const failure = error && codeOf(error);
  const readSoon = useLiveReads(useLook(variables.cases, failure !== undefined, read), read);
  const shown = useLastAnswer(data && operation ? { data, variables: operation.variables } : undefined, failure);
  const isBusy = shown !== undefined && stringifyVariables(shown.variables) !== stringifyVariables(variables);

  return (
    <Stack gap="md">
      <Group justify="space-between" align="baseline" gap="xs">
        <div>
          <Title order={1} size="h3">
            {t('overview.title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('overview.lead')}
          </Text>
        </div>
        {shown && (
          <Text size="xs" c="dimmed" className="figure">
            {t('overview.asOf', { time: timeText(shown.data.overall.asOfAt, language) })}
          </Text>
        )}
      </Group>
      <FilterBar sources={shown?.data.overall.sources ?? []} today={today} />
      {search.source !== undefined && (
        <Alert color="yellow" variant="light" py="xs" className="imported">
          <Group gap="md">
            <Text size="sm">{t('overview.imported', { name: search.source })}</Text>
            <Anchor
              component="button"
              type="button"
              size="sm"
              underline="always"
              c="inherit"
              onClick={() => change({ source: undefined, period: undefined, from: undefined, to: undefined })}
            >
              {t('overview.backHome')}
            </Anchor>
          </Group>
        </Alert>
      )}
      {shown && failure !== undefined && (
        <Text size="sm" role="status" className="stale">
          {t('overview.stale', { time: timeText(shown.data.overall.asOfAt, language), reason: errorText(failure) })}
        </Text>
      )}
      {shown ? (
        <Panels shown={shown} isBusy={isBusy} onMove={readSoon} />
      ) : failure !== undefined ? (
        <Failure code={failure} onRetry={read} />
      ) : (
        <Waiting />
      )}
    </Stack>
  );
}

/** Asks for the list alone; its answer lands in the cache, where the page reads it. What fails, or has failed, is read whole. */
function useLook(cases: OverviewQueryVariables['cases'], hasFailed: boolean, read: () => void): () => void {
  const client = useClient();
  return useCallback(() => {
    if (hasFailed) return read();
    void client
      .query(OverviewCases, { cases }, { requestPolicy: 'network-only' })
      .toPromise()
      .then(({ error }) => error && read());
  }, [client, cases, hasFailed, read]);
}

type OverviewAnswer = Answer<OverviewQuery, OverviewQueryVariables>;

function Panels({
  shown: { data, variables },
  isBusy,
  onMove,
}: {
  shown: OverviewAnswer;
  isBusy: boolean;
  onMove: () => void;
}) {
  const { clock } = variables;
  const cohort = variables.overall.cohort ?? defaults.cohort;
  const bucket = variables.bucket === 'WEEK' ? 'WEEK' : 'MONTH';
  const benchmark = data.benchmarks.find((one) => one.clock === clock);
  const band = { min: benchmark?.minWorkingDays ?? 0, max: benchmark?.maxWorkingDays ?? 0 };
  return (
    <>
      <SimpleGrid cols={{ base: 1, md: 3 }} spacing="md">
        <ResolutionTimePanel figures={data.simple.resolutionTime} cohort={cohort} isBusy={isBusy} />
        <ResolutionTimePanel figures={data.negotiation.resolutionTime} cohort={cohort} isBusy={isBusy} />
        <ResolutionTimePanel figures={data.overall.resolutionTime} cohort={cohort} isBusy={isBusy} />
      </SimpleGrid>
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 6 }}>
          <TrendPanel
            points={data.trend.trend}
            clock={clock}
            bucket={bucket}
            band={band}
            actions={<TrendControls />}
            isBusy={isBusy}
          />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 6 }}>
          <NewestCasesPanel
            key={stringifyVariables(variables.cases)}
            filter={variables.cases}
            cases={data.cases.nodes}
            isBusy={isBusy}
            onMove={onMove}
          />
        </Grid.Col>
      </Grid>
      <SimpleGrid cols={{ base: 1, md: 3 }} spacing="md">
        <BreakdownPanel
          groups={data.trend.breakdown}
          by={variables.by}
          clock={clock}
          actions={<BreakdownControls />}
          isBusy={isBusy}
        />
        <BacklogPanel backlog={data.whole.backlog} isBusy={isBusy} />
        <OutcomesPanel outcomes={data.whole.outcomes} isBusy={isBusy} />
      </SimpleGrid>
    </>
  );
}

function Waiting() {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t('state.loading')}>
      <SimpleGrid cols={{ base: 1, md: 3 }} spacing="md" mb="md">
        {['simple', 'negotiation', 'overall'].map((name) => (
          <Skeleton key={name} h={430} radius="md" />
        ))}
      </SimpleGrid>
      <Skeleton h={380} radius="md" />
    </div>
  );
}
