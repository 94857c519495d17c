import { longDate } from '../certificates/index.ts';
import type { Paper } from '../documents/index.ts';
import { REPLY_WORDS, type AnsweredRecommendation } from './recommendations.ts';

export type PrintedRecommendations = {
	author: string;
	work: string;
	programme: string;
	/** The day of the last change; null where nothing was written yet. */
	day: string | null;
	rows: readonly AnsweredRecommendation[];
};

/** The table as a paper: the part of the self-analysis that tells what became of the advice (R112, R118). */
export function recommendationPaper({ author, work, programme, day, rows }: PrintedRecommendations): Paper {
	return {
		title: `Таблица рекомендаций: ${work}`,
		author,
		orientation: 'landscape',
		blocks: [
			{ kind: 'title', document: 'Таблица рекомендаций', subject: `к итоговой работе «${work}»` },
			{
				kind: 'facts',
				facts: [
					{ label: 'Автор', value: author },
					{ label: 'Программа', value: programme },
					...(day ? [{ label: 'Заполнена', value: longDate(day) }] : [])
				]
			},
			{ kind: 'table', ...recommendationTable(rows) }
		]
	};
}

/** Headings and cells, wherever the table is shown. */
export function recommendationTable(rows: readonly AnsweredRecommendation[]) {
	return {
		columns: [
			{ title: 'Вопрос или рекомендация', share: 4 },
			{ title: 'Чья' },
			{ title: 'Ответ автора' },
			{ title: 'Что изменилось в работе', share: 3 }
		],
		rows: rows.map(({ question, text, reviewer, reply, change }) => [
			`${question}: ${text}`,
			reviewer,
			reply ? REPLY_WORDS[reply] : '–',
			change || '–'
		])
	};
}
