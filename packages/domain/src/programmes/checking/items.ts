import type { ProgrammeDocument, ProgrammeItem } from '../document.ts';
import { error, type Finding } from '../finding.ts';

/** Each diagnostic item can be answered, and its best answer is worth its maximum. */
export function checkItems({ diagnostic }: ProgrammeDocument): Finding[] {
	return diagnostic.items.flatMap((item) => {
		const place = `diagnostic.items.${item.key}`;
		return [
			...(item.max > 0
				? []
				: [error(`${place}.max`, 'item.wrong_maximum', { expected: 1, found: item.max })]),
			...checkAnswers(item, place)
		];
	});
}

function checkAnswers(item: ProgrammeItem, place: string): Finding[] {
	switch (item.type) {
		case 'single_choice':
			return checkCorrect(item, place, (found) => (found === 1 ? null : 'item.not_one_correct'));
		case 'multiple_choice':
			return checkCorrect(item, place, (found) => (found > 0 ? null : 'item.none_correct'));
		case 'graded_choice':
			return checkScores(
				(item.options ?? []).map((option) => option.score ?? Number.NaN),
				item.max,
				`${place}.options`
			);
		case 'scale':
			return checkScores(
				(item.scale ?? []).map((level) => level.value),
				item.max,
				`${place}.scale`
			);
		case 'ordering':
			return checkOrder(item, place);
	}
}

function checkCorrect(
	item: ProgrammeItem,
	place: string,
	wrong: (found: number) => 'item.not_one_correct' | 'item.none_correct' | null
): Finding[] {
	const options = item.options ?? [];
	if (options.length < 2) return [error(`${place}.options`, 'item.no_options', { found: options.length })];

	const found = options.filter((option) => option.correct).length;
	const code = wrong(found);
	return code ? [error(`${place}.options`, code, { found })] : [];
}

/** Scores run from 0 to the maximum, and somebody can reach it. */
function checkScores(scores: number[], max: number, place: string): Finding[] {
	if (scores.length < 2) return [error(place, 'item.no_options', { found: scores.length })];
	if (!scores.every((score) => score >= 0 && score <= max))
		return [error(place, 'item.wrong_scores', { expected: max })];

	const found = Math.max(...scores);
	return found === max ? [] : [error(place, 'item.wrong_maximum', { expected: max, found })];
}

function checkOrder(item: ProgrammeItem, place: string): Finding[] {
	const elements = (item.elements ?? []).map((element) => element.key);
	const order = item.correct_order ?? [];
	if (elements.length < 2) return [error(`${place}.elements`, 'item.no_options', { found: elements.length })];

	const same = order.length === elements.length && elements.every((key) => order.includes(key));
	return same ? [] : [error(`${place}.correct_order`, 'item.not_an_order')];
}
