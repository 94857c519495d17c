export { INDICATOR_KEYS, indicatorOf, INDICATORS, type Indicator, type IndicatorKey } from './definitions.ts';
export { figureOf, medianOf, standing, type Counted, type Figure } from './figure.ts';
export {
	deficitSums,
	firstFives,
	fivesOf,
	sumsOf,
	type CardPair,
	type DeficitSums,
	type PersonFact,
	type Sums
} from './groups.ts';
export { schoolYearAround, spanBefore, spansUntil, type Span } from './period.ts';
