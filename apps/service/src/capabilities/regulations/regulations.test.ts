import {
	getRegulation,
	getRegulationVersion,
	listRegulationHistory,
	listRegulations,
	listRegulationVersions
} from '@stazhirovka/contract/regulations';
import { regulationVersions } from '@stazhirovka/db/schema';
import { regulationFile } from '@stazhirovka/db/seeds';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { recorded } from '../../testing/records.ts';
import { refused } from '../../testing/refused.ts';
import { FORM, keeper, regulationOf } from '../../testing/regulation.ts';
import { createWorld } from '../../testing/world.ts';

const world = await createWorld({ now: '2027-01-18T07:00:00Z' });
afterAll(world.close);

const coordinator = await world.as(world.coordinator);
const guest = await world.as(null);
const { put, offer, publish, give } = keeper(coordinator);

test('R1, X24: a regulation comes out as it went in, and its gaps are told', async () => {
	const document = regulationOf('whole');
	const { id } = await put(document);
	const version = await coordinator.must(getRegulationVersion, { params: { id } });

	expect(version.document).toEqual(document);
	expect(version).toMatchObject({
		key: 'whole',
		number: 1,
		revision: 0,
		inForceFrom: null,
		can: { publish: true, revise: false }
	});
	expect(version.missing).toContainEqual({ part: 'application.fields', can: { complete: true } });
	expect(version.missing).toContainEqual({ part: 'status.term', can: { complete: true } });
	expect(version.content.defects).toHaveLength(7);
	// What was taken from words alone is told to the keeper.
	expect(version.understood).toContainEqual({
		words: 'объединение образовательных учреждений',
		meaning: 'host.network'
	});
});

test.each(['kuzbass', 'lenobl', 'mariinsk', 'primorye', 'priozersk'])(
	'R1: «%s» is taken and shown',
	async (key) => {
		const version = await put(regulationFile(key));
		expect((await publish(version, '2027-01-01')).ok).toBe(true);
		const shown = await guest.must(getRegulation, { params: { key }, querystring: {} });
		expect(shown).toMatchObject({ key, number: 1, inForceFrom: '2027-01-01', inForceTo: null });
	}
);

test('a guest reads the version that is in force on the day', async () => {
	const key = 'by_date';
	await publish(await put(regulationOf(key, { short_title: 'Первая' })), '2026-09-01');
	await publish(await put(regulationOf(key, { short_title: 'Вторая' })), '2027-01-18');
	await publish(await put(regulationOf(key, { short_title: 'Третья' })), '2027-02-01');

	const on = async (day?: string) => {
		const answer = await guest.call(getRegulation, { params: { key }, querystring: { on: day } });
		return answer.ok ? [answer.value.title, answer.value.inForceTo] : answer.refusal.code;
	};
	expect(await on('2026-08-31')).toBe('regulation.missing');
	expect(await on('2026-09-01')).toEqual(['Первая', '2027-01-17']);
	expect(await on('2027-01-17')).toEqual(['Первая', '2027-01-17']);
	expect(await on()).toEqual(['Вторая', '2027-01-31']);
	expect(await on('2040-01-01')).toEqual(['Третья', null]);

	const history = await guest.must(listRegulationHistory, { params: { key } });
	expect(history.map(({ number, inForceFrom, inForceTo }) => [number, inForceFrom, inForceTo])).toEqual([
		[3, '2027-02-01', null],
		[2, '2027-01-18', '2027-01-31'],
		[1, '2026-09-01', '2027-01-17']
	]);
	const titled = async (day: string) =>
		(await guest.must(listRegulations, { querystring: { on: day } })).find((one) => one.key === key)?.title;
	expect([await titled('2026-08-31'), await titled('2026-12-31'), await titled('2027-03-01')]).toEqual([
		undefined,
		'Первая',
		'Третья'
	]);
});

test('a version may not begin before or on the day of the one before it', async () => {
	await publish(await put(regulationOf('in_order')), '2027-01-10');
	const next = await put(regulationOf('in_order', { theme: 'Другая' }));
	for (const day of ['2027-01-09', '2027-01-10'])
		expect(await publish(next, day)).toEqual(
			refused(409, 'regulation.begins_too_early', { after: '2027-01-10' })
		);
	expect((await publish(next, '2027-01-11')).ok).toBe(true);
});

test('a draft and a regulation that nobody published are not there for a guest', async () => {
	await put(regulationOf('only_draft'));
	const params = { key: 'only_draft' };
	expect(await guest.call(getRegulation, { params, querystring: {} })).toEqual(
		refused(404, 'regulation.missing')
	);
	expect(await guest.call(listRegulationHistory, { params })).toEqual(refused(404, 'regulation.missing'));
	expect((await guest.call(listRegulationVersions, {})).ok).toBe(false);
});

test('a broken file is refused with every fault and its place; one that is not a regulation too', async () => {
	const { title: _, ...document } = regulationOf('broken', { level: 'district', roles: [] });
	const answer = await offer(document);
	const found = answer.ok
		? []
		: (answer.refusal.problem.details?.findings as { place: string; code: string }[]);
	expect(found.map(({ place, code }) => `${place}: ${code}`)).toEqual([
		'title: shape.missing',
		'level: shape.not_allowed',
		'roles: shape.too_few'
	]);
	for (const nothing of [null, 7, 'text', [], {}])
		expect(await offer(nothing)).toMatchObject({ refusal: { status: 422, code: 'regulation.faulty' } });
	expect(await offer(regulationOf('nul', { remark: 'a\u0000b' }))).toMatchObject({
		refusal: { problem: { details: { findings: [{ place: 'remark', code: 'text.not_storable' }] } } }
	});
});

