import { expect, test } from 'vitest';
import kuzbass from '../../../../db/seeds/regulations/kuzbass.json' with { type: 'json' };
import lenobl from '../../../../db/seeds/regulations/lenobl.json' with { type: 'json' };
import mariinsk from '../../../../db/seeds/regulations/mariinsk.json' with { type: 'json' };
import primorye from '../../../../db/seeds/regulations/primorye.json' with { type: 'json' };
import priozersk from '../../../../db/seeds/regulations/priozersk.json' with { type: 'json' };
import { withChanges } from '../imports/example-changes.ts';
import { missingParts, readRegulation, type RegulationProfile } from './index.ts';

const read = (json: unknown) => {
	const answer = readRegulation(json);
	if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
	return answer.value;
};
const faults = (json: unknown) => {
	const answer = readRegulation(json);
	const findings = answer.ok ? answer.value.findings : answer.refusal.details.findings;
	return findings.map(({ place, code, severity }) => `${severity} ${place}: ${code}`);
};

test.each([kuzbass, lenobl, mariinsk, primorye, priozersk])('R1: the regulation «$key» is read', (json) => {
	expect(read(json)).toEqual({ profile: json, findings: [] });
});

test.each([
	['lenobl', lenobl, ['status.expertise.body', 'plan.approved_by']],
	['mariinsk', mariinsk, ['plan.approved_by']],
	['kuzbass', kuzbass, ['source.complete', 'plan.columns', 'plan.approved_by', 'termination.decided_by']],
	['priozersk', priozersk, []],
	[
		'primorye',
		primorye,
		[
			...['status.granted_by', 'status.act', 'status.term', 'application.fields', 'plan.columns'],
			...['termination.decided_by', 'termination.grounds']
		]
	]
])('what the source of «%s» does not give is named', (_, json, parts) => {
	expect(missingParts(read(json).profile)).toEqual(parts);
});

test('a part that the regulation does not have at all is not missing', () => {
	const { profile } = read(mariinsk);
	expect([profile.application.exists, profile.report.exists]).toEqual([false, false]);
	expect(missingParts(profile)).not.toContain('application.fields');
});

test('a form, a report and its day that are announced and not given are missing', () => {
	const changes = {
		'report.fields': [],
		'report.deadline': null,
		'application.fields_source': 'not_in_seed'
	};
	const { profile } = read(withChanges(kuzbass, changes));
	expect(missingParts(profile)).toEqual(
		expect.arrayContaining(['report.fields', 'report.deadline', 'application.fields'])
	);
});

test('every fault is told at once, each at its place', () => {
	const broken = withChanges(kuzbass, {
		title: undefined,
		key: 'Kuzbass-2',
		level: 'district',
		'status.term.kind': 'for_ever',
		'application.fields.direction.type': 'dropdown',
		'report.fields.products.children.other.required': 'no',
		'plan.columns': [],
		roles: [],
		'termination.grounds.1.code': 'weather',
		'report.deadline.month': 13
	});
	expect(faults(broken).sort()).toEqual(
		[
			'error title: shape.missing',
			'error key: shape.wrong_pattern',
			'error level: shape.not_allowed',
			'error status.term.kind: shape.not_allowed',
			'error application.fields.direction.type: shape.not_allowed',
			'error report.fields.products.children.other.required: shape.wrong_type',
			'error plan.columns: shape.too_few',
			'error roles: shape.too_few',
			'error termination.grounds.1.code: shape.not_allowed',
			'error report.deadline.month: shape.out_of_range'
		].sort()
	);
});

test('a fault of one part does not hide what other parts say against themselves', () => {
	const broken = withChanges(kuzbass, {
		level: 'district',
		'plan.columns': 'none',
		'report.deadline.day': 31,
		'status.term': { kind: 'max_duration', text: 'на срок' }
	});
	expect(faults(broken)).toEqual([
		'error level: shape.not_allowed',
		'error plan.columns: shape.wrong_type',
		'error status.term.max_months: term.months_missing',
		'error report.deadline.day: date.impossible'
	]);
});

