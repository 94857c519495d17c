export {
	INDICATOR_KEYS,
	indicatorOf,
	INDICATORS,
	isToldOn,
	OF_ENDED,
	type Indicator,
	type IndicatorKey
} from './definitions.ts';
export {
	amountText,
	FEW_WORDS,
	figureOf,
	figureWords,
	medianOf,
	standing,
	type Counted,
	type Figure
} from './figure.ts';
export {
	deficitSums,
	firstFives,
	fivesTogether,
	inFives,
	type CardPair,
	type DeficitSums
} from './groups.ts';
export { schoolYearAround, spanBefore, spansUntil, spanYearsBefore, type Span } from './period.ts';
export {
	changeWords,
	movedTo,
	SCHOOL_INDICATORS,
	SCHOOL_KEYS,
	type SchoolIndicator,
	type SchoolKey
} from './schools.ts';
