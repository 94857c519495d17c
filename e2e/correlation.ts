import { getProgrammeVersion, listProgrammeVersions } from '@stazhirovka/contract/programmes';
import type { Answer, Definition } from './answers.ts';
import type { Api } from './api.ts';

const RELATED = 2;
const UNRELATED = 0;

/** A correlation card in which so many rows are right by the programme's key, which only its site may read. */
export async function correlationAnswer(leader: Api, definition: Definition, right: number): Promise<Answer> {
	const key = await expertKey(leader);
	const matrix = definition.sections.flatMap(({ fields }) => fields).find(({ kind }) => kind === 'matrix');
	if (matrix?.kind !== 'matrix') throw new Error('The card has no matrix');

	const marks = matrix.rows.map((row, place) => {
		const related = place < right ? (key[row.value] ?? []) : [];
		const levels = matrix.columns.map(({ value }) => [value, related.includes(value) ? RELATED : UNRELATED]);
		return [row.value, Object.fromEntries(levels)];
	});
	return { [matrix.key]: Object.fromEntries(marks) };
}

async function expertKey(leader: Api): Promise<Record<string, string[]>> {
	const versions = await leader.must(listProgrammeVersions, {});
	const id = versions.find(({ key }) => key === 'adhd-lesson-12h')?.id ?? '';
	const { document } = await leader.must(getProgrammeVersion, { params: { id } });
	return (document as { forms: { correlation_card: { expert_key: Record<string, string[]> } } }).forms
		.correlation_card.expert_key;
}
