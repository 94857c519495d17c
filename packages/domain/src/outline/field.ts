import type { ProgrammeDocument } from '../programmes/index.ts';
import type { PhraseName } from './phrases/phrase-name.ts';

/** A value of a document under way: anything that JSON can say. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonRecord = { [key: string]: Json };

/** What other parts of the programme name by key: the list that a reference chooses from. */
export type ReferenceTo =
	| 'activities'
	| 'cards'
	| 'child_functions'
	| 'deficits'
	| 'exercises'
	| 'materials'
	| 'modules'
	| 'tasks';

/** What any field may say of itself. Labels and hints are words of the web app, found by the place of the field. */
type Common = {
	/** May be absent from the document; an emptied value takes the key away. */
	optional?: true;
	/** Seldom needed: stands folded. */
	rare?: true;
	/** Asked for only where this neighbour has one of these values, or where there is a value already. */
	when?: { field: string; is: readonly Json[] };
};

/** How one value of a programme is edited. */
export type Field = Common &
	(
		| { kind: 'line' }
		| { kind: 'note' }
		| { kind: 'count'; least?: number }
		| { kind: 'number'; step?: number; nullable?: true }
		/** `absent`: what a missing value means. */
		| { kind: 'yesNo'; absent?: boolean; blank?: boolean }
		/** One of the values; `open`: or a word of the author's own. */
		| { kind: 'choice'; values: readonly string[]; open?: true; blank?: string }
		/** `phrase`: each line is a rule in the author's words. */
		| { kind: 'lines'; long?: true; suggested?: readonly string[]; phrase?: PhraseName }
		| { kind: 'reference'; to: ReferenceTo; by?: 'n' }
		| { kind: 'references'; to: ReferenceTo; beside?: readonly string[] }
		| { kind: 'record'; fields: Fields }
		| RecordsField
		/** Values under keys: `known` are offered, others are kept. */
		| { kind: 'keyed'; of: Field; known?: readonly string[] }
		/** The value has one of several shapes, told apart by how it is written. */
		| { kind: 'either'; shapes: Record<string, Field> }
		/** A rule in the author's words, read by the programme's own grammar. */
		| { kind: 'phrase'; phrase: PhraseName }
		/** A file of the bank, or null while there is none. */
		| { kind: 'file' }
		/** The platform gives it; nobody edits it. */
		| { kind: 'given'; blank?: Json }
	);

export type Fields = Readonly<Record<string, Field>>;

/** A list of things, each with fields of its own. */
export type RecordsField = Common & {
	kind: 'records';
	fields: Fields;
	/** The field that names a thing in lists. */
	title: string;
	/** Things with many fields open one by one; the others stand in rows. */
	open: 'each' | 'rows';
	/** Keys that the platform gives: a beginning (`{}` stands for the key of the thing around) and how many digits. */
	key?: { from: string; digits?: number; within?: string };
	/** A number that follows the order by itself, and the one that it begins with. */
	numbered?: { field: string; from: number };
	/** The first things of a new list. */
	blank?: readonly JsonRecord[];
};

/** Fields for every key of a type, in the order in which they stand in a file: the compiler finds what is left out. */
export type FieldsOf<T> = { readonly [K in keyof T]-?: Field };

export type ProgrammeFields = FieldsOf<ProgrammeDocument>;
export type PartName = keyof ProgrammeDocument;

/** Names of keys and indices of lists from the document down to a value. */
export type Path = readonly (string | number)[];
