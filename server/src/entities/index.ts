export { Benchmark } from './benchmark.js';
export { Person } from './person.js';
export { Team } from './team.js';
