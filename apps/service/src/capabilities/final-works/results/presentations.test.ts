import {
	listPresentations,
	openPresentations,
	releasePresentation,
	removePresentation,
	takePresentation
} from '@stazhirovka/contract/results';
import { outbox } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Expertise } from '../../../testing/expertise.ts';
import { refusing } from '../../../testing/refused.ts';
import { createWorld, type World } from '../../../testing/world.ts';

let world: World;
let expertise: Expertise;
let cohort: { params: { id: string } };
beforeAll(async () => {
	world = await createWorld({ now: '2027-02-10T09:00:00Z' });
	expertise = new Expertise(world);
	cohort = { params: { id: world.cohort.id } };
	await expertise.published(1, 2);
});
afterAll(() => world.close());

const opening = { day: '2027-02-25', time: '13:00', minutes: 15, count: 3, venue: 'Актовый зал' };
const intern = (n: number) => world.as(expertise.person(n));
const slots = async () => (await (await intern(1)).must(listPresentations, cohort)).slots;

test('R116: the leader opens times one after another, once; interns do not', async () => {
	const leader = await world.as(world.leader);
	const told = await leader.must(openPresentations, { ...cohort, body: opening });
	expect(told.slots.map(({ startsAt, shown }) => [startsAt.slice(11, 16), shown])).toEqual([
		['10:00', null],
		['10:15', null],
		['10:30', null]
	]);
	expect(await leader.call(openPresentations, { ...cohort, body: opening })).toMatchObject(
		refusing(409, 'presentation.already_there')
	);
	const past = { ...opening, day: '2027-02-09' };
	expect(await leader.call(openPresentations, { ...cohort, body: past })).toMatchObject(
		refusing(409, 'presentation.faulty')
	);
	expect(await (await intern(1)).call(openPresentations, { ...cohort, body: opening })).toMatchObject(
		refusing(403, 'forbidden')
	);
});

test('R116: of two who take one time one has it; everybody in the cohort sees the timetable', async () => {
	const [first, second, third] = await slots();
	const two = await Promise.all(
		[second, third].map(async (slot) =>
			(await intern(2)).call(takePresentation, { params: { id: slot!.id } })
		)
	);
	expect(two.map((told) => (told.ok ? 'ok' : told.refusal.code)).sort()).toEqual([
		'ok',
		'presentation.has_one'
	]);
	const taken = { params: { id: two[0]?.ok ? second!.id : third!.id } };
	await (await intern(2)).must(releasePresentation, taken);

	const at = { params: { id: first!.id } };
	const both = await Promise.all([1, 2].map(async (n) => (await intern(n)).call(takePresentation, at)));
	expect(both.map((told) => (told.ok ? 'ok' : told.refusal.code)).sort()).toEqual([
		'ok',
		'presentation.taken'
	]);
	const winner = both[0]?.ok ? 1 : 2;
	expect(await (await intern(winner)).call(takePresentation, { params: { id: second!.id } })).toMatchObject(
		refusing(409, 'presentation.has_one')
	);
	expect(await (await intern(4)).call(takePresentation, { params: { id: second!.id } })).toMatchObject(
		refusing(409, 'presentation.no_work')
	);

	const seen = await (await intern(4)).must(listPresentations, cohort);
	expect(seen.slots[0]).toMatchObject({ mine: false, shown: { workId: await expertise.workId(winner) } });
	const file = await (
		await intern(4)
	).inject({
		method: 'GET',
		url: `/api/cohorts/${world.cohort.id}/presentations.ics`
	});
	expect([file.statusCode, file.body.match(/BEGIN:VEVENT/g)?.length]).toEqual([200, 1]);

	await (await intern(winner)).must(releasePresentation, at);
	expect((await slots())[0]?.shown).toBeNull();
	await (await intern(1)).must(takePresentation, at);
	expect(await (await intern(2)).call(releasePresentation, at)).toMatchObject(refusing(403, 'forbidden'));
});

test('R116: a closed time tells whoever had it', async () => {
	const [first] = await slots();
	const tutor = await world.as(world.tutor);
	expect((await tutor.must(removePresentation, { params: { id: first!.id } })).slots.length).toBe(2);
	const letters = await world.db
		.select({ to: outbox.to })
		.from(outbox)
		.where(eq(outbox.subject, 'Время показа вашей работы отменено'));
	expect(letters).toEqual([{ to: expertise.person(1).email }]);
});

test('R167: to anybody outside the cohort no time exists', async () => {
	const [first] = await slots();
	const at = { params: { id: first!.id } };
	for (const person of [world.otherLeader, world.stranger]) {
		const visitor = await world.as(person);
		const answers = [
			await visitor.call(listPresentations, cohort),
			await visitor.call(openPresentations, { ...cohort, body: opening }),
			await visitor.call(takePresentation, at),
			await visitor.call(releasePresentation, at),
			await visitor.call(removePresentation, at)
		];
		for (const told of answers) expect(told).toMatchObject(refusing(404, 'cohort.missing'));
	}
});
