import { error, type Finding as Imported } from '../imports/index.ts';

export { error, hasErrors, warning } from '../imports/index.ts';

/** Something that is wrong or worth a look in a programme. */
export type Finding = Imported<FindingCode>;

export type FindingCode =
	/** Not read as a programme at all: judged before anything that the document says. */
	| `shape.${'missing' | 'empty' | 'not_chosen' | 'wrong_kind' | 'not_one_of' | 'bad_key' | 'bad_characters' | 'wrong'}`
	| `shape.too_${'short' | 'long' | 'small' | 'large' | 'few' | 'many'}`
	| `rule.${'not_understood' | 'missing' | 'disagrees'}`
	| `time.${'module_minutes' | 'activity_minutes' | 'hours_total' | 'not_positive'}`
	| `time.${'tasks_minutes' | 'longest_route' | 'diagnostic_minutes'}`
	| 'material.not_ready'
	| 'activity.no_card'
	| `key.${'repeated' | 'out_of_order' | 'reserved'}`
	| `reference.${'unknown' | 'missing'}`
	| `deficit.${'without_item' | 'without_primary_task' | 'undeclared' | 'wrong_maximum'}`
	| `item.${'no_options' | 'not_one_correct' | 'none_correct' | 'not_an_order' | 'wrong_scores' | 'wrong_maximum'}`
	| `levels.${'out_of_order' | 'incomplete'}`
	| `task.${'no_self_check' | 'no_self_analysis' | 'no_primary_deficit' | 'no_tryout'}`
	| `kit.${'no_diagnostic' | 'no_materials' | 'no_tasks' | 'no_form'}`
	| `route.${'too_long' | 'developing_set_short' | 'unknown_algorithm' | 'tasks_count'}`
	| `video.${'wrong_count' | 'not_ready' | 'no_captions' | 'no_transcript'}`
	| `rubric.${'levels_not_contiguous' | 'levels_differ' | 'wrong_maximum' | 'pass_above_maximum'}`
	| `peer.${'unbalanced' | 'not_enough_reviews'}`
	| `document.${'hours' | 'legal_mode'}`
	| `final_work.${'no_kinds' | 'no_sections' | 'no_tryout' | 'no_self_analysis'}`
	| `survey.${'no_questions' | 'threshold_low' | 'no_options'}`
	| `privacy.pupil_code`
	| `completion.${'repeated' | 'none'}`
	| `card.${'no_rows' | 'no_columns' | 'no_levels' | 'no_fields' | 'not_supported'}`;

/** The author's words are shown back, so that they can be found in the document. */
export function notUnderstood(place: string, phrase: string): Finding {
	return error(place, 'rule.not_understood', { phrase: phrase.slice(0, 200) });
}
