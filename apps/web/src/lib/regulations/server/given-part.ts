import type { GivenPart, RegulationContent } from '@stazhirovka/contract/regulations';
import {
	ACTS,
	COLUMN_TYPES,
	GIVEN_TERM_KINDS,
	GROUNDS,
	PLAIN_FIELD_TYPES
} from '@stazhirovka/domain/regulations';
import { numberOf } from '#lib/server/form-number.ts';
import { textOf, textOrNull } from '#lib/server/form-text.ts';
import type { PartKind } from '../part-kinds.ts';

type Row = { label: string; type: string; required: boolean };

/** What came with the form. A kind that is none of ours is taken for the first. */
export function givenPart(data: FormData, asked: PartKind): GivenPart {
	switch (asked.kind) {
		case 'form':
			return {
				part: asked.part,
				rows: typedRows(data).map((row) => ({ ...row, type: oneOf(PLAIN_FIELD_TYPES, row.type) }))
			};
		case 'columns':
			return {
				part: asked.part,
				rows: typedRows(data).map(({ label, type }) => ({ label, type: oneOf(COLUMN_TYPES, type) }))
			};
		case 'sections':
			return { part: asked.part, rows: typedRows(data).map(({ label }) => ({ label })) };
		case 'term':
			return { part: asked.part, term: termIn(data) };
		case 'grounds':
			return { part: asked.part, grounds: groundsIn(data) };
		case 'deadline':
			return { part: asked.part, month: numberOf(data, 'month'), day: numberOf(data, 'day') };
		case 'act':
			return { part: asked.part, act: oneOf(ACTS, textOf(data, 'act')) };
		case 'text':
			return { part: asked.part, text: textOf(data, 'text') };
	}
}

/** Rows without a name were left empty. */
export function typedRows(data: FormData): Row[] {
	const numbers = [...data.keys()].flatMap((name) => name.match(/^label-(\d+)$/)?.[1] ?? []);
	return numbers.flatMap((n) => {
		const label = textOf(data, `label-${n}`).trim();
		return label ? [{ label, type: textOf(data, `type-${n}`), required: data.has(`required-${n}`) }] : [];
	});
}

function termIn(data: FormData) {
	return {
		kind: oneOf(GIVEN_TERM_KINDS, textOf(data, 'kind')),
		text: textOf(data, 'text'),
		months: numberOf(data, 'months'),
		starts: textOrNull(data, 'starts'),
		ends: textOrNull(data, 'ends')
	};
}

/** Grounds without words are none. */
function groundsIn(data: FormData) {
	return GROUNDS.flatMap((code) => {
		const text = textOf(data, `ground-${code}`).trim();
		return text ? [{ code, text, exceptional: data.has(`exceptional-${code}`) }] : [];
	});
}

/** Everything that was typed, by the names of its fields. */
export function typedValues(data: FormData): Record<string, string> {
	return Object.fromEntries(
		[...data].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
	);
}

/** What stands in the part now, to be given anew: its rows. */
export function standingRows(content: RegulationContent, { part }: PartKind): Row[] {
	const plain = (label: string, type = '') => ({ label, type, required: false });
	switch (part) {
		case 'application.fields':
			return content.application.fields;
		case 'report.fields':
			return content.report.fields;
		case 'plan.columns':
			return content.plan.columns.map(({ label, type }) => plain(label, type));
		case 'programme_structure.sections':
			return content.programme.sections.map(({ title }) => plain(title));
		default:
			return [];
	}
}

/** The same of parts that have no rows, by the names of their fields. */
export function standingValues(
	{ status, host, plan, report, term, termination }: RegulationContent,
	{ part }: PartKind
): Record<string, string> {
	const text = (words: string | null) => ({ text: words ?? '' });
	switch (part) {
		case 'status.granted_by':
			return text(status.grantedBy);
		case 'status.expertise.body':
			return text(status.expertise.body);
		case 'host.organisation':
			return text(host.organisation);
		case 'plan.approved_by':
			return text(plan.approvedBy);
		case 'report.to':
			return text(report.to);
		case 'termination.decided_by':
			return text(termination.decidedBy);
		case 'status.act':
			return { act: status.act ?? '' };
		case 'status.term':
			return {
				...{ kind: term.kind, text: term.text, months: String(term.maxMonths ?? '') },
				...{ starts: term.starts ?? '', ends: term.ends ?? '' }
			};
		case 'termination.grounds':
			return Object.fromEntries(
				termination.grounds.flatMap(({ code, text, exceptional }) => [
					[`ground-${code}`, text],
					...(exceptional ? [[`exceptional-${code}`, 'on']] : [])
				])
			);
		case 'report.deadline': {
			const { month, day } = report.deadline ?? { month: '', day: '' };
			return { month: String(month), day: String(day) };
		}
		default:
			return {};
	}
}

function oneOf<const T extends string>(values: readonly [T, ...T[]], value: string): T {
	return values.find((known) => known === value) ?? values[0];
}
