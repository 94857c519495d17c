import { expect, test } from 'vitest';
import lenobl from '../../../../db/seeds/regulations/lenobl.json' with { type: 'json' };
import kuzbass from '../../../../db/seeds/regulations/kuzbass.json' with { type: 'json' };
import primorye from '../../../../db/seeds/regulations/primorye.json' with { type: 'json' };
import { grantFaults, termRule, terminationFaults } from '../sites/index.ts';
import { programmeForm } from './forms/index.ts';
import {
	complete,
	completed,
	inForceOn,
	mayBegin,
	mayComplete,
	missingParts,
	stillNeeded,
	withLastDays,
	withLaterWords,
	type CompletedPart,
	type RegulationProfile
} from './index.ts';

/** A regulation whose source tells nothing that people may give by hand. */
const source: RegulationProfile = {
	...(primorye as RegulationProfile),
	theme_fixed: false,
	host: { scope: 'named_organisation', kinds: [], eligibility: [] },
	programme_structure: { exists: true, sections: [] },
	report: { exists: true, fields: [], deadline: null },
	plan: { ...(primorye as RegulationProfile).plan, approved: true }
};
const field = (n: number) =>
	({ n, key: `field_${n}`, label: `Поле ${n}`, type: 'text', required: true }) as const;
const GIVEN: CompletedPart[] = [
	{ part: 'application.fields', fields: [field(1), field(2)] },
	{ part: 'plan.columns', columns: [{ key: 'event', label: 'Мероприятие', type: 'text' }] },
	{ part: 'status.granted_by', text: 'Министерство образования' },
	{ part: 'status.act', act: 'приказ' },
	{ part: 'termination.decided_by', text: 'Министерство образования' },
	{ part: 'status.term', term: termOf('max_duration', { max_months: 24 }) },
	{ part: 'termination.grounds', grounds: [{ code: 'obstacles', text: 'Организация закрыта' }] },
	{ part: 'report.fields', fields: [field(1)] },
	{ part: 'report.deadline', deadline: { month: 6, day: 1 } },
	{ part: 'report.to', text: 'Региональный оператор' },
	{ part: 'host.organisation', text: 'Школа № 1' },
	{ part: 'plan.approved_by', text: 'Руководитель' },
	{ part: 'programme_structure.sections', sections: [{ n: 1, key: 'section_1', title: 'Цель' }] }
];

function errorsOf(answer: ReturnType<typeof complete>): string[] {
	if (answer.ok || answer.refusal.code !== 'regulation.faulty') return [];
	const { findings } = answer.refusal.details;
	return findings.filter(({ severity }) => severity === 'error').map(({ place }) => place);
}

function termOf(
	kind: 'max_duration' | 'bound_to_project' | 'bound_to_programme',
	dates: { max_months?: number; starts?: string; ends?: string } = {}
) {
	return { kind, text: 'Приказ № 5', max_months: null, starts: null, ends: null, ...dates };
}

test.each(GIVEN)('a missing $part that is given by hand is no longer missing', (given) => {
	const answer = complete(source, given);
	expect(answer.ok && missingParts(answer.value)).toEqual(
		missingParts(source).filter((part) => part !== given.part)
	);
});

test('what all were given leaves only what nobody can give by hand', () => {
	const lost = { ...source, source: { complete: false } };
	const left = missingParts(completed(lost, GIVEN));
	expect(left).toEqual(['source.complete']);
	expect(left.some(mayComplete)).toBe(false);
});

test('what the source says itself is not written over', () => {
	expect(complete(lenobl as RegulationProfile, GIVEN[2]!)).toEqual({
		ok: false,
		refusal: { code: 'regulation.part_not_missing', details: { part: 'status.granted_by' } }
	});
});

test('a form by hand is checked as any other', () => {
	const answer = complete(source, { part: 'application.fields', fields: [field(1), field(1)] });
	expect(!answer.ok && answer.refusal.code).toBe('regulation.faulty');
});

test.each([
	['status.term.max_months', termOf('max_duration')],
	['status.term.ends', termOf('bound_to_project')],
	['status.term.ends', termOf('bound_to_project', { ends: '2027-02-30' })]
])('a term by hand is checked as any other: %s', (place, term) => {
	const answer = complete(source, { part: 'status.term', term });
	expect(errorsOf(answer)).toEqual([place]);
});

test('a day of a report that some years do not have is no day of every year', () => {
	const leap = { part: 'report.deadline', deadline: { month: 2, day: 29 } } as const;
	expect(errorsOf(complete(source, leap))).toEqual(['report.deadline.day']);
});

