import type { Column, FormDefinition, Section } from '../../forms/index.ts';

/**
 * Keys of a source are unique beside each other only; in a form they must be so altogether. Where two meet, the later
 * one gets a mark, always the same for the same source.
 */
export function apart(definition: FormDefinition): FormDefinition {
	const keys = new Set<string>();
	const names = new Set<string>();
	const sections = definition.sections.map((section): Section => {
		const fields = section.fields.map((field) => {
			const key = free(keys, field.key);
			return field.kind === 'table'
				? { ...field, key, columns: apartColumns(field.columns) }
				: { ...field, key };
		});
		return { ...section, key: free(names, section.key), fields };
	});
	return { ...definition, sections };
}

function apartColumns(columns: Column[]): Column[] {
	const keys = new Set<string>();
	return columns.map((column) => ({ ...column, key: free(keys, column.key) }));
}

function free(taken: Set<string>, key: string): string {
	if (taken.has(key)) return free(taken, `${key}_`);
	taken.add(key);
	return key;
}
