import type { Call } from '@stazhirovka/contract/client';
import type { FileInfo } from '@stazhirovka/contract/files';
import { fieldsOf, type Answer, type FormDefinition } from '@stazhirovka/domain/forms';
import { filesOf } from '#lib/forms/server/files-of.ts';

/** The files that any of several answers to one form names, asked for at once. */
export function filesOfVersions(
	call: Call,
	definition: FormDefinition,
	answers: Record<string, unknown>[]
): Promise<FileInfo[]> {
	const kept = fieldsOf(definition).filter(({ kind }) => kind === 'file');
	const named = kept.map(({ key }) => [key, [...new Set(answers.flatMap((answer) => answer[key] ?? []))]]);

	return filesOf(call, definition, Object.fromEntries(named) as Answer);
}
