import { getMunicipalMonitoring } from '@stazhirovka/contract/monitoring';
import {
	appointObserver,
	listMunicipalObservers,
	relieveObserver
} from '@stazhirovka/contract/municipal-observers';
import { journal, municipalities, outbox, regions } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makePerson, type TestPerson } from '../../testing/person.ts';
import { refused } from '../../testing/refused.ts';
import type { Visitor } from '../../testing/visitor.ts';
import { createWorld, type World } from '../../testing/world.ts';

let world: World;
let coordinator: Visitor;
let methodist: TestPerson;
let town: string;

beforeEach(async () => {
	world = await createWorld();
	coordinator = await world.as(world.coordinator);
	methodist = await makePerson(world.db, { surname: 'Методистова' });
	town = await makeTown('Приморский округ', world.region.id);
});
afterEach(() => world.close());

async function makeTown(title: string, regionId: string): Promise<string> {
	const [row] = await world.db.insert(municipalities).values({ title, regionId }).returning();
	return row?.id ?? '';
}

function appoint(email: string, id = town, by = coordinator) {
	return by.call(appointObserver, { body: { municipalityId: id, email } });
}

function relieve(personId: string, id = town, by = coordinator) {
	return by.call(relieveObserver, { params: { id, personId } });
}

const kept = (by = coordinator) => by.must(listMunicipalObservers, {});
const monitoring = async () => (await world.as(methodist)).call(getMunicipalMonitoring, { querystring: {} });

test('R132: a coordinator names an observer, who reads of that municipality alone and hears of it', async () => {
	await makeTown('Лесной округ', world.region.id);
	expect(await monitoring()).toEqual(refused(404, 'monitoring.missing'));
	expect(await appoint(` ${methodist.email.toUpperCase()} `)).toMatchObject({ ok: true });
	expect(await kept()).toMatchObject([
		{
			personId: methodist.id,
			municipality: { id: town, title: 'Приморский округ' },
			regionId: world.region.id
		}
	]);
	expect(await monitoring()).toMatchObject({ ok: true, value: { municipalities: [{ id: town }] } });
	expect(await heard()).toEqual(['Вы – наблюдатель муниципалитета: Приморский округ']);
	expect(await noted('municipality.observer_appointed')).toMatchObject([
		{ subjectId: town, actorId: world.coordinator.id, data: { personId: methodist.id } }
	]);
});

test('R132: whoever is relieved reads nothing from that moment, and is relieved once', async () => {
	await appoint(methodist.email);
	const answers = await Promise.all([relieve(methodist.id), relieve(methodist.id)]);
	expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
	expect(await monitoring()).toEqual(refused(404, 'monitoring.missing'));
	expect(await kept()).toEqual([]);
	expect(await noted('municipality.observer_relieved')).toHaveLength(1);
	expect(await heard()).toHaveLength(2);
	expect(await relieve(methodist.id)).toEqual(refused(404, 'observer.missing'));
});

test('R132: the same form sent twice names one, and an address without an account names nobody', async () => {
	const answers = await Promise.all([appoint(methodist.email), appoint(methodist.email)]);
	expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
	expect(await heard()).toHaveLength(1);
	const again = { status: 409, problem: { code: 'observer.already', details: { field: 'email' } } };
	expect(await appoint(methodist.email)).toMatchObject({ ok: false, refusal: again });
	const unknown = { status: 422, problem: { code: 'observer.unknown', details: { field: 'email' } } };
	expect(await appoint('nobody@test.example')).toMatchObject({ ok: false, refusal: unknown });
});

test('R167: municipalities of other regions do not exist, and nobody but keepers names, relieves or reads', async () => {
	const [other] = await world.db.insert(regions).values({ title: 'Другая область' }).returning();
	const far = await makeTown('Дальний округ', other?.id ?? '');
	expect(await appoint(methodist.email, far)).toEqual(refused(404, 'municipality.missing'));
	await appoint(methodist.email);
	await appoint(methodist.email, far, await world.as(world.administrator));
	expect(await kept()).toHaveLength(1);
	for (const person of [world.leader, world.tutor, methodist]) {
		const visitor = await world.as(person);
		expect(await kept(visitor)).toEqual([]);
		expect(await appoint(world.tutor.email, town, visitor)).toEqual(refused(404, 'municipality.missing'));
		expect(await relieve(methodist.id, town, visitor)).toEqual(refused(404, 'municipality.missing'));
	}
	expect(await kept(await world.as(world.administrator))).toHaveLength(2);
});

async function heard(): Promise<string[]> {
	const letters = await world.db.select().from(outbox).where(eq(outbox.to, methodist.email));
	return letters.map(({ subject }) => subject);
}

function noted(kind: 'municipality.observer_appointed' | 'municipality.observer_relieved') {
	return world.db.select().from(journal).where(eq(journal.kind, kind));
}
