import { Group, Paper, Text, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import './panel.css';

interface PanelProps {
  title: string;
  lead: ReactNode;
  actions?: ReactNode;
  isBusy?: boolean;
  children: ReactNode;
}

/** The frame of every panel: a named region with a heading, a line beneath it, and room for controls. */
export function Panel({ title, lead, actions, isBusy = false, children }: PanelProps) {
  const headingId = useId();
  return (
    <Paper
      component="section"
      withBorder
      radius="md"
      p="md"
      aria-labelledby={headingId}
      aria-busy={isBusy}
      className="panel"
    >
      <Group justify="space-between" align="flex-start" gap="xs" mb="sm">
        <div>
          <Title order={2} id={headingId} size="h4">
            {title}
          </Title>
          <Text size="xs" c="dimmed">
            {lead}
          </Text>
        </div>
        {actions}
      </Group>
      {children}
    </Paper>
  );
}
