import type { ProgrammeField, ProgrammeForm } from '../document.ts';
import { flag, listOf, maybe, named, number, oneOf, orNull, texts, thing, words } from './fit.ts';

const field = thing<ProgrammeField>({
	key: words,
	label: words,
	type: words,
	options: maybe(texts),
	required: maybe(flag),
	min_items: maybe(number)
});
const fields = maybe(listOf(field));
const level = thing<{ value: number; label: string }>({ value: number, label: words });
const columns = maybe(
	listOf(
		thing<{ key: string; label: string; type?: string }>({ key: words, label: words, type: maybe(words) })
	)
);

export const titled = thing<{ key: string; title: string }>({ key: words, title: words });

export const form = thing<ProgrammeForm>({
	title: words,
	type: oneOf('form', 'matrix', 'table', 'rating_grid', 'generated', 'checklist', 'questions'),
	filled_by: maybe(words),
	module: maybe(number),
	activity: maybe(words),
	per: maybe(words),
	rows: maybe(listOf(titled)),
	columns: (value) => (typeof value === 'string' ? value : columns(value)),
	cell: maybe(thing<NonNullable<ProgrammeForm['cell']>>({ type: () => 'choice', options: listOf(level) })),
	expert_key: maybe(named(texts, Array.isArray)),
	extra_fields: fields,
	header_fields: fields,
	fields,
	scoring: maybe(
		thing<NonNullable<ProgrammeForm['scoring']>>({
			rule: words,
			max: number,
			understanding_levels: listOf(thing<{ min: number; label: string }>({ min: number, label: words }))
		})
	),
	min_rows: maybe(number),
	scale: maybe(
		listOf(thing<{ value: number | null; label: string }>({ value: orNull(number), label: words }))
	),
	indicators: maybe(
		listOf(thing<{ key: string; deficit: string; text: string }>({ key: words, deficit: words, text: words }))
	),
	comment_field: maybe(field),
	rule: maybe(words),
	min_observations: maybe(number),
	computed: maybe(
		listOf(
			thing<{ key: string; formula?: string; rule?: string }>({
				key: words,
				formula: maybe(words),
				rule: maybe(words)
			})
		)
	)
});

export const forms = named(form);
