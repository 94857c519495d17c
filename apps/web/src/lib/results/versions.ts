import {
	changedFields,
	type Answer,
	type Field,
	type FormDefinition,
	type Section
} from '@stazhirovka/domain/forms';

export type Compared = { section: Section; fields: Field[] };

/** Of each section, the fields in which two versions of a work differ. */
export function comparedSections(
	definition: FormDefinition,
	before: Answer = {},
	after: Answer = {}
): Compared[] {
	return definition.sections.map((section) => ({
		section,
		fields: changedFields({ ...definition, sections: [section] }, before, after)
	}));
}