test.each<[string, unknown, string]>([
	['status.act', 'постановление', 'error status.act: shape.not_allowed'],
	['status.term.max_months', null, 'error status.term.max_months: term.months_missing'],
	['status.term.max_months', 0, 'error status.term.max_months: term.months_missing'],
	['status.term.max_months', 1.5, 'error status.term.max_months: shape.wrong_type'],
	['status.application_window.act', null, 'warning status.application_window.act: window.act_missing'],
	['application.exists', false, 'error application.fields: part.not_declared'],
	[
		'report.deadline',
		{ kind: 'not_later_than', month: 6, day: 1 },
		'error report.deadline: part.not_declared'
	],
	['delivery_mode.forced', 'заочно', 'error delivery_mode.forced: delivery.forced_not_allowed'],
	['title', 'a\u0000b', 'error title: text.not_storable'],
	['extra', '\ud800', 'error extra: text.not_storable'],
	['status.term.ends', 'к лету', 'warning status.term.ends: date.impossible'],
	['title', ' ', 'error title: shape.empty']
])('with %s = %j: %s', (place, value, fault) => {
	expect(faults(withChanges(lenobl, { [place]: value }))).toContain(fault);
});

test.each<[string, unknown, string]>([
	['status.term.ends', null, 'error status.term.ends: term.end_missing'],
	['status.term.ends', '2023-13', 'error status.term.ends: date.impossible'],
	['status.term.ends', '2023-02-29', 'error status.term.ends: date.impossible'],
	['status.term.ends', '2020-12', 'error status.term.ends: term.ends_before_start'],
	['host.organisation', null, 'warning host.organisation: host.organisation_missing'],
	['plan.approved_by', 'кто-то', 'error plan.approved_by: approval.not_declared'],
	['programme_structure.approved_by', 'кто-то', 'error programme_structure.approved_by: part.not_declared']
])('bound to a project, with %s = %j: %s', (place, value, fault) => {
	expect(faults(withChanges(priozersk, { [place]: value }))).toContain(fault);
});

test('R141: a yearly deadline stands on a day of every year', () => {
	const on = (month: number, day: number) =>
		faults(withChanges(kuzbass, { 'report.deadline': { kind: 'not_later_than', month, day } }));
	expect([on(2, 28), on(12, 31), on(6, 30)]).toEqual([[], [], []]);
	for (const [month, day] of [
		[2, 29],
		[6, 31],
		[11, 31]
	] as const)
		expect(on(month, day)).toEqual(['error report.deadline.day: date.impossible']);
});

test('keys and numbers that meet are named where they stand, at every depth', () => {
	const twice = (list: unknown) => [...(list as unknown[]), (list as unknown[])[0]];
	const places = {
		'application.fields': twice,
		'programme_structure.sections.title_page.children': twice,
		'plan.columns': twice,
		roles: twice,
		'roles.site_staff.duties': twice,
		bodies: twice,
		'report.fields.events.columns': twice
	};
	expect(faults(withChanges(kuzbass, places)).sort()).toEqual(
		[
			'error application.fields.org_full_name: key.repeated',
			'error application.fields: number.repeated',
			'error programme_structure.sections.title_page.children.org: key.repeated',
			'error programme_structure.sections.title_page.children: number.repeated',
			'error plan.columns.n: key.repeated',
			'error roles.site_head: key.repeated',
			'error roles.site_staff.duties.event_list: key.repeated',
			'error bodies.expert_council: key.repeated',
			'error report.fields.events.columns.event: key.repeated'
		].sort()
	);
});

test('a choice without options, a table without columns and a group without fields are remarks', () => {
	const bare = withChanges(kuzbass, {
		'application.fields.direction.options': undefined,
		'report.fields.events.columns': undefined,
		'report.fields.products.children': []
	});
	expect(faults(bare)).toEqual([
		'warning application.fields.direction: field.options_missing',
		'warning report.fields.events: field.columns_missing',
		'warning report.fields.products: field.children_missing'
	]);
});

test('what the schema does not name is kept, and a file may name a part as objects name theirs', () => {
	const more = { ...lenobl, remark: { моё: [1] } } as unknown as RegulationProfile;
	expect(read(more).profile).toEqual(more);
	const { title: _, ...rest } = lenobl;
	expect(faults(JSON.parse(JSON.stringify({ ...rest, constructor: 1 })))).toEqual([
		'error title: shape.missing'
	]);
});
