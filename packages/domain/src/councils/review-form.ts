import type { Answer, FormDefinition } from '../forms/index.ts';
import type { Criterion, Scores } from './criteria.ts';

const LONGEST_COMMENT = 4000;

/** The sheet of a review: a level with words for each criterion, and a conclusion. It follows the council's criteria. */
export function reviewForm(criteria: readonly Criterion[]): FormDefinition {
	return {
		key: 'application_review',
		title: 'Экспертное заключение',
		sections: [
			{
				key: 'criteria',
				title: 'Оценка по критериям',
				fields: criteria.flatMap(({ key, title, weight, levels }) => [
					{
						kind: 'scale',
						key,
						label: title,
						hint: `Наибольший балл ${levels.length - 1}, вес критерия ${weight}.`,
						required: true,
						levels: levels.map((words, value) => ({ value, label: levelWords(value, words) }))
					},
					{ kind: 'longText', key: `${key}_note`, label: 'Пояснение к оценке', maxLength: LONGEST_COMMENT }
				])
			},
			{
				key: 'conclusion',
				title: 'Вывод',
				fields: [
					{
						kind: 'longText',
						key: 'comment',
						label: 'Обоснование',
						hint: 'Что убеждает, чего не хватает, что исправить.',
						required: true,
						minLength: 20,
						maxLength: LONGEST_COMMENT
					}
				]
			}
		]
	};
}

/** «2 – есть»: the number that counts beside the words that say what it means. */
export function levelWords(value: number, words: string): string {
	return `${value} – ${words}`;
}

/** The levels of a whole sheet; a sheet that the form's validator has passed has them all. */
export function scoresOf(criteria: readonly Criterion[], answer: Answer): Scores {
	return Object.fromEntries(criteria.map(({ key }) => [key, Number(answer[key])]));
}
