import type { Answer, Field, FormDefinition } from '../forms/index.ts';

type Criterion = { key: string; title: string; levels: readonly { score: number; descriptor: string }[] };

const SHORTEST_REASON = 20;
const MARK = 'staff_mark_';
const REASON = 'staff_reason_';
const WORDS = {
	title: 'Пример для пробной рецензии',
	note: 'Напишите работу-пример или перенесите сюда прежнюю без имён, школы и узнаваемых подробностей. Внизу – ваши оценки и почему они такие: стажёр увидит их после своей попытки.',
	marks: 'Оценки площадки',
	reason: 'Почему такая оценка: '
};

/** The work alone, as a reviewer reads it: an example has no files. */
export function exampleWork(work: FormDefinition): FormDefinition {
	const sections = work.sections.map((section) => ({
		...section,
		fields: section.fields.filter(({ kind }) => kind !== 'file' && kind !== 'computed')
	}));
	return { ...work, sections: sections.filter(({ fields }) => fields.length > 0) };
}

/** The sheet on which the staff write an example: the work, then a mark and a reason for every criterion. */
export function exampleSheet(work: FormDefinition, criteria: readonly Criterion[]): FormDefinition {
	const fields = criteria.flatMap(({ key, title, levels }): Field[] => [
		{
			...{ key: MARK + key, label: title, required: true, kind: 'scale' },
			levels: levels.map(({ score, descriptor }) => ({ value: score, label: descriptor }))
		},
		{
			...{ key: REASON + key, label: WORDS.reason + title, required: true, kind: 'longText' },
			minLength: SHORTEST_REASON
		}
	]);
	const { sections } = exampleWork(work);
	return {
		...{ key: 'calibration_example', title: WORDS.title, note: WORDS.note },
		sections: [...sections, { key: 'staff_marks', title: WORDS.marks, fields }]
	};
}

/** What the staff gave, by criterion; the intern has it only after the own marks. */
export function staffMarks(
	criteria: readonly Pick<Criterion, 'key'>[],
	answer: Answer
): { scores: Record<string, number>; reasons: Record<string, string> } {
	return {
		scores: Object.fromEntries(criteria.map(({ key }) => [key, Number(answer[MARK + key])])),
		reasons: Object.fromEntries(criteria.map(({ key }) => [key, String(answer[REASON + key] ?? '')]))
	};
}

/** The answer without the staff's marks. */
export function exampleAnswer(answer: Answer): Answer {
	const told = Object.entries(answer).filter(([key]) => !key.startsWith(MARK) && !key.startsWith(REASON));
	return Object.fromEntries(told);
}
