import * as contract from '@stazhirovka/contract/applications';
import { applications, organisations, people, regions } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applying, makeApplicant, publishRules, ROLLING, told } from '../../../testing/applying.ts';
import { makePerson } from '../../../testing/person.ts';
import type { Visitor } from '../../../testing/visitor.ts';
import { createWorld, type World } from '../../../testing/world.ts';

let world: World;
let coordinator: Visitor;
/** A school of another region, and one that has none. */
let foreign: string[];
beforeAll(async () => {
	world = await createWorld({ now: '2027-01-18T07:00:00Z' });
	coordinator = await world.as(world.coordinator);
	await publishRules(coordinator, 'lenobl', ROLLING);
	await publishRules(coordinator, 'mariinsk');
	await publishRules(coordinator, 'primorye');
	const [elsewhere] = await world.db.insert(regions).values({ title: 'Заозёрный край' }).returning();
	const made = [elsewhere!.id, null].map((regionId, n) => ({
		...{ title: `Чужая школа ${n}`, shortTitle: `Чужая ${n}`, kind: 'host', regionId }
	}));
	foreign = (await world.db.insert(organisations).values(made).returning()).map(({ id }) => id);
});
afterAll(() => world.close());

test('R12, R15, R29: an organisation of another region begins nothing, is not registered and not recommended', async () => {
	for (const organisationId of foreign) {
		const person = await makePerson(world.db, { organisationId });
		const body = { regulation: 'rolling', title: 'Площадка', theme: 'Тема' };
		expect(told(await (await world.as(person)).call(contract.beginApplication, { body }))).toBe(
			'409 application.other_region'
		);
		const given = { isNamed: true, title: 'Площадка', theme: '', programme: null, evidence: [] };
		const asked = { regulation: 'mariinsk', organisationId, ...given };
		expect(await coordinator.call(contract.registerDirectly, { body: asked })).toMatchObject({
			refusal: {
				problem: { details: { faults: [{ field: 'organisationId', code: 'organisation.missing' }] } }
			}
		});
		const paper = { authority: 'Управление', reference: 'письмо № 41' };
		const listed = { regulation: 'primorye', organisationId, ...paper };
		expect(told(await coordinator.call(contract.recommend, { body: listed }))).toBe(
			'422 organisation.missing'
		);
	}
	expect(await world.db.$count(applications)).toBe(0);
});

test('R31: no member of a network is of another region; nor does somebody who moved there describe the site', async () => {
	const { organisation, person, visitor } = await makeApplicant(world);
	const { id } = await applying(visitor).begin('rolling');
	const describe = (ids: string[], by = visitor) =>
		by.call(contract.describeSite, {
			params: { id },
			body: {
				...{ title: 'Площадка', theme: 'Тема', minutes: '' },
				members: ids.map((organisationId, n) => ({ organisationId, isLead: n === 0 }))
			}
		});
	const [stranger] = foreign;
	expect(told(await describe([organisation.id, stranger!]))).toBe('422 network.unknown_member');
	expect(told(await describe([organisation.id]))).toBe(200);

	await world.db.update(people).set({ organisationId: stranger! }).where(eq(people.id, person.id));
	expect(told(await describe([]))).toBe('409 application.other_region');
});
