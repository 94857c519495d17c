import {
	addDraftComment,
	beginProgrammeDraft,
	getMasterMerge,
	getProgrammeDraft,
	listDraftComments,
	listMasters,
	offerMaster,
	removeDraftComment,
	saveDraftPart,
	sendProgrammeDraft,
	settleDraftComment,
	takeFromMaster
} from '@stazhirovka/contract/authoring';
import { publishProgramme } from '@stazhirovka/contract/programmes';
import { programmeFile as seed } from '@stazhirovka/db/seeds';
import type { ProgrammeDocument } from '@stazhirovka/domain/programmes';
import { afterAll, expect, test } from 'vitest';
import { publishFile } from '../../testing/programmes.ts';
import type { Visitor } from '../../testing/visitor.ts';
import { createWorld, leaderOf } from '../../testing/world.ts';

const world = await createWorld();
afterAll(world.close);

const keeper = await world.as(world.coordinator);
const owner = await world.as(world.leader);
const other = await world.as(world.otherLeader);
const ownContext = world.contextOf(world.leader, [leaderOf(world.site.id)]);
const offer = (id: string, by = keeper, offered = true) =>
	by.call(offerMaster, { params: { id }, body: { offered } });
const copy = (key: string, versionId: string) =>
	other.call(beginProgrammeDraft, {
		body: { from: 'master', siteId: world.otherSite.id, versionId, key }
	});
const draftAt = (id: string, by: Visitor) => by.must(getProgrammeDraft, { params: { id } });
async function write(id: string, part: string, value: unknown, by: Visitor) {
	const base = (await draftAt(id, by)).parts[part]?.revision ?? 0;
	return by.must(saveDraftPart, { params: { id, part }, body: { base, value } });
}

test('a master of the region is copied, and a newer one is taken part by part', async () => {
	expect(await copy('copy-1', world.version)).toMatchObject({ refusal: { status: 404 } });
	expect(await offer(world.version, owner)).toMatchObject({ refusal: { code: 'forbidden' } });
	expect(await offer(world.version, other)).toMatchObject({ refusal: { status: 404 } });
	await offer(world.version);
	expect(await other.must(listMasters, {})).toMatchObject([{ versionId: world.version, number: 1 }]);

	const begun = await copy('copy-1', world.version);
	const id = begun.ok ? begun.value.id : '';
	expect(await draftAt(id, other)).toMatchObject({
		document: { key: 'copy-1', site_key: 'site-dvorets-77', regulation_key: 'kuzbass', version: 1 },
		master: { id: world.version, newer: null }
	});
	await write(id, 'goal', 'Наша цель', other);
	await write(id, 'summary', 'Наше', other);

	const next = await owner.must(beginProgrammeDraft, { body: { from: 'version', versionId: world.version } });
	await write(next.id, 'summary', 'Новое', owner);
	await write(next.id, 'relevance', 'Новая актуальность', owner);
	const { versionId } = await owner.must(sendProgrammeDraft, { params: { id: next.id } });
	expect(await offer(versionId)).toMatchObject({ refusal: { code: 'programme_draft.not_published' } });
	await owner.must(publishProgramme, { params: { id: versionId } });
	await offer(versionId);
	expect((await draftAt(id, other)).master?.newer).toEqual({ id: versionId, number: 2 });

	const merge = await other.must(getMasterMerge, { params: { id } });
	expect(merge.parts.map(({ part, state }) => [part, state]).toSorted()).toEqual([
		['goal', 'mine'],
		['relevance', 'theirs'],
		['summary', 'both']
	]);
	const take = merge.parts
		.filter(({ part }) => part !== 'goal')
		.map(({ part, revision }) => ({ part, revision }));
	await write(id, 'summary', 'Ещё раз наше', other);
	expect(await other.call(takeFromMaster, { params: { id }, body: { versionId, take } })).toMatchObject({
		refusal: { code: 'draft.changed' }
	});
	expect((await draftAt(id, other)).document.relevance).not.toBe('Новая актуальность');

	const again = (await other.must(getMasterMerge, { params: { id } })).parts.find(
		({ part }) => part === 'relevance'
	);
	const only = [{ part: 'relevance', revision: again?.revision ?? 0 }];
	await other.must(takeFromMaster, { params: { id }, body: { versionId, take: only } });
	expect(await draftAt(id, other)).toMatchObject({
		document: { goal: 'Наша цель', summary: 'Ещё раз наше', relevance: 'Новая актуальность', key: 'copy-1' },
		master: { id: versionId, newer: null }
	});

	// The next version of the copy follows the same master, or nobody would ever be told of a newer one.
	const sent = await other.must(sendProgrammeDraft, { params: { id } });
	await other.must(publishProgramme, { params: { id: sent.versionId } });
	const second = await other.must(beginProgrammeDraft, {
		body: { from: 'version', versionId: sent.versionId }
	});
	expect((await draftAt(second.id, other)).master).toMatchObject({ id: versionId, newer: null });
	expect((await other.must(getMasterMerge, { params: { id: second.id } })).newer).toBeNull();
});

