import { getRegulationVersion, listRegulationVersions } from '@stazhirovka/contract/regulations';
import { regions } from '@stazhirovka/db/schema';
import { afterAll, expect, test } from 'vitest';
import { makePerson } from '../../testing/person.ts';
import { refused } from '../../testing/refused.ts';
import { FORM, keeper, regulationOf } from '../../testing/regulation.ts';
import { createWorld } from '../../testing/world.ts';

const world = await createWorld();
afterAll(world.close);

const { put } = keeper(await world.as(world.coordinator));
const guest = await world.as(null);
const [otherRegion] = await world.db.insert(regions).values({ title: 'Заозёрный край' }).returning();
const neighbour = await world.as(
	await makePerson(world.db, {}, [{ role: 'coordinator', scope: { kind: 'region', id: otherRegion!.id } }])
);

test('those who keep no rules import nothing and see nothing', async () => {
	const { id, revision } = await put(regulationOf('foreign'));
	for (const person of [world.leader, world.tutor, world.interns[0]!, world.stranger]) {
		const visitor = await world.as(person);
		expect(await keeper(visitor).offer(regulationOf('foreign'))).toEqual(refused(403, 'forbidden'));
		expect(await visitor.must(listRegulationVersions, {})).toEqual({ regions: [], versions: [] });
		expect(await visitor.call(getRegulationVersion, { params: { id } })).toEqual(
			refused(404, 'regulation.missing')
		);
		expect(await keeper(visitor).publish({ id, revision }, '2027-01-18')).toEqual(
			refused(404, 'regulation.missing')
		);
		expect(await keeper(visitor).give({ id, revision }, FORM)).toEqual(refused(404, 'regulation.missing'));
	}
	expect(await keeper(guest).offer(regulationOf('foreign'))).toEqual(refused(401, 'unauthenticated'));
});

test('the coordinator of another region neither sees nor takes a regulation', async () => {
	const draft = await put(regulationOf('ours'));
	expect(await keeper(neighbour).publish(draft, '2027-01-18')).toEqual(refused(404, 'regulation.missing'));
	expect(await keeper(neighbour).offer(regulationOf('ours', { theme: 'Чужая' }))).toMatchObject({
		refusal: { problem: { details: { findings: [{ place: 'key', code: 'key.taken' }] } } }
	});
	expect(await keeper(neighbour).offer(regulationOf('theirs'), world.region.id)).toEqual(
		refused(404, 'region.missing')
	);
	expect((await neighbour.must(listRegulationVersions, {})).versions).toEqual([]);
	expect((await keeper(neighbour).put(regulationOf('theirs'))).region.title).toBe('Заозёрный край');
});

test('an administrator keeps every region, and says which', async () => {
	const administrator = await world.as(world.administrator);
	expect(await keeper(administrator).offer(regulationOf('somewhere'))).toEqual(
		refused(409, 'regulation.region_not_chosen')
	);
	expect(await keeper(administrator).offer(regulationOf('somewhere'), otherRegion!.id)).toMatchObject({
		value: { region: { title: 'Заозёрный край' } }
	});
});
