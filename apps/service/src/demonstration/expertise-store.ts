import type { Database } from '@stazhirovka/db';
import { organisations, outbox, people, sites } from '@stazhirovka/db/schema';
import * as seeds from '@stazhirovka/db/seeds';
import { and, desc, eq, gt, lt } from 'drizzle-orm';
import { publishedVersion as findPublished } from './store.ts';

export { findCohort } from './store.ts';

export async function publishedVersion(db: Database, key: string): Promise<string> {
	return (await findPublished(db, key)) ?? lost(key);
}

/** A site with its head and one of its tutors, by the keys of the seeds. */
export async function siteNamed(db: Database, key: string, tutor: string) {
	const [row] = await db.select({ id: sites.id }).from(sites).where(eq(sites.key, key));
	const head = seeds.sites.find((site) => site.key === key)?.head ?? '';
	const [headId, tutorId] = [await personNamed(db, head), await personNamed(db, tutor)];
	return { id: row?.id ?? lost(key), headId, tutorId };
}

async function personNamed(db: Database, key: string): Promise<string> {
	const email = seeds.people.find((person) => person.key === key)?.email ?? lost(key);
	const [row] = await db.select({ id: people.id }).from(people).where(eq(people.email, email));
	return row?.id ?? lost(key);
}

type Learner = (typeof seeds.expertise.cohorts)[number]['people'][number];

/** Interns of these cohorts; answers with them in their order. */
export async function putLearners(
	db: Database,
	learners: readonly Learner[],
	{ passwordHash, position }: { passwordHash: string; position: string }
) {
	const known = new Map(
		(await db.select({ id: organisations.id, key: organisations.key }).from(organisations)).map(
			({ id, key }) => [key, id]
		)
	);
	const rows = learners.map(
		({ key, names: [surname = '', givenName = '', patronymic = '', gender], organisation }) => ({
			...{ surname, givenName, patronymic, position, passwordHash },
			gender: gender === 'm' ? ('m' as const) : ('f' as const),
			email: `${key}@severorechensk.example`,
			organisationId: known.get(organisation) ?? lost(organisation)
		})
	);
	const stored = await db.insert(people).values(rows).returning({ id: people.id, email: people.email });
	return learners.map(({ key, names, topic, level, measured }) => {
		const id = stored.find(({ email }) => email.startsWith(`${key}@`))?.id ?? lost(key);
		return { id, topic, level, measured, fullName: names.slice(0, 3).join(' ') };
	});
}

export async function newestLetter(db: Database): Promise<string | null> {
	const [row] = await db.select({ id: outbox.id }).from(outbox).orderBy(desc(outbox.id)).limit(1);
	return row?.id ?? null;
}

/** Of the letters written since that one, those that bear a day before this moment: nobody else writes back in time. */
export async function forgetLetters(db: Database, since: string | null, before: Date): Promise<void> {
	const written = since === null ? undefined : gt(outbox.id, since);
	await db.delete(outbox).where(and(written, lt(outbox.createdAt, before)));
}

function lost(what: string): never {
	throw new Error(`The demonstration names something that it does not have: ${what}`);
}
