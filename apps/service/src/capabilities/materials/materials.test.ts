import { getActivity } from '@stazhirovka/contract/cohorts';
import * as contract from '@stazhirovka/contract/materials';
import { files, journal, materialFiles } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { refused, refusing } from '../../testing/refused.ts';
import { SAMPLES } from '../../testing/sample-files.ts';
import { uploadsOf } from '../../testing/uploads.ts';
import { createWorld } from '../../testing/world.ts';
import { unknownFiles } from './index.ts';

const [VIDEO, CAPTIONS, MEMO] = [randomUUID(), randomUUID(), randomUUID()] as const;
const spoken = { status: 'ready', captions: CAPTIONS, transcript: 'Откройте тетради.' };
const world = await createWorld({
	change(file) {
		const programme = structuredClone(file) as Record<'videos' | 'materials', Record<string, unknown>[]>;
		Object.assign(programme.videos[0]!, { file: VIDEO, ...spoken });
		Object.assign(programme.materials[0]!, { file: MEMO });
		return programme;
	}
});
afterAll(world.close);

const { db, site, leader, tutor, interns, stranger, otherLeader } = world;
const { upload, kept, mayRead } = uploadsOf(() => world);
const ofSite = { id: site.id };
const desk = await world.as(leader);
const place = `siteId=${site.id}`;

/** A file of the site under an id that the programme names. */
async function uploaded(id: string, name: string, bytes: Buffer = SAMPLES[name.split('.').at(-1)!]!) {
	const made = await kept(leader, place, name, bytes);
	await db.update(files).set({ id }).where(eq(files.id, made.id));
	return id;
}
const add = (kind: 'memo' | 'video', fileId: string) =>
	desk.call(contract.addMaterial, { params: ofSite, body: { kind, title: 'Начало урока', fileId } });

test('a file of the site becomes a material once, whoever works at the site sees it', async () => {
	const fileId = await uploaded(MEMO, 'Памятка.pdf');
	const made = await desk.must(contract.addMaterial, {
		params: ofSite,
		body: { kind: 'memo', title: 'Памятка', fileId }
	});
	expect(made).toMatchObject({ kind: 'memo', file: { id: MEMO, name: 'Памятка.pdf' }, captions: null });
	expect(await add('memo', fileId)).toMatchObject({ ok: true, value: { id: made.id, title: 'Памятка' } });

	const bank = await (await world.as(tutor)).must(contract.listMaterials, { params: ofSite });
	expect(bank.materials.map(({ id, programmes }) => [id, programmes.length])).toEqual([[made.id, 1]]);
	expect(bank.can.add).toBe(true);
	const entries = await db.select().from(journal).where(eq(journal.kind, 'material.added'));
	expect(entries.map(({ subjectId }) => subjectId)).toEqual([made.id]);
});

test('what is not of the site, and what is of another kind, is no material', async () => {
	const paper = await kept(leader, place, 'Бланк.docx', SAMPLES.docx!);
	const own = await kept(leader, '', 'Своё.pdf', SAMPLES.pdf!);
	const captions = await kept(leader, place, 'Слова.vtt', SAMPLES.vtt!);
	expect(await add('video', paper.id)).toEqual(refused(422, 'material.not_a_video'));
	expect(await add('memo', own.id)).toEqual(refused(422, 'material.file_absent'));
	expect(await add('memo', randomUUID())).toEqual(refused(422, 'material.file_absent'));
	expect(await add('memo', captions.id)).toEqual(refused(422, 'material.captions'));
});

test('X13 captions are read line by line before they stand under a recording', async () => {
	const video = await desk.must(contract.addMaterial, {
		params: ofSite,
		body: { kind: 'video', title: 'Урок', fileId: await uploaded(VIDEO, 'Урок.mp4') }
	});
	const change = (captionsId: string | null, transcript: string | null = null) =>
		desk.call(contract.changeMaterial, {
			params: { id: video.id },
			body: { kind: 'video', title: 'Урок', captionsId, transcript }
		});

	const bad = await kept(leader, place, 'плохие.vtt', Buffer.from('WEBVTT\n\n00:05.000 --> 00:01.000\nа\n'));
	const faults = [{ line: 3, code: 'captions.backwards' }];
	expect(await change(bad.id)).toEqual(refused(422, 'material.captions_faulty', { faults }));
	const paper = await kept(leader, place, 'не они.pdf', SAMPLES.pdf!);
	expect(await change(paper.id)).toEqual(refused(422, 'material.captions_absent'));
	expect((await upload(leader, place, 'не они.vtt', Buffer.from('1\n00:00:01,000'))).status).toBe(415);

	await uploaded(CAPTIONS, 'слова.vtt');
	expect(await change(CAPTIONS, 'Откройте тетради.')).toMatchObject({
		ok: true,
		value: { captions: { id: CAPTIONS, name: 'слова.vtt' }, transcript: 'Откройте тетради.' }
	});
	const parts = await db.select().from(materialFiles).where(eq(materialFiles.materialId, video.id));
	expect(parts.map(({ fileId }) => fileId).toSorted()).toEqual([VIDEO, CAPTIONS].toSorted());
});