test('R7–R10: a term by hand binds as one of the source does', () => {
	const given = (term: ReturnType<typeof termOf>) => completed(source, [{ part: 'status.term', term }]);
	expect(termRule(source, '2028-02-29', null)).toEqual({ kind: 'open' });
	expect(termRule(given(termOf('max_duration', { max_months: 36 })), '2028-02-29', null)).toEqual({
		...{ kind: 'limited', months: 36, lastDay: '2031-02-28' }
	});
	expect(termRule(given(termOf('bound_to_programme')), '2027-01-18', null)).toEqual({
		kind: 'dates_missing'
	});
	const project = termOf('bound_to_project', { starts: '2027-01', ends: '2028-02' });
	expect(termRule(given(project), '2027-01-18', null)).toEqual({
		...{ kind: 'bound', to: 'project', from: '2027-01-01', lastDay: '2028-02-29' }
	});
});

test('R3, R24: a status is granted and ended by what was given by hand, and refused before it', () => {
	const act = { kind: 'приказ', signedOn: '2027-01-18' };
	const evidence = { completeness: true, expertise: 'positive', council: 'for', proposal: true } as const;
	const term = { from: '2027-01-18', lastDay: '2029-01-17', theme: 'Тема', programme: null };
	const granting = { act, history: [], evidence, ...term };
	const given = completed(source, GIVEN);
	expect(grantFaults(source, granting).map((fault) => 'part' in fault && fault.part)).toEqual([
		...['status.granted_by', 'status.act', 'application.fields']
	]);
	expect(grantFaults(given, granting)).toEqual([]);
	expect(grantFaults(given, { ...granting, lastDay: '2029-01-18' }).map(({ code }) => code)).toEqual([
		'status.term_too_long'
	]);

	const history = [{ kind: 'grant' as const, from: term.from, lastDay: term.lastDay }];
	const ending = { act, history, from: '2027-06-01', minutes: false, proposal: false };
	const faults = (ground: string) => terminationFaults(given, { ...ending, ground }).map(({ code }) => code);
	expect(faults('activity_report_mismatch')).toEqual(['status.ground_unknown']);
	expect(faults('obstacles')).toEqual([]);
});

test('sections by hand are the structure of a programme; without them it is written whole', () => {
	expect(programmeForm(source).sections.map(({ key }) => key)).toEqual(['whole']);
	expect(programmeForm(completed(source, GIVEN)).sections).toMatchObject([
		{ key: 'section_1', fields: [{ label: '1. Цель' }] }
	]);
});

test('what was begun under a silent version is decided by what was given since, in the forms it was begun in', () => {
	const later = [...GIVEN, { part: 'status.granted_by', text: 'Комитет' } as const];
	const known = withLaterWords(source, later);
	expect(known.status).toMatchObject({ granted_by: 'Комитет', act: 'приказ', term: { max_months: 24 } });
	expect(missingParts(known)).toEqual([
		...['application.fields', 'programme_structure.sections', 'plan.columns', 'report.fields']
	]);
	expect(programmeForm(known)).toEqual(programmeForm(source));
	const dates = { part: 'status.term', term: termOf('bound_to_programme') } as const;
	expect(withLaterWords(source, [dates])).toEqual(source);
	expect(withLaterWords(kuzbass as RegulationProfile, GIVEN).status).toEqual(kuzbass.status);
});

test('a newer source that gives the part itself needs no hand', () => {
	const told = { granted_by: 'Министерство', term: (lenobl as RegulationProfile).status.term };
	const newer = { ...source, status: { ...source.status, ...told } };
	const left = GIVEN.map(({ part }) => part).filter(
		(part) => part !== 'status.granted_by' && part !== 'status.term'
	);
	expect(stillNeeded(newer, GIVEN).map(({ part }) => part)).toEqual(left);
	expect(completed(newer, stillNeeded(newer, GIVEN)).status.term).toEqual(told.term);
	expect(stillNeeded(source, GIVEN)).toEqual(GIVEN);
});

test('a version begins later than the one before it has begun, and ends it the day before', () => {
	const begun = ['2026-09-01', '2024-01-01'];
	expect(mayBegin([], '2020-02-29')).toEqual({ ok: true, value: '2020-02-29' });
	expect(mayBegin(begun, '2026-09-02').ok).toBe(true);
	for (const day of ['2026-09-01', '2026-08-31', '2024-01-01'])
		expect(mayBegin(begun, day)).toEqual({
			ok: false,
			refusal: { code: 'regulation.begins_too_early', details: { after: '2026-09-01' } }
		});

	const versions = ['2024-01-01', '2024-03-01', '2026-09-01'].map((inForceFrom) => ({ inForceFrom }));
	const known = withLastDays(versions);
	expect(known).toEqual([
		{ inForceFrom: '2026-09-01', inForceTo: null },
		{ inForceFrom: '2024-03-01', inForceTo: '2026-08-31' },
		{ inForceFrom: '2024-01-01', inForceTo: '2024-02-29' }
	]);
	const days = ['2023-12-31', '2024-01-01', '2024-02-29', '2024-03-01', '2026-08-31', '2030-01-01'];
	expect(days.map((day) => inForceOn(known, day)?.inForceFrom)).toEqual([
		...[undefined, '2024-01-01', '2024-01-01', '2024-03-01', '2024-03-01', '2026-09-01']
	]);
});
