import { expect, test } from 'vitest';
import kuzbass from '../../../../db/seeds/regulations/kuzbass.json' with { type: 'json' };
import lenobl from '../../../../db/seeds/regulations/lenobl.json' with { type: 'json' };
import mariinsk from '../../../../db/seeds/regulations/mariinsk.json' with { type: 'json' };
import primorye from '../../../../db/seeds/regulations/primorye.json' with { type: 'json' };
import priozersk from '../../../../db/seeds/regulations/priozersk.json' with { type: 'json' };
import { complete, type RegulationProfile } from '../regulations/index.ts';
import {
	earlyGrounds,
	extensionFaults,
	grantFaults,
	mayHandIn,
	networkFaults,
	pauseFaults,
	periodsOf,
	statusOn,
	stepsOf,
	terminationDemands,
	terminationFaults,
	warningDue,
	withoutMember,
	type Granting
} from './index.ts';

const profile = (json: unknown) => json as RegulationProfile;
const done = { completeness: true, expertise: 'positive', council: 'for', proposal: true } as const;

/** Everything is done; what is to be seen wrong is changed. */
function granting(kind: string, from: string, lastDay: string, change: Partial<Granting> = {}): Granting {
	const act = { kind, signedOn: from };
	return { act, history: [], from, lastDay, theme: 'Тема', programme: null, evidence: done, ...change };
}
const faults = (json: unknown, given: Granting) =>
	grantFaults(profile(json), given).map((fault) =>
		[fault.code, fault.field, 'limit' in fault ? fault.limit : undefined].filter(Boolean).join(' ')
	);

test.each([
	['lenobl', lenobl, ['completeness', 'expertise', 'proposal', 'act']],
	['mariinsk', mariinsk, ['council', 'act']],
	['kuzbass', kuzbass, ['completeness', 'expertise', 'council', 'act']],
	['priozersk', priozersk, ['act']],
	['primorye', primorye, ['completeness', 'expertise', 'council', 'proposal', 'act']]
])('the way to the status under «%s»', (_, json, steps) => {
	expect(stepsOf(profile(json))).toEqual(steps);
});

test('R7: 36 months to the day', () => {
	expect(faults(lenobl, granting('распоряжение', '2025-09-01', '2028-08-31'))).toEqual([]);
	expect(faults(lenobl, granting('распоряжение', '2025-09-01', '2028-09-01'))).toEqual([
		'status.term_too_long lastDay 2028-08-31'
	]);
	expect(faults(lenobl, granting('распоряжение', '2028-02-29', '2031-02-28'))).toEqual([]);
	expect(faults(lenobl, granting('распоряжение', '2028-02-29', '2031-03-01'))).toEqual([
		'status.term_too_long lastDay 2031-02-28'
	]);
});

test('R8: 24 months, the theme of the source, and its kind of act', () => {
	const theme = mariinsk.theme;
	expect(faults(mariinsk, granting('приказ', '2021-12-20', '2023-12-19', { theme }))).toEqual([]);
	expect(faults(mariinsk, granting('распоряжение', '2021-12-20', '2023-12-20'))).toEqual([
		'status.wrong_act act приказ',
		'status.term_too_long lastDay 2023-12-19',
		`status.theme_fixed theme ${theme}`
	]);
});

test('R9: the term is the programme’s, from the act on', () => {
	const programme = { from: '2026-01-15', to: '2027-12-31' };
	expect(faults(kuzbass, granting('приказ', '2026-01-20', '2027-12-31', { programme }))).toEqual([]);
	expect(
		faults(kuzbass, {
			...granting('приказ', '2026-01-15', '2027-12-31', { programme }),
			act: { kind: 'приказ', signedOn: '2025-12-30' }
		})
	).toEqual([]);
	expect(faults(kuzbass, granting('приказ', '2026-01-20', '2027-12-30', { programme }))).toEqual([
		'status.term_not_as_programme lastDay 2027-12-31'
	]);
	expect(faults(kuzbass, granting('приказ', '2026-01-20', '2027-12-31'))).toEqual([
		'status.term_dates_missing lastDay'
	]);
});

