import { expect, test } from 'vitest';
import kuzbass from '../../../../db/seeds/regulations/kuzbass.json' with { type: 'json' };
import lenobl from '../../../../db/seeds/regulations/lenobl.json' with { type: 'json' };
import mariinsk from '../../../../db/seeds/regulations/mariinsk.json' with { type: 'json' };
import primorye from '../../../../db/seeds/regulations/primorye.json' with { type: 'json' };
import priozersk from '../../../../db/seeds/regulations/priozersk.json' with { type: 'json' };
import type { RegulationProfile } from '../regulations/index.ts';
import { accompanies, appointmentFaults, daysInOrder, happened, leads, roleOf, staffRoles } from './index.ts';

const PROFILES = { lenobl, mariinsk, kuzbass, priozersk, primorye } as unknown as Record<
	string,
	RegulationProfile
>;
const act = { body: 'МБОУ «СОШ № 7»', number: '12', date: '2026-09-01' };

function codes(key: string, change: object = {}, members = 1) {
	const given = {
		role: 'site_head',
		name: 'Т. В. Ольхова',
		from: '2026-09-01',
		act,
		actId: null,
		minutes: null
	};
	return appointmentFaults(PROFILES[key]!, { ...given, ...change }, members).map(
		({ code, field }) => `${code} ${field}`
	);
}

test.each([
	['lenobl', ['Наставник', 'Куратор']],
	['mariinsk', ['Наставник', 'Куратор']],
	['kuzbass', ['Тьютор']],
	['priozersk', ['Тьютор']],
	['primorye', ['Тьютор программы']]
])('R71: whoever accompanies interns under «%s» is known by the title of the role', (key, titles) => {
	expect(PROFILES[key]!.roles.filter(accompanies).map(({ title }) => title)).toEqual(titles);
});

test('whoever is taught is no staff, however the regulation names them', () => {
	const titles = (key: string) => staffRoles(PROFILES[key]!).map(({ title }) => title);
	expect(titles('primorye')).not.toContain('Стажёр (слушатель)');
	expect(titles('primorye')).toHaveLength(PROFILES.primorye!.roles.length - 1);
	for (const key of ['lenobl', 'mariinsk', 'kuzbass', 'priozersk'])
		expect(titles(key), key).toEqual(PROFILES[key]!.roles.map(({ title }) => title));
	expect(codes('primorye', { role: 'trainee' })).toEqual(['staff.role_unknown role']);
	expect(codes('primorye', { role: 'tutor' })).toEqual([]);
});

test.each([
	['lenobl', ['site_head']],
	['mariinsk', ['site_head']],
	['kuzbass', ['site_head']],
	['priozersk', ['site_head']],
	['primorye', []]
])('R32: the leader of a site is told from heads of anything else by «%s»', (key, roles) => {
	expect(PROFILES[key]!.roles.filter(leads).map((role) => role.key)).toEqual(roles);
});

test('R32: a collegial choice is proved by minutes only in a network, and only where the profile says so', () => {
	expect(codes('lenobl')).toEqual([]);
	expect(codes('lenobl', {}, 2)).toEqual(['staff.minutes_missing minutes.number']);
	expect(codes('lenobl', { minutes: act }, 2)).toEqual([]);
	expect(codes('kuzbass', {}, 2)).toEqual(['staff.minutes_missing minutes.number']);
	expect(codes('mariinsk', {}, 2)).toEqual([]);
	expect(codes('lenobl', { role: 'curator' }, 2)).toEqual([]);
});

test.each([
	['lenobl', ['mentor', 'curator']],
	['mariinsk', ['mentor', 'curator']],
	['kuzbass', ['site_head', 'tutor']],
	['priozersk', ['site_head']],
	['primorye', ['project_team', 'expert']]
])('R71: whom «%s» says to be appointed is in the role by an act alone', (key, roles) => {
	for (const { key: role } of staffRoles(PROFILES[key]!)) {
		const missing = roles.includes(role) ? ['staff.act_missing act.number'] : [];
		expect(codes(key, { role, act: null }), role).toEqual(missing);
		expect(codes(key, { role, act: null, actId: 'of the register' }), role).toEqual([]);
	}
});

test('R71: an appointment names a role of its profile, a person, a day, and an act that is not later', () => {
	expect(codes('lenobl', { role: 'tutor', name: ' ', from: '2026-02-30' })).toEqual([
		'staff.role_unknown role',
		'staff.name_missing name',
		'staff.from_missing from'
	]);
	expect(codes('lenobl', { act: { ...act, date: '2026-09-02' } })).toEqual(['staff.act_after act.date']);
	expect(codes('lenobl', { act: { body: '', number: '', date: '' } })).toEqual([
		'staff.act_incomplete act.body',
		'staff.act_incomplete act.number',
		'staff.act_incomplete act.date'
	]);
});

test('a source without roles lets people name them', () => {
	expect(roleOf({ roles: [] }, 'Заведующий площадкой')).toEqual({
		key: 'Заведующий площадкой',
		title: 'Заведующий площадкой',
		duties: []
	});
	expect(roleOf({ roles: [] }, ' ')).toBeUndefined();
});

test('days that have happened have come; days of a term stand in order', () => {
	expect(happened('2026-11-23', '2026-11-22', 'on')).toEqual([{ code: 'days.ahead', field: 'on' }]);
	expect(happened('2026-11-22', '2026-11-22', 'on')).toEqual([]);
	expect(happened('2026-11-20', '2026-11-22', 'on', '2026-11-21')).toEqual([
		{ code: 'days.too_early', field: 'on' }
	]);
	expect(daysInOrder({ from: '2026-11-22', lastDay: '2026-11-21' })).toEqual([
		{ code: 'days.backwards', field: 'lastDay' }
	]);
	expect(daysInOrder({ from: '2026-11-22', lastDay: null })).toEqual([]);
});
