import {
	beginProgrammeDraft,
	deleteProgrammeDraft,
	getProgrammeDraft,
	listProgrammeDrafts,
	tellDraftPresence
} from '@stazhirovka/contract/authoring';
import { programmeDraftParts } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { openDrafting } from '../../testing/drafting.ts';

const { world, leader, siteId, begin, draftAt, save } = await openDrafting();
afterAll(() => world.close());

test('R121: a programme begins from nothing and tells what it lacks, part by part', async () => {
	const draft = await draftAt(await begin('Внимание на уроке'));

	expect(draft).toMatchObject({
		title: 'Внимание на уроке',
		state: 'draft',
		savedBy: 'Полозьев\u00a0Д.\u00a0И.',
		document: {
			schema: 'programme.v1',
			version: 1,
			title: 'Внимание на уроке',
			site_key: 'site-912',
			regulation_key: 'lenobl'
		},
		can: { edit: true, send: true, publish: false, delete: true }
	});
	expect(draft.findings.filter(({ part }) => part === 'modules')).toEqual([
		{
			part: 'modules',
			place: 'modules',
			code: 'shape.missing',
			severity: 'error',
			details: { expected: 'array' }
		}
	]);
});

test('every saving is a revision; taking a part out is one too', async () => {
	const id = await begin();
	expect(await save(id, 'goal', 0, 'Цель')).toMatchObject({ ok: true, value: { revision: 1 } });
	expect(await save(id, 'goal', 1, '2024')).toMatchObject({ ok: true, value: { revision: 2 } });
	expect((await draftAt(id)).document.goal).toBe('2024');

	expect(await save(id, 'goal', 2, null)).toMatchObject({ ok: true, value: { revision: 3 } });
	expect('goal' in (await draftAt(id)).document).toBe(false);
	expect(await save(id, 'goal', 0, 'Снова')).toMatchObject({ ok: false, refusal: { code: 'draft.changed' } });
	expect(await save(id, 'goal', 3, 'Снова')).toMatchObject({ ok: true, value: { revision: 4 } });
});

test('of two authors of one part the second is told the words of the first; nobody overwrites silently', async () => {
	const id = await begin();
	const coordinator = await world.as(world.coordinator);
	await save(id, 'goal', 0, 'Моя цель', coordinator);
	const answer = await save(id, 'goal', 0, 'Другая цель');

	expect(answer).toMatchObject({
		ok: false,
		refusal: {
			status: 409,
			code: 'draft.changed',
			problem: { details: { revision: 1, value: 'Моя цель', by: 'Дубравина\u00a0Л.\u00a0С.' } }
		}
	});
	expect((await draftAt(id)).document.goal).toBe('Моя цель');
});

test('two authors of different parts never meet, also at the same moment', async () => {
	const id = await begin();
	const answers = await Promise.all(
		['goal', 'summary', 'relevance', 'direction'].map((part) => save(id, part, 0, `Слова: ${part}`))
	);
	expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true]);
	const { document, parts } = await draftAt(id);
	expect([document.goal, document.direction]).toEqual(['Слова: goal', 'Слова: direction']);
	expect(parts.relevance?.revision).toBe(1);
});

test('of many savings over one revision exactly one is kept', async () => {
	const id = await begin();
	const answers = await Promise.all([1, 2, 3, 4, 5].map((n) => save(id, 'goal', 0, `Цель ${n}`)));
	expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
	const kept = answers.findIndex(({ ok }) => ok) + 1;
	expect((await draftAt(id)).document.goal).toBe(`Цель ${kept}`);
});

test('the answer to a saving tells what the checks find now', async () => {
	const id = await begin();
	const answer = await save(id, 'hours_total', 0, 12);
	const found = answer.ok ? answer.value.findings.map(({ place }) => place) : [];
	expect(found).not.toContain('hours_total');
	expect(found).toContain('goal');
});

test.each([
	['a NUL', 'goal', 'a\u0000b', 'text.not_storable'],
	['half a character', 'goal', '\ud800', 'text.not_storable'],
	['a wrong kind', 'modules', 'три', 'shape.wrong_kind'],
	['a wrong kind inside', 'deficits', [{ key: 'D1', title: ['x'] }], 'shape.wrong_kind'],
	['too long a text', 'goal', 'ы'.repeat(5001), 'shape.too_long'],
	['too many things', 'audience', Array.from({ length: 51 }, () => 'кто-то'), 'shape.too_many']
])('hostile: %s is refused with its place', async (_, part, value, code) => {
	const id = await begin();
	const answer = await save(id, part, 0, value);
	expect(answer).toMatchObject({
		ok: false,
		refusal: {
			status: 422,
			code: 'programme_draft.part_faulty',
			problem: { details: { findings: [{ code }] } }
		}
	});
	expect((await draftAt(id)).parts[part]).toBeUndefined();
});

