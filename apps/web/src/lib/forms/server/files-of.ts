import type { Call } from '@stazhirovka/contract/client';
import { describeFiles, type FileInfo } from '@stazhirovka/contract/files';
import { fieldsOf, type Answer, type FormDefinition } from '@stazhirovka/domain/forms';

/** Names and sizes of the files that an answer holds, for <FormSheet files> and <AnswerView files>. */
export async function filesOf(call: Call, definition: FormDefinition, answer: Answer): Promise<FileInfo[]> {
	const ids = fieldsOf(definition)
		.filter((field) => field.kind === 'file')
		.flatMap((field) => (answer[field.key] ?? []) as string[]);
	if (ids.length === 0) return [];

	const told = await call(describeFiles, { querystring: { ids: ids.join(',') } });
	return told.ok ? told.value : [];
}
