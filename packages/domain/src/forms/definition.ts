import type { Pattern } from './patterns.ts';

/**
 * A form is data: one definition gives the screen, the validation on both sides, the printed sheet and the export.
 * Definitions are compiled from a programme when it is published and never change after that.
 */
export type FormDefinition = {
	key: string;
	title: string;
	/** What the person should know before starting: shown above the first section. */
	note?: string;
	sections: Section[];
};

export type Section = { key: string; title?: string; hint?: string; fields: Field[] };

export type Option = { value: string; label: string };

/** A level of a scale or of a rubric criterion; `value: null` is «not seen», which counts as answered. */
export type Level = { value: number | null; label: string };

type Common = {
	key: string;
	label: string;
	hint?: string;
	required?: boolean;
};

/** A column of a repeating table: the simple kinds only. */
export type Column = Common &
	(
		| { kind: 'shortText'; maxLength?: number; pattern?: Pattern; guarded?: boolean }
		| { kind: 'longText'; maxLength?: number; guarded?: boolean }
		| { kind: 'number'; min?: number; max?: number; integer?: boolean }
		| { kind: 'date' }
		| { kind: 'singleChoice'; options: Option[] }
	);

export type Field = Common &
	/** `guarded`: a person may write about pupils here, so names and diagnoses are looked for (R166). */
	(
		| { kind: 'shortText'; maxLength?: number; pattern?: Pattern; guarded?: boolean }
		| { kind: 'longText'; minLength?: number; maxLength?: number; guarded?: boolean }
		| { kind: 'number'; min?: number; max?: number; integer?: boolean }
		/** A list of measurements, such as «6, 7, 5». */
		| { kind: 'numbers'; minItems?: number; maxItems?: number }
		| { kind: 'date' }
		| { kind: 'period' }
		| { kind: 'singleChoice'; options: Option[] }
		| { kind: 'multipleChoice'; options: Option[] }
		/** Options that carry points; the points stay in the service (see `diagnostics`). */
		| { kind: 'gradedChoice'; options: Option[] }
		/** The answer is the order of the option values. */
		| { kind: 'ordering'; options: Option[] }
		| { kind: 'scale'; levels: Level[] }
		/** Each row is answered in each column with one of the levels. */
		| { kind: 'matrix'; rows: Option[]; columns: Option[]; levels: Level[] }
		| { kind: 'table'; columns: Column[]; minRows?: number; maxRows?: number }
		| { kind: 'file'; maxFiles: number; maxMegabytes: number; extensions: string[] }
		/** Somebody named in free text («Вереснёва Аглая Тихоновна»); not an account. */
		| { kind: 'person' }
		/** Shown, never typed: the service fills it. */
		| { kind: 'computed' }
	);

export type FieldKind = Field['kind'];

/** Values by field key. A cell of a matrix is `{[row]: {[column]: value}}`, a table is a list of `{[column]: value}`. */
export type Answer = Record<string, FieldValue>;

export type FieldValue =
	| string
	| number
	| null
	| undefined
	| string[]
	| number[]
	| { from: string | null; to: string | null }
	| { [row: string]: { [column: string]: number | null } }
	| { [column: string]: string | number | null }[];

/** A fault names its place, so that the screen can put the words beside the field and in the summary. */
export type Fault = {
	/** Field key, with row and column where the fault is inside: `scenario.2.minutes`. */
	path: string;
	code:
		| 'required'
		| 'wrong_type'
		| 'too_short'
		| 'too_long'
		| 'in_future'
		| 'too_small'
		| 'too_large'
		| 'not_whole'
		| 'too_few'
		| 'too_many'
		| 'not_an_option'
		| 'not_a_date'
		| 'period_backwards'
		| 'incomplete_order'
		| 'pupil_code'
		| 'email'
		| 'phone'
		| 'link'
		| 'online'
		| 'unknown_field';
	/** The limit that was broken and what was found, for the words. */
	limit?: number;
	found?: number;
};