test('R88 an intern gets the recording with its captions and words, and opens what the programme names', async () => {
	const intern = await world.as(interns[0]!);
	const params = { id: world.enrolments[0]!.id, key: 'm1a4' };
	const { videos } = await intern.must(getActivity, { params });
	expect(
		videos.slice(0, 2).map(({ fileUrl, captionsUrl, transcript }) => [fileUrl, captionsUrl, transcript])
	).toEqual([
		[`/api/files/${VIDEO}`, `/api/files/${CAPTIONS}`, 'Откройте тетради.'],
		[null, null, null]
	]);

	const unnamed = await kept(leader, place, 'скан.pdf', SAMPLES.pdf!);
	const people = [interns[0]!, tutor, leader, stranger, otherLeader];
	expect(await mayRead(VIDEO, people)).toEqual([200, 200, 200, 404, 404]);
	expect(await mayRead(CAPTIONS, people)).toEqual([200, 200, 200, 404, 404]);
	expect(await mayRead(unnamed.id, people)).toEqual([404, 200, 200, 404, 404]);
});

test('a player begins in the middle', async () => {
	const intern = await world.as(interns[0]!);
	const url = `/api/files/${VIDEO}`;
	const ask = (range: string, view = '?view') =>
		intern.inject({ method: 'GET', url: `${url}${view}`, headers: { range } });
	const part = await ask('bytes=4-11');
	expect([part.statusCode, part.headers['content-range'], part.headers['content-type']]).toEqual([
		206,
		`bytes 4-11/${SAMPLES.mp4!.length}`,
		'video/mp4'
	]);
	expect(part.rawPayload).toEqual(SAMPLES.mp4!.subarray(4, 12));
	expect((await ask('bytes=999-')).statusCode).toBe(416);
	expect((await ask('bytes=4-11', '')).rawPayload).toEqual(SAMPLES.mp4);
});

test('what was put away is offered no more, and programmes keep it', async () => {
	const [material] = (await desk.must(contract.listMaterials, { params: ofSite })).materials;
	const put = (away: boolean) =>
		desk.must(contract.putMaterialAway, { params: { id: material!.id }, body: { away } });
	await put(true);
	await put(true);
	const [after] = (await desk.must(contract.listMaterials, { params: ofSite })).materials;
	expect(after!.putAwayAt).toBe('2027-01-18T07:00:00.000Z');
	expect(await mayRead(VIDEO, [interns[0]!])).toEqual([200]);
	await put(false);
	const kinds = await db
		.select({ kind: journal.kind })
		.from(journal)
		.where(eq(journal.subjectId, material!.id));
	expect(kinds.map(({ kind }) => kind).slice(-2)).toEqual(['material.put_away', 'material.taken_back']);
});

test('the bank of a site is not there for anybody else', async () => {
	const [material] = (await desk.must(contract.listMaterials, { params: ofSite })).materials;
	const body = { kind: 'memo', title: 'Чужое', captionsId: null, transcript: null } as const;
	for (const person of [stranger, otherLeader, interns[0]!]) {
		const visitor = await world.as(person);
		const params = { id: material!.id };
		expect(await visitor.call(contract.listMaterials, { params: ofSite })).toMatchObject(
			refusing(404, 'site.missing')
		);
		expect(
			await visitor.call(contract.addMaterial, {
				params: ofSite,
				body: { kind: 'memo', title: 'Ч', fileId: MEMO }
			})
		).toMatchObject(refusing(404, 'site.missing'));
		expect(await visitor.call(contract.changeMaterial, { params, body })).toMatchObject(
			refusing(404, 'material.missing')
		);
		expect(await visitor.call(contract.putMaterialAway, { params, body: { away: true } })).toMatchObject(
			refusing(404, 'material.missing')
		);
	}
});

test('a file that no bank has is named, and only where a file is named by its id', async () => {
	const lost = randomUUID();
	const document = {
		videos: [
			{ key: 'V01', file: VIDEO, captions: CAPTIONS },
			{ key: 'V02', file: lost, captions: lost }
		],
		materials: [{ key: 'B01', file: 'https://example.edu/memo.pdf' }, { key: 'B02', file: null }, 'B03']
	};
	expect((await unknownFiles(db, document)).map(({ place, code }) => `${place}: ${code}`)).toEqual([
		'videos.V02.file: reference.file_unknown',
		'videos.V02.captions: reference.file_unknown'
	]);
	expect(await unknownFiles(db, {})).toEqual([]);
});
