import type { Answer, FormDefinition, Section } from '../forms/index.ts';
import { REPLIES, type Reply } from './words.ts';

/** One thing that a reviewer has asked or advised. */
export type Recommendation = { key: string; question: string; reviewer: string; text: string };

export type AnsweredRecommendation = Recommendation & { reply: Reply | null; change: string };

/** Praise asks for no answer: this is the key of the question for it in every rubric. */
const PRAISE = 'strength';
const MOST_CHANGE = 4000;

export const REPLY_WORDS: Record<Reply, string> = {
	accepted: 'Принято',
	partly: 'Принято частично',
	rejected: 'Не принято'
};

/**
 * What the reviews of a work ask of its author (R117), question by question. The rows keep their keys as long as the
 * reviews keep their order, and after the announcement nothing is sent any more.
 */
export function recommendationsOf(
	labels: Readonly<Record<string, string>>,
	reviews: readonly { reviewer: string; comments: Readonly<Record<string, string>> }[]
): Recommendation[] {
	return Object.entries(labels)
		.filter(([question]) => question !== PRAISE)
		.flatMap(([question, label]) =>
			reviews.flatMap(({ reviewer, comments }, place) => {
				const text = comments[question]?.trim() ?? '';
				return text ? [{ key: `${question}_${place + 1}`, question: label, reviewer, text }] : [];
			})
		);
}

/** The table as a form: for each recommendation the answer and what has changed in the work. */
export function recommendationForm(rows: readonly Recommendation[]): FormDefinition {
	return { key: 'recommendations', title: 'Таблица рекомендаций', sections: rows.map(toSection) };
}

function toSection({ key, question, reviewer, text }: Recommendation): Section {
	return {
		key,
		title: `${question} · ${reviewer}`,
		hint: `«${text}»`,
		fields: [
			{
				key: `${key}_reply`,
				label: 'Ваш ответ',
				required: true,
				kind: 'singleChoice',
				options: REPLIES.map((value) => ({ value, label: REPLY_WORDS[value] }))
			},
			{
				key: `${key}_change`,
				label: 'Что изменилось в работе или почему не изменилось',
				required: true,
				kind: 'longText',
				maxLength: MOST_CHANGE,
				guarded: true
			}
		]
	};
}

export function answeredRecommendations(
	rows: readonly Recommendation[],
	answer: Answer
): AnsweredRecommendation[] {
	return rows.map((row) => {
		const reply = REPLIES.find((known) => known === answer[`${row.key}_reply`]) ?? null;
		const change = answer[`${row.key}_change`];
		return { ...row, reply, change: typeof change === 'string' ? change : '' };
	});
}
