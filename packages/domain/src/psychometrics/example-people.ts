import { randomFrom } from '../matching/random.ts';
import { normal } from '../peer-marks/chance.ts';
import { chanceOf, type Answers, type Item } from './model/item.ts';

/** Items of evenly spread difficulty. */
export function evenItems(count: number, width = 2, slope = 1): Item[] {
	return Array.from({ length: count }, (_, n) => ({
		slope,
		difficulty: -width + (2 * width * n) / (count - 1)
	}));
}

/** People of N(0, 1) who answer by the model. */
export function examplePeople(seed: number, people: number, items: readonly Item[]) {
	const random = randomFrom(seed);
	const thetas = Array.from({ length: people }, () => normal(random));
	const answers = thetas.map((theta): Answers =>
		items.map((item) => (random() < chanceOf(item, theta) ? 1 : 0))
	);
	return { thetas, answers, random };
}
