import * as contract from '@stazhirovka/contract/applications';
import { regions } from '@stazhirovka/db/schema';
import { afterAll, expect, test } from 'vitest';
import { applying, makeApplicant, publishRules } from '../../../testing/applying.ts';
import { makePerson } from '../../../testing/person.ts';
import { refused } from '../../../testing/refused.ts';
import { SAMPLES } from '../../../testing/sample-files.ts';
import { uploadsOf } from '../../../testing/uploads.ts';
import { createWorld } from '../../../testing/world.ts';

const world = await createWorld({ now: '2027-01-18T07:00:00Z' });
afterAll(world.close);

await publishRules(await world.as(world.coordinator), 'kuzbass');
const { person, visitor } = await makeApplicant(world);
const colleague = await makeApplicant(world);
const mine = applying(visitor);
const [otherRegion] = await world.db.insert(regions).values({ title: 'Заозёрный край' }).returning();
const neighbour = await makePerson(world.db, {}, [
	{ role: 'coordinator', scope: { kind: 'region', id: otherRegion!.id } }
]);
const strangers = [colleague.person, world.leader, world.tutor, neighbour, world.stranger];
const { upload, kept, mayRead } = uploadsOf(() => world);

test('for everybody else an application does not exist; a draft not even for the keeper', async () => {
	const { id, revision } = await mine.begin('kuzbass');
	const hidden = async (people: { id: string }[]) => {
		for (const one of people) {
			const someone = await world.as(one);
			const doing = applying(someone);
			const answers = [
				await someone.call(contract.getApplication, { params: { id } }),
				await someone.call(contract.exportApplication, { params: { id } }),
				await someone.call(contract.getApplicationSheet, { params: { id, sheet: 'programme' } }),
				await doing.save(id, 'programme', 0, {}),
				await doing.submit({ id, revision }),
				await doing.withdraw({ id, revision }),
				await doing.accept({ id, revision }),
				await doing.giveBack({ id, revision })
			];
			for (const answer of answers) expect(answer).toEqual(refused(404, 'application.missing'));
		}
	};
	await hidden([...strangers, world.coordinator, world.administrator]);

	await mine.submit(await mine.fill(id));
	await hidden(strangers);
	expect(await applying(await world.as(world.coordinator)).read(id)).toMatchObject({
		id,
		state: 'submitted'
	});
});

test('the keeper reads and writes nothing; the author decides nothing', async () => {
	const { id } = await mine.begin('kuzbass', 'Чужими руками');
	await mine.submit(await mine.fill(id));
	const keeping = applying(await world.as(world.coordinator));
	const seen = await keeping.read(id);
	for (const answer of [
		await keeping.save(id, 'programme', 1, {}),
		await keeping.submit(seen),
		await keeping.withdraw(seen),
		await mine.accept(seen),
		await mine.giveBack(seen)
	])
		expect(answer).toEqual(refused(404, 'application.missing'));
});

test('R17: files prove statements; they open to the keeper when the application is handed in', async () => {
	const { id } = await mine.begin('kuzbass', 'С файлом');
	const file = await kept(person, `applicationId=${id}`, 'приказ.pdf', SAMPLES.pdf!);
	expect((await upload(colleague.person, `applicationId=${id}`, 'чужой.pdf', SAMPLES.pdf!)).status).toBe(404);
	const readers = [person, world.coordinator, ...strangers];
	expect(await mayRead(file.id, readers)).toEqual([200, 404, 404, 404, 404, 404, 404]);

	await mine.fill(id, { eligibility: { 'evidence-0': '', 'files-0': [file.id] } });
	const answer = await mine.submit(await mine.read(id));
	expect(answer.ok).toBe(true);
	expect(await mayRead(file.id, readers)).toEqual([200, 200, 404, 404, 404, 404, 404]);
});

test('somebody else’s file proves nothing', async () => {
	const { id } = await mine.begin('kuzbass', 'С чужим файлом');
	const theirs = applying(colleague.visitor);
	const { id: other } = await theirs.begin('kuzbass');
	const file = await kept(colleague.person, `applicationId=${other}`, 'приказ.pdf', SAMPLES.pdf!);
	expect(await mine.save(id, 'eligibility', 0, { 'files-1': [file.id] })).toMatchObject({
		refusal: {
			status: 422,
			problem: { details: { faults: [{ path: 'files-1', code: 'not_an_option' }] } }
		}
	});
});