test('hostile: nesting without end and a megabyte of it are refused, not fatal', async () => {
	const id = await begin();
	const put = (value: string) =>
		leader.inject({
			method: 'PUT',
			url: `/api/programme-drafts/${id}/parts/exercises`,
			headers: { 'content-type': 'application/json' },
			payload: `{"base":0,"value":${value}}`
		});
	expect((await put(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).statusCode).toBe(422);
	expect((await put(`"${'x'.repeat(1_100_000)}"`)).statusCode).toBe(413);
	const much = JSON.stringify([{ key: 'e', title: 'Игра', more: 'я'.repeat(500_000) }]);
	expect((await put(much)).json()).toMatchObject({ code: 'programme_draft.too_large' });
	expect((await draftAt(id)).parts.exercises).toBeUndefined();
});

test('what is unfinished is kept and told: empty words, no things yet', async () => {
	const id = await begin();
	const deficits = [{ key: 'D1', n: 1, title: '', deficit: '', target: null }];
	expect(await save(id, 'deficits', 0, deficits)).toMatchObject({ ok: true });
	const { document, findings } = await draftAt(id);
	expect(document.deficits).toEqual(deficits);
	expect(findings.map(({ place }) => place)).toContain('deficits.D1.title');
});

test('what a draft is cannot be written; a part that nobody knows is not there', async () => {
	const id = await begin();
	for (const part of ['schema', 'key', 'version', 'site_key', 'regulation_key'])
		expect(await save(id, part, 1, 'x')).toMatchObject({
			ok: false,
			refusal: { code: 'programme_draft.part_fixed' }
		});
	expect(await save(id, 'modulez', 0, 1)).toMatchObject({ ok: false, refusal: { status: 404 } });
});

test('who else writes is told, and who has gone is not', async () => {
	const id = await begin();
	const coordinator = await world.as(world.coordinator);
	const tell = (by: typeof leader, part: string) =>
		by.must(tellDraftPresence, { params: { id }, body: { part } });
	await tell(coordinator, 'tasks');
	expect((await tell(leader, 'goal')).others).toMatchObject([
		{ personId: world.coordinator.id, part: 'tasks' }
	]);

	world.at('2027-01-18T07:02:00Z');
	expect((await tell(leader, 'goal')).others).toEqual([]);
	world.at('2027-01-18T07:00:00Z');
});

test('a stranger, another site, a tutor: there is no such draft', async () => {
	const id = await begin();
	for (const person of [world.otherLeader, world.tutor, world.interns[0]!, world.stranger]) {
		const visitor = await world.as(person);
		const answers = [
			await visitor.call(getProgrammeDraft, { params: { id } }),
			await save(id, 'goal', 0, 'Чужая', visitor),
			await visitor.call(deleteProgrammeDraft, { params: { id } }),
			await visitor.call(tellDraftPresence, { params: { id }, body: { part: null } })
		];
		for (const answer of answers)
			expect(answer).toMatchObject({ refusal: { status: 404, code: 'programme_draft.missing' } });
		expect((await visitor.inject({ url: `/api/programme-drafts/${id}/file` })).statusCode).toBe(404);
		expect((await visitor.must(listProgrammeDrafts, {})).drafts.map((draft) => draft.id)).not.toContain(id);
		expect(
			await visitor.call(beginProgrammeDraft, {
				body: { from: 'nothing', siteId, key: 'mine', title: 'Моя' }
			})
		).toMatchObject({ ok: false, refusal: { status: 404 } });
	}
	expect((await leader.must(listProgrammeDrafts, {})).drafts.map((draft) => draft.id)).toContain(id);
});

test('a thrown away draft leaves nothing', async () => {
	const id = await begin();
	await leader.must(deleteProgrammeDraft, { params: { id } });
	expect(await leader.call(getProgrammeDraft, { params: { id } })).toMatchObject({
		refusal: { status: 404 }
	});
	const parts = await world.db.select().from(programmeDraftParts).where(eq(programmeDraftParts.draftId, id));
	expect(parts).toEqual([]);
});
