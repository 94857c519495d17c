import {
	appointPerson,
	beginPair,
	changeGroup,
	getMySite,
	getSitePeople,
	listGroups,
	listPairs,
	logConsultation,
	openGroup
} from '@stazhirovka/contract/staff';
import { afterAll, expect, test } from 'vitest';
import { refused } from '../../testing/refused.ts';
import { regulationOf } from '../../testing/regulation.ts';
import { publishRules, siteUnder } from '../../testing/sites.ts';
import { uploadsOf } from '../../testing/uploads.ts';
import { createWorld } from '../../testing/world.ts';

const world = await createWorld({ now: '2027-01-18T07:00:00Z' });
afterAll(world.close);
const withoutGroups = regulationOf('no_groups', { working_groups: { allowed: false } });
await publishRules(world, 'lenobl', 'priozersk', withoutGroups);

const site = await siteUnder(world, 'lenobl');
const { visitor } = site;
const params = { id: site.id };
const { upload, mayRead } = uploadsOf(() => world);

test('R66: a working group is changed by one of two tabs, and is none where the regulation says so', async () => {
	const group = {
		title: 'Группа по диагностике',
		direction: 'диагностика',
		from: '2026-10-01',
		lastDay: null,
		results: '',
		members: [{ name: 'Ольхова Т. В.', part: 'ведёт' }]
	};
	await Promise.all([1, 2].map(() => visitor.must(openGroup, { params, body: group })));
	const { groups, kind } = await visitor.must(listGroups, { params });
	expect(groups).toMatchObject([{ title: group.title, members: group.members, revision: 0 }]);
	expect(kind).toBe('временные рабочие группы по основным направлениям деятельности');

	const change = (results: string) =>
		visitor.call(changeGroup, { params: { id: groups[0]!.id }, body: { ...group, results, revision: 0 } });
	const told = await Promise.all([change('Методика'), change('Опросник')]);
	expect(told.map((one) => (one.ok ? 'done' : one.refusal.code)).toSorted()).toEqual([
		'done',
		'working_group.changed_meanwhile'
	]);
	const none = await siteUnder(world, 'no_groups');
	expect(await none.visitor.call(openGroup, { params: { id: none.id }, body: group })).toEqual(
		refused(409, 'working_group.not_allowed')
	);
});

test('R61, R68, R74–R76: pairs keep a log, and at a distance only where the regulation forces it', async () => {
	const distant = await siteUnder(world, 'priozersk');
	const at = { params: { id: distant.id } };
	const pair = {
		kind: 'schools' as const,
		supporter: 'СОШ № 4',
		supported: 'СОШ № 9',
		subject: 'математика'
	};
	await distant.visitor.must(beginPair, { ...at, body: { ...pair, since: '2026-10-01' } });
	const [begun] = (await distant.visitor.must(listPairs, at)).pairs;

	const log = (delivery: string) =>
		distant.visitor.call(logConsultation, {
			params: { id: begun!.id },
			body: { on: '2026-11-02', delivery, participants: '3 учителя', outcome: 'Разобрали урок' }
		});
	expect(await log('очно')).toMatchObject({
		refusal: { problem: { details: { faults: [{ code: 'plan.delivery_forced', field: 'delivery' }] } } }
	});
	await Promise.all([log('дистанционно'), log('дистанционно')]);
	expect(await distant.visitor.must(listPairs, at)).toMatchObject({
		loads: [{ name: 'СОШ № 4', pairs: 1, consultations: 1 }],
		deliveries: ['дистанционно']
	});
});

test('R19: a scan hangs on its site, for whoever leads it or works at it', async () => {
	const other = await siteUnder(world, 'lenobl');
	const ended = await siteUnder(world, 'lenobl', { lastDay: '2027-01-17' });
	const bytes = new TextEncoder().encode('Договор');
	const kept = await upload(site.leader, `siteId=${site.id}`, 'договор.txt', bytes);
	expect(kept.status).toBe(200);
	expect(
		await mayRead(kept.body.id, [world.coordinator, other.leader, world.stranger, world.interns[0]!])
	).toEqual([200, 404, 404, 404]);
	expect((await upload(other.leader, `siteId=${site.id}`, 'чужой.txt', bytes)).body.code).toBe(
		'site.missing'
	);
	expect((await upload(ended.leader, `siteId=${ended.id}`, 'поздно.txt', bytes)).body.code).toBe(
		'site.not_active'
	);
});

test('R34: pairs and groups of a site whose status is not active are only read', async () => {
	const ended = await siteUnder(world, 'lenobl', { lastDay: '2027-01-17' });
	const at = { params: { id: ended.id } };
	const pair = { kind: 'people' as const, supporter: 'Тьютор', supported: 'Учитель', subject: '' };
	expect(await ended.visitor.call(beginPair, { ...at, body: { ...pair, since: '2026-10-01' } })).toEqual(
		refused(409, 'site.not_active', { status: 'expired' })
	);
	expect((await ended.visitor.must(listPairs, at)).can).toEqual({ write: false, log: false });
	expect((await ended.visitor.must(listGroups, at)).can).toEqual({ write: false });
});

test('R34: a site whose status is not active is only read', async () => {
	const ended = await siteUnder(world, 'lenobl', { lastDay: '2027-01-17' });
	const body = {
		...{ role: 'curator', name: 'Поздняя', position: '', email: '', from: '2026-09-01' },
		...{ act: null, actId: null, minutes: null }
	};
	expect(await ended.visitor.call(appointPerson, { params: { id: ended.id }, body })).toEqual(
		refused(409, 'site.not_active', { status: 'expired' })
	);
	const { can, roles } = await ended.visitor.must(getSitePeople, { params: { id: ended.id } });
	expect([can.write, roles.length]).toEqual([false, 5]);
	expect(await ended.visitor.must(getMySite, { params: { id: ended.id } })).toMatchObject({
		status: 'expired',
		can: { lead: false, work: false, read: true }
	});
});
