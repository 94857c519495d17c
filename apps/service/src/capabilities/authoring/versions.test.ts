import {
	addDraftAuthor,
	beginProgrammeDraft,
	compareVersion,
	getProgrammeDraft,
	listDraftCandidates,
	listProgrammeDrafts,
	removeDraftAuthor,
	saveDraftPart,
	sendProgrammeDraft
} from '@stazhirovka/contract/authoring';
import { publishProgramme } from '@stazhirovka/contract/programmes';
import { grants, journal, programmeVersions } from '@stazhirovka/db/schema';
import { programmeFile as seed } from '@stazhirovka/db/seeds';
import type { ProgrammeDocument } from '@stazhirovka/domain/programmes';
import { eq, sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import type { Visitor } from '../../testing/visitor.ts';
import { createWorld } from '../../testing/world.ts';

const world = await createWorld();
afterAll(world.close);

const paper = {
	...{ kind: 'приказ', number: '14', on: '2027-01-15', name: 'Заозёров Л. Е.', position: 'директор' },
	fileId: null
};
const begin = async (by: Visitor, siteId: string) => {
	const body = { from: 'file' as const, siteId, document: seed('formative-16h'), key: 'shared' };
	return (await by.must(beginProgrammeDraft, { body })).id;
};
const send = async (id: string, by: Visitor) =>
	(await by.must(sendProgrammeDraft, { params: { id } })).versionId;
const draftAt = (id: string, by: Visitor) => by.must(getProgrammeDraft, { params: { id } });
const publish = (id: string, by: Visitor) => by.call(publishProgramme, { params: { id } });
const codeOf = (answer: Awaited<ReturnType<typeof publish>>) => (answer.ok ? 'ok' : answer.refusal.code);

test('a co-author of the site writes and does not send; named by the leader alone, and no more once removed', async () => {
	const own = await world.as(world.leader);
	const tutor = await world.as(world.tutor);
	const id = await begin(own, world.site.id);
	const candidates = await own.must(listDraftCandidates, { params: { id } });
	expect(candidates.map(({ personId }) => personId)).toEqual(
		expect.arrayContaining([world.tutor.id, world.otherTutor.id])
	);
	const name = (personId: string) => own.call(addDraftAuthor, { params: { id }, body: { personId } });
	expect(await name(world.stranger.id)).toMatchObject({ refusal: { code: 'programme_draft.not_of_site' } });
	expect(await name(world.tutor.id)).toMatchObject({ ok: true });

	const { can, parts } = await draftAt(id, tutor);
	expect(can).toMatchObject({ edit: true, comment: true, send: false, share: false, delete: false });
	const body = { base: parts.goal?.revision ?? 0, value: 'Цель соавтора' };
	await tutor.must(saveDraftPart, { params: { id, part: 'goal' }, body });
	expect(await tutor.call(sendProgrammeDraft, { params: { id } })).toMatchObject({
		refusal: { code: 'forbidden' }
	});
	const listed = async () => (await tutor.must(listProgrammeDrafts, {})).drafts.map((card) => card.id);
	expect(await listed()).toContain(id);

	// Who has left the site writes no more, though nobody has thought of the draft.
	const left = await world.db.delete(grants).where(eq(grants.personId, world.tutor.id)).returning();
	expect(await tutor.call(getProgrammeDraft, { params: { id } })).toMatchObject({ refusal: { status: 404 } });
	expect(await listed()).not.toContain(id);
	await world.db.insert(grants).values(left);

	await own.must(removeDraftAuthor, { params: { id, personId: world.tutor.id } });
	expect(await tutor.call(getProgrammeDraft, { params: { id } })).toMatchObject({ refusal: { status: 404 } });
});

test('R121: the next version begins from the published one, says what it changes, and cohorts stay on theirs', async () => {
	const own = await world.as(world.leader);
	const body = { from: 'version' as const, versionId: world.version };
	const { id } = await own.must(beginProgrammeDraft, { body });
	expect(await draftAt(id, own)).toMatchObject({
		basedOn: { number: 1 },
		number: 2,
		document: { version: 2 }
	});
	const { drafts } = await own.must(listProgrammeDrafts, {});
	expect(drafts.find((draft) => draft.id === id)).toMatchObject({ number: 2 });
	expect(await own.call(sendProgrammeDraft, { params: { id } })).toMatchObject({
		refusal: { code: 'programme_draft.nothing_new' }
	});

	const base = (await draftAt(id, own)).parts.goal?.revision ?? 0;
	await own.must(saveDraftPart, { params: { id, part: 'goal' }, body: { base, value: 'Новая цель' } });
	const versionId = await send(id, own);
	const was = (seed('adhd-lesson-12h') as ProgrammeDocument).goal;
	expect(await own.must(compareVersion, { params: { id: versionId } })).toEqual({
		with: { id: world.version, number: 1 },
		changes: [{ place: 'goal', part: 'goal', change: 'changed', before: was, after: 'Новая цель' }]
	});
	expect(await draftAt(id, own)).toMatchObject({ state: 'checked', number: 2 });
	expect(codeOf(await publish(versionId, own))).toBe('ok');
	const [cohort] = await world.db.execute(
		sql`select programme_version_id as version from cohorts where id = ${world.cohort.id}`
	);
	expect(cohort).toEqual({ version: world.version });
	const entries = await world.db
		.select()
		.from(journal)
		.where(eq(journal.subjectId, versionId))
		.orderBy(journal.id);
	expect(entries.map(({ kind }) => kind)).toEqual([
		'programme.imported',
		'programme.sent',
		'programme.published'
	]);
});

test('R121: another programme begins as a copy of a published one of my site, with an identity of its own', async () => {
	const own = await world.as(world.leader);
	const copy = (by: Visitor, key: string, siteId = world.site.id) => {
		const body = {
			from: 'copy' as const,
			siteId,
			versionId: world.version,
			key,
			title: 'Внимание: для начала'
		};
		return by.call(beginProgrammeDraft, { body });
	};
	const begun = await copy(own, 'begun-by-copy');
	const draft = await draftAt(begun.ok ? begun.value.id : '', own);
	const { goal, modules } = seed('adhd-lesson-12h') as ProgrammeDocument;
	expect(draft).toMatchObject({
		...{ key: 'begun-by-copy', title: 'Внимание: для начала', number: 1, basedOn: null, master: null },
		document: { ...{ key: 'begun-by-copy', title: 'Внимание: для начала', version: 1, goal }, modules }
	});

	expect(await copy(own, 'adhd-lesson-12h')).toMatchObject({
		refusal: { code: 'programme_draft.key_taken' }
	});
	expect(await copy(own, 'не имя.')).toMatchObject({ refusal: { code: 'programme_draft.faulty' } });
	const other = await world.as(world.otherLeader);
	expect(await copy(other, 'stolen', world.otherSite.id)).toMatchObject({ refusal: { status: 404 } });
	expect(await copy(own, 'planted', world.otherSite.id)).toMatchObject({ refusal: { status: 404 } });
	const tutor = await world.as(world.tutor);
	expect(await copy(tutor, 'taught')).toMatchObject({ refusal: { status: 404 } });
});

test('R121: a published version is changed by no call', async () => {
	const [before] = await world.db
		.select()
		.from(programmeVersions)
		.where(eq(programmeVersions.id, world.version));
	const own = await world.as(world.leader);
	const paths = new Set<string>();
	for (const [path, operations] of Object.entries(world.app.swagger().paths ?? {}))
		for (const method of Object.keys(operations ?? {}))
			if (method !== 'get' && path.includes('/programme-')) paths.add(`${method} ${path}`);
	expect(paths.size).toBeGreaterThan(10);
	for (const one of paths) {
		const [method = '', path = ''] = one.split(' ');
		const url = path.replace(/\{\w+\}/g, world.version);
		for (const payload of [
			{},
			{ reason: 'Вернуть' },
			{ kind: 'approval', paper },
			{ kind: 'agreement', paper: null }
		])
			await own.inject({ method: method.toUpperCase() as 'POST', url, payload });
	}
	const [after] = await world.db
		.select()
		.from(programmeVersions)
		.where(eq(programmeVersions.id, world.version));
	expect(after).toEqual(before);
});
