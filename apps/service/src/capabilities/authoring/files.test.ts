import { beginProgrammeDraft, deleteProgrammeDraft } from '@stazhirovka/contract/authoring';
import { programmeFile } from '@stazhirovka/contract/programmes';
import { programmeFile as seed, PROGRAMME_KEYS } from '@stazhirovka/db/seeds';
import { PROGRAMME_PARTS } from '@stazhirovka/domain/authoring';
import { afterAll, expect, test } from 'vitest';
import { openDrafting } from '../../testing/drafting.ts';

const { world, leader, siteId, begin, draftAt, save, fileOf } = await openDrafting();
afterAll(() => world.close());

test.each(PROGRAMME_KEYS)('X24: %s goes in and out byte for byte', async (key) => {
	const document = seed(key) as Record<string, unknown>;
	const { id } = await leader.must(beginProgrammeDraft, {
		body: { from: 'file', siteId, document, key: `copy-${key}` }
	});
	const text = await fileOf(id);
	await leader.must(deleteProgrammeDraft, { params: { id } });

	const again = await leader.must(beginProgrammeDraft, {
		body: { from: 'file', siteId, document: JSON.parse(text) as unknown }
	});
	expect(await fileOf(again.id)).toBe(text);
	const own = { key: `copy-${key}`, site_key: 'site-912', regulation_key: 'lenobl' };
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
	const { document: written, findings } = await draftAt(id);
	expect(await fileOf(id)).toBe(programmeFile({ ...document, key: written.key }));
	expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
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
