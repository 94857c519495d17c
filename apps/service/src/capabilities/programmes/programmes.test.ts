import type { Finding } from '@stazhirovka/contract/finding';
import {
	getProgrammeVersion,
	importProgramme,
	listProgrammeVersions,
	publishProgramme
} from '@stazhirovka/contract/programmes';
import { journal } from '@stazhirovka/db/schema';
import { programmeFile } from '@stazhirovka/db/seeds';
import type { ProgrammeDocument } from '@stazhirovka/domain/programmes';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { createWorld } from '../../testing/world.ts';
import { loadProgramme } from './index.ts';

const world = await createWorld();
afterAll(world.close);

const adhd = () => programmeFile('adhd-lesson-12h') as ProgrammeDocument;
const leader = await world.as(world.leader);
const put = (document: unknown) => leader.must(importProgramme, { body: { document } });
const refused = async (document: unknown, by = leader) => {
	const answer = await by.call(importProgramme, { body: { document } });
	return answer.ok ? null : answer.refusal.problem;
};
const errorsOf = (found: unknown) => (found as Finding[]).filter(({ severity }) => severity === 'error');
const findings = async (document: unknown) => (await refused(document))?.details?.findings;

test('X24: a document comes out as it went in', async () => {
	const version = await leader.must(getProgrammeVersion, { params: { id: world.version } });

	expect(version.document).toEqual(programmeFile('adhd-lesson-12h'));
	expect(version).toMatchObject({
		key: 'adhd-lesson-12h',
		number: 1,
		hours: 12,
		publishedAt: '2027-01-18T07:00:00.000Z',
		can: { publish: false, openCohort: true }
	});
});

test('the same file again is the same version', async () => {
	expect((await put(adhd())).id).toBe(world.version);
});

test('R121: a new import replaces the draft, and publishing freezes it', async () => {
	const first = await put({ ...adhd(), summary: 'Первая правка' });
	const second = await put({ ...adhd(), summary: 'Вторая правка' });
	expect([first.number, second.number, second.publishedAt]).toEqual([2, 2, null]);
	expect((await leader.call(getProgrammeVersion, { params: { id: first.id } })).ok).toBe(false);

	const published = await leader.must(publishProgramme, { params: { id: second.id } });
	expect(published.can).toMatchObject({ publish: false, openCohort: true, recall: false });
	const third = await put({ ...adhd(), summary: 'Третья правка' });
	expect(third.number).toBe(3);

	const { document } = await leader.must(getProgrammeVersion, { params: { id: second.id } });
	expect((document as ProgrammeDocument).summary).toBe('Вторая правка');
	const [entry] = await world.db
		.select()
		.from(journal)
		.where(eq(journal.subjectId, second.id))
		.orderBy(journal.id);
	expect(entry).toMatchObject({ kind: 'programme.imported', actorId: world.leader.id });
});

test('of two simultaneous publications one wins', async () => {
	const { id } = await put({ ...adhd(), summary: 'Четвёртая правка' });
	const answers = await Promise.all([1, 2].map(() => leader.call(publishProgramme, { params: { id } })));

	expect(answers.map((answer) => (answer.ok ? 200 : answer.refusal.code)).sort()).toEqual([
		200,
		'programme.published_already'
	]);
});

test('simultaneous imports of one file make one version', async () => {
	const document = { ...adhd(), summary: 'Пятая правка' };
	const versions = await Promise.all([1, 2, 3].map(() => put(document)));
	expect(new Set(versions.map(({ id }) => id)).size).toBe(1);
});

test('R50, R122: a broken file is refused with every fault named and its place', async () => {
	const document = adhd();
	document.modules[0]!.activities[2]!.minutes = 31;
	document.diagnostic.items = document.diagnostic.items.filter((item) => item.deficit !== 'D3');
	document.site_key = 'site-dvorets-77';

	const places = ((await findings(document)) as { place: string; code: string }[]).map(({ place }) => place);
	expect(places).toEqual(expect.arrayContaining(['site_key', 'deficits.D3', 'modules.m1.activities']));
});

