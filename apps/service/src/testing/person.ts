import type { Database } from '@stazhirovka/db';
import { grants, people } from '@stazhirovka/db/schema';
import { people as seeds } from '@stazhirovka/db/seeds';
import type { Role, Scope } from '@stazhirovka/domain/accounts';

export type TestPerson = typeof people.$inferSelect;
export type TestGrant = { role: Role; scope: Scope };

let made = 0;

/** Somebody new; what is not given is made up, so that no two people collide. */
export async function makePerson(
	db: Database,
	values: Partial<typeof people.$inferInsert> = {},
	given: TestGrant[] = []
): Promise<TestPerson> {
	made += 1;
	const [person] = await db
		.insert(people)
		.values({ email: `person-${made}@test.example`, surname: 'Проба', givenName: 'Вера', ...values })
		.returning();
	if (!person) throw new Error('No person was stored');

	await grant(db, person.id, given);
	return person;
}

async function grant(db: Database, personId: string, given: TestGrant[]): Promise<void> {
	const rows = given.map(({ role, scope }) => ({ personId, role, scopeKind: scope.kind, scopeId: scope.id }));
	if (rows.length) await db.insert(grants).values(rows);
}

/** The names, position and address of a demonstration person. */
export function seedPerson(key: string): typeof people.$inferInsert {
	const seed = seeds.find((person) => person.key === key);
	if (!seed) throw new Error(`No such person in the seeds: ${key}`);

	const { email, surname, patronymic, dative, position } = seed;
	const gender = seed.gender === 'm' ? 'm' : 'f';
	return {
		email,
		surname,
		givenName: seed.given_name,
		patronymic,
		gender,
		dative,
		nameConfirmedAt: dative ? new Date('2026-09-01T09:00:00Z') : null,
		position,
		birthDate: seed.birth_date
	};
}
