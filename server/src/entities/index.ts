import { Benchmark } from './benchmark.js';
import { Person } from './person.js';
import { Team } from './team.js';

/** What is administered through the ORM. */
export const entities = [Benchmark, Person, Team];
