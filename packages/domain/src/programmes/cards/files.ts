import type { Field } from '../../forms/index.ts';
import type { ProgrammeDocument } from '../document.ts';
import { WORDS } from './words.ts';

const EXTENSIONS = ['pdf', 'docx', 'odt', 'pptx', 'odp', 'xlsx', 'ods', 'jpg', 'png', 'mp4'];

/** A place for files, within the limits that the programme sets for the final work. */
export function fileField(
	{ final_work: { limits } }: ProgrammeDocument,
	common: { key: string; label: string; required?: boolean }
): Field {
	return {
		hint: WORDS.filesHint,
		...common,
		kind: 'file',
		maxFiles: limits?.max_files ?? 10,
		maxMegabytes: limits?.max_file_mb ?? 50,
		extensions: limits?.allowed ?? EXTENSIONS
	};
}
