/** Somebody the demo lets one be. */
export interface DemoPerson {
  id: string;
  name: string;
  roles: string[];
  token: string;
}

const personKey = 'accord.person';
const tokenKey = 'accord.token';

/** The demo's people, or null where the demo is off; any other answer is an error. */
export async function readPeople(): Promise<DemoPerson[] | null> {
  const response = await fetch('/demo', { headers: { accept: 'application/json' } });
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`/demo answered ${response.status}`);
  const { people } = (await response.json()) as { people: DemoPerson[] };
  return people;
}

/** Who was chosen in this tab, else the first manager. */
export function rememberedPerson(people: readonly DemoPerson[]): DemoPerson | undefined {
  const id = sessionStorage.getItem(personKey);
  return (
    people.find((person) => person.id === id) ?? people.find((person) => person.roles.includes('MANAGER')) ?? people[0]
  );
}

export function rememberPerson(person: DemoPerson): void {
  sessionStorage.setItem(personKey, person.id);
}

/** The token pasted in this tab. */
export function rememberedToken(): string | null {
  return sessionStorage.getItem(tokenKey);
}

export function rememberToken(token: string | null): void {
  if (token === null) sessionStorage.removeItem(tokenKey);
  else sessionStorage.setItem(tokenKey, token);
}
