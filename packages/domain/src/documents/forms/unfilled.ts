import type { Field } from '../../forms/definition.ts';
import type { Block, Words } from '../paper.ts';
import { dayOr, gap, words } from '../wording.ts';

const LINES_OF_LONG_TEXT = 6;
const WIDTH = 40;

/** A question to be answered by hand: a line, lines, or boxes to tick, with the hint of the form. */
export function unfilled(field: Field, lines = LINES_OF_LONG_TEXT): Block[] {
	const hint: Block[] = field.hint ? [{ kind: 'note', text: field.hint }] : [];
	const under = (block: Block): Block[] => [{ kind: 'heading', level: 2, text: field.label }, ...hint, block];

	switch (field.kind) {
		case 'longText':
			return under({ kind: 'lines', count: lines });
		case 'singleChoice':
		case 'gradedChoice':
		case 'multipleChoice':
			return under({ kind: 'choices', options: field.options.map(({ label }) => label) });
		case 'scale':
			return under({ kind: 'choices', options: field.levels.map(({ label }) => label) });
		case 'ordering':
			return under({
				kind: 'table',
				columns: [
					{ title: 'Место', align: 'centre' },
					{ title: 'Что', share: 5 }
				],
				rows: field.options.map(({ label }) => ['', label])
			});
		default:
			return [{ kind: 'facts', facts: [{ label: field.label, value: lineFor(field) }] }, ...hint];
	}
}

function lineFor({ kind, label }: Field): Words {
	if (kind === 'date') return dayOr(null);
	if (kind === 'period') return words`с ${dayOr(null)} по ${dayOr(null)}`;
	return gap(label, WIDTH);
}