test('a missing part given by hand stands beside the source, with who and when', async () => {
	const draft = await put(regulationOf('by_hand'));
	const answer = await give(draft, FORM);
	const version = answer.ok ? answer.value : draft;
	expect(version.revision).toBe(1);
	expect(version.missing.map(({ part }) => part)).not.toContain('application.fields');
	expect(version.completed).toEqual([
		{ part: 'application.fields', by: 'Дубравина\u00a0Л.\u00a0С.', at: '2027-01-18T07:00:00.000Z' }
	]);

	await publish(version, '2027-01-18');
	const shown = await guest.must(getRegulation, { params: { key: 'by_hand' }, querystring: {} });
	expect(shown.application.fields.map(({ n, label, type }) => [n, label, type])).toEqual([
		[1, 'Полное наименование', 'text'],
		[2, 'Программа площадки', 'programme']
	]);
	expect(shown.completed).toEqual([{ part: 'application.fields', at: '2027-01-18T07:00:00.000Z' }]);
	const whole = await coordinator.must(getRegulationVersion, { params: { id: draft.id } });
	expect(whole.document).toEqual(regulationOf('by_hand'));
});

test('what is given by hand stays where a newer file is silent too, and may be given anew', async () => {
	const first = await put(regulationOf('kept'));
	await give(first, { part: 'status.act', act: 'приказ' });
	await give({ ...first, revision: 1 }, FORM);
	const source = regulationOf('kept');
	const newer = await put({ ...source, status: { ...source.status, act: 'распоряжение' } });
	expect(newer.completed.map(({ part }) => part)).toEqual(['application.fields']);

	const again = await give(newer, { part: 'application.fields', rows: [FORM.rows[0]!] });
	expect(again.ok && again.value.completed).toHaveLength(1);
	expect(await give({ ...newer, revision: 1 }, { part: 'status.act', act: 'приказ' })).toEqual(
		refused(409, 'regulation.part_not_missing', { part: 'status.act' })
	);
});

test('of two coordinators at once one completes and one is told', async () => {
	const draft = await put(regulationOf('two_hands'));
	const answers = await Promise.all(
		['Министерство', 'Комитет'].map((text) => give(draft, { part: 'status.granted_by', text }))
	);
	expect(answers.map((answer) => (answer.ok ? 200 : answer.refusal.code)).sort()).toEqual([
		200,
		'regulation.changed_meanwhile'
	]);
});

test('of two coordinators at once one publishes and one is told', async () => {
	const draft = await put(regulationOf('two_dates'));
	const answers = await Promise.all(['2027-01-01', '2027-02-01'].map((day) => publish(draft, day)));
	expect(answers.map((answer) => (answer.ok ? 200 : answer.refusal.code)).sort()).toEqual([
		200,
		'regulation.published_already'
	]);
	expect(await give(draft, FORM)).toEqual(refused(409, 'regulation.published_already'));
});

test('nobody publishes what has changed since they read it', async () => {
	const draft = await put(regulationOf('unread'));
	await give(draft, FORM);
	expect(await publish(draft, '2027-01-18')).toEqual(refused(409, 'regulation.changed_meanwhile'));
});

test('the same file at once is one draft; after publication it is a new one', async () => {
	const drafts = await Promise.all([1, 2, 3].map(() => put(regulationOf('same'))));
	expect(new Set(drafts.map(({ id }) => id)).size).toBe(1);
	await publish(drafts[0]!, '2027-01-18');
	expect((await coordinator.must(getRegulationVersion, { params: { id: drafts[0]!.id } })).can.revise).toBe(
		true
	);

	expect(await put(regulationOf('same'))).toMatchObject({ number: 2, publishedAt: null });
	expect((await coordinator.must(getRegulationVersion, { params: { id: drafts[0]!.id } })).can.revise).toBe(
		false
	);
});

test('R169: import, completion and publication are in the journal', async () => {
	const draft = await put(regulationOf('noted'));
	await give(draft, FORM);
	await publish({ ...draft, revision: 1 }, '2027-03-01');
	const rows = await recorded(world.db, 'regulation.', [draft.id]);
	expect(rows.map(({ kind, actorId }) => [kind, actorId])).toEqual(
		['imported', 'completed', 'published'].map((what) => [`regulation.${what}`, world.coordinator.id])
	);
	expect(rows.map(({ data }) => data).slice(1)).toEqual([
		{ key: 'noted', part: 'application.fields' },
		{ key: 'noted', number: 1, inForceFrom: '2027-03-01' }
	]);
});

test('what is published is beyond the reach of any statement', async () => {
	const { id, revision } = await put(regulationOf('frozen'));
	await publish({ id, revision }, '2027-01-18');
	const own = eq(regulationVersions.id, id);
	await expect(world.db.update(regulationVersions).set({ warnings: [] }).where(own)).rejects.toThrow();
	await expect(world.db.delete(regulationVersions).where(own)).rejects.toThrow();
});
