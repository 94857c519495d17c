import type { CompletionCondition } from '../rules.ts';
import { normalise } from './phrase.ts';

/** A condition, the words that name it, and the number that the author gives with it («пять заданий»). */
type Known = { condition: CompletionCondition; words: RegExp; count?: RegExp };

const KNOWN: Known[] = [
	{ condition: 'register_data_checked', words: /фрдо|снилс|данные для (?:федерального )?реестра/ },
	{
		condition: 'survey_answered',
		words: /(?:анкет\S*|опрос\S*|обратн\S* связ\S*).*(?<!не )(?:заполн|пройден|дан|получен)/
	},
	{
		condition: 'result_passed',
		words: /(?:результат|итог|оценк|балл).*(?:не ниже|не меньше|достиг\S*|выше|превыш\S*) (?:\S+ )?порог/
	},
	{
		condition: 'reviews_done',
		words:
			/(?:рецензи|взаимоэкспертиз|взаимооцен|отзыв).*(?<!не )(?:выполнен|дан|получен|проведен|написан|завершен|пройден)|(?<!не )(?:дано|получено|выполнен\S*|написано).*(?:рецензи|взаимоэкспертиз|отзыв)/
	},
	{
		condition: 'effectiveness_card_posted',
		words:
			/карт\S*(?: оценки)? (?:результативност|эффективност).*(?<!не )(?:размещен|заполнен|опубликован|сдан)/
	},
	{
		condition: 'final_work_published',
		words: /итогов\S* работ\S*.*(?<!не )(?:опубликован|размещен|представлен|сдан)/
	},
	{
		condition: 'tasks_accepted',
		words: /задани\S*.*(?<!не )(?:принят|зачтен|выполнен)|(?<!не )(?:приняты|зачтены|выполнены).*задани/,
		count: /(\d+) задани/
	},
	{
		condition: 'learning_route_agreed',
		words:
			/(?:маршрут|иом).*(?<!не )(?:утвержден|согласован|подписан)|(?<!не )(?:утвержден|согласован|подписан) .*(?:маршрут|иом)/
	},
	{
		condition: 'deficit_card_signed',
		words:
			/карт\S*(?: профессиональных)? дефицит\S*.*(?<!не )подписан|(?<!не )подписана .*карта(?: профессиональных)? дефицит/
	}
];

export type Completion = { condition: CompletionCondition; count: number | null };

/** What a line of the completion rules asks for. `null`: unknown words, or several conditions in one line. */
export function readCompletion(text: string): Completion | null {
	const phrase = normalise(text);
	const found = KNOWN.filter(({ words }) => words.test(phrase)).filter(({ condition }, _n, all) => {
		// «Результат взаимоэкспертизы не ниже порога» names the reviews only to say whose result it is.
		return condition !== 'reviews_done' || !all.some((other) => other.condition === 'result_passed');
	});
	const [known] = found;
	if (!known || found.length > 1) return null;

	const count = known.count?.exec(phrase)?.[1];
	return { condition: known.condition, count: count === undefined ? null : Number(count) };
}

/** «дано не менее двух рецензий и получено не менее двух»: the numbers, where the line gives them. */
export function readReviewCounts(text: string): { given: number | null; received: number | null } {
	const phrase = normalise(text);
	const numberAfter = (word: string) => {
		const digits = new RegExp(`${word}\\S*(?: не (?:менее|меньше))? (\\d+)`).exec(phrase)?.[1];
		return digits === undefined ? null : Number(digits);
	};
	return { given: numberAfter('дан'), received: numberAfter('получен') };
}