test('faults of the shape are findings too', async () => {
	const { title: _, ...document } = { ...adhd(), version: 'one' };

	expect(errorsOf(await findings(document))).toEqual([
		{
			place: 'version',
			code: 'shape.wrong_kind',
			details: { expected: 'number', found: 'string' },
			severity: 'error'
		},
		{ place: 'title', code: 'shape.missing', details: { expected: 'string' }, severity: 'error' }
	]);
});

test('R122: a fault of the shape hides no fault of what can be read without it', async () => {
	const document = { ...adhd(), title: 7, site_key: 'nowhere' };
	document.modules[0]!.activities[2]!.minutes = 31;

	expect(errorsOf(await findings(document)).map(({ place }) => place)).toEqual([
		'site_key',
		'title',
		'modules.m1.activities'
	]);
});

test.each([null, 7, 'text', [], {}])('%j is not a programme', async (document) => {
	expect((await refused(document))?.code).toBe('programme.faulty');
});

test('text that the database cannot hold is a fault, also where nobody looks', async () => {
	const document = { ...adhd(), remark: 'a\u0000b' };
	expect(await findings(document)).toEqual([
		{ place: 'remark', code: 'text.not_storable', severity: 'error' }
	]);
	expect(await findings({ ...adhd(), more: { deep: ['\ud800'] } })).toEqual([
		{ place: 'more.deep.0', code: 'text.not_storable', severity: 'error' }
	]);
});

test('a file nested beyond all measure is refused, not fatal', async () => {
	const nested = JSON.stringify(adhd()).replace('{', `{"deep":${'['.repeat(200_000)}${']'.repeat(200_000)},`);
	const response = await leader.inject({
		method: 'POST',
		url: '/api/programme-versions',
		headers: { 'content-type': 'application/json' },
		payload: `{"document":${nested}}`
	});
	expect([response.statusCode, response.json().details.findings[0].code]).toEqual([422, 'text.not_storable']);
});

test('a site that is not there and a site that is not mine answer alike', async () => {
	const elsewhere = [{ place: 'site_key', code: 'site.not_yours', severity: 'error' }];
	expect(await findings({ ...adhd(), site_key: 'site-dvorets-77' })).toEqual(elsewhere);
	expect(await findings({ ...adhd(), site_key: 'nowhere' })).toEqual(elsewhere);
});

test('a programme of one site cannot be taken by another', async () => {
	const other = await world.as(world.otherLeader);
	const answer = await refused({ ...adhd(), site_key: 'site-dvorets-77' }, other);
	expect(answer?.details?.findings).toEqual([{ place: 'key', code: 'key.taken', severity: 'error' }]);
});

test('only those who lead the site see and publish its versions', async () => {
	const { id } = await put({ ...adhd(), summary: 'Для доступа' });
	const outsiders = [world.otherLeader, world.tutor, world.interns[0]!, world.stranger];

	for (const person of outsiders) {
		const visitor = await world.as(person);
		for (const endpoint of [getProgrammeVersion, publishProgramme]) {
			const answer = await visitor.call(endpoint, { params: { id } });
			expect(answer).toMatchObject({ ok: false, refusal: { status: 404, code: 'programme.missing' } });
		}
		expect(await visitor.must(listProgrammeVersions, {})).toEqual([]);
	}
	const coordinator = await world.as(world.coordinator);
	expect((await coordinator.must(getProgrammeVersion, { params: { id } })).can.publish).toBe(true);
});

test('somebody who leads nothing imports nothing', async () => {
	expect((await refused(adhd(), await world.as(world.tutor)))?.code).toBe('forbidden');
});

test('rules and forms are frozen with the version', async () => {
	const { rules, forms } = await loadProgramme(world.db, world.version);
	expect(rules.route.length).toBe(5);
	expect([...forms.keys()]).toEqual(
		expect.arrayContaining([
			'correlation_card',
			'blank_plan',
			'task:T01',
			'final_work',
			'survey',
			'diagnostic'
		])
	);
});
