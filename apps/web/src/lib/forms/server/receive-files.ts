import { fieldsOf, type Answer, type FormDefinition } from '@stazhirovka/domain/forms';
import type { FilePlace, SendFile } from '#lib/server/line.ts';
import { uploadNameOf } from '../names.ts';

type Received = { answer: Answer; refused: { code: string; details?: Record<string, unknown> } | null };

/** Files that came with the form itself are stored, and the answer names them; the first refusal is told. */
export async function receiveFiles(
	definition: FormDefinition,
	form: FormData,
	answer: Answer,
	send: SendFile,
	place: FilePlace
): Promise<Received> {
	const received: Received = { answer: { ...answer }, refused: null };

	for (const field of fieldsOf(definition)) {
		if (field.kind !== 'file') continue;

		const ids = [...((answer[field.key] ?? []) as string[])];
		for (const file of filesIn(form, uploadNameOf(field.key)).slice(0, field.maxFiles - ids.length)) {
			const told = await send(file, place);
			if (told.ok) ids.push(told.value.id);
			else received.refused ??= { code: told.refusal.code, details: told.refusal.problem.details };
		}
		received.answer[field.key] = ids;
	}
	return received;
}

function filesIn(form: FormData, name: string): File[] {
	return form.getAll(name).filter((value) => value instanceof File && value.size > 0) as File[];
}
