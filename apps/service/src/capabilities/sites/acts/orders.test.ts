import { openWindow } from '@stazhirovka/contract/applications';
import { addCouncilMember, endCouncilMember, getCouncil } from '@stazhirovka/contract/councils';
import { getAct, listActs } from '@stazhirovka/contract/sites';
import { regulationFile } from '@stazhirovka/db/seeds';
import { shortName } from '@stazhirovka/domain/certificates';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ACT, openCouncil } from '../../../testing/council.ts';
import { makePerson } from '../../../testing/person.ts';
import { publishRules } from '../../../testing/applying.ts';
import { createWorld, type World } from '../../../testing/world.ts';

let world: World;
beforeAll(async () => {
	world = await createWorld();
});
afterAll(() => world.close());

test('R12, R27: an act tells the window it opened, the council it composed and who came and went by it', async () => {
	const own = await openCouncil(world, 'orders');
	const { act, members } = await own.coordinator.must(getCouncil, own.params);
	const read = async (id: string) => (await own.coordinator.must(getAct, { params: { id } })).orders;
	const council = { id: own.council.id, title: own.council.title };
	const names = own.people.map((person) => shortName(person));
	expect(await read(act.id)).toEqual([
		{
			...{ kind: 'council', council },
			members: ['chair', 'deputy', 'secretary', 'member', 'member'].map((role, n) => ({
				...{ name: names[n], role }
			}))
		}
	]);

	const newcomer = await makePerson(world.db, { surname: 'Новосёлова' });
	const change = { ...ACT, number: 'orders-2' };
	await own.coordinator.must(addCouncilMember, {
		...own.params,
		body: { who: { email: newcomer.email }, role: 'member', act: change }
	});
	const leaving = members.find(({ person }) => person.id === own.people[4]!.id)!;
	await own.coordinator.must(endCouncilMember, {
		params: { id: leaving.id },
		body: { lastDay: '2027-01-31', act: change }
	});
	const { items } = await own.coordinator.must(listActs, { querystring: { q: 'orders-2' } });
	expect(items[0]?.orders).toEqual([
		{ kind: 'left', council, name: names[4], role: 'member', on: '2027-01-31' },
		{ kind: 'joined', council, name: shortName(newcomer), role: 'member', on: ACT.signedOn }
	]);

	await publishRules(own.coordinator, 'lenobl');
	const { short_title: title } = regulationFile('lenobl') as { short_title: string };
	const days = { opensOn: '2027-01-20', closesOn: '2027-01-31' };
	const paper = { kind: 'распоряжение', number: 'orders-3', issuer: 'Комитет', title: 'О приёме' } as const;
	await own.coordinator.must(openWindow, {
		body: { ...days, regulation: 'lenobl', act: { ...paper, signedOn: '2027-01-15' } }
	});
	const opened = await own.coordinator.must(listActs, { querystring: { q: 'orders-3' } });
	expect(await read(opened.items[0]!.id)).toEqual([
		{ kind: 'window', regulation: { key: 'lenobl', title }, ...days }
	]);
});
