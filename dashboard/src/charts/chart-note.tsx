import { Group, Paper, Text } from '@mantine/core';

/** What floats beside the pointer: a title and lines of name and value. */
export function ChartNote({ title, lines }: { title: string; lines: readonly { name: string; value: string }[] }) {
  return (
    <Paper withBorder shadow="sm" px="sm" py={6} radius="sm">
      <Text size="xs" fw={600}>
        {title}
      </Text>
      {lines.map(({ name, value }) => (
        <Group key={name} justify="space-between" gap="md" wrap="nowrap">
          <Text size="xs" c="dimmed">
            {name}
          </Text>
          <Text size="xs" className="figure">
            {value}
          </Text>
        </Group>
      ))}
    </Paper>
  );
}
