export * from './attempts/index.ts';
export {
	decideCard,
	isFrozen,
	type CardAction,
	type CardDecision,
	type CardRefusal,
	type Signatory,
	type Signatures
} from './card-lifecycle.ts';
export {
	compareCards,
	groupChange,
	type Change,
	type GroupChange,
	type Pair,
	type Point
} from './comparing/compare.ts';
export { deficitCard, isPresent, type DeficitCard, type DeficitRow } from './deficit-card.ts';
export {
	countable,
	countedIn,
	diagnosisQuality,
	ENOUGH_TO_RELATE,
	GROUP,
	type DiagnosisQuality,
	type ItemQuality
} from './item-quality.ts';
export {
	checkObservation,
	OBSERVATION,
	type ObservationFault,
	type Observed,
	type ObservedRow
} from './observing/observation.ts';
export {
	digitsOf,
	disagreements,
	paperItems,
	readDigits,
	settleKeying,
	type Choice,
	type Disagreement,
	type PaperItem
} from './paper/keying.ts';
export {
	forRoute,
	withOverrides,
	type EffectiveRow,
	type Override,
	type OverrideRefusal
} from './overrides.ts';
export { optionFigures, type OptionFigures, type OptionFlag } from './options.ts';
export { scoreItem, type ItemScore } from './score-item.ts';
export { understanding, type Understanding } from './understanding.ts';