test('R10, R11: the term ends with the project, and a status has a theme', () => {
	const theme = priozersk.theme;
	expect(faults(priozersk, granting('распоряжение', '2021-03-01', '2023-05-31', { theme }))).toEqual([]);
	expect(faults(priozersk, granting('распоряжение', '2021-03-01', '2023-06-01', { theme }))).toEqual([
		'status.term_not_as_project lastDay 2023-05-31'
	]);
	expect(faults(priozersk, granting('распоряжение', '2021-03-01', '2023-05-31', { theme: ' ' }))).toEqual([
		'status.theme_missing theme'
	]);
});

test('a regulation that does not say who grants by what is completed by hand before anything is granted', () => {
	const theme = primorye.theme;
	const given = granting('приказ', '2026-01-20', '2028-01-19', { theme });
	expect(
		grantFaults(profile(primorye), given).map((fault) => ('part' in fault ? fault.part : fault.code))
	).toEqual(['status.granted_by', 'status.act', 'application.fields']);
	const whole = [
		{ part: 'status.granted_by', text: 'Министерство образования' } as const,
		{ part: 'status.act', act: 'приказ' } as const,
		{
			part: 'application.fields',
			fields: [{ n: 1, key: 'name', label: 'Имя', type: 'text', required: true }]
		} as const
	].reduce((now, part) => {
		const next = complete(now, part as Parameters<typeof complete>[1]);
		if (!next.ok) throw new Error(next.refusal.code);
		return next.value;
	}, profile(primorye));
	expect(grantFaults(whole, given)).toEqual([]);
});

test('R4, R5: each step that is missing is named, also an expertise that ended against it', () => {
	const evidence = { completeness: true, expertise: 'negative', council: null, proposal: false } as const;
	const found = grantFaults(
		profile(lenobl),
		granting('распоряжение', '2025-09-01', '2028-08-31', { evidence })
	);
	expect(found.map((fault) => ('step' in fault ? fault.step : fault.code))).toEqual([
		'expertise',
		'proposal'
	]);
});

const history = [{ kind: 'grant', from: '2025-09-01', lastDay: '2027-08-31' }] as const;
const order = (signedOn: string) => ({ kind: 'распоряжение', signedOn });

test('a second status does not begin before the first one is over, nor anything before its act', () => {
	const again = (from: string, signedOn: string) =>
		faults(lenobl, { ...granting('распоряжение', from, '2029-08-31', { history }), act: order(signedOn) });
	expect(again('2027-08-31', '2027-06-01')).toEqual(['status.active_already from 2027-09-01']);
	expect(again('2027-09-01', '2027-06-01')).toEqual([]);
	expect(again('2027-09-01', '2027-09-02')).toEqual(['status.before_act from 2027-09-02']);
});

test('an extension stays within the limit that began with the status', () => {
	const asked = { programme: null, programmePaper: false };
	const extend = (lastDay: string) =>
		extensionFaults(profile(lenobl), { ...asked, act: order('2027-06-01'), history, lastDay });
	expect(extend('2028-08-31')).toEqual([]);
	expect(extend('2028-09-01')).toMatchObject([{ code: 'status.term_too_long', limit: '2028-08-31' }]);
	expect(extend('2027-08-31')).toMatchObject([{ code: 'status.not_longer' }]);
	const late = { act: order('2027-09-01'), history, lastDay: '2028-08-31' };
	expect(extensionFaults(profile(lenobl), { ...asked, ...late })).toMatchObject([
		{ code: 'status.not_active' }
	]);
});

