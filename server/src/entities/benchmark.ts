import { defineEntity, p } from '@mikro-orm/postgresql';

const BenchmarkSchema = defineEntity({
  name: 'Benchmark',
  tableName: 'benchmark',
  properties: {
    version: p.integer().primary(),
    clock: p.text().primary(),
    track: p.text().nullable(),
    minWorkingDays: p.integer().fieldName('min_working_days'),
    maxWorkingDays: p.integer().fieldName('max_working_days'),
  },
});

/** The published band of one clock, in working days, both ends in. */
export class Benchmark extends BenchmarkSchema.class {}
BenchmarkSchema.setClass(Benchmark);
