import {
	appointCoordinator,
	getRegionCoordinators,
	listKeptCoordinators,
	listRegulationCoordinators,
	relieveCoordinator,
	type RegionCoordinators
} from '@stazhirovka/contract/coordinators';
import { grants, journal, outbox } from '@stazhirovka/db/schema';
import { and, asc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { faultsOf, openDesk, orderOf } from '../../testing/granting.ts';
import { makePerson, type TestPerson } from '../../testing/person.ts';
import { refused } from '../../testing/refused.ts';
import type { Visitor } from '../../testing/visitor.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { tidyCoordinators } from './index.ts';

let world: World;
let coordinator: Visitor;
let next: TestPerson;

beforeEach(async () => {
	world = await createWorld();
	({ coordinator } = await openDesk(world));
	next = await makePerson(world.db, { surname: 'Новая' });
});
afterEach(() => world.close());

const params = () => ({ id: world.region.id });

function appoint(email: string, from = '2027-01-18', by = coordinator) {
	return by.call(appointCoordinator, { params: params(), body: { act: orderOf(), email, from } });
}

function relieve(personId: string, from = '2027-01-18', by = coordinator) {
	return by.call(relieveCoordinator, { params: params(), body: { act: orderOf(), personId, from } });
}

async function holders(): Promise<string[]> {
	const rows = await world.db
		.select({ personId: grants.personId })
		.from(grants)
		.where(and(eq(grants.role, 'coordinator'), eq(grants.scopeId, world.region.id)))
		.orderBy(asc(grants.id));
	return rows.map(({ personId }) => personId);
}

const standing = ({ coordinators }: RegionCoordinators) =>
	coordinators.map(({ personId, from, lastDay, now, self }) => [personId, from, lastDay, now, self]);

test('R30: a coordinator is named by an act, has the right at once, hears of it, and all may read it', async () => {
	expect(await appoint(next.email.toUpperCase())).toMatchObject({ ok: true });
	expect(await holders()).toEqual([world.coordinator.id, next.id]);
	const kept = await coordinator.must(getRegionCoordinators, { params: params() });
	expect(standing(kept)).toEqual([
		[next.id, '2027-01-18', null, true, false],
		[world.coordinator.id, null, null, true, true]
	]);
	const guest = await world.as(null);
	const told = await guest.must(listRegulationCoordinators, { params: { key: 'lenobl' } });
	expect(told).toMatchObject([{ from: '2027-01-18', act: { kind: 'распоряжение', signedOn: '2027-01-18' } }]);
	const letters = await world.db.select().from(outbox).where(eq(outbox.to, next.email));
	expect(letters.map(({ subject }) => subject)).toEqual([`Вы – координатор: ${world.region.title}`]);
	const [noted] = await world.db
		.select()
		.from(journal)
		.where(eq(journal.kind, 'region.coordinator_appointed'));
	expect(noted).toMatchObject({ subjectId: world.region.id, data: { personId: next.id } });
	expect(faultsOf(await appoint(next.email))).toEqual(['email coordinator.already']);
	expect(faultsOf(await appoint('nobody@test.example'))).toEqual(['email coordinator.unknown']);
});

test('R30: from a day ahead the right comes with the day and goes with the last one', async () => {
	await appoint(next.email, '2027-02-01');
	await tidyCoordinators(world.deps);
	expect(await holders()).toEqual([world.coordinator.id]);
	world.at('2027-02-01T07:00:00Z');
	await Promise.all([tidyCoordinators(world.deps), tidyCoordinators(world.deps)]);
	expect(await holders()).toEqual([world.coordinator.id, next.id]);

	expect(await relieve(world.coordinator.id, '2027-02-10', await world.as(next))).toMatchObject({ ok: true });
	expect(await holders()).toEqual([world.coordinator.id, next.id]);
	world.at('2027-02-10T07:00:00Z');
	await tidyCoordinators(world.deps);
	expect(await holders()).toEqual([next.id]);
	expect(await coordinator.must(listKeptCoordinators, {})).toEqual([]);
});

test('R30: the last coordinator is relieved by the administrator, never by themselves', async () => {
	expect(faultsOf(await relieve(world.coordinator.id))).toEqual(['from coordinator.last']);
	await appoint(next.email, '2027-02-01');
	expect(faultsOf(await relieve(world.coordinator.id))).toEqual(['from coordinator.last']);
	expect(faultsOf(await relieve(world.stranger.id))).toEqual(['from coordinator.nobody']);
	expect(
		await relieve(world.coordinator.id, '2027-01-18', await world.as(world.administrator))
	).toMatchObject({
		ok: true
	});
	expect(await holders()).toEqual([]);
});

test('R30: whoever had the right before is named by an act like a new one, and only keepers name anybody', async () => {
	expect(await appoint(world.coordinator.email)).toMatchObject({ ok: true });
	const kept = await coordinator.must(getRegionCoordinators, { params: params() });
	expect(standing(kept)).toEqual([
		[world.coordinator.id, '2027-01-18', null, true, true],
		[world.coordinator.id, null, '2027-01-17', false, true]
	]);
	expect(await holders()).toEqual([world.coordinator.id]);
	const stranger = await world.as(world.stranger);
	expect(await appoint(next.email, '2027-01-18', stranger)).toEqual(refused(404, 'region.missing'));
	expect(await relieve(world.coordinator.id, '2027-01-18', stranger)).toEqual(refused(404, 'region.missing'));
	const asked = stranger.call(getRegionCoordinators, { params: params() });
	expect(await asked).toEqual(refused(404, 'region.missing'));
});

test('R30: two coordinators who relieve each other at once: one of them stays', async () => {
	await appoint(next.email);
	const other = await world.as(next);
	const answers = await Promise.all([relieve(next.id), relieve(world.coordinator.id, '2027-01-18', other)]);
	expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
	expect(await holders()).toHaveLength(1);
});
