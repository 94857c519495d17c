import {
	completeRegulation,
	importRegulation,
	publishRegulation,
	type GivenPart
} from '@stazhirovka/contract/regulations';
import { regulationFile } from '@stazhirovka/db/seeds';
import type { Visitor } from './visitor.ts';

type Document = Record<string, unknown> & { status: Record<string, unknown> };
type Draft = { id: string; revision: number };

/** A regulation with many gaps under another key. */
export function regulationOf(key: string, changes: Record<string, unknown> = {}): Document {
	return { ...(regulationFile('primorye') as Document), key, ...changes };
}

/** An application form as it is given by hand. */
export const FORM: GivenPart & { part: 'application.fields' } = {
	part: 'application.fields',
	rows: [
		{ label: 'Полное наименование', type: 'text', required: true },
		{ label: 'Программа площадки', type: 'programme', required: false }
	]
};

/** What a person does with regulations; refusals are answers, but for `put`. */
export function keeper(visitor: Visitor) {
	return {
		put: (document: unknown) => visitor.must(importRegulation, { body: { document, regionId: null } }),
		offer: (document: unknown, regionId: string | null = null) =>
			visitor.call(importRegulation, { body: { document, regionId } }),
		publish: ({ id, revision }: Draft, inForceFrom: string) =>
			visitor.call(publishRegulation, { params: { id }, body: { revision, inForceFrom } }),
		give: ({ id, revision }: Draft, given: GivenPart) =>
			visitor.call(completeRegulation, { params: { id }, body: { revision, given } })
	};
}
