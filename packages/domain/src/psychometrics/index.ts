export { nextItem, STOP, stopReason, type BankItem } from './adaptive/next-item.ts';
export {
	ITEM_LIMITS,
	itemAdvice,
	itemFigures,
	type ItemAdvice,
	type ItemFigures,
	type ItemFlag
} from './classical/items.ts';
export { type Scores } from './classical/moments.ts';
export {
	cronbachAlpha,
	guttmanLambda6,
	kr20,
	spearmanBrown,
	standardErrorOfMeasurement,
	standardisedAlpha
} from './classical/reliability.ts';
export { conditionalFit, type ConditionalFit } from './model/conditional.ts';
export { itemFit, type ItemFit } from './model/fit-flags.ts';
export {
	chanceOf,
	informationOf,
	testInformation,
	type Answers,
	type Item,
	type Slopes
} from './model/item.ts';
export { marginalFit, type EstimatedItem, type MarginalFit } from './model/marginal.ts';
export { expected, likeliest, warm, type Ability, type Population } from './model/person.ts';
export { symmetric } from './model/symmetric.ts';
export { subscoreWorth, type SubscoreWorth } from './topics/haberman.ts';
export { shrunkenScore, type Kelley } from './topics/shrunken.ts';
export { topicByAbility, topicByPoints, type TopicVerdict } from './topics/verdict.ts';
