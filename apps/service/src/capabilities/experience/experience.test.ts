import {
	getExperience,
	getExperienceDesk,
	listExperience,
	publishExperience,
	writeExperience,
	type ExperienceFields
} from '@stazhirovka/contract/experience';
import { confirmSubscription, subscribe } from '@stazhirovka/contract/subscriptions';
import { cohorts, journal, outbox } from '@stazhirovka/db/schema';
import { asc, desc, eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { refused } from '../../testing/refused.ts';
import { publishRules, siteUnder } from '../../testing/sites.ts';
import { createWorld } from '../../testing/world.ts';
import { sendNews } from '../subscriptions/index.ts';

const world = await createWorld();
afterAll(world.close);
await publishRules(world, 'lenobl');
const guest = await world.as(null);
const own = await siteUnder(world, 'lenobl');
const other = await siteUnder(world, 'lenobl');
await world.db.update(cohorts).set({ siteId: own.id }).where(eq(cohorts.id, world.cohort.id));
const params = { id: own.id };
const [DEFICIT = ''] = (await own.visitor.must(getExperienceDesk, { params })).deficits;

const WHOLE: ExperienceFields = {
	title: 'Пауза как приём удержания внимания',
	theme: 'Учебная мотивация',
	authors: 'Команда площадки',
	done: 'На двенадцати уроках вводили паузу перед новым заданием.',
	changed: 'Доля учеников, которые начинают сразу, выросла.',
	links: ['https://school.ru/pause'],
	deficits: [DEFICIT],
	checked: false
};

async function put(change: Partial<ExperienceFields> = {}) {
	const place = { params: { id: own.id, item: randomUUID() } };
	const write = (body: Partial<ExperienceFields>, revision: number | null) =>
		own.visitor.call(writeExperience, { ...place, body: { ...WHOLE, ...change, ...body, revision } });
	const show = (revision: number, published = true) =>
		own.visitor.call(publishExperience, { ...place, body: { revision, published } });
	await write({}, null);
	return { id: place.params.item, write, show };
}

const found = async (querystring: Parameters<typeof query>[0] = {}) =>
	(await query(querystring)).items.map(({ title }) => title);

function query(querystring: { q?: string; site?: string; deficit?: string }) {
	return guest.must(listExperience, { querystring });
}

test('R141: a summary is a draft until it is whole and published; then it is found by its words, deficit and site', async () => {
	expect(DEFICIT).not.toBe('');
	const { id, write, show } = await put({ changed: '' });
	expect((await write({ changed: '' }, null)).ok).toBe(true);
	expect(await write({ changed: '', done: 'Дописано после возврата к форме.' }, null)).toEqual(
		refused(409, 'experience.changed_meanwhile')
	);
	expect(await found()).toEqual([]);
	expect(await guest.call(getExperience, { params: { id } })).toEqual(refused(404, 'experience.missing'));
	expect(await show(0)).toEqual(
		refused(422, 'experience.incomplete', {
			faults: [{ field: 'changed', code: 'experience.part_missing' }]
		})
	);
	expect((await write(WHOLE, 0)).ok).toBe(true);
	expect((await show(1)).ok).toBe(true);
	expect(await found({ q: 'паузы внимание' })).toEqual([WHOLE.title]);
	expect(await found({ deficit: DEFICIT, site: own.id })).toEqual([WHOLE.title]);
	expect(await found({ site: other.id })).toEqual([]);
	expect(await guest.must(getExperience, { params: { id } })).toMatchObject({
		...{ done: WHOLE.done, changed: WHOLE.changed, links: WHOLE.links, deficits: [DEFICIT] },
		site: { id: own.id, region: world.region.title }
	});
	expect(await write({ done: '' }, 2)).toMatchObject({ ok: false });
	expect((await show(2, false)).ok).toBe(true);
	expect(await query({})).toMatchObject({ items: [], choices: { deficits: [], sites: [] } });
	const kinds = await world.db
		.select({ kind: journal.kind })
		.from(journal)
		.where(eq(journal.subjectId, id))
		.orderBy(asc(journal.id));
	expect(kinds.map(({ kind }) => kind)).toEqual([
		...['experience.written', 'experience.written'],
		...['experience.published', 'experience.hidden']
	]);
});

test('R141: the same form twice is one record, of two tabs the later is told, and a stranger sees no desk', async () => {
	const { write } = await put();
	expect((await write({}, null)).ok).toBe(true);
	expect((await write({ title: 'Первая вкладка' }, 0)).ok).toBe(true);
	expect(await write({ title: 'Вторая вкладка' }, 0)).toEqual(refused(409, 'experience.changed_meanwhile'));
	for (const visitor of [other.visitor, await world.as(world.stranger)])
		expect(await visitor.call(getExperienceDesk, { params })).toEqual(refused(404, 'site.missing'));
	expect(await write({ deficits: ['Ничей дефицит'] }, 1)).toEqual(
		refused(422, 'experience.faulty', {
			faults: [{ field: 'deficits', code: 'experience.deficit_unknown' }]
		})
	);
});

test('R166: what resembles a pupil is shown only after somebody has looked', async () => {
	const { write, show } = await put({ done: 'Пётр Иванов, ученик 3 класса, стал начинать сразу.' });
	expect(await show(0)).toMatchObject({
		refusal: { problem: { details: { faults: [{ field: 'checked', code: 'experience.pupils' }] } } }
	});
	expect((await write({ checked: true }, 0)).ok).toBe(true);
	expect((await show(1)).ok).toBe(true);
});

test('R142: who asked for letters of new materials is told of published experience the next morning', async () => {
	const email = 'reader@experience.example';
	await guest.must(subscribe, { body: { email, topics: ['products'] } });
	const token = /\/news\/letters\/([\w-]+)/u.exec((await lastLetter(email))?.text ?? '')?.[1] ?? '';
	await guest.must(confirmSubscription, { params: { token } });
	const { show } = await put({ title: 'Опыт для письма' });
	await show(0);
	world.at(new Date(world.deps.now().getTime() + 26 * 3_600_000).toISOString());
	await sendNews(world.deps);
	const letter = await lastLetter(email);
	expect(letter?.text).toContain('Опыт площадок');
	expect(letter?.text).toContain('Опыт для письма');
	expect(letter?.text).toContain('/experience');
});

async function lastLetter(email: string) {
	const [row] = await world.db
		.select({ text: outbox.text })
		.from(outbox)
		.where(eq(outbox.to, email))
		.orderBy(desc(outbox.id))
		.limit(1);
	return row;
}
