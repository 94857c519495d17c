import type { Field, FormDefinition, Section } from '../../forms/index.ts';
import type { ProgrammeDocument, ProgrammeItem } from '../document.ts';
import { shuffled } from './shuffle.ts';
import { capitalised } from './words.ts';

/** The questions without what is right or what it is worth (R90). None is compulsory: a missing answer counts 0. */
export function diagnosticCard({ diagnostic, deficits }: ProgrammeDocument): FormDefinition {
	const sections: Section[] = [];
	let group: string | null = null;

	for (const item of diagnostic.items) {
		if (item.deficit !== group) {
			const title = deficits.find((deficit) => deficit.key === item.deficit)?.title;
			sections.push({ key: `part_${sections.length + 1}`, title, fields: [] });
			group = item.deficit;
		}
		sections.at(-1)?.fields.push(fieldOf(item));
	}
	const note = capitalised(diagnostic.scoring.missing);
	return { key: 'diagnostic', title: diagnostic.title, note, sections };
}

function fieldOf(item: ProgrammeItem): Field {
	const common = { key: item.key, label: item.stem, required: false };
	const options = shuffled(item.options ?? [], item.key).map(({ key, text }) => ({
		value: key,
		label: text
	}));

	switch (item.type) {
		case 'single_choice':
			return { ...common, kind: 'singleChoice', options };
		case 'multiple_choice':
			return { ...common, kind: 'multipleChoice', options };
		case 'graded_choice':
			return { ...common, kind: 'gradedChoice', options };
		case 'ordering':
			return { ...common, kind: 'ordering', options: elementsOf(item) };
		case 'scale':
			return {
				...common,
				kind: 'scale',
				levels: (item.scale ?? []).map(({ value, label }) => ({ value, label }))
			};
	}
}

/** Never offered in the right order, or there would be nothing to do. */
function elementsOf(item: ProgrammeItem) {
	const elements = shuffled(item.elements ?? [], item.key);
	const solved = elements.every((element, n) => element.key === item.correct_order?.[n]);
	const offered = solved ? [...elements.slice(1), ...elements.slice(0, 1)] : elements;
	return offered.map(({ key, text }) => ({ value: key, label: text }));
}
