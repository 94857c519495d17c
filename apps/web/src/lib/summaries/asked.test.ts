import type { SummaryDefinition } from '@stazhirovka/contract/summaries';
import { faultsOf, MEASURE_KEYS, SUBJECTS } from '@stazhirovka/domain/summaries';
import { expect, test } from 'vitest';
import { backHref, definitionOf, fieldsOf, recordsHref } from './asked.ts';

const whole: SummaryDefinition = {
	subject: 'municipality',
	measures: ['enrolled', 'plan_done'],
	period: { kind: 'days', from: '2026-09-01', to: '2026-12-31' },
	comparison: 'previous',
	filters: { sites: [], municipalities: ['', 'm'], regulations: ['lenobl'], programmes: [] },
	sort: { by: 'plan_done', order: 'down' },
	chart: 'heat_map'
};

test('a definition goes into the fields of the form and comes out the same', () => {
	expect(definitionOf(fieldsOf(whole))).toEqual(whole);
	const year: SummaryDefinition = { ...whole, period: { kind: 'calendar_year', back: 2 } };
	expect(definitionOf(fieldsOf(year))).toEqual(year);
	const drawn: SummaryDefinition = { ...whole, pictured: 'enrolled' };
	expect(definitionOf(fieldsOf(drawn))).toEqual(drawn);
	expect(definitionOf(fieldsOf({ ...whole, pictured: 'completion' }))).toEqual(whole);
});

test('whatever is chosen for whatever rows, the form asks for a table that can be counted', () => {
	for (const subject of SUBJECTS) {
		for (const measure of [...MEASURE_KEYS, 'nonsense']) {
			const asked = {
				subject,
				measure,
				sort: measure,
				pictured: measure,
				chart: 'lines',
				period: 'school_year-99'
			};
			expect(faultsOf(definitionOf(new URLSearchParams(asked)))).toEqual([]);
		}
		expect(faultsOf(definitionOf(new URLSearchParams({ subject })))).toEqual([]);
	}
});

test('a number leads to its records with the definition that it was counted by', () => {
	const href = recordsHref(whole, { row: 'm', measure: 'enrolled', span: 1 });
	const asked = new URL(href, 'http://portal.test').searchParams;
	expect(JSON.parse(asked.get('definition') ?? '')).toEqual(whole);
	expect([asked.get('row'), asked.get('measure'), asked.get('span')]).toEqual(['m', 'enrolled', '1']);
	expect(recordsHref(whole, { row: null, measure: 'enrolled', span: 0 })).not.toContain('row=');
});

test('from the records the way leads back to the summary that was read, and nowhere else', () => {
	const id = '01a2066d-99c0-7f6e-8a0c-fc0964fa95c3';
	const href = recordsHref(whole, { row: null, measure: 'enrolled', span: 0 }, id);
	expect(new URL(href, 'http://portal.test').searchParams.get('summary')).toBe(id);
	expect(backHref(whole, id)).toBe(`/summaries/${id}`);
	for (const other of [null, '', '-'.repeat(36), '//evil.example', '../sign-out'])
		expect(backHref(whole, other)).toBe(`/summaries/new?${fieldsOf(whole).toString()}`);
});
