import type { ReadSheet } from '@stazhirovka/contract/councils';
import type { Answer } from '@stazhirovka/domain/forms';
import type { RegulationField, RegulationProfile, RegulationSection } from '@stazhirovka/domain/regulations';

/** An application sheet as it is read: the regulation's own words beside what was answered. */
export function applicationSheet({ application }: RegulationProfile, answer: Answer): ReadSheet {
	const rows = application.fields.flatMap((field) => fieldRows(field, answer, ''));
	return rows.length ? [{ title: application.title ?? '', rows }] : [];
}

/** The programme by the sections that the regulation prescribes. */
export function programmeSheet(
	{ programme_structure: { sections } }: RegulationProfile,
	answer: Answer
): ReadSheet {
	return sections.map((section) => ({ title: section.title, rows: sectionRows(section, answer, '') }));
}

type Row = ReadSheet[number]['rows'][number];

function fieldRows({ key, label, children = [] }: RegulationField, answer: Answer, within: string): Row[] {
	const own = rowOf(label, answer, key, within);
	return [...own, ...children.flatMap((child) => fieldRows(child, answer, key))];
}

function sectionRows(
	{ key, title, children = [] }: RegulationSection,
	answer: Answer,
	within: string
): Row[] {
	return [
		...rowOf(title, answer, key, within),
		...children.flatMap((child) => sectionRows(child, answer, key))
	];
}

/** A part of a group is kept under its own key or under that of its group. */
function rowOf(label: string, answer: Answer, key: string, within: string): Row[] {
	const text = wordsOf(answer[key] ?? answer[`${within}.${key}`]);
	return text ? [{ label, text }] : [];
}

function wordsOf(value: unknown): string {
	if (value === null || value === undefined) return '';
	if (Array.isArray(value)) return value.map(wordsOf).filter(Boolean).join('\n');
	if (typeof value === 'object') return Object.values(value).map(wordsOf).filter(Boolean).join(' · ');
	return String(value);
}
