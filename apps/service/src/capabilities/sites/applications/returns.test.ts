import {
	describeSite,
	listApplicationReturns,
	saveApplicationSheet
} from '@stazhirovka/contract/applications';
import { afterAll, expect, test } from 'vitest';
import { applying, makeApplicant, publishRules, ROLLING } from '../../../testing/applying.ts';
import { refused } from '../../../testing/refused.ts';
import { createWorld } from '../../../testing/world.ts';

const world = await createWorld({ now: '2027-01-18T07:00:00Z' });
afterAll(world.close);
const coordinator = await world.as(world.coordinator);
const keeping = applying(coordinator);
await publishRules(coordinator, 'lenobl', ROLLING);
const { visitor } = await makeApplicant(world);
const mine = applying(visitor);

test('R16: each return is told with its day, its reason, who made it and what was changed after it', async () => {
	const begun = await mine.begin('rolling');
	const { id } = begun;
	const read = (who = visitor) => who.must(listApplicationReturns, { params: { id } });
	await mine.submit(await mine.fill(id));
	expect(await read()).toEqual([]);

	await keeping.giveBack(await keeping.read(id), 'Не хватает сведений', ['Нет факса']);
	const nothing = { site: [], sheets: [] };
	expect(await read()).toMatchObject([
		{ reason: 'Не хватает сведений', remarks: ['Нет факса'], returnedAt: '2027-01-18T07:00:00.000Z' }
	]);
	expect((await read())[0]?.changes).toEqual(nothing);

	const { definition, answer, revision } = await mine.sheet(id, 'application');
	const field = definition.sections[0]!.fields[0]!;
	const body = { revision, answer: { ...answer, [field.key]: 'Другие слова' } };
	await visitor.must(saveApplicationSheet, { params: { id, sheet: 'application' }, body });
	const site = { title: 'Площадка с новым именем', theme: 'Наставничество', members: [], minutes: '' };
	await visitor.must(describeSite, { params: { id }, body: site });
	await mine.submit(await mine.read(id));
	const changes = { site: ['title'], sheets: [{ title: definition.title, fields: [field.label] }] };
	expect((await read(coordinator))[0]?.changes).toEqual(changes);

	await keeping.giveBack(await keeping.read(id), 'Нет подписи руководителя');
	const both = await read();
	expect(both.map(({ reason }) => reason)).toEqual(['Не хватает сведений', 'Нет подписи руководителя']);
	expect(both.map((one) => one.changes)).toEqual([changes, nothing]);
	expect(both[0]?.by).not.toBe(null);

	const stranger = (await makeApplicant(world)).visitor;
	expect(await stranger.call(listApplicationReturns, { params: { id } })).toEqual(
		refused(404, 'application.missing')
	);
});
