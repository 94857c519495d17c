export {
	arrange,
	type CountedAt,
	type SummaryColumn,
	type SummaryRow,
	type SummaryTable,
	type SummaryThing
} from './arrange.ts';
export {
	CHARTS,
	COMPARISONS,
	faultsOf,
	filtersFor,
	hasOwnMeasures,
	measuresFor,
	MOST_BACK,
	MOST_COLUMNS,
	ORDERS,
	PERIODS,
	spanOf,
	spansOf,
	spanTitle,
	SUBJECTS,
	YEARS,
	type Filters,
	type Period,
	type Subject,
	type SummaryDefinition
} from './definition.ts';
export {
	EXPORT_FORMATS,
	EXPORT_STATES,
	looksLikeFormula,
	neutral,
	PROGRESS,
	type ExportFormat,
	type ExportState
} from './files.ts';
export {
	basisOf,
	MEASURE_KEYS,
	measured,
	measureOf,
	MEASURES,
	type Measure,
	type MeasureKey
} from './measures.ts';
export { nextSending, RHYTHMS, type Rhythm } from './rhythm.ts';
export { SUBJECT_TITLES } from './words.ts';
