import type { GivenPart, RegulationContent } from '@stazhirovka/contract/regulations';
import { ACTS, COLUMN_TYPES, PLAIN_FIELD_TYPES } from '@stazhirovka/domain/regulations';
import { textOf } from '#lib/server/form-text.ts';
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

/** What stands in the part now, to be given anew. */
export function standingRows(content: RegulationContent, { part }: PartKind): Row[] {
	if (part === 'application.fields') return content.application.fields;
	if (part === 'report.fields') return content.report.fields;
	return part === 'plan.columns'
		? content.plan.columns.map((column) => ({ ...column, required: false }))
		: [];
}

function oneOf<const T extends string>(values: readonly [T, ...T[]], value: string): T {
	return values.find((known) => known === value) ?? values[0];
}
