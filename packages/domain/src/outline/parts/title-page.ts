import type { ProgrammeDocument } from '../../programmes/index.ts';
import type { ProgrammeFields } from '../field.ts';
import { choice, given, line, lines, note, optional, rare, record, word } from '../shape.ts';

type Titles =
	| 'schema'
	| 'key'
	| 'version'
	| 'status'
	| 'title'
	| 'site_key'
	| 'regulation_key'
	| 'programme_model'
	| 'hours_total'
	| 'academic_hour_minutes'
	| 'languages'
	| 'document'
	| 'legal_mode'
	| 'audience'
	| 'direction';

const DOCUMENTS = ['certificate', 'udostoverenie_pk'];

/** What stands on the title page (R40, R44, R48, R50). Keys and the version are the platform's. */
export const titlePage = {
	schema: given,
	key: given,
	version: given,
	status: rare(line),
	title: line,
	site_key: given,
	regulation_key: given,
	programme_model: rare(line),
	hours_total: { kind: 'count', least: 1 },
	academic_hour_minutes: { kind: 'count', least: 1, rare: true },
	languages: rare(lines),
	document: record<ProgrammeDocument['document']>({
		type: choice(DOCUMENTS, { blank: 'certificate' }),
		fallback: { ...optional(choice(DOCUMENTS)), when: { field: 'type', is: ['udostoverenie_pk'] } },
		title: line,
		reason: rare(note)
	}),
	legal_mode: word(['nonformal', 'network_dpp', 'licensed_dpp']),
	audience: lines,
	direction: optional(word(['внедрение', 'функционирование']))
} satisfies Pick<ProgrammeFields, Titles>;
