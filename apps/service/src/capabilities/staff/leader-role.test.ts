import { appointLeader } from '@stazhirovka/contract/sites';
import { getSitePeople } from '@stazhirovka/contract/staff';
import { afterAll, expect, test } from 'vitest';
import { orderOf } from '../../testing/granting.ts';
import { makePerson } from '../../testing/person.ts';
import { publishRules, siteUnder } from '../../testing/sites.ts';
import { createWorld } from '../../testing/world.ts';

const world = await createWorld({ now: '2027-01-18T07:00:00Z' });
afterAll(world.close);
await publishRules(world, 'lenobl');

test('R32: whoever an act appointed stands in the role of the leader, and only the keeper replaces them', async () => {
	const led = await siteUnder(world, 'lenobl');
	const keeper = await world.as(world.coordinator);
	const next = await makePerson(world.db);
	await keeper.must(appointLeader, {
		params: { id: led.id },
		body: {
			...{ act: orderOf({ number: 'Р-7' }), email: next.email, position: 'deputy' },
			...{ from: '2027-01-18', minutes: null }
		}
	});
	const read = await keeper.must(getSitePeople, { params: { id: led.id } });
	expect(read.roles.filter((role) => role.leads).map(({ key }) => key)).toEqual(['site_head']);
	expect(read.leaders).toMatchObject([
		{ position: 'deputy', from: '2027-01-18', lastDay: null, act: { number: 'Р-7' } }
	]);
	expect(read.leaders[0]!.fullName).toContain(next.surname);
	expect(read.can.replace).toBe(true);
	const nextVisitor = await world.as(next);
	const own = await nextVisitor.must(getSitePeople, { params: { id: led.id } });
	expect(own.can).toEqual({ write: true, replace: false });
});
