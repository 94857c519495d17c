export {
	bestOf,
	commonMaximum,
	coverageOf,
	pointsOf,
	settledItem,
	tryItem,
	type Coverage,
	type Tried
} from './item-scoring.ts';
export { previewForm, previewIn, type Preview, type Previewed } from './preview-form.ts';
export { form as readableForm } from './readable-forms.ts';
export { item as readableItem } from './readable-learning.ts';
export { readable } from './readable.ts';
export { formulaPhrase, itemPhrase } from './scoring-phrases.ts';
export {
	CARD_KEYS,
	ownCardKey,
	reshaped,
	retyped,
	shapesOf,
	starterCard,
	type CardShape
} from './starters.ts';
