import { changeTutor } from '@stazhirovka/contract/alerts';
import { cohorts, cohortTutors, enrolments } from '@stazhirovka/db/schema';
import { eq, sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { Expertise } from '../../testing/expertise.ts';
import { refused } from '../../testing/refused.ts';
import { createWorld } from '../../testing/world.ts';

const world = await createWorld();
afterAll(world.close);
const expertise = new Expertise(world);
const leader = await world.as(world.leader);

/** Somebody's transaction that ends while the change of the tutor waits for it. */
async function meanwhile(
	change: Parameters<typeof leader.call<typeof changeTutor>>[1],
	happens: (tx: Parameters<Parameters<typeof world.db.transaction>[0]>[0]) => Promise<unknown>
) {
	const waiting = sql`select 1 from pg_stat_activity
		where datname = current_database() and wait_event_type = 'Lock'`;
	return world.db.transaction(async (tx) => {
		await tx.select().from(cohorts).where(eq(cohorts.id, world.cohort.id)).for('no key update');
		await happens(tx);
		const answer = leader.call(changeTutor, change);
		while ((await world.db.execute(waiting)).length === 0);
		return { answer };
	});
}

test('R75: a tutor who leaves and an intern who is expelled meanwhile are seen before the tutor is changed', async () => {
	const person = { cohortId: world.cohort.id, personId: world.stranger.id };
	await world.db.insert(cohortTutors).values(person);
	const id = expertise.enrolment(6);
	const change = { params: { id }, body: { tutorId: person.personId, instead: world.tutor.id } };
	const gone = await meanwhile(change, (tx) =>
		tx.delete(cohortTutors).where(eq(cohortTutors.personId, person.personId))
	);
	expect(await gone.answer).toMatchObject({ refusal: { status: 422, code: 'enrolment.tutor_unknown' } });

	await world.db.insert(cohortTutors).values(person);
	const expelled = await meanwhile(change, (tx) =>
		tx.update(enrolments).set({ state: 'expelled' }).where(eq(enrolments.id, id))
	);
	expect(await expelled.answer).toEqual(refused(409, 'enrolment_tutor.changed_meanwhile'));
});
