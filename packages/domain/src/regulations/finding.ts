import type { Finding as Imported, ShapeCode } from '../imports/index.ts';

/** Something that is wrong or worth a look in a regulation. An error keeps it out; a warning does not. */
export type Finding = Imported<FindingCode>;

export type FindingCode =
	| ShapeCode
	| 'text.not_storable'
	| 'key.repeated'
	| 'number.repeated'
	/** `exists` says that the source has no such part, and here it is. */
	| 'part.not_declared'
	| `term.${'months_missing' | 'end_missing' | 'ends_before_start'}`
	| 'date.impossible'
	| 'approval.not_declared'
	| 'delivery.forced_not_allowed'
	| 'host.organisation_missing'
	| `window.${'act_missing' | 'without_application'}`
	| `field.${'options_missing' | 'columns_missing' | 'children_missing'}`;
