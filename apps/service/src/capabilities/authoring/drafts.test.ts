import {
	beginProgrammeDraft,
	deleteProgrammeDraft,
	downloadDraftFile,
	getProgrammeDraft,
	listProgrammeDrafts,
	saveDraftPart,
	tellDraftPresence
} from '@stazhirovka/contract/authoring';
import { programmeFile } from '@stazhirovka/contract/programmes';
import { programmeFile as seed, PROGRAMME_KEYS } from '@stazhirovka/db/seeds';
import { programmeDraftParts } from '@stazhirovka/db/schema';
import { PROGRAMME_PARTS } from '@stazhirovka/domain/authoring';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { createWorld } from '../../testing/world.ts';

const world = await createWorld();
afterAll(world.close);

const leader = await world.as(world.leader);
const siteId = world.site.id;
let keys = 0;
const begin = async (title = 'Новая программа') =>
	(
		await leader.must(beginProgrammeDraft, {
			body: { from: 'nothing', siteId, key: `draft-${++keys}`, title }
		})
	).id;
const draftAt = (id: string) => leader.must(getProgrammeDraft, { params: { id } });
const save = (id: string, part: string, base: number, value: unknown, by = leader) =>
	by.call(saveDraftPart, { params: { id, part }, body: { base, value } });
const fileOf = async (id: string) =>
	(await leader.inject({ url: `/api${downloadDraftFile.url.replace(':id', id)}` })).body;

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

test.each(PROGRAMME_KEYS)('X24: %s goes in and out byte for byte', async (key) => {
	const document = seed(key) as Record<string, unknown>;
	const into = async () =>
		(
			await leader.must(beginProgrammeDraft, {
				body: { from: 'file', siteId, document, key: `copy-${++keys}` }
			})
		).id;
	const id = await into();
	const text = await fileOf(id);
	await leader.must(deleteProgrammeDraft, { params: { id } });

	const again = await leader.must(beginProgrammeDraft, {
		body: { from: 'file', siteId, document: JSON.parse(text) as unknown }
	});
	expect(await fileOf(again.id)).toBe(text);
	const own = { key: `copy-${keys}`, site_key: 'site-912', regulation_key: 'lenobl' };
	expect(text).toBe(programmeFile({ ...document, ...own }));
});

test('X24: a programme written by hand, part by part in any order, is the file', async () => {
	const id = await begin();
	const document = seed('adhd-lesson-12h') as Record<string, unknown>;
	const own = ['schema', 'key', 'version', 'site_key', 'regulation_key'];
	const parts = PROGRAMME_PARTS.filter((part) => part in document && !own.includes(part)).toReversed();
	for (const part of parts) {
		const base = (await draftAt(id)).parts[part]?.revision ?? 0;
		expect(await save(id, part, base, document[part])).toMatchObject({ ok: true });
	}
	expect(await fileOf(id)).toBe(programmeFile({ ...document, key: `draft-${keys}` }));
	expect((await draftAt(id)).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('a hostile file becomes no draft', async () => {
	const import_ = (document: unknown) =>
		leader.call(beginProgrammeDraft, { body: { from: 'file', siteId, document } });
	const adhd = seed('adhd-lesson-12h') as object;
	const codes = [];
	for (const file of [
		null,
		7,
		[],
		{ key: 'a b' },
		{ ...adhd, key: 'h', goal: 'a\u0000' },
		{ key: 'h', tasks: 1 }
	]) {
		const answer = await import_(file);
		codes.push(answer.ok ? 'taken' : answer.refusal.code);
	}
	expect(new Set(codes)).toEqual(new Set(['programme_draft.faulty']));
});

test('one programme is written once at a time, and nobody takes the key of another site', async () => {
	const body = { from: 'nothing' as const, siteId, key: 'twice', title: 'Дважды' };
	const answers = await Promise.all([1, 2, 3].map(() => leader.call(beginProgrammeDraft, { body })));
	expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
	expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'programme_draft.written' } });

	const other = await world.as(world.otherLeader);
	for (const key of ['twice', 'adhd-lesson-12h'])
		expect(
			await other.call(beginProgrammeDraft, { body: { ...body, siteId: world.otherSite.id, key } })
		).toMatchObject({ ok: false, refusal: { code: 'programme_draft.key_taken' } });
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
