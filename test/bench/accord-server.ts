import { createApp } from '@accord/server/app';
import { readConfig } from '@accord/server/config';
import { obey } from './served.ts';

// The day of the load goes on from its noon: what is overdue by the calendar of the wall stays out of the measurement.
const offset = Date.parse(process.env['BENCH_NOW']!) - Date.now();
const app = await createApp(readConfig(), { now: () => new Date(Date.now() + offset) });
obey(app.url, () => app.close());