test('R121: more than a file may have is not taken from a master either, nor a part that neither has', async () => {
	const much = (key: string) => ({ key, title: 'Много', more: 'я'.repeat(300_000) });
	const master = { ...(seed('adhd-lesson-12h') as ProgrammeDocument), key: 'large' };
	const first = await publishFile(ownContext, master);
	await offer(first);
	const begun = await copy('large-copy', first);
	const id = begun.ok ? begun.value.id : '';
	const { document } = await draftAt(id, other);
	const materials = [...(document.materials as object[]), { ...much('M99'), kind: 'memo', file: null }];
	await write(id, 'materials', materials, other);

	const exercises = [...(master.exercises ?? []), much('E99')];
	const versionId = await publishFile(ownContext, { ...master, exercises });
	await offer(versionId);
	const { parts } = await other.must(getMasterMerge, { params: { id } });
	const revision = parts.find(({ part }) => part === 'exercises')?.revision ?? 0;
	const take = (part: string, at: number) =>
		other.call(takeFromMaster, {
			params: { id },
			body: { versionId, take: [{ part, revision: at }] }
		});
	expect(await take('exercises', revision)).toMatchObject({
		refusal: { status: 422, code: 'programme_draft.too_large' }
	});
	expect(await take('constructor', 0)).toMatchObject({ refusal: { status: 404 } });
	expect((await draftAt(id, other)).master).toMatchObject({ id: first, newer: { id: versionId } });
	expect((await draftAt(id, other)).parts.exercises?.revision).toBe(revision);
});

test('who does not see the draft does not merge it, and a programme without a master has no merge', async () => {
	const { id } = await owner.must(beginProgrammeDraft, {
		body: { from: 'nothing', siteId: world.site.id, key: 'own', title: 'Своя' }
	});
	const body = { versionId: world.version, take: [] };
	for (const person of [world.otherLeader, world.tutor, world.stranger]) {
		const visitor = await world.as(person);
		expect(await visitor.call(getMasterMerge, { params: { id } })).toMatchObject({
			refusal: { status: 404 }
		});
		expect(await visitor.call(takeFromMaster, { params: { id }, body })).toMatchObject({
			refusal: { status: 404 }
		});
	}
	expect(await owner.call(getMasterMerge, { params: { id } })).toMatchObject({
		refusal: { code: 'programme_master.missing' }
	});
});

test('authors talk about a place, settle it, and take back only their own words', async () => {
	const { id } = await owner.must(beginProgrammeDraft, {
		body: { from: 'nothing', siteId: world.site.id, key: 'talk', title: 'Беседа' }
	});
	const body = { part: 'modules', place: 'modules.m1.title', text: 'Короче?' };
	const comment = await owner.must(addDraftComment, { params: { id }, body });
	expect(await owner.call(addDraftComment, { params: { id }, body: { ...body, text: ' ' } })).toMatchObject({
		refusal: { status: 422 }
	});
	expect((await draftAt(id, owner)).remarks).toBe(1);
	expect(await keeper.must(listDraftComments, { params: { id } })).toMatchObject([
		{ ...body, settled: null, can: { settle: true, remove: false } }
	]);
	expect(await keeper.call(removeDraftComment, { params: { id: comment.id } })).toMatchObject({
		refusal: { code: 'forbidden' }
	});
	await keeper.must(settleDraftComment, { params: { id: comment.id }, body: { settled: true } });
	expect((await draftAt(id, owner)).remarks).toBe(0);
	for (const person of [world.otherLeader, world.tutor, world.stranger]) {
		const visitor = await world.as(person);
		for (const answer of [
			await visitor.call(listDraftComments, { params: { id } }),
			await visitor.call(addDraftComment, { params: { id }, body }),
			await visitor.call(settleDraftComment, { params: { id: comment.id }, body: { settled: false } }),
			await visitor.call(removeDraftComment, { params: { id: comment.id } })
		])
			expect(answer).toMatchObject({ refusal: { status: 404 } });
	}
	await owner.must(removeDraftComment, { params: { id: comment.id } });
	expect(await owner.must(listDraftComments, { params: { id } })).toEqual([]);
});

test('R51: a draft and a version are papers, for those who see them', async () => {
	const { id } = await owner.must(beginProgrammeDraft, {
		body: { from: 'nothing', siteId: world.site.id, key: 'paper', title: 'Бумага' }
	});
	for (const what of [`programme-drafts/${id}`, `programme-versions/${world.version}`]) {
		const pdf = await owner.inject({ url: `/api/${what}/paper.pdf` });
		expect([pdf.statusCode, pdf.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
		const docx = await owner.inject({ url: `/api/${what}/paper.docx` });
		expect([docx.statusCode, docx.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
		const stranger = await world.as(world.stranger);
		for (const file of ['paper.pdf', 'paper.docx', 'file', 'difference'])
			expect((await stranger.inject({ url: `/api/${what}/${file}` })).statusCode).toBe(404);
	}
});