test('a suspension stops the work and not the clock', () => {
	const suspended = [...history, { kind: 'suspend', from: '2026-02-01', lastDay: null }] as const;
	const resumed = [...suspended, { kind: 'resume', from: '2026-03-01', lastDay: null }] as const;
	const on = (day: string) => statusOn(periodsOf(resumed), day);
	expect(
		['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01', '2027-08-31', '2027-09-01'].map(on)
	).toEqual(['active', 'suspended', 'suspended', 'active', 'active', 'expired']);
	const again = { act: order('2026-02-02'), from: '2026-02-02', kind: 'suspend' } as const;
	expect(pauseFaults(profile(lenobl), { ...again, history: suspended })).toMatchObject([
		{ code: 'status.not_active' }
	]);
	expect(pauseFaults(profile(lenobl), { ...again, kind: 'resume', history })).toMatchObject([
		{ code: 'status.not_suspended' }
	]);
});

test('R24: under «priozersk» a status ends early only exceptionally, from the day of the act', () => {
	const end = (ground: string, from = '2026-02-01') =>
		terminationFaults(profile(priozersk), {
			...{ act: order('2026-02-01'), history, from, ground },
			...{ minutes: false, proposal: false }
		}).map(({ code }) => code);
	expect(earlyGrounds(profile(priozersk)).map(({ code }) => code)).toEqual([
		'programme_done_early',
		'obstacles'
	]);
	expect(end('obstacles')).toEqual([]);
	expect(end('obstacles', '2026-02-02')).toEqual(['status.not_from_act_day']);
	expect(end('project_term_ended')).toEqual(['status.ground_not_yet']);
	expect(end('activity_report_mismatch')).toEqual(['status.ground_unknown']);
});

test.each([
	['lenobl', lenobl, { minutes: false, proposal: true }],
	['mariinsk', mariinsk, { minutes: true, proposal: false }],
	['kuzbass', kuzbass, { minutes: false, proposal: false }],
	['priozersk', priozersk, { minutes: false, proposal: false }]
])('R21, R22: what a termination under «%s» rests on', (_, json, demands) => {
	expect(terminationDemands(profile(json))).toEqual(demands);
});

test('a status that is ended on its first day has not been, and is remembered as ended', () => {
	const ended = [...history, { kind: 'terminate', from: '2025-09-01', lastDay: null }] as const;
	const on = (day: string) => statusOn(periodsOf(ended), day);
	expect(['2025-08-31', '2025-09-01', '2026-01-01'].map(on)).toEqual([
		'upcoming',
		'terminated',
		'terminated'
	]);
});

test('R12: only a profile that lets an act set the window has days', () => {
	const windows = [{ opensOn: '2026-03-01', closesOn: '2026-03-31' }];
	const on = (json: unknown, day: string) => mayHandIn(profile(json), windows, day);
	expect(['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map((day) => on(lenobl, day))).toEqual([
		false,
		true,
		true,
		false
	]);
	expect([on(kuzbass, '2020-01-01'), on(mariinsk, '2026-03-15')]).toEqual([true, false]);
});

test('R25: warnings come 90, 30 and 7 days before the last day', () => {
	const due = (today: string) => warningDue('2026-12-31', today);
	expect(
		['2026-10-01', '2026-10-02', '2026-12-01', '2026-12-24', '2026-12-31', '2027-01-01'].map(due)
	).toEqual([null, 90, 30, 7, 7, null]);
});

test('R31, R32: a network needs a profile that allows it, one lead, and the minutes of the choice', () => {
	const member = (organisationId: string, isLead = false) => ({ organisationId, isLead });
	const found = (json: unknown, members: ReturnType<typeof member>[], minutes = true) =>
		networkFaults(profile(json), members, minutes).map(({ code }) => code);
	expect(found(lenobl, [member('a', true), member('b')])).toEqual([]);
	expect(found(mariinsk, [member('a', true), member('b')])).toEqual(['network.not_allowed']);
	expect(found(mariinsk, [member('a', true)], false)).toEqual([]);
	expect(found(lenobl, [member('a'), member('a')], false)).toEqual([
		'network.member_twice',
		'network.lead_missing',
		'network.minutes_missing'
	]);
	const rest = withoutMember([member('a', true), member('b'), member('c')], 'a', null);
	expect(found(lenobl, rest)).toEqual(['network.lead_missing']);
	expect(found(lenobl, withoutMember([member('a', true), member('b'), member('c')], 'a', 'c'))).toEqual([]);
});
